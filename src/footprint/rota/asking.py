"""
Who is asked to look at a channel on a day.

A file of its own because the due list, the reminders and the rota page must give the same answer.
"""

from collections.abc import Iterable
from datetime import date

from footprint.people.models import Person
from footprint.rota.models import Channel, Cover
from footprint.users.models import User


def asked(channel: Channel, covers: Iterable[Cover], *, on: date) -> list[Person]:
    """
    Those who are named and here, whoever covers for each that day; else who stands in.

    Args:
        covers: those of that day.

    Returns:
        nobody where all have left and nobody stands in: the leads are told of it.
    """
    by_person = {cover.person_id: cover.by_person for cover in covers}
    found: dict[int, Person] = {}
    for person in channel.named:
        looking = by_person.get(person.pk, person)
        if looking.is_here(on):
            found[looking.pk] = looking
    if not found and channel.standin and channel.standin.is_here(on):
        found[channel.standin.pk] = channel.standin
    return list(found.values())


def is_asked(user: User, channel: Channel, covers: Iterable[Cover], *, on: date) -> bool:
    """Whether this is one of the checks that this person is to do."""
    return any(person.user_id == user.pk for person in asked(channel, covers, on=on))
