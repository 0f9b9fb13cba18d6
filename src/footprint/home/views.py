"""Today: what waits for me; and the pages that the footer leads to."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.home.waiting import waiting_for
from footprint.users.access import SignedInRequest, public, requires
from footprint.users.permissions import Permission


@requires(Permission.TODAY_READ)
def today(request: SignedInRequest) -> HttpResponse:
    """What waits for this person at this school."""
    now = timezone.now()
    day = timezone.localdate(now)
    waiting = waiting_for(request.user, request.school_id, today=day, now=now)
    return TemplateResponse(request, "home/today.html", {"waiting": waiting, "today": day})


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
