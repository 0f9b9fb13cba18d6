"""
The one-time link with which a person chooses a password, made without a web request.

A file of its own because allauth makes such links only while it answers a request, and the command
line has none. The link is allauth's own: it opens its page and works once.
"""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from footprint.users.models import User


def password_link(user: User) -> str:
    """The whole address; it works once, for PASSWORD_RESET_TIMEOUT seconds (3 days)."""
    path = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(user),
            "key": default_token_generator.make_token(user),
        },
    )
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def send_password_link(user: User) -> None:
    """
    Send the link at once, past the outbox: a link that opens an account is not stored.

    Raises:
        OSError: the mail server does not take it.
    """
    body = _("An account at Footprint was made for you. Choose your password here, within 3 days:")
    EmailMessage(
        subject=_("Choose your password for Footprint"),
        body=f"{body}\n\n{password_link(user)}\n",
        to=[user.email],
    ).send()
