"""
Who can see an incident, by name.

A file of its own because pages show it before anything is saved, and actions refuse to leave an
incident with an owner outside it. It gives the same answer as `Incident.objects.seen_by` from the
other side: one matter, all people (a test holds the two together).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q

from footprint.incidents.models import Incident
from footprint.people.family import family_of
from footprint.people.models import Person
from footprint.rulebook.terms import Matter, Role
from footprint.schools.models import School
from footprint.users.models import Membership, User
from footprint.users.permissions import GRANTS, MATTERS, ROLE_WORDS, Permission


@dataclass(frozen=True)
class Member:
    """Somebody who belongs to the school, with all their roles there."""

    user: User
    roles: frozenset[Role]

    @property
    def role_words(self) -> str:
        return ", ".join(ROLE_WORDS[role] for role in Role if role in self.roles)

    def sees(self, matter: Matter) -> bool:
        """May they read incidents of this class? Says nothing about being shut out of one."""
        return self.may(Permission.INCIDENTS_READ) and any(
            matter in MATTERS[role] for role in self.roles
        )

    def may(self, permission: Permission) -> bool:
        return any(permission in GRANTS[role] for role in self.roles)


def members_of(school_id: int) -> list[Member]:
    """Everybody active with a role at the school, by themselves or through its trust, by name."""
    here = Q(school_id=school_id) | Q(trust__schools=school_id)
    rows = Membership.objects.filter(here, user__is_active=True).select_related("user")
    roles: dict[int, set[Role]] = {}
    people: dict[int, User] = {}
    for row in rows:
        roles.setdefault(row.user_id, set()).add(Role(row.role))
        people[row.user_id] = row.user
    found = [Member(user, frozenset(roles[key])) for key, user in people.items()]
    return sorted(found, key=lambda member: (member.user.name, member.user.pk))


def circle_of(
    *, school_id: int, matter: Matter, shut_out: Collection[int] = frozenset()
) -> list[Member]:
    """
    Who can see a matter of this class.

    Args:
        shut_out: the keys of the users who are named in it.
    """
    return [
        member
        for member in members_of(school_id)
        if member.sees(matter) and member.user.pk not in shut_out
    ]


def circle(incident: Incident) -> list[Member]:
    """Who can see this incident now."""
    shut_out = set(incident.shut_out.values_list("pk", flat=True))
    return circle_of(
        school_id=incident.school_id, matter=Matter(incident.matter), shut_out=shut_out
    )


def owners_of(
    *, school_id: int, matter: Matter, shut_out: Collection[int] = frozenset()
) -> list[Member]:
    """Who can see a matter of this class and take its steps: its owner is one of them."""
    seeing = circle_of(school_id=school_id, matter=matter, shut_out=shut_out)
    return [member for member in seeing if member.may(Permission.INCIDENTS_CHANGE)]


def find(members: Iterable[Member], user: User) -> Member | None:
    """The member who is this user."""
    return next((member for member in members if member.user.pk == user.pk), None)


def shut_out_by(
    school: School, *, users: Iterable[User] = (), people: Iterable[Person] = ()
) -> set[User]:
    """
    Who must get no sign of a matter in which these are named: they themselves, and their family.

    Rather one too many than a parent who reads about their own child.
    """
    found: set[User] = set()
    for user in users:
        found |= {user, *family_of(user, school)}
    for person in people:
        found |= {*family_of(person, school), *([person.user] if person.user else [])}
    return found
