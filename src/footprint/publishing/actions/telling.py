"""E-mails about drafts and take-downs: that something waits, never what, nor about whom."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from footprint.notices.actions import queue
from footprint.publishing.models import Draft, TakeDown
from footprint.users.models import User


def tell_approvers(draft: Draft, people: Iterable[User], *, revision: int, now: datetime) -> None:
    """One message for each who may approve it."""
    for person in people:
        queue(
            key=f"publishing.approve:{draft.pk}:{revision}:{person.pk}",
            to=person.email,
            subject="Footprint: a draft waits for your approval",
            body=f"A draft waits for your approval. Read it and decide:\n\n{_address(draft)}\n",
            now=now,
            school_id=draft.school_id,
        )


def tell_author(draft: Draft, what: str, *, revision: int, now: datetime) -> None:
    """That it was approved or sent back."""
    queue(
        key=f"publishing.decided:{draft.pk}:{revision}:{what}",
        to=draft.author.email,
        subject=f"Footprint: your draft was {what}",
        body=f"Your draft was {what}. What to do next stands here:\n\n{_address(draft)}\n",
        now=now,
        school_id=draft.school_id,
    )


def tell_of_end(draft: Draft, *, now: datetime) -> int:
    """That a draft ends soon, once for each last day; returns how many messages were queued."""
    return queue(
        key=f"publishing.ending:{draft.pk}:{draft.expires_on.isoformat()}",
        to=draft.author.email,
        subject="Footprint: a draft of yours ends soon",
        body=f"Finish it, or it is deleted with its pictures:\n\n{_address(draft)}\n",
        now=now,
        school_id=draft.school_id,
    )


def tell_owner(task: TakeDown, stage: str, people: Iterable[User], *, now: datetime) -> int:
    """
    That something has to come down.

    Args:
        stage: of the reminder; each goes once to each person.

    Returns:
        how many messages were queued by this call.
    """
    school_id = task.use.publication.school_id
    address = settings.BASE_URL + reverse("publishing:list_take_downs")
    return sum(
        queue(
            key=f"publishing.take_down:{task.pk}:{stage}:{person.pk}",
            to=person.email,
            subject="Footprint: something that is published has to come down",
            body=f"Something that your school published has to come down.\n\n{address}\n",
            now=now,
            school_id=school_id,
        )
        for person in people
    )


def _address(draft: Draft) -> str:
    return settings.BASE_URL + reverse("publishing:show_draft", args=[draft.pk])
