"""
Words for parts, years and fields, in the school's own language.

A file of its own because the list, the forms, the exports and the import show the same words.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from footprint.people.models import NURSERY, OLDEST_YEAR, RECEPTION, Person
from footprint.rulebook.terms import Audience
from footprint.schools.models import School

_ONE: Mapping[Audience, Promise] = {
    Audience.PUPIL: gettext_lazy("Pupil"),
    Audience.PARENT: gettext_lazy("Parent or carer"),
    Audience.STAFF: gettext_lazy("Staff"),
    Audience.GOVERNOR: gettext_lazy("Governor"),
    Audience.VOLUNTEER: gettext_lazy("Volunteer"),
    Audience.CONTRACTOR: gettext_lazy("Contractor"),
}
_MANY: Mapping[Audience, Promise] = {
    Audience.PUPIL: gettext_lazy("Pupils"),
    Audience.PARENT: gettext_lazy("Parents and carers"),
    Audience.STAFF: gettext_lazy("Staff"),
    Audience.GOVERNOR: gettext_lazy("Governors"),
    Audience.VOLUNTEER: gettext_lazy("Volunteers"),
    Audience.CONTRACTOR: gettext_lazy("Contractors"),
}
FIELD_WORDS: Mapping[str, Promise] = {
    "given_name": gettext_lazy("First name"),
    "family_name": gettext_lazy("Family name"),
    "known_as": gettext_lazy("Known as"),
    "external_id": gettext_lazy("Key in the school’s system"),
    "email": gettext_lazy("Email address"),
    "phone": gettext_lazy("Telephone"),
    "born_on": gettext_lazy("Date of birth"),
    "year_group": gettext_lazy("Year group"),
    "class_name": gettext_lazy("Class"),
    "joined_on": gettext_lazy("Joined on"),
}


def part_word(audience: Audience, school: School) -> str:
    """What one of them is: "Pupil", and for governors the school's own word."""
    if audience is Audience.GOVERNOR and _has_own_word(school):
        own = school.governors_word
        one = own[:-1] if own.endswith("s") and not own.endswith("ss") else own
        return one[:1].upper() + one[1:]
    return str(_ONE[audience])


def parts_word(audience: Audience, school: School) -> str:
    """What several of them are."""
    if audience is Audience.GOVERNOR and _has_own_word(school):
        return school.governors_word[:1].upper() + school.governors_word[1:]
    return str(_MANY[audience])


def _has_own_word(school: School) -> bool:
    return school.governors_word.casefold() not in ("", "governors")


def year_word(year_group: int | None) -> str:
    """ "Nursery", "Reception", "Year 3"; empty where there is none."""
    if year_group is None:
        return ""
    if year_group == NURSERY:
        return _("Nursery")
    if year_group == RECEPTION:
        return _("Reception")
    return _("Year %(number)s") % {"number": year_group}


def year_choices() -> list[tuple[str, str]]:
    """For a list to pick from."""
    return [(str(year), year_word(year)) for year in range(NURSERY, OLDEST_YEAR + 1)]


def formal_name(person: Person) -> str:
    """ "Applegarth, Tolly": as a list sorted by family names shows it."""
    return f"{person.family_name}, {person.known_as or person.given_name}"
