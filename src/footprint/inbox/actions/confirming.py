"""A person's word on what a post is; desk and date follow from it, by the same rule."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from footprint.inbox.actions.receiving import NO_POLICY
from footprint.inbox.actions.taking import AlreadyDecided, change
from footprint.inbox.models import Item
from footprint.rulebook.decisions.triage import URGENT_FLAGS, suggest
from footprint.rulebook.facts import Signal
from footprint.rulebook.terms import Flag, PostKind
from footprint.schools.calendars import calendar_of
from footprint.users.models import User


@transaction.atomic
def confirm(
    *, item: Item, kind: PostKind, flags: frozenset[Flag], revision: int, by: User, now: datetime
) -> None:
    """
    Confirm or correct kind and flags. What was suggested stays beside it.

    Once the safety questions were answered yes, class and desk stay where that put them.

    Raises:
        AlreadyDecided, ChangedMeanwhile.
    """
    if item.decided:
        raise AlreadyDecided("This was already decided. Reopen it to correct it.")
    received_on = timezone.localdate(item.received_at)
    by_adult = item.suggested_urgent and Flag.STAFF_CONTACT in flags
    suggestion = suggest(
        policy=item.policy_version.policy if item.policy_version else NO_POLICY,
        signal=Signal(kind, flags, bool(flags & URGENT_FLAGS) or by_adult),
        received_on=received_on,
        calendar=calendar_of(item.school, around=received_on),
    )
    follows = {
        "matter": suggestion.matter.value,
        "desk": suggestion.desk.value,
        "due_date": suggestion.due,
    }
    change(
        item,
        revision=revision,
        action="confirmed",
        by=by,
        now=now,
        details={
            "kind": kind.value,
            "flags": sorted(flags),
            "as_suggested": kind.value == item.suggested_kind
            and sorted(flags) == sorted(item.suggested_flags),
        },
        kind=kind.value,
        flags=sorted(flags),
        confirmed_by=by,
        confirmed_at=now,
        **({} if any(item.safety.values()) else follows),
    )
