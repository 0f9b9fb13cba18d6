"""Move an item to another desk, and shut out whoever is named in it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from footprint.inbox.actions.receiving import staffed
from footprint.inbox.actions.taking import AlreadyDecided, change
from footprint.inbox.models import Item
from footprint.incidents.circle import circle_of, shut_out_by
from footprint.rulebook.terms import Matter, Role
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
    """
    Whoever is named in it, and their family, sees nothing of it from now on.

    With nobody left at its desk it moves to the next one, and up to the chair and the trust where
    its whole circle is named.
    """
    named = list(shut_out_by(item.school, users=people))
    desk, matter = _where_now(item, named)
    change(
        item,
        revision=revision,
        action="people_shut_out",
        by=by,
        now=now,
        details={"users": sorted(person.pk for person in named)},
        desk=desk.value,
        matter=matter.value,
    )
    item.shut_out.set(named)


def _where_now(item: Item, named: list[User]) -> tuple[Role, Matter]:
    matter = Matter(item.matter)
    keys = {user.pk for user in named}
    if not circle_of(school_id=item.school_id, matter=matter, shut_out=keys):
        matter = Matter.ALLEGATION_HEAD
    desk, _why = staffed(item.school_id, Role(item.desk), matter, but=named)
    return desk, matter
