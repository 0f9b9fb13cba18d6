"""From author to approver and back: submit, approve, send back, give up, expire."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from footprint.publishing.actions.drafting import drop_pictures
from footprint.publishing.actions.taking import ChangedMeanwhile, NotNow, moved, tell
from footprint.publishing.actions.telling import tell_approvers, tell_author, tell_of_end
from footprint.publishing.checking import check_of
from footprint.publishing.models import ALIVE, Approval, Draft, DraftPlace, State
from footprint.publishing.places import approvers_at
from footprint.users.models import User


class NotYet(Exception):
    """The check says that something has to change first."""


class NoApprover(Exception):
    """Nobody but the author may approve it at one of its places."""


class OwnDraft(Exception):
    """The author never approves their own."""


class MayNotApprove(Exception):
    """None of the draft's places names this person."""


@transaction.atomic
def submit_draft(*, draft: Draft, revision: int, by: User, now: datetime) -> None:
    """
    Ask for approval. The check is run here, whatever a page has shown.

    Raises:
        NotNow: somebody else's draft. NotYet, NoApprover: see there.
        ChangedMeanwhile: see `taking`.
    """
    if draft.author_id != by.pk:
        raise NotNow("Only the author submits a draft.")
    on = timezone.localdate(now)
    _check(draft, now)
    named = approvers_at(draft.open_places, school_id=draft.school_id, but=draft.author, on=on)
    for place in draft.open_places:
        if not named[place.key]:
            raise NoApprover(
                f"Nobody but you may approve for {place.label}. Ask whoever keeps the register of "
                "official accounts to name an approver."
            )
    moved(
        draft,
        revision=revision,
        of=(State.WRITING, State.REJECTED),
        to=State.WAITING,
        action="submitted",
        by=by,
        now=now,
        fields={"submitted_at": now},
    )
    people = {user.pk: user for users in named.values() for user in users}
    tell_approvers(draft, people.values(), revision=revision, now=now)


@transaction.atomic
def approve_draft(*, draft: Draft, revision: int, by: User, now: datetime) -> list[DraftPlace]:
    """
    Say yes for every place that names this person. At the last place the draft is approved.

    Returns:
        the places for which it was approved now.

    Raises:
        OwnDraft, MayNotApprove, NotYet: see there.
        ChangedMeanwhile: it changed, or was decided, since the page was shown.
    """
    if draft.author_id == by.pk:
        raise OwnDraft("You wrote this. Somebody else approves it.")
    # of two approvers at once, the second sees what the first did
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.state != State.WAITING or locked.revision != revision:
        raise ChangedMeanwhile("This was changed while you were reading it. Look at it again.")
    _check(draft, now)
    done = set(draft.approvals.filter(revision=revision).values_list("key", flat=True))
    mine = [place for place in places_for(draft, by, now) if place.key not in done]
    if not mine:
        raise MayNotApprove("The register of accounts does not name you for this.")
    Approval.objects.bulk_create(
        Approval(draft=draft, key=place.key, revision=revision, by=by, at=now) for place in mine
    )
    tell(draft, "approved", by.username, now, {"places": [place.label for place in mine]})
    if {place.key for place in draft.open_places} <= done | {place.key for place in mine}:
        moved(
            draft,
            revision=revision,
            of=(State.WAITING,),
            to=State.APPROVED,
            action="ready",
            by=by,
            now=now,
            fields={"decided_by": by, "decided_at": now, "reason": ""},
        )
        tell_author(draft, "approved", revision=revision, now=now)
    return mine


def places_for(draft: Draft, user: User, now: datetime) -> list[DraftPlace]:
    """The open places of a draft for which this person may approve."""
    on = timezone.localdate(now)
    named = approvers_at(draft.open_places, school_id=draft.school_id, but=draft.author, on=on)
    return [place for place in draft.open_places if user in named[place.key]]


def _check(draft: Draft, now: datetime) -> None:
    if not check_of(draft, on=timezone.localdate(now)).go:
        raise NotYet("Something has to change first. Look at what the check says below.")


@transaction.atomic
def send_back(*, draft: Draft, reason: str, revision: int, by: User, now: datetime) -> None:
    """
    Send it back to its author with a reason, before or after it was approved.

    Raises:
        OwnDraft, MayNotApprove: see there. ChangedMeanwhile: see `taking`.
    """
    if draft.author_id == by.pk:
        raise OwnDraft("You wrote this. Change it, or give it up.")
    if not places_for(draft, by, now):
        raise MayNotApprove("The register of accounts does not name you for this.")
    moved(
        draft,
        revision=revision,
        of=(State.WAITING, State.APPROVED),
        to=State.REJECTED,
        action="sent_back",
        by=by,
        now=now,
        fields={"decided_by": by, "decided_at": now, "reason": reason},
    )
    tell_author(draft, "sent back", revision=revision, now=now)


@transaction.atomic
def give_up(*, draft: Draft, revision: int, by: User, now: datetime) -> None:
    """
    The author wants it no more. Its pictures go at once.

    Raises:
        NotNow: somebody else's. ChangedMeanwhile: see `taking`.
    """
    if draft.author_id != by.pk:
        raise NotNow("Only the author gives a draft up.")
    moved(
        draft,
        revision=revision,
        of=ALIVE,
        to=State.WITHDRAWN,
        action="given_up",
        by=by,
        now=now,
    )
    drop_pictures(draft)


@transaction.atomic
def warn_of_end(*, draft: Draft, now: datetime) -> int:
    """Tell the author that the draft ends soon; returns how many messages were queued."""
    return tell_of_end(draft, now=now)


@transaction.atomic
def expire(*, draft: Draft, by: str, now: datetime) -> bool:
    """
    End a draft whose last day is over: pictures, words and who was in them go.

    Returns:
        False where it was changed in the meantime, or ended already.
    """
    today = timezone.localdate(now)
    same = Draft.objects.past(today).filter(pk=draft.pk, revision=draft.revision)
    if not same.update(state=State.EXPIRED, text="", kept={}, others=False, others_note=""):
        return False
    draft.people.clear()
    drop_pictures(draft)
    tell(draft, "expired", by, now)
    return True
