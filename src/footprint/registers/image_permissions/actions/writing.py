"""What is sent to people without an account: a link and a sentence; no name, no answer."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from footprint.notices.actions import queue
from footprint.people.models import Person

PURPOSE = "images"


def address(token: str) -> str:
    """The whole address of the page behind a one-time link."""
    return settings.BASE_URL + reverse("image_permissions:answer_question", args=[token])


def write_question(*, giver: Person, token: str, key: str, now: datetime, again: bool) -> None:
    """
    Ask for answers, or remind of the question.

    Args:
        key: of the outbox: the same message is sent once.
    """
    school = giver.school.name
    subject = f"{school}: may we use pictures?"
    if again:
        subject = f"{school}: a reminder: may we use pictures?"
    body = (
        f"{school} asks for your answer: may we use photographs and videos, and where?\n\n"
        "Open this link to answer. It takes a minute, works on any phone and needs no password:\n"
        f"{address(token)}\n\n"
        "The link is for you alone: please do not pass it on. You may say yes or no to each use, "
        "and change your answer whenever you like. If you do not answer, we do not use pictures.\n"
    )
    queue(key=key, to=giver.email, subject=subject, body=body, now=now, school_id=giver.school_id)


def write_saved(*, giver: Person, token: str, now: datetime) -> None:
    """Confirm that answers were stored, with the way to change them; nothing without an address."""
    if not giver.email:
        return
    school = giver.school.name
    body = (
        "Your answers about pictures are stored. To see them, to change them or to take back a "
        "yes, open this link. It needs no password:\n"
        f"{address(token)}\n\n"
        "The link is for you alone: please do not pass it on. If it was not you who answered, "
        "tell the school office.\n"
    )
    queue(
        key=f"images.saved:{giver.pk}:{now.isoformat()}",
        to=giver.email,
        subject=f"{school}: your answers about pictures are stored",
        body=body,
        now=now,
        school_id=giver.school_id,
    )
