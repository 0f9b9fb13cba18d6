"""
Permission has gone: every past use comes down, by somebody, by a day, with proof.

What was withdrawn is pulled from the register of permissions; whether it was a no, a withdrawal or
a protection is not to be seen there, nor here.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.publishing.actions.telling import tell_owner
from footprint.publishing.clocks import take_down_clock
from footprint.publishing.models import Outcome, Publication, TakeDown, Use
from footprint.publishing.places import APPROVING, keeper_at
from footprint.registers.image_permissions.answering import may_use, withdrawals_since
from footprint.rulebook.decisions.permission import MayUse
from footprint.schools.models import School
from footprint.users.access import holders
from footprint.users.models import User


class AlreadyDone(Exception):
    """Somebody else has closed it."""


class ProofMissing(Exception):
    """A take-down is closed with what was seen, or why it stays."""


@transaction.atomic
def make_take_downs(
    *, school: School, by: str, now: datetime, publication: Publication | None = None
) -> int:
    """
    Make a task for every live use for which permission has gone since it went out.

    Args:
        publication: look at this one only; then what permission went before counts too.

    Returns:
        how many were made; run twice, it makes them once.
    """
    uses = list(Use.objects.of_school(school.pk).live().with_places())
    if publication is not None:
        uses = [use for use in uses if use.publication_id == publication.pk]
    if not uses:
        return 0
    causes = _causes(school, uses) if publication is None else _refused_today(school, uses, now)
    return sum(_make(use, at, by, now) for use, at in causes)


def _causes(school: School, uses: list[Use]) -> list[tuple[Use, datetime]]:
    """The uses for which permission has gone, each with the last moment at which it did."""
    by_key: defaultdict[tuple[int, str], list[Use]] = defaultdict(list)
    for use in uses:
        by_key[use.person_id, use.publication.place.key].append(use)
    earliest = min(use.publication.recorded_at for use in uses)
    last: dict[int, tuple[Use, datetime]] = {}
    for each in withdrawals_since(school=school, moment=earliest):
        for use in by_key[each.person_id, each.use_key]:
            if each.at >= use.publication.recorded_at:
                last[use.pk] = (use, each.at)
    return list(last.values())


def _refused_today(school: School, uses: list[Use], now: datetime) -> list[tuple[Use, datetime]]:
    key = uses[0].publication.place.key
    people = [use.person for use in uses]
    found = may_use(school=school, people=people, uses=[key], on=timezone.localdate(now))
    return [(use, now) for use in uses if _has_to_go(use, found[use.person_id, key].may)]


def _has_to_go(use: Use, may: MayUse) -> bool:
    """A picture needs a yes; a name stands where nobody said no and nobody is protected."""
    return may is not MayUse.YES if use.is_shown else may is MayUse.DO_NOT_PUBLISH


def _make(use: Use, caused_at: datetime, by: str, now: datetime) -> int:
    if TakeDown.objects.about(use).open().exists():
        return 0
    if TakeDown.objects.made_for(use, caused_at).exists():
        return 0
    today = timezone.localdate(now)
    place = use.publication.place
    if not _has_to_go(use, _answer(use, today)):
        return 0  # taken back and given again before anybody looked
    ruling = take_down_clock(use.publication.draft.school, timezone.localdate(caused_at))
    try:
        with transaction.atomic():
            task = TakeDown.objects.create(
                use=use,
                caused_at=caused_at,
                made_at=now,
                due_on=ruling.due or today,
                due_because=ruling.reason.sentence,
                owner=keeper_at(place, on=today) or _author(use),
            )
    except IntegrityError:
        return 0  # another worker was first
    _tell(task, "take_down_made", by, now, {"place": place.label})
    tell_owner(task, "made", owners_of(task), now=now)
    return 1


def _answer(use: Use, on: date) -> MayUse:
    key = use.publication.place.key
    school = use.publication.draft.school
    return may_use(school=school, people=[use.person], uses=[key], on=on)[use.person_id, key].may


def _author(use: Use) -> User | None:
    author = use.publication.draft.author
    return author if author.is_active else None


def owners_of(task: TakeDown) -> list[User]:
    """Who is told: its owner; where there is none, everybody who may approve at the school."""
    if task.owner and task.owner.is_active:
        return [task.owner]
    return list(holders(task.use.publication.school_id, APPROVING))


@transaction.atomic
def close_take_down(
    *, task: TakeDown, outcome: Outcome, proof: str, by: User, now: datetime
) -> None:
    """
    Close a task with what was seen. What is down is down for everybody who was shown in it.

    Raises:
        ProofMissing, AlreadyDone: see there.
    """
    if not proof.strip():
        raise ProofMissing("Say what you saw, or why it stays.")
    closed = {"outcome": outcome, "proof": proof, "done_by": by, "done_at": now}
    if not TakeDown.objects.open().filter(pk=task.pk).update(**closed):
        raise AlreadyDone("Somebody else has closed this already.")
    _tell(task, f"take_down_{outcome.value}", by.username, now)
    if outcome is Outcome.TAKEN_DOWN:
        publication = task.use.publication
        day = max(timezone.localdate(now), publication.went_out_on)
        Publication.objects.filter(pk=publication.pk).update(taken_down_on=day)
        for other in TakeDown.objects.of_publication(publication).open():
            TakeDown.objects.open().filter(pk=other.pk).update(**closed)
            _tell(other, "take_down_taken_down", by.username, now)


def remind_of_take_downs(*, tasks: Iterable[TakeDown], now: datetime) -> int:
    """Remind on the last day, and each day after it; returns how many messages were queued."""
    today = timezone.localdate(now)
    return sum(tell_owner(task, today.isoformat(), owners_of(task), now=now) for task in tasks)


def _tell(
    task: TakeDown, action: str, by: str, now: datetime, details: dict[str, str] | None = None
) -> None:
    publication = task.use.publication
    record(
        by=by,
        action=f"publishing.{action}",
        target=f"draft:{publication.draft_id}",
        now=now,
        school_id=publication.school_id,
        details=details,
    )
