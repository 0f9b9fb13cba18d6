"""
Who stands on either side of a link or an attempt, and who must keep out of it.

A file of its own because declaring, deciding, reviewing and reporting all ask the same: the people
themselves and their families neither decide nor read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.people.family import family_of
from footprint.people.models import Person
from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.rulebook.policy import SCHOOL_ADULTS
from footprint.rulebook.terms import Audience, Party, Role
from footprint.schools.models import School
from footprint.users.access import holders
from footprint.users.models import User


@dataclass(frozen=True)
class Side:
    """
    One end of a link or an attempt.

    Args:
        person: their row in the register of people, where they are in it.
        user: who they sign in as, where they do.
        name: as somebody typed it; empty where `person` or `user` gives it.
    """

    party: Party
    person: Person | None = None
    user: User | None = None
    name: str = ""

    @property
    def shown(self) -> str:
        """Their name as the register has it, else as it was typed."""
        if self.person:
            return self.person.name
        return self.user.name if self.user else self.name.strip()

    @property
    def account(self) -> User | None:
        return self.user or (self.person.user if self.person else None)


def sides_of(connection: ConnectionException) -> tuple[Side, Side]:
    """Both ends of a declared link."""
    own = Side(Party(connection.party), connection.person, connection.user)
    other = Side(Party(connection.other_party), connection.other, None, connection.other_name)
    return own, other


def close_to(sides: Iterable[Side], school: School) -> set[User]:
    """These people as users, and everybody who is family of theirs and signs in here."""
    found: set[User] = set()
    for side in sides:
        if side.person:
            found |= set(family_of(side.person, school))
        if side.account:
            found |= {side.account, *family_of(side.account, school)}
    return found


def sharing_a_name(name: str, school_id: int) -> set[User]:
    """
    Everybody of the school whose family name stands in a typed name.

    Rather one person too many is kept out than one reads a report about themselves.
    """
    words = {word.strip(".,").casefold() for word in name.split()}
    members = holders(school_id, list(Role))
    return {
        user
        for user in members
        if user.name.split()[-1:] and user.name.split()[-1].casefold() in words
    }


def adults_of(school: School, on: date) -> list[tuple[str, str, Side]]:
    """
    The school's adults for a list: (key, what the list shows, who they are), by name.

    Everybody who signs in, and those in the register of people who do not.
    """
    people = Person.objects.of_school(school.pk).select_related("user")
    rows = {row.user_id: row for row in people.filter(user__isnull=False)}
    found = [
        (f"user-{user.pk}", user.name, Side(Party.STAFF, rows.get(user.pk), user))
        for user in holders(school.pk, set(Role) - {Role.OPERATOR})
    ]
    here = people.present(on).filter(user__isnull=True)
    for party in (Party.STAFF, Party.GOVERNOR, Party.VOLUNTEER, Party.CONTRACTOR):
        named = here.who_are(Audience(party.value))
        found += [(f"person-{row.pk}", row.name, Side(party, row)) for row in named]
    unique = {key: (key, label, side) for key, label, side in found}
    return sorted(unique.values(), key=lambda each: (each[1].casefold(), each[0]))


def desk_for(sides: Iterable[Side], school: School) -> Role:
    """The headteacher decides; where every headteacher or their family is part of it, the chair."""
    heads = set(holders(school.pk, [Role.HEADTEACHER]))
    barred = close_to(sides, school)
    return Role.CHAIR if heads and heads <= barred else Role.HEADTEACHER


def party_here(user: User, person: Person | None, roles: Iterable[Role]) -> Party:
    """What somebody who signs in is to the school: as the register says, else by their role."""
    parts = [Party(part.audience) for part in person.parts.current()] if person else []
    for party in (Party.STAFF, Party.GOVERNOR, Party.VOLUNTEER, Party.CONTRACTOR):
        if party in parts:
            return party
    held = set(roles)
    if held and held <= {Role.GOVERNOR, Role.CHAIR}:
        return Party.GOVERNOR
    return Party.STAFF


def party_of(person: Person) -> Party:
    """What somebody without an account is to the school; a pupil above all."""
    parts = {Party(part.audience) for part in person.parts.current()}
    for party in (Party.PUPIL, Party.STAFF, Party.GOVERNOR, Party.VOLUNTEER, Party.CONTRACTOR):
        if party in parts:
            return party
    return Party.PARENT


def person_here(user: User, school_id: int) -> Person | None:
    """Who they are in the register of people; None where they are not in it yet."""
    return Person.objects.of_school(school_id).of_user(user).first()


def is_adult(party: Party) -> bool:
    """One of the school's own adults."""
    return party in SCHOOL_ADULTS
