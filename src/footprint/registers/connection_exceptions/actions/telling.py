"""History, audit and messages of this room. Messages hold a kind and a link, never a name."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from footprint.audit.actions import record
from footprint.notices.actions import queue
from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.registers.connection_exceptions.sides import close_to, sides_of
from footprint.rulebook.terms import Role
from footprint.users.access import holders
from footprint.users.models import User

NAMELESS = "This message names nobody on purpose. Sign in to read more."


def write(
    connection: ConnectionException,
    *,
    action: str,
    now: datetime,
    by: User | None = None,
    by_words: str = "",
    text: str = "",
    details: Mapping[str, object] | None = None,
) -> None:
    """
    Add a line to a link's history, and an event without names to the audit chain.

    Args:
        by_words: who did it, where nobody is signed in: "system: " and the job's name, or how.
    """
    connection.entries.create(at=now, by=by, by_words=by_words, action=action, text=text)
    record(
        by=by.username if by else by_words,
        action=f"connection_exceptions.{action}",
        target=f"connection:{connection.pk}",
        school_id=connection.school_id,
        now=now,
        details=details,
    )


def deciders(connection: ConnectionException) -> list[User]:
    """Who may decide about it now: those at its desk, without both sides and their families."""
    barred = close_to(sides_of(connection), connection.school)
    return list(holders(connection.school_id, [Role(connection.desk)], but=barred))


def page_for(connection: ConnectionException) -> str:
    """The address of the page on which its desk decides."""
    of_head = connection.desk == Role.CHAIR.value
    return "show_head_connection" if of_head else "show_connection"


def tell(
    people: Iterable[User],
    *,
    key: str,
    subject: str,
    sentence: str,
    page: str,
    school_id: int,
    now: datetime,
    pk: int | None = None,
) -> int:
    """
    Queue one message to each of these people.

    Args:
        key: makes the message one of its kind; asking twice queues it once.
        page: the name of the page in this room that it leads to; `pk` is of what it shows.

    Returns:
        how many were queued by this call.
    """
    path = reverse(f"connection_exceptions:{page}", args=[] if pk is None else [pk])
    body = f"{sentence}\n\n{settings.BASE_URL}{path}\n\n{NAMELESS}\n"
    return sum(
        queue(
            key=f"{key}:{person.pk}",
            to=person.email,
            subject=f"Footprint: {subject}",
            body=body,
            now=now,
            school_id=school_id,
        )
        for person in people
    )
