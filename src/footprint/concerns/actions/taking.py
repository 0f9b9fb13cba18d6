"""Change a concern that is open, once; and the event of whatever was done."""

from collections.abc import Mapping
from datetime import datetime

from footprint.audit.actions import record
from footprint.concerns.models import Concern
from footprint.vault.fields import sealed_values


class AlreadyClosed(Exception):
    """Somebody closed it, or opened an incident from it, meanwhile; nothing was written."""


class NotTold(Exception):
    """Something that must be written down was not; the sentence says what."""


def change(concern: Concern, **fields: object) -> None:
    """
    Change an open concern. Call inside a transaction.

    Raises:
        AlreadyClosed: of two people at once, the second is told.
    """
    still_open = Concern.objects.with_key(concern.pk).open()
    if not still_open.update(**sealed_values(concern, fields)):
        raise AlreadyClosed
    concern.refresh_from_db(fields=list(fields))


def write_event(
    concern: Concern,
    action: str,
    *,
    by: str,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    """Add an event without names or words to the audit chain."""
    record(
        by=by,
        action=f"concerns.{action}",
        target=f"concern:{concern.pk}",
        school_id=concern.school_id,
        now=now,
        details=details,
    )
