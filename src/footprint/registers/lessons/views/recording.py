"""Record and plan lessons, say that one was taught, correct one, take one back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from footprint.registers.lessons import actions
from footprint.registers.lessons.forms import LessonForm, ReasonForm, RecordFilter, TaughtForm
from footprint.registers.lessons.forms.lessons import group_key
from footprint.registers.lessons.presenting import group_words, shown_lessons, strand_words
from footprint.registers.lessons.views.finding import (
    current_lesson_for,
    lesson_for,
    lessons_for,
    may_change,
    the_school,
    today,
    years_for,
)
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

CHANGED = gettext_lazy("Somebody has changed it meanwhile. Look at it again.")


@requires(Permission.LESSONS_CHANGE)
def record_lesson(request: SignedInRequest) -> HttpResponse:
    """A lesson that was taught, to one class or to whole year groups at once."""
    return _add(request, planned=False)


@requires(Permission.LESSONS_CHANGE)
def plan_lesson(request: SignedInRequest) -> HttpResponse:
    """A lesson to come."""
    return _add(request, planned=True)


def _add(request: SignedInRequest, *, planned: bool) -> HttpResponse:
    school = the_school(request)
    form = LessonForm(
        request.POST or None,
        years=years_for(request),
        today=today(),
        planned=planned,
        initial=_asked_for(request, planned=planned),
    )
    if form.is_valid():
        lesson = actions.record_lesson(
            school=school, details=form.details(), by=request.user, now=timezone.now()
        )
        messages.success(
            request, _("The lesson was planned") if planned else _("The lesson was recorded")
        )
        return redirect("lessons:show_lesson", pk=lesson.pk)
    context = {"form": form, "planned": planned}
    return TemplateResponse(request, "lessons/write_lesson.html", context)


def _asked_for(request: SignedInRequest, *, planned: bool) -> dict[str, Any]:
    """What a link to the form says already: the strand and year of a gap."""
    asked = RecordFilter(request.GET.dict(), school=the_school(request), today=today())
    year = asked.year_group
    return {
        "strands": [asked.strand.value] if asked.strand else [],
        "groups": [group_key(year)] if year is not None else [],
        "on": None if planned else today(),
        "taught_by": "" if planned else request.user.name,
    }


@requires(Permission.LESSONS_READ)
def show_lesson(request: SignedInRequest, pk: int) -> HttpResponse:
    """One lesson with everything that it was before."""
    lesson = lesson_for(request, pk)
    history = list(lessons_for(request).of_line(lesson).for_list())
    context = {
        "lesson": lesson,
        "strands": strand_words(lesson),
        "groups": group_words(lesson.groups.all()),
        "history": shown_lessons(history),
        "newest": next((each for each in history if each.is_current), None),
        "may_change": may_change(request),
        "is_late": not lesson.is_taught and lesson.is_current and lesson.on < today(),
    }
    return TemplateResponse(request, "lessons/show_lesson.html", context)


@requires(Permission.LESSONS_CHANGE)
def mark_taught(request: SignedInRequest, pk: int) -> HttpResponse:
    """A planned lesson was taught."""
    lesson = current_lesson_for(request, pk)
    if lesson.is_taught:
        return redirect("lessons:show_lesson", pk=lesson.pk)
    form = TaughtForm(
        request.POST or None,
        today=today(),
        initial={
            "on": min(lesson.on, today()),
            "taught_by": lesson.taught_by or request.user.name,
        },
    )
    if form.is_valid():
        try:
            taught = actions.mark_taught(
                lesson=lesson, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        except actions.AlreadyEnded:
            form.add_error(None, CHANGED)
        else:
            messages.success(request, _("The lesson was recorded as taught"))
            return redirect("lessons:show_lesson", pk=taught.pk)
    context = {"form": form, "lesson": lesson}
    return TemplateResponse(request, "lessons/mark_taught.html", context)


@requires(Permission.LESSONS_CHANGE)
def correct_lesson(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was recorded wrongly ends with a reason; what is right is added."""
    lesson = current_lesson_for(request, pk)
    form = LessonForm(
        request.POST or None,
        years=years_for(request),
        today=today(),
        planned=not lesson.is_taught,
        corrects=lesson,
    )
    if form.is_valid():
        try:
            right = actions.correct_lesson(
                lesson=lesson,
                details=form.details(),
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyEnded:
            form.add_error(None, CHANGED)
        else:
            messages.success(request, _("The lesson was corrected"))
            return redirect("lessons:show_lesson", pk=right.pk)
    context = {"form": form, "lesson": lesson, "planned": not lesson.is_taught}
    return TemplateResponse(request, "lessons/write_lesson.html", context)


@requires(Permission.LESSONS_CHANGE)
def withdraw_lesson(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was not taught after all, or will not be."""
    lesson = current_lesson_for(request, pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            actions.withdraw_lesson(
                lesson=lesson,
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyEnded:
            form.add_error(None, CHANGED)
        else:
            messages.success(request, _("The lesson counts no more. It stays on record."))
            return redirect("lessons:show_lesson", pk=lesson.pk)
    context = {"form": form, "lesson": lesson}
    return TemplateResponse(request, "lessons/withdraw_lesson.html", context)
