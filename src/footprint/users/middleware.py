"""
At the door of every request: which school is this person working in, and with how many factors?

A middleware because every guarded page needs both before its view runs.
"""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from footprint.users.access import roles_of

SESSION_KEY = "school_id"


class DoorMiddleware:
    """Sets `request.school_id` and `request.second_factor` for people who are signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            request.school_id = _school_of(request)  # type: ignore[attr-defined]
            request.second_factor = settings.DEMO or is_mfa_enabled(request.user)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _school_of(request: HttpRequest) -> int:
    """The school chosen last, as long as the person still belongs to it; else their first."""
    places = roles_of(request.user)  # type: ignore[arg-type]
    chosen = request.session.get(SESSION_KEY)
    if chosen in places:
        return int(chosen)
    return next(iter(places), 0)
