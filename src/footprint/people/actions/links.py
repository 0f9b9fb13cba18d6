"""Links by which a person without an account answers one question once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from footprint.audit.actions import record
from footprint.people.models import OneTimeLink, Person

LASTS = timedelta(days=30)
_BYTES = 18  # 144 bits, 24 characters: short enough for a text message, far too many to guess


class LinkNotUsable(Exception):
    """The link was used, withdrawn, has ended, or never was. All are answered alike."""


@transaction.atomic
def make_link(
    *,
    person: Person,
    purpose: str,
    about: str = "",
    by: str,
    now: datetime,
    lasts: timedelta = LASTS,
) -> str:
    """
    Make a link for one person; earlier unused ones for the same question end.

    Args:
        purpose: the register that asks.
        about: that register's own key of the question.
        by: the user's e-mail address, or "system: " and the job's name.

    Returns:
        the token, which is kept nowhere: show it or send it now.
    """
    token = secrets.token_urlsafe(_BYTES)
    same = OneTimeLink.objects.for_purpose(purpose).filter(person=person, about=about)
    same.usable(now).update(withdrawn_at=now)
    link = OneTimeLink.objects.create(
        purpose=purpose,
        person=person,
        about=about,
        digest=_digest(token),
        made_at=now,
        ends_at=now + lasts,
    )
    record(
        by=by,
        action="people.link_made",
        target=f"person:{person.pk}",
        school_id=person.school_id,
        now=now,
        details={"purpose": purpose, "link": link.pk},
    )
    return token


def find_link(*, token: str, purpose: str, now: datetime) -> OneTimeLink:
    """
    The link behind a token, to show its question.

    Raises:
        LinkNotUsable: see there.
    """
    found = OneTimeLink.objects.for_purpose(purpose).usable(now)
    try:
        return found.get(digest=_digest(token))
    except OneTimeLink.DoesNotExist:
        raise LinkNotUsable from None


def spend_link(*, link: OneTimeLink, now: datetime) -> None:
    """
    Mark a link as used, inside the transaction that stores the answer.

    Raises:
        LinkNotUsable: it was used between showing the question and this answer.
    """
    spent = OneTimeLink.objects.usable(now).filter(pk=link.pk).update(used_at=now)
    if not spent:
        raise LinkNotUsable


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
