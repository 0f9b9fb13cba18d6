"""List what only looks like an account of the school, and what was done about it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from footprint.audit.actions import record
from footprint.registers.official_accounts.models import (
    Look,
    Lookalike,
    LookalikeKind,
    LookalikeState,
)
from footprint.rulebook.terms import Platform
from footprint.schools.models import School
from footprint.users.models import User


class KnownAlready(Exception):
    """The list holds this address: `lookalike` is that row."""

    def __init__(self, lookalike: Lookalike) -> None:
        super().__init__(lookalike.pk)
        self.lookalike = lookalike


@dataclass(frozen=True)
class LookalikeDetails:
    """What somebody saw. Never who may be behind it."""

    address: str
    name: str
    platform: Platform
    kind: LookalikeKind
    state: LookalikeState
    seen_on: date
    note: str = ""


@transaction.atomic
def add_lookalike(
    *, school: School, details: LookalikeDetails, by: User, now: datetime
) -> Lookalike:
    """
    Put a lookalike on the list, with the first look at it.

    Raises:
        KnownAlready: its address is on the list.
    """
    try:
        with transaction.atomic():
            found = Lookalike.objects.create(
                school=school,
                address=details.address,
                name=details.name,
                platform=details.platform.value,
                kind=details.kind,
                state=details.state,
                seen_on=details.seen_on,
                added_at=now,
                added_by=by,
            )
    except IntegrityError:
        known = Lookalike.objects.get(school=school, address=details.address)
        raise KnownAlready(known) from None
    _look(found, details.kind, details.state, details.seen_on, details.note, by, now)
    _record("official_accounts.lookalike_added", found, by=by, now=now)
    return found


@transaction.atomic
def record_look(
    *,
    lookalike: Lookalike,
    kind: LookalikeKind,
    state: LookalikeState,
    on: date,
    note: str,
    by: User,
    now: datetime,
) -> None:
    """Add what was seen of it that day, or done about it; earlier looks stay."""
    _look(lookalike, kind, state, on, note, by, now)
    not_newer = Lookalike.objects.filter(pk=lookalike.pk, seen_on__lte=on)
    not_newer.update(kind=kind, state=state, seen_on=on)
    _record("official_accounts.lookalike_looked_at", lookalike, by=by, now=now)


def _look(
    lookalike: Lookalike,
    kind: LookalikeKind,
    state: LookalikeState,
    on: date,
    note: str,
    by: User,
    now: datetime,
) -> None:
    Look.objects.create(
        lookalike=lookalike, kind=kind, state=state, on=on, note=note, by=by, at=now
    )


def _record(action: str, lookalike: Lookalike, *, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"lookalike:{lookalike.pk}",
        school_id=lookalike.school_id,
        now=now,
    )
