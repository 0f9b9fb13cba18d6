"""
Who of the adults is here on a day, by name: the answer to `policies.inpost`.

A file of its own because `config` names it; `policies` lies below and cannot ask by an import.
"""

from datetime import date

from footprint.people.models import Person
from footprint.rulebook.terms import Audience

ADULTS = (Audience.STAFF, Audience.GOVERNOR, Audience.VOLUNTEER, Audience.CONTRACTOR)


def adults_by_name(*, school_id: int, on: date) -> dict[str, bool]:
    """{name: is here}, under the name that they go by and under their given name."""
    found: dict[str, bool] = {}
    for audience in ADULTS:
        for person in Person.objects.of_school(school_id).who_are_or_were(audience):
            here = person.is_here(on)
            for name in (person.name, f"{person.given_name} {person.family_name}"):
                found[name] = found.get(name, False) or here
    return found
