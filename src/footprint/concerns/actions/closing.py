"""Close a concern with its reason; end the words of one without a name ninety days later."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.concerns.actions.taking import NotTold, change, write_event
from footprint.concerns.actions.telling import JOB
from footprint.concerns.models import Concern
from footprint.users.models import User
from footprint.vault.keys import destroy_key


@transaction.atomic
def close(*, concern: Concern, reason: str, by: User, now: datetime) -> None:
    """
    Close it. Whoever reported still reads the messages with the receipt.

    Raises:
        NotTold: the reason is missing.
        AlreadyClosed.
    """
    if not reason.strip():
        raise NotTold("Say why it is closed.")
    day = timezone.localdate(now)
    change(concern, closed_on=day, closed_by=by, closed_reason=reason.strip())
    write_event(concern, "closed", by=by.username, now=now)


@transaction.atomic
def erase(*, concern: Concern, today: date, now: datetime) -> bool:
    """
    End the words of a report without a name, in the table and, by its key, in every old backup.

    Returns:
        False when it was done before, or is not due.
    """
    due = Concern.objects.with_key(concern.pk).to_erase(today)
    empty = dict.fromkeys(("about", "words", "wish", "reach", "closed_reason"), "")
    if not due.update(erased_on=today, **empty):
        return False
    concern.messages.update(text="")
    write_event(concern, "erased", by=JOB, now=now)
    transaction.on_commit(lambda: destroy_key(concern.seal_key))
    return True
