"""Declare a link: by signing in, by a one-time link, or told to the office."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from footprint.people.actions import spend_link
from footprint.people.models import OneTimeLink
from footprint.registers.connection_exceptions.actions.telling import (
    deciders,
    page_for,
    tell,
    write,
)
from footprint.registers.connection_exceptions.models import ConnectionException, How, LinkKind
from footprint.registers.connection_exceptions.sides import Side, desk_for
from footprint.rulebook.terms import ConnectionKind, Platform
from footprint.schools.models import School
from footprint.users.models import User


class AlreadyDeclared(Exception):
    """These two people have a link in the register that waits or is allowed."""


class WithThemselves(Exception):
    """Both sides are the same person."""


@dataclass(frozen=True)
class Declaration:
    """
    What somebody says about a link.

    Args:
        platforms, kinds: where, and how they are connected there.
        note: in their own words; may be empty.
    """

    own: Side
    other: Side
    link: LinkKind
    platforms: Iterable[Platform]
    kinds: Iterable[ConnectionKind]
    note: str = ""


@transaction.atomic
def declare(
    *,
    school: School,
    declaration: Declaration,
    how: How,
    by: User | None,
    now: datetime,
) -> ConnectionException:
    """
    Put a link into the register and tell whoever decides about it.

    Args:
        by: who wrote it down; None for a one-time link.

    Raises:
        AlreadyDeclared, WithThemselves: see there.
    """
    own, other = declaration.own, declaration.other
    if own.person is not None and own.person == other.person:
        raise WithThemselves
    connection = _create(school, declaration, how, by, now)
    own_way = {How.ONE_TIME_LINK: "a one-time link"}.get(how, "")
    write(
        connection,
        action="declared",
        by=by,
        by_words=own_way,
        text=declaration.note,
        details={"how": connection.how, "link": connection.link, "desk": connection.desk},
        now=now,
    )
    tell(
        deciders(connection),
        key=f"connection:{connection.pk}:declared",
        subject="a declared link waits for you",
        sentence="Somebody declared a link to a person of the school. It waits for a decision.",
        page=page_for(connection),
        pk=connection.pk,
        school_id=school.pk,
        now=now,
    )
    return connection


@transaction.atomic
def declare_by_link(
    *, link: OneTimeLink, declaration: Declaration, now: datetime
) -> ConnectionException:
    """
    The same by somebody without an account; the link is spent in the same transaction.

    Raises:
        LinkNotUsable: it was used between showing the form and this answer.
        AlreadyDeclared, WithThemselves: see there; the link can still be used.
    """
    spend_link(link=link, now=now)
    return declare(
        school=link.person.school,
        declaration=declaration,
        how=How.ONE_TIME_LINK,
        by=None,
        now=now,
    )


def _create(
    school: School, declaration: Declaration, how: How, by: User | None, now: datetime
) -> ConnectionException:
    own, other = declaration.own, declaration.other
    try:
        with transaction.atomic():
            return ConnectionException.objects.create(
                school=school,
                person=own.person,
                user=own.account,
                party=own.party.value,
                other=other.person,
                other_name="" if other.person else other.shown,
                other_party=other.party.value,
                link=declaration.link.value,
                platforms=sorted(each.value for each in declaration.platforms),
                kinds=sorted(each.value for each in declaration.kinds),
                note=declaration.note.strip(),
                how=how.value,
                declared_at=now,
                declared_by=by,
                desk=desk_for((own, other), school).value,
            )
    except IntegrityError as error:
        raise AlreadyDeclared from error
