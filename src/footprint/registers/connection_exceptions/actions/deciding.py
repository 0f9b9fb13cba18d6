"""The headteacher decides about a declared link; about the headteacher's own, the chair."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.policies.models import PolicyVersion
from footprint.registers.connection_exceptions.actions.telling import tell, write
from footprint.registers.connection_exceptions.models import ConnectionException, State
from footprint.registers.connection_exceptions.sides import close_to, desk_for, sides_of
from footprint.rulebook.terms import Role
from footprint.rulebook.writing.letters import british_date
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission

_MAY = {
    Role.HEADTEACHER: Permission.CONNECTIONS_DECIDE,
    Role.CHAIR: Permission.CONNECTIONS_DECIDE_HEAD,
}


class AlreadyDecided(Exception):
    """Somebody decided, changed or ended it since the page was shown; nothing was written."""


class NotTheirs(Exception):
    """It is for somebody else to decide: the chair for the headteacher's own, else the head."""


class TheirOwn(Exception):
    """They or their family are part of it: nobody decides about their own."""


@dataclass(frozen=True)
class Terms:
    """
    What an allowed link is allowed for.

    Args:
        limits: what holds besides, such as "no pictures of school"; may be empty.
        ends_on: the last day; there is always one.
    """

    reason: str
    limits: str
    starts_on: date
    ends_on: date


@transaction.atomic
def allow(*, connection: ConnectionException, terms: Terms, by: User, now: datetime) -> None:
    """
    Make an exception of a declared link.

    Raises:
        TheirOwn, NotTheirs, AlreadyDecided: see there.
        ValueError: no reason, or an end before the beginning.
    """
    if not terms.reason.strip() or terms.ends_on < terms.starts_on:
        raise ValueError("an exception has a reason, and ends after it begins")
    _take(
        connection,
        State.ALLOWED,
        by=by,
        now=now,
        reason=terms.reason.strip(),
        limits=terms.limits.strip(),
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        looked_at_on=timezone.localdate(now),
    )
    pieces = [
        f"From {british_date(terms.starts_on)} to {british_date(terms.ends_on)}",
        terms.reason.strip(),
        f"Limits: {terms.limits.strip()}" if terms.limits.strip() else "",
    ]
    text = " ".join(f"{piece.rstrip('.')}." for piece in pieces if piece)
    _tell_decision(connection, "allowed", text, by, now)


@transaction.atomic
def refuse(*, connection: ConnectionException, reason: str, by: User, now: datetime) -> None:
    """
    Say that a declared link is no exception; what the policy says of it holds.

    Raises:
        TheirOwn, NotTheirs, AlreadyDecided: see there.
        ValueError: no reason.
    """
    if not reason.strip():
        raise ValueError("a refusal has a reason")
    _take(connection, State.REFUSED, by=by, now=now, reason=reason.strip())
    _tell_decision(connection, "refused", reason.strip(), by, now)


@transaction.atomic
def change_end(
    *,
    connection: ConnectionException,
    seen: date | None,
    ends_on: date,
    reason: str,
    by: User,
    now: datetime,
) -> None:
    """
    Give an allowed link another last day.

    Args:
        seen: the last day as the page showed it.

    Raises:
        TheirOwn, NotTheirs, AlreadyDecided: see there.
        ValueError: no reason, or a day before its first.
    """
    check_may_decide(connection, by)
    if not reason.strip() or (connection.starts_on and ends_on < connection.starts_on):
        raise ValueError("a new end has a reason, and comes after the beginning")
    same = ConnectionException.objects.with_key(connection.pk).allowed().filter(ends_on=seen)
    if not same.update(ends_on=ends_on, looked_at_on=timezone.localdate(now)):
        raise AlreadyDecided
    connection.refresh_from_db()
    text = f"Now until {british_date(ends_on)}. {reason.strip()}"
    details = {"ends_on": ends_on.isoformat()}
    write(connection, action="changed", by=by, text=text, details=details, now=now)


@transaction.atomic
def place_again(*, connection: ConnectionException, by_words: str, now: datetime) -> bool:
    """
    Move a waiting link to the chair or back, when heads or families changed since.

    Returns:
        whether it was moved by this call.
    """
    desk = desk_for(sides_of(connection), connection.school).value
    waiting = ConnectionException.objects.with_key(connection.pk).waiting()
    if desk == connection.desk or not waiting.update(desk=desk):
        return False
    connection.desk = desk
    write(connection, action="moved", by_words=by_words, details={"desk": desk}, now=now)
    return True


def check_may_decide(connection: ConnectionException, by: User) -> None:
    """
    Refuse whoever may not decide about this link.

    Raises:
        TheirOwn, NotTheirs: see there.
    """
    if by in close_to(sides_of(connection), connection.school):
        raise TheirOwn
    if not may(by, _MAY[Role(connection.desk)], connection.school_id):
        raise NotTheirs


def _take(
    connection: ConnectionException, state: State, *, by: User, now: datetime, **fields: object
) -> None:
    """Compare and set: of two at once, one is told."""
    check_may_decide(connection, by)
    today = timezone.localdate(now)
    version = PolicyVersion.objects.in_force(school_id=connection.school_id, on=today)
    taken = (
        ConnectionException.objects.with_key(connection.pk)
        .waiting()
        .update(state=state, decided_at=now, decided_by=by, policy_version=version, **fields)
    )
    if not taken:
        raise AlreadyDecided
    connection.refresh_from_db()


def _tell_decision(
    connection: ConnectionException, action: str, text: str, by: User, now: datetime
) -> None:
    ends = connection.ends_on.isoformat() if connection.ends_on else None
    write(connection, action=action, by=by, text=text, details={"ends_on": ends}, now=now)
    if connection.user and connection.user.is_active:
        tell(
            [connection.user],
            key=f"connection:{connection.pk}:decided",
            subject="your declared link was decided",
            sentence="A link that you declared was decided. Sign in to read the decision.",
            page="show_mine",
            pk=connection.pk,
            school_id=connection.school_id,
            now=now,
        )
