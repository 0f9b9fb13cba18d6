"""
Tell of checks that were not done: first those asked and who stands in, then head and DSL.

One message a day to each, with a number and a link: which channel it is, and what may stand
there, is for the page.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from footprint.notices.actions import queue
from footprint.people.models import Person
from footprint.rota.asking import asked
from footprint.rota.models import Cover, Due
from footprint.rulebook.decisions.channel_check import Told, told_on
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.terms import Role
from footprint.schools.models import School
from footprint.users.access import holders

LEADS = frozenset({Role.HEADTEACHER, Role.DSL})


@transaction.atomic
def escalate(*, school: School, calendar: SchoolCalendar, on: date, now: datetime) -> int:
    """
    Queue the messages of this morning; none on a closed day.

    Returns:
        how many were queued by this call: 0 when it is run again.
    """
    if not calendar.is_working_day(on):
        return 0
    late = Due.objects.of_school(school.pk).going_on(on).before(on)
    standins = _reached(late.not_told_standin().with_channels(), Told.STANDIN, calendar, on)
    leads = _reached(late.not_told_leads().with_channels(), Told.LEADS, calendar, on)
    count = _tell_standins(school, standins, on, now) + _tell_leads(school, leads, on, now)
    Due.objects.filter(pk__in=[due.pk for due in standins]).update(standin_told_on=on)
    Due.objects.filter(pk__in=[due.pk for due in leads]).update(leads_told_on=on)
    return count


def _reached(dues: Iterable[Due], told: Told, calendar: SchoolCalendar, on: date) -> list[Due]:
    return [due for due in dues if told_on(due_on=due.due_on, calendar=calendar)[told] <= on]


def _tell_standins(school: School, dues: list[Due], on: date, now: datetime) -> int:
    """Those who are asked today, and who stands in for the channel."""
    covers = list(Cover.objects.of_school(school.pk).on_day(on))
    numbers: dict[str, int] = {}
    for due in dues:
        people = asked(due.channel, covers, on=on)
        standin = due.channel.standin
        also = [standin] if standin and standin.is_here(on) else []
        for address in {_address(person) for person in [*people, *also]} - {""}:
            numbers[address] = numbers.get(address, 0) + 1
    return sum(
        queue(
            key=f"rota.late:{school.pk}:{on.isoformat()}:{address}",
            to=address,
            subject="Footprint: a check was not done",
            body=f"{_checks(number)} not done on the day. Please look, or find somebody who can."
            f"\n\n{settings.BASE_URL}{reverse('rota:list_due')}\n",
            now=now,
            school_id=school.pk,
        )
        for address, number in sorted(numbers.items())
    )


def _tell_leads(school: School, dues: list[Due], on: date, now: datetime) -> int:
    if not dues:
        return 0
    return sum(
        queue(
            key=f"rota.missed:{school.pk}:{on.isoformat()}:{lead.pk}",
            to=lead.email,
            subject="Footprint: checks are not being done",
            body=f"{_checks(len(dues))} not done, and the people named for it were told."
            f"\n\n{settings.BASE_URL}{reverse('rota:list_channels')}\n",
            now=now,
            school_id=school.pk,
        )
        for lead in holders(school.pk, LEADS)
    )


def _checks(number: int) -> str:
    return "One check of a channel was" if number == 1 else f"{number} checks of channels were"


def _address(person: Person) -> str:
    return person.user.email if person.user else person.email
