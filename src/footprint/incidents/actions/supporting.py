"""Support for the person the post is aimed at: offered, or why not. It comes before closing."""

from datetime import datetime

from django.db import transaction

from footprint.incidents.actions.taking import NotTold, change, write
from footprint.incidents.models import Incident
from footprint.users.models import User


@transaction.atomic
def record_support(
    *, incident: Incident, offered: bool, text: str, revision: int, by: User, now: datetime
) -> None:
    """
    Record what support was offered, or why none was.

    Raises:
        NotTold: nothing was written.
        StepNotAllowed: the incident is closed.
        ChangedMeanwhile.
    """
    if not text.strip():
        raise NotTold("Say what was offered, or why nothing was.")
    change(incident, revision=revision, support=text.strip())
    write(
        incident,
        action="support_offered" if offered else "support_not_offered",
        text=text.strip(),
        by=by,
        now=now,
    )
