"""Words to and from whoever reported; and that somebody read."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from footprint.concerns.actions.taking import NotTold, change, write_event
from footprint.concerns.models import Concern, Message
from footprint.users.models import User


@transaction.atomic
def add_answer(
    *, concern: Concern, text: str, is_outcome: bool = False, by: User, now: datetime
) -> Message:
    """
    Write to whoever reported; they read it with their receipt.

    Args:
        is_outcome: it says what became of the concern.

    Raises:
        NotTold: nothing is written, or nobody could read it.
        AlreadyClosed.
    """
    if not concern.receipt:
        raise NotTold("A colleague told this: answer in person. They have no receipt.")
    if not text.strip():
        raise NotTold("Write what you want to say.")
    change(concern, kept_apart=False)  # whoever is answered is no flood
    message = concern.messages.create(
        text=text.strip(), is_outcome=is_outcome, written_by=by, written_on=timezone.localdate(now)
    )
    action = "outcome_told" if is_outcome else "answered"
    write_event(concern, action, by=by.username, now=now)
    return message


@transaction.atomic(durable=True)
def add_reporters_words(*, concern: Concern, text: str, now: datetime) -> Message:
    """
    Keep what the reporter writes back. Only the day is kept; the job tells the readers.

    Raises:
        AlreadyClosed: it is closed; a new report is needed.
        NotTold: nothing is written.
    """
    if not text.strip():
        raise NotTold("Write what you want to say.")
    change(concern, told=False)
    return concern.messages.create(text=text.strip(), written_on=timezone.localdate(now))


@transaction.atomic
def note_reading(*, concern: Concern, by: User, now: datetime) -> None:
    """Record that somebody opened it: in the audit chain only."""
    write_event(concern, "read", by=by.username, now=now)
