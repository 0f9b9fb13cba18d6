"""The governors' report as a page, a PDF and a table; the audit trail."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from footprint.audit.models import ChainHead
from footprint.audit.verifying import verify
from footprint.registers.lessons.wording import STRANDS
from footprint.reports.exporting import as_csv
from footprint.reports.figures import figures_of
from footprint.reports.forms import PeriodForm
from footprint.reports.lesson_needs import last_terms, needs_of
from footprint.reports.periods import Period
from footprint.reports.presenting import HIDDEN, Section, sections_of
from footprint.reports.printing import as_pdf
from footprint.reports.trail import page_of
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.REPORTS_READ)
def governors(request: SignedInRequest) -> HttpResponse:
    """The report, with a form to choose the days."""
    school, form, period, sections = _report(request)
    context = {
        "form": form,
        "period": period,
        "sections": sections,
        "title": _title(school),
        "may_read_trail": may(request.user, Permission.AUDIT_READ, request.school_id),
        "query": request.GET.urlencode() if form.is_bound and form.is_valid() else "",
    }
    return TemplateResponse(request, "reports/governors.html", context)


@requires(Permission.REPORTS_READ)
def print_governors(request: SignedInRequest) -> HttpResponse:
    """The same as a PDF to keep with the minutes."""
    school, _form, period, sections = _report(request)
    pdf = as_pdf(
        title=_title(school),
        school=school.name,
        period=str(period),
        printed_on=date_format(timezone.localdate(), "j F Y"),
        audit_code=_audit_code(),
        words=_words_of_paper(),
        sections=sections,
    )
    return _file(pdf, "application/pdf", school, period, "pdf")


@requires(Permission.REPORTS_READ)
def export_governors(request: SignedInRequest) -> HttpResponse:
    """The same as a table for a spreadsheet program."""
    school, _form, period, sections = _report(request)
    data = as_csv(school.name, str(period), sections)
    return _file(data, "text/csv; charset=utf-8", school, period, "csv")


@requires(Permission.REPORTS_READ)
def suggest_lessons(request: SignedInRequest) -> HttpResponse:
    """What the incidents of the last terms suggest to teach next."""
    school, today = get_object_or_404(School, pk=request.school_id), timezone.localdate()
    context = {
        "period": last_terms(school, on=today),
        "needs": [
            (need, STRANDS[need.strand], HIDDEN[need.hidden] if need.hidden else need.count)
            for need in needs_of(school, reader=request.user, on=today)
        ],
        "may_plan": may(request.user, Permission.LESSONS_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "reports/suggest_lessons.html", context)


@requires(Permission.AUDIT_READ)
def audit_trail(request: SignedInRequest) -> HttpResponse:
    """Who did what at this school, newest first; checked from end to end if asked."""
    before = _moment(request.GET.get("before", ""))
    page = page_of(request.user, request.school_id, before=before)
    context = {
        "page": page,
        "older_url": f"?before={page.older:%Y-%m-%dT%H:%M:%S.%fZ}" if page.older else "",
        "checked": verify() if "check" in request.GET else None,
    }
    return TemplateResponse(request, "reports/audit_trail.html", context)


def _report(request: SignedInRequest) -> tuple[School, PeriodForm, Period, list[Section]]:
    now = timezone.now()
    school = get_object_or_404(School, pk=request.school_id)
    form = PeriodForm(request.GET, today=timezone.localdate(now))
    period = form.period()
    figures = figures_of(school, period, reader=request.user, now=now)
    return school, form, period, sections_of(figures)


def _title(school: School) -> str:
    return _("Report to the %(governors)s") % {"governors": school.governors_word}


def _audit_code() -> str:
    head = ChainHead.objects.first()
    return head.digest if head else ""


def _words_of_paper() -> dict[str, str]:
    return {
        "printed_on": _("Printed on"),
        "small_numbers": _(
            "Numbers from 1 to 4 are shown as “fewer than 5”, so that nobody can be recognised. "
            "“Not shown” hides a number from which such a small one could be worked out."
        ),
        "what": _("What"),
        "how_many": _("How many"),
        "of": _("Of"),
        "audit_code": _("State of the audit trail when this was printed:"),
    }


def _file(data: bytes, kind: str, school: School, period: Period, end: str) -> HttpResponse:
    name = f"report-{slugify(school.name)}-{period.first}-{period.last}.{end}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=kind, headers=headers)


def _moment(text: str) -> datetime | None:
    """A moment from the address bar; None for anything else."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None
