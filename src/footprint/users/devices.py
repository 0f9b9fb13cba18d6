"""
Browsers in which somebody has signed in before, so that guessing cannot lock that person out.

A file of its own because the limits on guessing (`adapter`) and the door (`middleware`) share it.
Guesses from anywhere count against the account; tries from a browser that the person has used
before are counted apart. So an outsider who keeps guessing slows only strangers, never the person
at their own desk (the "device cookies" of OWASP).
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

SALT = "footprint.users.devices"
AGE = 180 * 24 * 3600


def _cookie_name() -> str:
    return "__Host-device" if settings.SESSION_COOKIE_SECURE else "device"


def _digest(email: str) -> str:
    return salted_hmac(SALT, email.lower()).hexdigest()


def known_device(request: HttpRequest, *, email: str) -> str:
    """The name of this browser if this person has signed in with it before; empty if not."""
    try:
        device, digest = signing.loads(
            request.COOKIES.get(_cookie_name(), ""), salt=SALT, max_age=AGE
        )
    except (signing.BadSignature, TypeError, ValueError):
        return ""
    return str(device) if secrets.compare_digest(str(digest), _digest(email)) else ""


def remember_device(request: HttpRequest, response: HttpResponse, *, email: str) -> None:
    """Leave a signed cookie that says who has signed in here; it opens nothing by itself."""
    if known_device(request, email=email):
        return
    response.set_cookie(
        _cookie_name(),
        signing.dumps([secrets.token_hex(8), _digest(email)], salt=SALT),
        max_age=AGE,
        httponly=True,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        samesite="Lax",
    )
