"""Report an attempt to connect; say what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.policies.models import PolicyVersion
from footprint.registers.connection_exceptions.actions.telling import tell
from footprint.registers.connection_exceptions.models import AttemptOutcome, ConnectionAttempt
from footprint.registers.connection_exceptions.models.attempts import readers_of
from footprint.registers.connection_exceptions.sides import (
    Side,
    close_to,
    is_adult,
    sharing_a_name,
)
from footprint.rulebook.decisions.attempt import AttemptRuling, rule_on_attempt
from footprint.rulebook.facts import Reason, SchoolCalendar
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ConnectionKind, Matter, Platform, Role
from footprint.schools.models import School
from footprint.users.access import holders
from footprint.users.models import User
from footprint.vault.fields import sealed_values
from footprint.vault.keys import make_key

NO_POLICY = Policy("", {})
_ABOVE = Matter.ALLEGATION_HEAD  # where nobody else may see it: the chair and the trust


class NobodyMaySee(Exception):
    """Everybody who could take it over is part of it. Not kept; the page says whom to tell."""


class AlreadySettled(Exception):
    """Somebody said before what became of it; nothing was written."""


@dataclass(frozen=True)
class Attempt:
    """
    What somebody reports.

    Args:
        by, to: who tried, and with whom.
        words: what happened, in words.
        happened_on: None where nobody knows.
    """

    by: Side
    to: Side
    kind: ConnectionKind
    platform: Platform
    words: str
    happened_on: date | None = None


@transaction.atomic
def report_attempt(
    *, school: School, attempt: Attempt, by: User, now: datetime
) -> tuple[ConnectionAttempt, AttemptRuling]:
    """
    Keep a report and tell those whom the policy names.

    Both sides and their families are shut out from the first moment, the headteacher too; where a
    name was only typed, so is everybody of the school who shares it.

    Returns:
        the report, and who is told and why. Whoever reported it reads nothing of it afterwards,
        unless they may see such matters anyway.

    Raises:
        NobodyMaySee: see there.
    """
    version = PolicyVersion.objects.in_force(school_id=school.pk, on=timezone.localdate(now))
    shut_out = _shut_out(school, attempt)
    ruling = rule_on_attempt(
        policy=version.policy if version else NO_POLICY,
        by=attempt.by.party,
        to=attempt.to.party,
        by_head=_is_head(school, attempt.by),
    )
    told, matter = _seen_by_somebody(school, ruling, shut_out)
    kept = ConnectionAttempt.objects.create(
        school=school,
        seal_key=make_key(school.pk),
        matter=matter.value,
        told=told.value,
        told_by_policy=ruling.by_policy and told is ruling.told,
        reasons=[_as_json(reason) for reason in ruling.reasons],
        policy_version=version,
        kind=attempt.kind.value,
        platform=attempt.platform.value,
        words=attempt.words.strip(),
        happened_on=attempt.happened_on,
        reported_at=now,
        reported_by=by,
        **_side("by", attempt.by),
        **_side("to", attempt.to),
    )
    kept.shut_out.set(shut_out)
    details = {"matter": matter.value, "told": told.value, "shut_out": len(shut_out)}
    _record(kept, "attempt_reported", by=by.username, now=now, details=details)
    _tell_desk(kept, "reported", now)
    return kept, ruling


@transaction.atomic
def settle_attempt(
    *, attempt: ConnectionAttempt, outcome: AttemptOutcome, reason: str, by: User, now: datetime
) -> None:
    """
    Say what became of a report, without an incident.

    Raises:
        AlreadySettled: see there.
        ValueError: no reason, or an incident, which has its own action.
    """
    if not reason.strip() or outcome is AttemptOutcome.INCIDENT:
        raise ValueError("a report is settled with a reason")
    _settle(attempt, outcome, by=by, now=now, outcome_reason=reason.strip())
    _record(attempt, "attempt_settled", by=by.username, now=now, details={"as": outcome.value})


@transaction.atomic
def pass_to_incident(*, attempt: ConnectionAttempt, number: int, by: User, now: datetime) -> None:
    """
    Remember which incident a report became; the incidents' room calls it when it opens one.

    Raises:
        AlreadySettled: see there.
    """
    _settle(attempt, AttemptOutcome.INCIDENT, by=by, now=now, incident_number=number)
    _record(attempt, "attempt_passed_on", by=by.username, now=now, details={"incident": number})


@transaction.atomic
def note_reading(*, attempt: ConnectionAttempt, by: User, now: datetime) -> None:
    """Record that somebody opened a report."""
    _record(attempt, "attempt_read", by=by.username, now=now)


@transaction.atomic
def remind_of_attempt(
    *, attempt: ConnectionAttempt, calendar: SchoolCalendar, now: datetime
) -> int:
    """
    Tell everybody who may see a report that nobody has settled since an earlier day; once.

    Returns:
        how many messages this call queued; none on a closed day.
    """
    today = timezone.localdate(now)
    morning = timezone.make_aware(datetime.combine(today, time.min))
    if attempt.outcome or attempt.reported_at >= morning or not calendar.is_working_day(today):
        return 0
    return _tell(attempt, attempt.readers(), "waiting", now)


def _shut_out(school: School, attempt: Attempt) -> set[User]:
    found = close_to((attempt.by, attempt.to), school)
    for side in (attempt.by, attempt.to):
        if side.name and side.person is None and side.user is None:
            found |= sharing_a_name(side.name, school.pk)
    return found


def _is_head(school: School, side: Side) -> bool:
    heads = set(holders(school.pk, [Role.HEADTEACHER]))
    if side.account is not None:
        return side.account in heads
    if not is_adult(side.party):
        return False
    return bool(side.name and heads & sharing_a_name(side.name, school.pk))


def _seen_by_somebody(
    school: School, ruling: AttemptRuling, shut_out: set[User]
) -> tuple[Role, Matter]:
    """As ruled; where everybody who may see that is part of it, one step round them."""
    for told, matter in ((ruling.told, ruling.matter), (Role.CHAIR, _ABOVE)):
        if readers_of(school.pk, matter, but=shut_out).exists():
            return told, matter
    raise NobodyMaySee


def _side(which: str, side: Side) -> dict[str, object]:
    return {
        f"{which}_party": side.party.value,
        f"{which}_name": side.shown,
        f"{which}_person": side.person,
        f"{which}_user": side.account,
    }


def _as_json(reason: Reason) -> dict[str, str]:
    return {"sentence": reason.sentence, "quote": reason.quote.text if reason.quote else ""}


def _settle(
    attempt: ConnectionAttempt,
    outcome: AttemptOutcome,
    *,
    by: User,
    now: datetime,
    **fields: object,
) -> None:
    open_ones = ConnectionAttempt.objects.with_key(attempt.pk).open()
    sealed = sealed_values(attempt, fields)
    if not open_ones.update(outcome=outcome, outcome_at=now, outcome_by=by, **sealed):
        raise AlreadySettled
    attempt.refresh_from_db()


def _record(
    attempt: ConnectionAttempt,
    action: str,
    *,
    by: str,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    record(
        by=by,
        action=f"connection_exceptions.{action}",
        target=f"connection_attempt:{attempt.pk}",
        school_id=attempt.school_id,
        now=now,
        details=details,
    )


def _tell_desk(attempt: ConnectionAttempt, about: str, now: datetime) -> None:
    """Those at the desk that is told; where nobody of it may see it, everybody who may."""
    people = attempt.desk() if attempt.desk().exists() else attempt.readers()
    _tell(attempt, people, about, now)


def _tell(attempt: ConnectionAttempt, people: object, about: str, now: datetime) -> int:
    sentence = {
        "reported": "A report of an attempt to connect waits for you.",
        "waiting": "A report of an attempt to connect still waits. Nobody has settled it.",
    }[about]
    return tell(
        people,  # type: ignore[arg-type]
        key=f"attempt:{attempt.pk}:{about}",
        subject="a report waits for you",
        sentence=sentence,
        page="show_attempt",
        pk=attempt.pk,
        school_id=attempt.school_id,
        now=now,
    )
