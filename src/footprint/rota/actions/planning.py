"""Put a channel on the rota, name who looks at it, take it off again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from footprint.audit.actions import record
from footprint.people.models import Person
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.rota.actions.making import make_due
from footprint.rota.models import Channel, Checker
from footprint.rulebook.decisions.channel_check import CheckEvery
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.terms import Audience, Platform
from footprint.schools.models import School
from footprint.users.models import User


class OnTheRota(Exception):
    """A channel of this name is on the rota already."""


class NotOnTheStaff(Exception):
    """Somebody who is named is not on the staff of this school, or has left."""


@dataclass(frozen=True)
class ChannelDetails:
    """
    What is looked at, how often, and by whom.

    Args:
        account: the official account; None for a public place.
        weekday: 0 for Monday to 4 for Friday.
        standin: told first when a check was not done; None for nobody.
    """

    name: str
    platform: Platform
    every: CheckEvery
    weekday: int
    people: tuple[Person, ...]
    standin: Person | None = None
    address: str = ""
    account: OfficialAccount | None = None


@transaction.atomic
def add_channel(
    *,
    school: School,
    details: ChannelDetails,
    calendar: SchoolCalendar,
    on: date,
    by: User,
    now: datetime,
) -> Channel:
    """
    Put a channel on the rota from this day on; a check that is due today is due at once.

    Raises:
        OnTheRota, NotOnTheStaff: see there.
    """
    _refuse_others(school.pk, [*details.people, *_one(details.standin)], on)
    try:
        with transaction.atomic():
            channel = Channel.objects.create(
                school=school,
                account=details.account,
                name=details.name,
                platform=details.platform.value,
                address=details.address,
                every=details.every.value,
                weekday=details.weekday,
                begins_on=on,
                standin=details.standin,
                added_at=now,
                added_by=by,
            )
    except IntegrityError:
        raise OnTheRota(details.name) from None
    _set(channel, details.people, on)
    make_due(channel=channel, calendar=calendar, on=on)
    _record("rota.channel_added", channel, by=by, now=now)
    return channel


@transaction.atomic
def name_checkers(
    *,
    channel: Channel,
    people: Collection[Person],
    standin: Person | None,
    on: date,
    by: User,
    now: datetime,
) -> None:
    """
    Name exactly these people from this day on; who looked until now stays on record.

    Raises:
        NotOnTheStaff: see there; nothing was changed.
    """
    _refuse_others(channel.school_id, [*people, *_one(standin)], on)
    Channel.objects.select_for_update().get(pk=channel.pk)  # one namer at a time
    Channel.objects.filter(pk=channel.pk).update(standin=standin)
    _set(channel, people, on)
    _record("rota.checkers_named", channel, by=by, now=now)


@transaction.atomic
def end_channel(*, channel: Channel, on: date, by: User, now: datetime) -> bool:
    """
    Take a channel off the rota from this day on. What was looked at stays.

    Returns:
        False when somebody else ended it before.
    """
    going_on = Channel.objects.filter(pk=channel.pk, ended_on__isnull=True)
    if not going_on.update(ended_on=max(on, channel.begins_on)):
        return False
    _record("rota.channel_ended", channel, by=by, now=now)
    return True


@transaction.atomic
def take_from_policy(
    *,
    school: School,
    chosen: Iterable[ChannelDetails],
    calendar: SchoolCalendar,
    on: date,
    by: User,
    now: datetime,
) -> list[Channel]:
    """
    Put the channels of the policy that a person ticked on the rota.

    Returns:
        those that were added; what somebody else added meanwhile is left out.

    Raises:
        NotOnTheStaff: see there; nothing was added.
    """
    added = []
    for details in chosen:
        try:
            with transaction.atomic():
                channel = add_channel(
                    school=school, details=details, calendar=calendar, on=on, by=by, now=now
                )
        except OnTheRota:
            continue
        added.append(channel)
    return added


def _one(person: Person | None) -> list[Person]:
    return [person] if person else []


def _refuse_others(school_id: int, people: Iterable[Person], on: date) -> None:
    wanted = {person.pk for person in people}
    staff = Person.objects.of_school(school_id).present(on).who_are(Audience.STAFF)
    if staff.filter(pk__in=wanted).count() != len(wanted):
        raise NotOnTheStaff(school_id)


def _set(channel: Channel, people: Collection[Person], on: date) -> None:
    current = Checker.objects.current().filter(channel=channel)
    known = set(current.values_list("person_id", flat=True))
    wanted = {person.pk: person for person in people}
    current.exclude(person_id__in=wanted).update(until=on)
    for pk, person in wanted.items():
        if pk not in known:
            Checker.objects.create(channel=channel, person=person, since=on)


def _record(action: str, channel: Channel, *, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"checked_channel:{channel.pk}",
        school_id=channel.school_id,
        now=now,
    )
