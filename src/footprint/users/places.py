"""
Who is what where, in words: for one's own account, and for the demonstration's sign-in page.

A file of its own because it only reads, and both pages need the same words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from footprint.rulebook.terms import Role
from footprint.users.models import Membership, User
from footprint.users.permissions import ROLE_WORDS

_ORDER = {role.value: number for number, role in enumerate(Role)}


@dataclass(frozen=True)
class Person:
    """One button: who, and as what."""

    user: User
    roles: str


def roles_in_words(user: User) -> dict[str, str]:
    """{school or trust: this person's roles there, in words}."""
    found = _by_place(user.memberships.select_related("user", "school", "trust"))
    return {place: people[0].roles for place, people in found.items()}


def people_by_place() -> dict[str, list[Person]]:
    """{school or trust: its people, in the order of the roles}; one entry a person and place."""
    return _by_place(Membership.objects.select_related("user", "school", "trust"))


def _by_place(rows: Iterable[Membership]) -> dict[str, list[Person]]:
    found: dict[str, dict[User, list[str]]] = {}
    for row in sorted(rows, key=lambda row: (_ORDER[row.role], row.pk)):
        if row.user.is_active:
            people = found.setdefault(str(row.school or row.trust), {})
            people.setdefault(row.user, []).append(str(ROLE_WORDS[Role(row.role)]))
    return {
        place: [Person(user, ", ".join(roles)) for user, roles in people.items()]
        for place, people in sorted(found.items())
    }
