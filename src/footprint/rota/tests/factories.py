"""Channels on the rota, checks that are due and looks, for tests."""

from itertools import count
from typing import Any

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.rota.actions import make_due
from footprint.rota.models import Channel, Checker, Cover, Due
from footprint.rulebook.decisions.channel_check import CheckEvery
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.terms import Audience, Platform
from tests.cast import NOW, Cast

_numbers = count(1)
MONDAY = NOW.date()
OPEN = SchoolCalendar()


def staff_of(cast: Cast, user: Any = None, **fields: Any) -> Person:
    """Somebody of Oakfield's staff, with an account or without."""
    return make_person(cast.oakfield, Audience.STAFF, user=user, **fields)


def make_channel(cast: Cast, *people: Person, **fields: Any) -> Channel:
    """Mumsnet, looked at every Monday from today on; its check of today is due."""
    number = next(_numbers)
    given: dict[str, Any] = {
        "school": cast.oakfield,
        "name": f"Mumsnet {number}",
        "platform": Platform.MUMSNET.value,
        "every": CheckEvery.WEEK.value,
        "weekday": 0,
        "begins_on": MONDAY,
        "added_at": NOW,
        "added_by": cast.head,
    }
    channel: Channel = Channel.objects.create(**(given | fields))
    for person in people:
        Checker.objects.create(channel=channel, person=person, since=channel.begins_on)
    make_due(channel=channel, calendar=OPEN, on=max(MONDAY, channel.begins_on))
    return channel


def make_listing(cast: Cast, *people: Person, **fields: Any) -> Channel:
    """The school's entry on Google, which has no reviews."""
    given = {"name": "Google reviews", "platform": Platform.GOOGLE_REVIEWS.value}
    return make_channel(cast, *people, **(given | fields))


def due_of(channel: Channel) -> Due:
    """The channel's only check."""
    return Due.objects.get(channel=channel)


def make_cover(person: Person, by_person: Person, **fields: Any) -> Cover:
    """Today only."""
    given: dict[str, Any] = {
        "school": person.school,
        "first_day": MONDAY,
        "last_day": MONDAY,
        "added_at": NOW,
        "added_by": fields.pop("added_by"),
    }
    return Cover.objects.create(person=person, by_person=by_person, **(given | fields))
