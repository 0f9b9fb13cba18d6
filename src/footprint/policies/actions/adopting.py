"""Adopt a reviewed version, with the governing body's date and minute; or set a draft aside."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.audit.actions import record
from footprint.policies.leftopen import with_given
from footprint.policies.models import PolicyVersion
from footprint.rulebook.policy import policy_to_json
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School
from footprint.users.models import User


class CannotAdopt(Exception):
    """Something stands in the way of the adoption; says what, to the person who tried."""


@transaction.atomic
def adopt(
    *,
    version: PolicyVersion,
    adopted_on: date,
    minute: str,
    review_on: date | None,
    given: Mapping[tuple[ClauseName, str], int],
    by: User,
    now: datetime,
) -> PolicyVersion:
    """
    Fix the version as the school's policy from `adopted_on`.

    Args:
        given: {(clause, key): number} for what documents leave open, such as how many school days
            "promptly" means; kept without a sentence, as the school's own word. What the document
            states itself is not overruled by it.

    Raises:
        CannotAdopt: clauses are undecided, it was adopted or set aside meanwhile, or the day is
            in the future or before that of the version it would replace.
    """
    School.objects.select_for_update().get(pk=version.school_id)  # one adoption at a time
    draft = PolicyVersion.objects.drafts().select_for_update().filter(pk=version.pk).first()
    if draft is None:
        raise CannotAdopt(_("This version was already adopted or set aside."))
    _refuse_undecided(draft)
    _refuse_day(draft, adopted_on, today=timezone.localdate(now))
    draft.number = _next_number(draft.school_id)
    draft.adopted_on, draft.minute, draft.review_on = adopted_on, minute, review_on
    draft.adopted_at, draft.adopted_by = now, by
    draft.adopted_content = policy_to_json(with_given(draft.reviewed, given))
    draft.save()
    record(
        by=by.username,
        action="policies.adopted",
        target=f"policy_version:{draft.pk}",
        now=now,
        school_id=draft.school_id,
        details={"number": draft.number, "adopted_on": adopted_on.isoformat()},
    )
    return draft


def _refuse_undecided(draft: PolicyVersion) -> None:
    undecided = draft.reviews.undecided().count()
    if undecided:
        sentence = ngettext(
            "%d clause still waits for a decision.",
            "%d clauses still wait for a decision.",
            undecided,
        )
        raise CannotAdopt(sentence % undecided)


def _refuse_day(draft: PolicyVersion, adopted_on: date, *, today: date) -> None:
    """Numbers and days must run the same way: the version in force is the last by its day."""
    if adopted_on > today:
        raise CannotAdopt(_("The day of adoption lies in the future."))
    latest = PolicyVersion.objects.of_school(draft.school_id).adopted().first()
    if latest and latest.adopted_on and adopted_on < latest.adopted_on:
        sentence = _("Version %(number)s was adopted on %(day)s; this one cannot be older.")
        day = date_format(latest.adopted_on, "j F Y")
        raise CannotAdopt(sentence % {"number": latest.number, "day": day})


def _next_number(school_id: int) -> int:
    highest = PolicyVersion.objects.of_school(school_id).aggregate(highest=Max("number"))
    return (highest["highest"] or 0) + 1


@transaction.atomic
def set_aside(*, version: PolicyVersion, by: User, now: datetime) -> None:
    """
    Put a draft away for good; document and decisions are kept.

    Raises:
        CannotAdopt: it was adopted or set aside meanwhile.
    """
    if not PolicyVersion.objects.drafts().filter(pk=version.pk).update(set_aside_at=now):
        raise CannotAdopt(_("This version was already adopted or set aside."))
    record(
        by=by.username,
        action="policies.set_aside",
        target=f"policy_version:{version.pk}",
        now=now,
        school_id=version.school_id,
    )
