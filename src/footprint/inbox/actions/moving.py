"""Move an item to another desk, and shut out whoever is named in it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from footprint.inbox.actions.taking import AlreadyDecided, change
from footprint.inbox.models import Item
from footprint.rulebook.terms import Role
from footprint.users.models import User


@transaction.atomic
def move_to(*, item: Item, desk: Role, revision: int, by: User, now: datetime) -> None:
    """Lay it on another desk. Who may see it depends on its class, not on its desk."""
    if item.decided:
        raise AlreadyDecided("This was already decided. Reopen it first.")
    change(
        item,
        revision=revision,
        action="moved",
        by=by,
        now=now,
        details={"from": item.desk, "to": desk.value},
        desk=desk.value,
    )


@transaction.atomic
def shut_out(*, item: Item, people: Iterable[User], revision: int, by: User, now: datetime) -> None:
    """Whoever is named in it sees nothing of it from now on: no list, no count, no message."""
    named = list(people)
    change(
        item,
        revision=revision,
        action="people_shut_out",
        by=by,
        now=now,
        details={"users": [person.pk for person in named]},
    )
    item.shut_out.set(named)
