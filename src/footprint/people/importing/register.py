"""The register as it stands, read once in four queries, for comparing with a file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from footprint.people.details import Details, details_of
from footprint.people.models import FamilyLink, Part, Person, Relation
from footprint.rulebook.terms import Audience, Role
from footprint.schools.models import School
from footprint.users.access import holders


@dataclass(frozen=True)
class Known:
    """
    One person of the register.

    Args:
        parts: the current ones; those they had, for somebody who left.
    """

    pk: int
    details: Details
    parts: tuple[Audience, ...]
    is_here: bool
    leaves: bool  # a leaving is recorded, the day may still come
    user_id: int | None

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.details.given_name} {self.details.family_name}"


@dataclass(frozen=True)
class KnownLink:
    """One family link, by the keys of its two people."""

    pk: int
    relation: Relation
    may_give_permission: bool


@dataclass(frozen=True)
class Register:
    """Everybody of one school who was ever in it, and their links."""

    people: dict[int, Known]
    links: dict[tuple[int, int], KnownLink]
    by_key: dict[str, Known] = field(default_factory=dict)
    by_name: dict[str, list[Known]] = field(default_factory=dict)
    relatives: dict[int, set[int]] = field(default_factory=dict)  # of each child, their adults
    accounts: dict[str, int] = field(default_factory=dict)  # free ones, by e-mail in small letters

    def named(self, details: Details) -> list[Known]:
        """Those with exactly this name, apart from capitals."""
        return self.by_name.get(plain_name(details.given_name, details.family_name), [])


def read_register(school: School, *, on: date) -> Register:
    """
    Args:
        on: today, which says who is here.
    """
    parts: dict[int, set[Audience]] = defaultdict(set)
    before: dict[int, set[Audience]] = defaultdict(set)
    rows = Part.objects.filter(person__school=school).values_list("person", "audience", "until")
    for person_pk, audience, until in rows:
        (before if until else parts)[person_pk].add(Audience(audience))
    people = {
        person.pk: Known(
            pk=person.pk,
            details=details_of(person),
            parts=tuple(sorted(parts[person.pk] or before[person.pk])),
            is_here=person.is_here(on),
            leaves=person.left_on is not None,
            user_id=person.user_id,
        )
        for person in Person.objects.of_school(school.pk)
    }
    links = {
        (link.person_id, link.relative_id): KnownLink(
            link.pk, Relation(link.relation), link.may_give_permission
        )
        for link in FamilyLink.objects.filter(person__school=school)
    }
    relatives: dict[int, set[int]] = defaultdict(set)
    for child_pk, adult_pk in links:
        relatives[child_pk].add(adult_pk)
    everybody = people.values()
    return Register(
        people,
        links,
        _by_key(everybody),
        _by_name(everybody),
        dict(relatives),
        _free_accounts(school, {known.user_id for known in everybody}),
    )


def _free_accounts(school: School, taken: set[int | None]) -> dict[str, int]:
    users = holders(school.pk, Role).values_list("email", "pk")
    return {email.casefold(): pk for email, pk in users if pk not in taken}


def plain_name(given: str, family: str) -> str:
    """The same for "TOLLY  Applegarth" and "Tolly Applegarth"."""
    return " ".join(f"{given} {family}".casefold().split())


def turned_name(name: str) -> str:
    """ "Applegarth, Tolly" as "tolly applegarth"."""
    family, comma, given = name.partition(",")
    return plain_name(given, family) if comma else plain_name(name, "")


def _by_key(people: Iterable[Known]) -> dict[str, Known]:
    return {each.details.external_id: each for each in people if each.details.external_id}


def _by_name(people: Iterable[Known]) -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = defaultdict(list)
    for each in people:
        details = each.details
        for given in {details.given_name, details.known_as or details.given_name}:
            found[plain_name(given, details.family_name)].append(each)
    return dict(found)
