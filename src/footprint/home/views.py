"""Today: what waits for me; and the pages that the footer leads to."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.home.registers import Task, registers_for, tasks_for
from footprint.home.waiting import waiting_for
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, public, requires
from footprint.users.permissions import Permission


@requires(Permission.TODAY_READ)
def today(request: SignedInRequest) -> HttpResponse:
    """What waits for this person at this school."""
    now = timezone.now()
    day = timezone.localdate(now)
    context = {
        "waiting": waiting_for(request.user, request.school_id, today=day, now=now),
        "tasks": _tasks(request, day),
        "today": day,
    }
    return TemplateResponse(request, "home/today.html", context)


@requires(Permission.TODAY_READ)
def list_registers(request: SignedInRequest) -> HttpResponse:
    """Every register that this person may open, with what waits there."""
    context = {
        "registers": registers_for(request.user, request.school_id),
        "tasks": _tasks(request, timezone.localdate()),
    }
    return TemplateResponse(request, "home/list_registers.html", context)


def _tasks(request: SignedInRequest, day: date) -> list[Task]:
    school = School.objects.seen_by(request.user).in_bulk([request.school_id])
    return tasks_for(request.user, school[request.school_id], on=day) if school else []


@public
def show_help(request: HttpRequest) -> HttpResponse:
    """How to begin, and where to turn in an emergency."""
    return TemplateResponse(request, "home/show_help.html")


@public
def show_accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return TemplateResponse(request, "home/show_accessibility.html")


@public
def show_about(request: HttpRequest) -> HttpResponse:
    """What Footprint is, what it does not do, and its licence."""
    return TemplateResponse(request, "home/show_about.html")
