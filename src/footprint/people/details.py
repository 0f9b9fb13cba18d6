"""
What is kept about a person, by the part that they have here; and nothing more.

A file of its own because the actions, the forms and the import all go by this table. There is no
field for a private profile on social media: a handle here would be the beginning of a watch list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from footprint.people.models import Person
from footprint.rulebook.terms import Audience


@dataclass(frozen=True)
class Details:
    """
    What somebody says about a person.

    Args:
        external_id: their key in the school's own system; empty where there is none.
        year_group: -1 nursery, 0 reception, 1 to 13.
    """

    given_name: str
    family_name: str
    known_as: str = ""
    external_id: str = ""
    email: str = ""
    phone: str = ""
    born_on: date | None = None
    year_group: int | None = None
    class_name: str = ""
    joined_on: date | None = None


FIELDS = tuple(Details.__dataclass_fields__)
_EVERYBODY = frozenset({"given_name", "family_name", "known_as", "external_id", "joined_on"})
_ADULT = _EVERYBODY | {"email", "phone"}

# A pupil's telephone number and an adult's date of birth serve nothing here, so they have no place.
KEPT: Mapping[Audience, frozenset[str]] = {
    Audience.PUPIL: _EVERYBODY | {"email", "born_on", "year_group", "class_name"},
    Audience.PARENT: _ADULT,
    Audience.STAFF: _ADULT | {"class_name"},
    Audience.GOVERNOR: _ADULT,
    Audience.VOLUNTEER: _ADULT,
    Audience.CONTRACTOR: _ADULT,
}
_EMPTY = Details("", "")


def kept_for(parts: Iterable[Audience]) -> frozenset[str]:
    """The fields that a person with these parts has; the names where there is no part yet."""
    return _EVERYBODY.union(*(KEPT[part] for part in parts))


def not_kept(details: Details, parts: Iterable[Audience]) -> list[str]:
    """The fields that are filled in and have no place for these parts."""
    kept = kept_for(parts)
    return [
        name
        for name in FIELDS
        if name not in kept and getattr(details, name) != getattr(_EMPTY, name)
    ]


def without_the_rest(details: Details, parts: Iterable[Audience]) -> Details:
    """The details without what has no place for these parts."""
    return replace(details, **{name: getattr(_EMPTY, name) for name in not_kept(details, parts)})


def details_of(person: Person) -> Details:
    """What is kept about a person now."""
    return Details(**{name: getattr(person, name) for name in FIELDS})


def as_columns(details: Details) -> dict[str, object]:
    """{column: value} for the table of people."""
    return asdict(details)
