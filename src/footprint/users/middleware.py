"""
At the door of every request: is this session still good, at which school, with how many factors?

A middleware because every guarded page needs all three before its view runs.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.users.access import roles_of, schools_where
from footprint.users.devices import remember_device
from footprint.users.models import User
from footprint.users.permissions import Permission

SESSION_KEY = "school_id"
SIGNED_IN_KEY = "signed_in_at"
SEEN_KEY = "seen_at"

IDLE = timedelta(minutes=60)
IDLE_WITH_CASES = timedelta(minutes=15)  # a screen left open in the staff room shows no case
LONGEST = timedelta(hours=12)
GRAIN = timedelta(seconds=20)  # a session is written again only this often


class DoorMiddleware:
    """Ends stale sessions; sets `school_id` and `second_factor` for people who are signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, User):
            _end_if_stale(request, request.user, now=timezone.now())
        if request.user.is_authenticated:
            request.school_id = _school_of(request)  # type: ignore[attr-defined]
            request.second_factor = settings.DEMO or is_mfa_enabled(request.user)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if isinstance(request.user, User) and request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
            remember_device(request, response, email=request.user.email)
        return response


def _end_if_stale(request: HttpRequest, user: User, *, now: datetime) -> None:
    """Sign out whoever was away too long; whoever was not has been seen now."""
    signed_in = _moment(request, SIGNED_IN_KEY)
    seen = _moment(request, SEEN_KEY)
    if signed_in and seen:
        if now - seen > idle_limit(user) or now - signed_in > LONGEST:
            logout(request)
            messages.info(request, _("You were signed out because you were away. Sign in again."))
            return
        if now - seen < GRAIN:
            return
    request.session[SIGNED_IN_KEY] = (signed_in or now).isoformat()
    request.session[SEEN_KEY] = now.isoformat()


def _moment(request: HttpRequest, key: str) -> datetime | None:
    text = request.session.get(key)
    return datetime.fromisoformat(text) if text else None


def idle_limit(user: User) -> timedelta:
    """How long this person may be away before the session ends."""
    reads_cases = bool(schools_where(user, Permission.INCIDENTS_READ))
    return IDLE_WITH_CASES if reads_cases and not settings.DEMO else IDLE


def _school_of(request: HttpRequest) -> int:
    """The school chosen last, as long as the person still belongs to it; else their first."""
    places = roles_of(request.user)  # type: ignore[arg-type]
    chosen = request.session.get(SESSION_KEY)
    if chosen in places:
        return int(chosen)
    return next(iter(places), 0)
