"""Ask those who may answer: by e-mail or on a printed sheet; remind twice, then stop."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from footprint.audit.actions import record
from footprint.people.actions import make_link
from footprint.people.models import Person
from footprint.registers.image_permissions.actions.writing import (
    PURPOSE,
    address,
    write_question,
)
from footprint.registers.image_permissions.models import Channel, ImageRequest
from footprint.rulebook.decisions.deadline import add_school_days
from footprint.rulebook.facts import SchoolCalendar
from footprint.schools.models import School
from footprint.users.models import User

REMIND_AFTER = (5, 10)  # school days after the question
STOP_AFTER = 15


@transaction.atomic
def ask_by_mail(*, school: School, givers: Iterable[Person], by: User, now: datetime) -> int:
    """
    Send each of these people a link of their own; no names and no answers are in the message.

    Returns:
        how many were asked: those without an address, and those who are being asked, are not.
    """
    asked = 0
    being_asked = _being_asked(school)
    for giver in givers:
        if not giver.email or giver.pk in being_asked or giver.school_id != school.pk:
            continue
        request = _ask(giver, Channel.MAIL, by, now)
        token = _link(giver, Channel.MAIL, by.username, now)
        key = f"images.asked:{request.pk}"
        write_question(giver=giver, token=token, key=key, now=now, again=False)
        asked += 1
    _record_asked(school, Channel.MAIL, asked, by, now)
    return asked


@transaction.atomic
def ask_on_paper(
    *, school: School, givers: Iterable[Person], by: User, now: datetime
) -> list[tuple[Person, str]]:
    """
    Make the addresses to print on these people's sheets; a link that was mailed stays usable.

    Returns:
        (person, address): kept nowhere, so print them now.
    """
    sheets = []
    being_asked = _being_asked(school)
    for giver in givers:
        if giver.school_id != school.pk:
            continue
        if giver.pk not in being_asked:
            _ask(giver, Channel.SHEET, by, now)
        sheets.append((giver, address(_link(giver, Channel.SHEET, by.username, now))))
    _record_asked(school, Channel.SHEET, len(sheets), by, now)
    return sheets


@transaction.atomic
def remind_or_stop(
    *, request: ImageRequest, is_open: bool, calendar: SchoolCalendar, by: str, now: datetime
) -> bool:
    """
    Send the reminder that is due this morning, or stop asking.

    Args:
        is_open: False where nothing is left to answer: somebody else has, or the child has left.

    Returns:
        whether a reminder was queued by this call; run twice, the second one queues none.
    """
    today = timezone.localdate(now)
    if not is_open or today >= _after(request, STOP_AFTER, calendar):
        ImageRequest.objects.filter(pk=request.pk).open().update(stopped_at=now)
        return False
    number = request.reminders
    if number >= len(REMIND_AFTER) or today < _after(request, REMIND_AFTER[number], calendar):
        return False
    if not calendar.is_working_day(today) or not request.giver.email:
        return False
    same = ImageRequest.objects.filter(pk=request.pk, reminders=number).open()
    if not same.update(reminders=F("reminders") + 1, reminded_at=now):
        return False
    token = _link(request.giver, Channel.MAIL, by, now)
    key = f"images.reminded:{request.pk}:{number + 1}"
    write_question(giver=request.giver, token=token, key=key, now=now, again=True)
    return True


def _after(request: ImageRequest, days: int, calendar: SchoolCalendar) -> date:
    return add_school_days(timezone.localdate(request.asked_at), days, calendar)


def _being_asked(school: School) -> set[int]:
    open_ones = ImageRequest.objects.of_school(school.pk).open()
    return set(open_ones.values_list("giver_id", flat=True))


def _ask(giver: Person, channel: Channel, by: User, now: datetime) -> ImageRequest:
    return ImageRequest.objects.create(giver=giver, channel=channel, asked_at=now, asked_by=by)


def _link(giver: Person, channel: Channel, by: str, now: datetime) -> str:
    return make_link(person=giver, purpose=PURPOSE, about=channel.value, by=by, now=now)


def _record_asked(school: School, channel: Channel, count: int, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action="image_permissions.asked",
        target=f"image_permission:{channel.value}",
        school_id=school.pk,
        now=now,
        details={"people": count},
    )
