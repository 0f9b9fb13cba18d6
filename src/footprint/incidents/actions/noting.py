"""Add to the timeline: what happened, now or earlier. Nothing there is ever changed."""

from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.incidents.actions.taking import NotTold, write
from footprint.incidents.models import Entry, Incident
from footprint.users.models import User


@transaction.atomic
def add_note(
    *, incident: Incident, text: str, by: User, now: datetime, happened_at: datetime | None = None
) -> Entry:
    """
    Add a note; also after closing, because a correction is an added line.

    Args:
        happened_at: when it happened, if that was earlier: it is placed there and marked.

    Raises:
        NotTold: the note is empty, or lies in the future.
    """
    if not text.strip():
        raise NotTold("Write what happened.")
    if happened_at is not None and happened_at > now:
        raise NotTold("What has not happened yet cannot be noted. Set a next date instead.")
    return write(
        incident, action="note", text=text.strip(), by=by, now=now, happened_at=happened_at
    )


@transaction.atomic
def note_reading(*, incident: Incident, by: User, now: datetime, printed: bool = False) -> None:
    """Record that somebody opened a sensitive matter. Not on the timeline: in the audit chain."""
    record(
        by=by.username,
        action="incidents.printed" if printed else "incidents.read",
        target=f"incident:{incident.pk}",
        now=now,
        school_id=incident.school_id,
    )
