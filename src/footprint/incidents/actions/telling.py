"""
Messages about incidents: a number, a kind, a date and a link. Never a name, never a text.

Mail lies in ordinary mailboxes and lights up on locked screens.
"""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from footprint.incidents.models import Incident
from footprint.notices.actions import queue
from footprint.users.models import User

NAMELESS = "This message names nobody on purpose. Sign in to read more."


def tell(
    incident: Incident, to: User, *, about: str, subject: str, sentence: str, now: datetime
) -> bool:
    """
    Queue one message to somebody who may see the incident.

    Args:
        about: makes the message one of its kind; asking twice queues it once.

    Returns:
        False when it was queued before.
    """
    address = settings.BASE_URL + reverse("incidents:show_incident", args=[incident.pk])
    return queue(
        key=f"incident:{incident.pk}:{about}:{to.pk}",
        to=to.email,
        subject=subject,
        body=f"{sentence}\n\n{address}\n\n{NAMELESS}\n",
        now=now,
        school_id=incident.school_id,
    )
