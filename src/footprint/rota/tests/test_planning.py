"""What is on the rota, who looks, who covers, and what the job makes of it."""

from datetime import timedelta

import pytest
import time_machine

from footprint.people.tests.factories import make_person
from footprint.rota import actions, jobs
from footprint.rota.asking import asked
from footprint.rota.models import Channel, Checker, Cover, Due
from footprint.rota.tests.factories import (
    MONDAY,
    OPEN,
    make_channel,
    make_cover,
    staff_of,
)
from footprint.rulebook.decisions.channel_check import CheckEvery
from footprint.rulebook.terms import Audience, Platform
from footprint.schools.models import Closure
from tests.cast import NOW, Cast

DAY = timedelta(days=1)


def details(cast: Cast, **fields: object) -> actions.ChannelDetails:
    given: dict[str, object] = {
        "name": "Mumsnet",
        "platform": Platform.MUMSNET,
        "every": CheckEvery.WEEK,
        "weekday": 0,
        "people": (staff_of(cast),),
    }
    return actions.ChannelDetails(**(given | fields))  # type: ignore[arg-type]


def add(cast: Cast, found: actions.ChannelDetails) -> Channel:
    return actions.add_channel(
        school=cast.oakfield, details=found, calendar=OPEN, on=MONDAY, by=cast.head, now=NOW
    )


def test_a_channel_that_is_added_on_its_day_is_due_at_once(cast: Cast) -> None:
    channel = add(cast, details(cast))
    assert [due.due_on for due in Due.objects.all()] == [MONDAY]
    assert len(channel.named) == 1


def test_a_channel_is_on_the_rota_once_until_it_is_taken_off(cast: Cast) -> None:
    channel = add(cast, details(cast))
    with pytest.raises(actions.OnTheRota):
        add(cast, details(cast))
    assert actions.end_channel(channel=channel, on=MONDAY, by=cast.head, now=NOW)
    assert not actions.end_channel(channel=channel, on=MONDAY, by=cast.head, now=NOW)
    add(cast, details(cast))
    assert Channel.objects.going_on(MONDAY).count() == 1


@pytest.mark.parametrize("part", ["people", "standin"])
def test_only_staff_who_are_here_look(cast: Cast, part: str) -> None:
    parent = make_person(cast.oakfield, Audience.PARENT)
    wrong = details(cast, **{part: (parent,) if part == "people" else parent})
    with pytest.raises(actions.NotOnTheStaff):
        add(cast, wrong)
    assert not Channel.objects.exists()


def test_who_looked_until_now_stays_on_record(cast: Cast) -> None:
    old, new = staff_of(cast), staff_of(cast)
    channel = make_channel(cast, old)
    actions.name_checkers(
        channel=channel, people=[new], standin=old, on=MONDAY + DAY, by=cast.head, now=NOW
    )
    rows = list(Checker.objects.values_list("person", "until"))
    assert rows == [(old.pk, MONDAY + DAY), (new.pk, None)]
    channel.refresh_from_db()
    assert channel.standin == old


def test_who_is_asked(cast: Cast) -> None:
    ann, bea, cid = staff_of(cast), staff_of(cast), staff_of(cast)
    channel = make_channel(cast, ann, bea, standin=cid)
    make_cover(ann, cid, added_by=cast.head)

    def today(on: object = MONDAY) -> list[int]:
        covers = list(Cover.objects.of_school(cast.oakfield.pk).on_day(MONDAY))
        found = Channel.objects.with_people().get(pk=channel.pk)
        return [person.pk for person in asked(found, covers, on=MONDAY)]

    assert today() == [cid.pk, bea.pk]
    Cover.objects.update(withdrawn_at=NOW)
    assert today() == [ann.pk, bea.pk]
    for person in (ann, bea):
        person.left_on = MONDAY
        person.save()
    assert today() == [cid.pk]  # the stand-in, when nobody else is left
    cid.left_on = MONDAY
    cid.save()
    assert today() == []


def test_a_cover_has_two_people_of_the_staff(cast: Cast) -> None:
    ann, parent = staff_of(cast), make_person(cast.oakfield, Audience.PARENT)
    for one, other in ((ann, ann), (ann, parent), (parent, ann)):
        with pytest.raises(actions.CoverNotAllowed):
            actions.add_cover(
                school=cast.oakfield,
                person=one,
                by_person=other,
                first_day=MONDAY,
                last_day=MONDAY,
                by=cast.head,
                now=NOW,
            )
    assert not Cover.objects.exists()


def test_a_cover_is_withdrawn_once_and_stays_on_record(cast: Cast) -> None:
    cover = make_cover(staff_of(cast), staff_of(cast), added_by=cast.head)
    assert actions.withdraw_cover(cover=cover, by=cast.head, now=NOW)
    assert not actions.withdraw_cover(cover=cover, by=cast.head, now=NOW)
    assert Cover.objects.count() == 1
    assert not Cover.objects.standing().exists()


def test_the_job_makes_what_came_due_once_and_catches_up(cast: Cast) -> None:
    make_channel(cast)
    with time_machine.travel(NOW + timedelta(days=15), tick=False):
        assert jobs.make_due_checks.func() == 2
        assert jobs.make_due_checks.func() == 0
    days = list(Due.objects.values_list("due_on", flat=True))
    assert days == [MONDAY, MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)]


def test_nothing_is_due_on_a_closed_day(cast: Cast) -> None:
    channel = make_channel(cast, every=CheckEvery.SCHOOL_DAY.value)
    Closure.objects.create(
        school=cast.oakfield, first_day=MONDAY + DAY, last_day=MONDAY + 2 * DAY, name="INSET"
    )
    with time_machine.travel(NOW + 3 * DAY, tick=False):
        jobs.make_due_checks.func()
    days = list(Due.objects.filter(channel=channel).values_list("due_on", flat=True))
    assert days == [MONDAY, MONDAY + 3 * DAY]
