"""The grid of years and strands, the lessons one by one, and both as files."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.exports import Cell, as_response
from footprint.people.wording import year_word
from footprint.registers.lessons import actions
from footprint.registers.lessons.coverage import grid_of
from footprint.registers.lessons.figures import figures_of
from footprint.registers.lessons.forms import RecordFilter, YearsForm
from footprint.registers.lessons.models import ChosenYears, Lesson, LessonQuerySet
from footprint.registers.lessons.presenting import (
    cell_detail,
    cell_word,
    group_words,
    shown_lessons,
    shown_lines,
    shown_topics,
    strand_words,
)
from footprint.registers.lessons.views.finding import (
    lessons_for,
    may_change,
    paged,
    promised_to,
    the_school,
    today,
    years_for,
)
from footprint.registers.lessons.waiting import waiting_for
from footprint.registers.lessons.wording import MEANINGS, SHORT, STRANDS
from footprint.rulebook.terms import Strand
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.LESSONS_READ)
def list_lessons(request: SignedInRequest) -> HttpResponse:
    """Years by strands, the gaps, and what the policy promises beside what was taught."""
    school, years, promised = the_school(request), years_for(request), promised_to(request)
    chosen = RecordFilter(request.GET.dict(), school=school, today=today())
    taught = lessons_for(request).taught().between(chosen.days.first, chosen.days.last)
    by_strand = taught.by_strand()
    context = {
        "years": years,
        "chosen": chosen,
        "lines": shown_lines(grid_of(school.pk, days=chosen.days, years=years)),
        "headings": [SHORT[strand] for strand in Strand],
        "strands": [(STRANDS[strand], MEANINGS[strand]) for strand in Strand],
        "promised": promised,
        "topics": shown_topics(promised, by_strand),
        "well_being": by_strand.get(Strand.WELL_BEING, (0, None))[0],
        "figures": figures_of(school.pk, first=chosen.days.first, last=chosen.days.last),
        "waiting": waiting_for(request.user, school.pk, on=today()),
        "earlier": chosen.days.first.year - 1,
        "may_change": may_change(request),
        "may_see_needs": may(request.user, Permission.REPORTS_READ, school.pk),
    }
    return TemplateResponse(request, "lessons/list_lessons.html", context)


@requires(Permission.LESSONS_READ)
def list_recorded(request: SignedInRequest) -> HttpResponse:
    """Lessons one by one, filtered as somebody types."""
    chosen = RecordFilter(request.GET.dict(), school=the_school(request), today=today())
    page, urls = paged(_lessons(request, chosen).for_list(), request.GET)
    context = {
        "chosen": chosen,
        "about": _about(chosen),
        "rows": shown_lessons(page.object_list),
        "anything": lessons_for(request).current().exists(),
        "query": urlencode({**chosen.kept, **({"words": chosen.words} if chosen.words else {})}),
        "may_change": may_change(request),
        **urls,
    }
    return TemplateResponse(request, "lessons/list_recorded.html", context)


def _lessons(request: SignedInRequest, chosen: RecordFilter) -> LessonQuerySet:
    found = lessons_for(request).current().between(chosen.days.first, chosen.days.last)
    narrowed = found.about(chosen.strand).for_year(chosen.year_group)
    return narrowed.in_state(chosen.state or "").with_words(chosen.words)


def _about(chosen: RecordFilter) -> list[str]:
    """What the list is narrowed to, in words."""
    return [
        *([year_word(chosen.year_group)] if chosen.year_group is not None else []),
        *([str(STRANDS[chosen.strand])] if chosen.strand else []),
        *([str(chosen.state.label)] if chosen.state else []),
    ]


@requires(Permission.LESSONS_READ)
def export_lessons(request: SignedInRequest, form: str) -> HttpResponse:
    """The lessons of the list with the same choices."""
    chosen = RecordFilter(request.GET.dict(), school=the_school(request), today=today())
    columns = [
        _("Day"),
        _("State"),
        _("Lesson"),
        _("Strands"),
        _("For"),
        _("Taught by"),
        _("What it was about"),
        _("Recorded by"),
    ]
    rows = (_line(lesson) for lesson in _lessons(request, chosen).for_list())
    name = f"lessons {chosen.days.first.isoformat()} {chosen.days.last.isoformat()}"
    return as_response(name=name, columns=columns, rows=rows, form=form)


def _line(lesson: Lesson) -> list[Cell]:
    return [
        lesson.on,
        lesson.get_state_display(),
        lesson.title,
        strand_words(lesson),
        group_words(lesson.groups.all()),
        lesson.taught_by,
        lesson.words,
        lesson.recorded_by.name,
    ]


@requires(Permission.LESSONS_READ)
def export_grid(request: SignedInRequest, form: str) -> HttpResponse:
    """The grid as a table: years by strands, each cell in words."""
    school = the_school(request)
    chosen = RecordFilter(request.GET.dict(), school=school, today=today())
    grid = grid_of(school.pk, days=chosen.days, years=years_for(request))
    columns = [_("Year group"), *(str(STRANDS[strand]) for strand in Strand)]
    rows = (
        [
            year_word(line.year),
            *(": ".join(filter(None, (cell_word(cell), cell_detail(cell)))) for cell in line.cells),
        ]
        for line in grid
    )
    name = f"lessons by year {chosen.days.first.isoformat()}"
    return as_response(name=name, columns=columns, rows=rows, form=form)


@requires(Permission.LESSONS_CHANGE)
def choose_years(request: SignedInRequest) -> HttpResponse:
    """Which years the school has, while its register of people has no pupils."""
    before = ChosenYears.objects.of_school(request.school_id)
    initial = {"first": before.first, "last": before.last} if before else None
    form = YearsForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.choose_years(
            school=the_school(request),
            first=form.cleaned_data["first"],
            last=form.cleaned_data["last"],
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, _("The years were saved"))
        return redirect("lessons:list_lessons")
    context = {"form": form, "from_register": years_for(request).from_register}
    return TemplateResponse(request, "lessons/choose_years.html", context)
