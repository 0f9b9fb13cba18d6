"""End a link: it is gone, somebody left, the date has passed."""

from datetime import datetime

from django.db import transaction

from footprint.registers.connection_exceptions.actions.telling import write
from footprint.registers.connection_exceptions.models import (
    ConnectionException,
    EndReason,
    State,
)
from footprint.users.models import User


class AlreadyEnded(Exception):
    """Somebody ended or refused it before; nothing was written."""


@transaction.atomic
def end(
    *,
    connection: ConnectionException,
    why: EndReason,
    now: datetime,
    by: User | None = None,
    by_words: str = "",
    text: str = "",
) -> None:
    """
    End a link that waits or is allowed. From then on the policy holds as for everybody.

    Args:
        by, by_words: who; exactly one of them. `by_words` is "system: " and the job's name.

    Raises:
        AlreadyEnded: see there.
    """
    ended = (
        ConnectionException.objects.with_key(connection.pk)
        .open()
        .update(state=State.ENDED, ended_at=now, end_reason=why.value)
    )
    if not ended:
        raise AlreadyEnded
    connection.refresh_from_db()
    words = f"{why.label}. {text.strip()}".strip() if text.strip() else f"{why.label}."
    details = {"why": why.value}
    write(
        connection, action="ended", by=by, by_words=by_words, text=words, details=details, now=now
    )
