"""What the tests of signing in share."""

import time
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from footprint.users.models import User
from tests.cast import PASSWORD
from tests.pages import parse_page, text_of

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(
    client: Client, email: str, password: str = PASSWORD, *, address: str = "203.0.113.5"
) -> Any:
    """POST the sign-in form, as from this address."""
    data = {"login": email, "password": password}
    return client.post(reverse("account_login"), data, REMOTE_ADDR=address)


def words_of(response: Any) -> str:
    """The words of a page, after its form was checked."""
    return text_of(parse_page(response))


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def give_app(user: User) -> None:
    """Set up the second factor for this person, with `SECRET` in the app and recovery codes."""
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)


def code_now() -> str:
    """What the app shows at this moment."""
    return str(format_hotp_value(hotp_value(SECRET, int(time.time()) // 30)))
