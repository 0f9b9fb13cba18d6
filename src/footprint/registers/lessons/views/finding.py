"""The rows that a page is about, as this person may see them at this school."""

from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone

from footprint.policies.models import PolicyVersion
from footprint.registers.lessons.models import (
    FamilyOffer,
    FamilyOfferQuerySet,
    Lesson,
    LessonQuerySet,
)
from footprint.registers.lessons.years import Years, years_of
from footprint.rulebook.decisions.lessons_promised import Promised, promised_lessons
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, may
from footprint.users.permissions import Permission

PAGE = 50


def today() -> date:
    """The day in the school's own calendar."""
    return timezone.localdate()


def the_school(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def may_change(request: SignedInRequest) -> bool:
    return may(request.user, Permission.LESSONS_CHANGE, request.school_id)


def years_for(request: SignedInRequest) -> Years:
    return years_of(request.school_id, on=today())


def lessons_for(request: SignedInRequest) -> LessonQuerySet:
    return Lesson.objects.seen_by(request.user).of_school(request.school_id)


def lesson_for(request: SignedInRequest, pk: int) -> Lesson:
    return get_object_or_404(lessons_for(request).for_list(), pk=pk)


def current_lesson_for(request: SignedInRequest, pk: int) -> Lesson:
    return get_object_or_404(lessons_for(request).current().for_list(), pk=pk)


def offers_for(request: SignedInRequest) -> FamilyOfferQuerySet:
    return FamilyOffer.objects.seen_by(request.user).of_school(request.school_id)


def current_offer_for(request: SignedInRequest, pk: int) -> FamilyOffer:
    return get_object_or_404(offers_for(request).current().for_list(), pk=pk)


def promised_to(request: SignedInRequest) -> Promised:
    """What the policy in force promises; it is for everybody of the school to read."""
    version = PolicyVersion.objects.in_force(school_id=request.school_id, on=today())
    return promised_lessons(policy=version.policy if version else None)


def paged(rows: QuerySet, given: QueryDict) -> tuple[Page, dict[str, str]]:  # type: ignore[type-arg]
    """One page, and the addresses of its neighbours under the same choices."""
    page = Paginator(rows, PAGE).get_page(given.get("page"))
    kept = {name: value for name, value in given.items() if name != "page" and value}
    urls = {}
    if page.has_previous():
        urls["newer_url"] = f"?{urlencode({**kept, 'page': page.previous_page_number()})}"
    if page.has_next():
        urls["older_url"] = f"?{urlencode({**kept, 'page': page.next_page_number()})}"
    return page, urls
