"""
Tell those who may read a concern that it is there. A kind and a link, never a name or a word.

Everybody of its circle gets the message: a report never waits for one person who is away.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from footprint.concerns.actions.taking import write_event
from footprint.concerns.models import Concern, Way
from footprint.incidents.actions.telling import NAMELESS
from footprint.notices.actions import queue

JOB = "system: concerns"


@transaction.atomic
def tell_circle(*, concern: Concern, now: datetime) -> int:
    """
    Queue a message for everybody who may read it now; once for what is new.

    Of a report from outside the event is written here: minutes or hours after it came.

    Returns:
        how many messages were queued.
    """
    mine = Concern.objects.with_key(concern.pk).untold()
    if not mine.update(told=True):
        return 0
    number = concern.messages.count()
    if concern.way != Way.STAFF:
        action = "reporter_wrote" if number else "received"
        details = {"way": concern.way, "matter": concern.matter, "kept_apart": concern.kept_apart}
        write_event(concern, action, by=JOB, now=now, details=details)
    key, path, sentence = _message(concern, number, now)
    return sum(
        queue(
            key=f"{key}:{reader.pk}",
            to=reader.email,
            subject="Footprint: a concern waits for you",
            body=f"{sentence}\n\n{settings.BASE_URL}{path}\n\n{NAMELESS}\n",
            now=now,
            school_id=concern.school_id,
        )
        for reader in concern.readers()
    )


def _message(concern: Concern, number: int, now: datetime) -> tuple[str, str, str]:
    """Its key, where it leads, and its sentence; of a flood one message a day."""
    if concern.kept_apart:
        key = f"concerns-apart:{concern.school_id}:{timezone.localdate(now)}"
        path = f"{reverse('concerns:list_concerns')}?show=apart"
        return key, path, "Reports that came in a flood are kept apart. Please look at them."
    path = reverse("concerns:show_concern", args=[concern.pk])
    key = f"concern:{concern.pk}:{number}"
    if number:
        return key, path, "Whoever raised a concern has written again."
    if concern.answers:
        return key, path, "A concern needs you now: a safety question was answered with yes."
    return key, path, "A concern waits for you."
