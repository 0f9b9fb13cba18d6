"""What ends and is told by itself: end dates, leavers, September, and reports nobody settled."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from footprint.notices.models import Notice
from footprint.people.models import FamilyLink, Person, Relation
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.jobs import (
    end_connections,
    place_connections,
    remind_of_attempts,
    remind_of_connections,
)
from footprint.registers.connection_exceptions.models import (
    ConnectionException,
    EndReason,
    State,
)
from footprint.registers.connection_exceptions.models.links import september_before
from footprint.registers.connection_exceptions.tests.factories import (
    NEXT_YEAR,
    TODAY,
    allowed,
    by_staff,
    declared,
    make_pupil,
    make_staff,
    reported,
)
from footprint.rulebook.terms import Role
from tests.cast import NOW, Cast


def on(day: date, hour: int = 7) -> time_machine.travel:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return time_machine.travel(moment, tick=False)


def told() -> list[str]:
    return sorted(notice.to for notice in Notice.objects.all())


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 8, 31), date(2025, 9, 1)),
        (date(2026, 9, 1), date(2026, 9, 1)),
        (date(2027, 1, 1), date(2026, 9, 1)),
    ],
)
def test_the_september_before_a_day(day: date, last: date) -> None:
    assert september_before(day) == last


def test_a_link_holds_on_its_last_day_and_ends_after_it(cast: Cast) -> None:
    connection = allowed(cast)
    with on(NEXT_YEAR):
        assert end_connections.call() == 0
    with on(NEXT_YEAR + timedelta(days=1)):
        assert end_connections.call() == 1
        assert end_connections.call() == 0
    connection.refresh_from_db()
    assert connection.end_reason == EndReason.DATE_PASSED
    assert connection.entries.get(action="ended").by_words == "system: end_connections"


@pytest.mark.parametrize("leaver", ["person", "other"])
@pytest.mark.parametrize("waits", [True, False])
def test_a_link_ends_when_one_of_the_two_has_left(cast: Cast, leaver: str, waits: bool) -> None:
    person, pupil = make_staff(cast, cast.teacher), make_pupil(cast)
    make = declared if waits else allowed
    connection = make(cast, person=person, other=pupil)
    gone = person if leaver == "person" else pupil
    Person.objects.filter(pk=gone.pk).update(left_on=TODAY)

    with on(TODAY - timedelta(days=1)):
        assert end_connections.call() == 0
    with on(TODAY):
        assert end_connections.call() == 1

    connection.refresh_from_db()
    assert connection.end_reason == EndReason.PERSON_LEFT


def test_a_link_ends_with_the_account_of_somebody_outside_the_register(cast: Cast) -> None:
    allowed(cast)
    cast.teacher.is_active = False
    cast.teacher.save()
    with on(TODAY):
        assert end_connections.call() == 1


def test_what_is_over_is_not_ended_again(cast: Cast) -> None:
    refused = declared(cast)
    actions.refuse(connection=refused, reason="No", by=cast.head, now=NOW)
    with on(date(2030, 1, 1)):
        assert end_connections.call() == 0


def test_a_link_moves_to_the_chair_when_the_head_becomes_part_of_it(cast: Cast) -> None:
    head, child = make_staff(cast, cast.head), make_pupil(cast)
    connection = declared(cast, other=child)
    assert place_connections.call() == 0
    FamilyLink.objects.create(person=child, relative=head, relation=Relation.PARENT)
    assert (place_connections.call(), place_connections.call()) == (1, 0)
    connection.refresh_from_db()
    assert connection.desk == Role.CHAIR.value


def test_from_september_the_head_is_told_once_and_once_more(cast: Cast) -> None:
    allowed(cast, ends_on=date(2029, 8, 31))
    Notice.objects.all().delete()
    for day, count in (
        (date(2027, 8, 31), 0),
        (date(2027, 9, 1), 1),
        (date(2027, 9, 2), 0),
        (date(2027, 9, 11), 0),  # a Saturday
        (date(2027, 9, 20), 1),
        (date(2027, 11, 3), 0),
    ):
        with on(day):
            assert remind_of_connections.call() == count, day
    assert told() == [cast.head.email] * 2


def test_nobody_is_told_of_what_was_confirmed(cast: Cast) -> None:
    connection = allowed(cast, ends_on=date(2029, 8, 31))
    Notice.objects.all().delete()
    with on(date(2027, 9, 1)):
        moment = datetime(2027, 9, 1, 8, tzinfo=UTC)
        actions.confirm(connections=[connection], by=cast.head, now=moment)
        assert remind_of_connections.call() == 0


def test_both_are_told_ten_school_days_before_the_end_and_once(cast: Cast) -> None:
    allowed(cast, ends_on=date(2026, 12, 11))  # a Friday
    Notice.objects.all().delete()
    for day, count in (
        (date(2026, 11, 26), 0),
        (date(2026, 11, 27), 2),
        (date(2026, 11, 30), 0),
    ):
        with on(day):
            assert remind_of_connections.call() == count, day
    assert told() == sorted([cast.head.email, cast.teacher.email])
    assert all("11 December 2026" in notice.body for notice in Notice.objects.all())
    assert not any("Oakapple" in notice.body for notice in Notice.objects.all())


def test_a_report_that_nobody_settled_is_told_of_the_next_school_day_and_once(cast: Cast) -> None:
    reported(cast)
    Notice.objects.all().delete()
    with on(TODAY, 12):
        assert remind_of_attempts.call() == 0
    with on(TODAY + timedelta(days=1)):
        assert remind_of_attempts.call() == 4
        assert remind_of_attempts.call() == 0
    everybody = (cast.head, cast.dsl, cast.deputy, cast.trust_lead)
    assert told() == sorted(user.email for user in everybody)


def test_nobody_who_must_not_know_is_reminded(cast: Cast) -> None:
    reported(cast, reporter=cast.teacher, **by_staff(cast.head))
    Notice.objects.all().delete()
    with on(TODAY + timedelta(days=1)):
        remind_of_attempts.call()
    assert told() == sorted([cast.chair.email, cast.trust_lead.email])


def test_ended_links_leave_the_register_of_what_is_open(cast: Cast) -> None:
    allowed(cast)
    with on(NEXT_YEAR + timedelta(days=1)):
        end_connections.call()
    assert not ConnectionException.objects.open().exists()
    assert ConnectionException.objects.get().stands_at is State.ENDED
