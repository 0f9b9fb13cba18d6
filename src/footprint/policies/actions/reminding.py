"""
Remind the head and the chair that the policy is due for review.

What is due is worked out from where the calendar stands, so a missed morning is caught up at the
next one, and each message goes once to each person.
"""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from footprint.notices.actions import queue
from footprint.policies.models import PolicyVersion
from footprint.rulebook.decisions.review import review_stage
from footprint.rulebook.terms import Role
from footprint.rulebook.writing.letters import british_date
from footprint.users.access import holders

TOLD = frozenset({Role.HEADTEACHER, Role.CHAIR})
ADVICE = (
    "Look at the ages, names and numbers in it, at what it does not say, and at what has changed "
    "in the school. Then upload the new text or go through it clause by clause. Until a new "
    "version is adopted, this one is followed."
)


@transaction.atomic
def remind_of_review(*, version: PolicyVersion, now: datetime) -> int:
    """
    Queue the reminder of this day's stage, if there is one.

    Args:
        version: the one in force at its school; an older one is nobody's concern any more.

    Returns:
        how many messages were queued by this call: 0 when it is run again.
    """
    today = timezone.localdate(now)
    stage = review_stage(review_on=version.review_on, on=today)
    if stage is None or version.review_on is None:
        return 0
    subject, sentence = _words(version.review_on, today)
    return sum(
        queue(
            key=f"policies.review:{version.pk}:{stage}:{person.pk}",
            to=person.email,
            subject=f"Footprint: the review of your policy {subject}",
            body=f"Your social media policy {sentence} {ADVICE}\n\n{_address()}\n",
            now=now,
            school_id=version.school_id,
        )
        for person in holders(version.school_id, TOLD)
    )


def _words(review_on: date, today: date) -> tuple[str, str]:
    day = british_date(review_on)
    if today < review_on:
        return "is due soon", f"is due for its review on {day}."
    if today == review_on:
        return "is due today", f"is due for its review today, {day}."
    return "is overdue", f"was due for its review on {day}."


def _address() -> str:
    return settings.BASE_URL + reverse("policies:list_versions")
