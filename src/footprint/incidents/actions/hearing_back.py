"""Those who told us hear back, in words that are safe to share; or it is said why not."""

from datetime import datetime

from django.db import transaction

from footprint.incidents.actions.taking import NotTold, change, write
from footprint.incidents.models import HearingBack, Incident
from footprint.users.models import User


@transaction.atomic
def hear_back(
    *, incident: Incident, told: bool, words: str, revision: int, by: User, now: datetime
) -> HearingBack:
    """
    Record what those who told us were told, word for word, or why they were told nothing.

    A person tells them; Footprint sends nothing. It may be done more than once.

    Raises:
        NotTold: nothing was written.
        StepNotAllowed: the incident is closed.
        ChangedMeanwhile.
    """
    if not words.strip():
        raise NotTold("Write what you told them, or why you told them nothing.")
    change(incident, revision=revision)
    made = HearingBack.objects.create(
        incident=incident, told=told, words=words.strip(), at=now, by=by
    )
    action = "reporter_told" if told else "reporter_not_told"
    write(incident, action=action, text=made.words, by=by, now=now)
    return made
