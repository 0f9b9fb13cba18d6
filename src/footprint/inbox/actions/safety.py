"""The four safety questions. A yes takes the item off the reputation track, and alerts people."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from footprint.inbox.actions.receiving import NO_POLICY
from footprint.inbox.actions.taking import AlreadyDecided, change
from footprint.inbox.models import Item
from footprint.notices.actions import queue
from footprint.rulebook.decisions.safety import SafetyRuling, rule_on_safety
from footprint.rulebook.terms import Matter, Role, SafetyQuestion
from footprint.users.access import holders
from footprint.users.models import User
from footprint.worker.failpoints import failpoint


@transaction.atomic
def answer_safety(
    *,
    item: Item,
    answers: Mapping[SafetyQuestion, bool],
    subject_is_head: bool,
    revision: int,
    by: User,
    now: datetime,
) -> SafetyRuling:
    """
    Record a person's answers and follow them.

    Returns:
        the ruling: where it goes, and what to do now.

    Raises:
        AlreadyDecided, ChangedMeanwhile; ValueError when an answer is missing.
    """
    if item.decided:
        raise AlreadyDecided("This was already decided. Reopen it first.")
    policy = item.policy_version.policy if item.policy_version else NO_POLICY
    ruling = rule_on_safety(policy=policy, answers=answers, subject_is_head=subject_is_head)
    change(
        item,
        revision=revision,
        action="safety_answered",
        by=by,
        now=now,
        details={question.value: answers[question] for question in SafetyQuestion},
        safety={question.value: answers[question] for question in SafetyQuestion},
        safety_by=by,
        safety_at=now,
        **_follows(ruling, now),
    )
    if subject_is_head and ruling.leaves_reputation_track:
        item.shut_out.add(*holders(item.school_id, [Role.HEADTEACHER]))
    failpoint("inbox.answering")
    if ruling.leaves_reputation_track:
        _alert(item, ruling, revision, now)
    return ruling


def _follows(ruling: SafetyRuling, now: datetime) -> dict[str, object]:
    if ruling.matter is None or ruling.desk is None:
        return {}
    return {
        "matter": ruling.matter.value,
        "desk": ruling.desk.value,
        "due_date": timezone.localdate(now),
    }


def _alert(item: Item, ruling: SafetyRuling, revision: int, now: datetime) -> None:
    """Tell every role of the circle at once: an alert never waits for one absent person."""
    for person in holders(item.school_id, ruling.alerts, but=item.shut_out.all()):
        queue(
            key=f"safety:{item.pk}:{revision}:{person.pk}",
            to=person.email,
            subject=f"Footprint: item {item.pk} needs you now",
            body=_body(item, ruling),
            now=now,
            school_id=item.school_id,
        )


def _body(item: Item, ruling: SafetyRuling) -> str:
    """A number, a class and a link: mail is read over shoulders and forwarded."""
    kind = {
        Matter.SAFEGUARDING: "a safeguarding matter",
        Matter.ALLEGATION: "an allegation",
        Matter.ALLEGATION_HEAD: "an allegation",
    }[ruling.matter or Matter.SAFEGUARDING]
    link = settings.BASE_URL + reverse("inbox:show_item", args=[item.pk])
    return (
        f"Something seen online was marked as {kind}.\n\n{ruling.clock}\n\n"
        f"In danger ring 999 first.\n\nItem {item.pk}: {link}\n"
    )
