"""
How sign-in differs here: accounts are made by the school, and an outsider can lock nobody out.

A file of its own because allauth asks for a class by its path.
"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from footprint.users.devices import known_device
from footprint.users.models import User


class StaffOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """No sign-up; a browser used before has limits of its own; our words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The email address or the password is not right"),
        "too_many_login_attempts": _(
            "Too many tries. Wait five minutes, then try again, or choose a new password"
        ),
        "enter_current_password": _("This is not your password now"),
        "incorrect_password": _("The password is not right"),
        "rate_limited": _("Too many tries. Wait five minutes, then try again"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Whose tries are counted together: an address, or a browser this person used before."""
        device = known_device(request, email=request.POST.get("login", "").strip())
        return f"device:{device}" if device else str(super().get_client_ip(request))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{known_device(request, email=credentials.get('email', ''))}"

    def set_password(self, user: User, password: str) -> None:
        """Whoever proved who they are, by the old password or the link, may sign in at once."""
        super().set_password(user, password)
        self._delete_login_attempts_cached_email(context.request, email=user.email)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("users:show_me")

    def format_email_subject(self, subject: str) -> str:
        """Without the host's name in brackets: the sender says where it comes from."""
        return str(subject)
