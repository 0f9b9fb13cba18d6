"""
Low-level concerns that name the same person, side by side.

A file of its own because it only reads. It puts together what a person then judges: it counts
nothing against anybody, ranks nobody and concludes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from footprint.incidents.models import Incident, Naming


@dataclass(frozen=True)
class Together:
    """Two or more concerns in which one person is named, the earliest first."""

    name: str
    incidents: tuple[Incident, ...]


def about_the_same(incidents: Iterable[Incident]) -> list[Together]:
    """By name, everybody whom two or more of these name."""
    by_key = {incident.pk: incident for incident in incidents}
    found: dict[str, dict[int, Incident]] = {}
    names: dict[str, str] = {}
    for naming in Naming.objects.standing().of_incidents(by_key):
        person = _key(naming)
        found.setdefault(person, {})[naming.incident_id] = by_key[naming.incident_id]
        names[person] = naming.name
    rows = [Together(names[person], _in_order(held)) for person, held in found.items()]
    return sorted((row for row in rows if len(row.incidents) > 1), key=lambda row: row.name)


def _key(naming: Naming) -> str:
    """One person, whether named by account or out of the register."""
    user = naming.user_id or (naming.person.user_id if naming.person else None)
    return f"user:{user}" if user else f"person:{naming.person_id}"


def _in_order(held: dict[int, Incident]) -> tuple[Incident, ...]:
    return tuple(sorted(held.values(), key=lambda incident: (incident.opened_at, incident.pk)))
