"""Leaving: access off the same day, history kept, mistakes undone, returns."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from footprint.audit.models import Event
from footprint.people import actions
from footprint.people.jobs import end_access_of_leavers
from footprint.people.models import Leaving, OneTimeLink, Person
from footprint.people.tests.factories import make_person
from footprint.rulebook.terms import Audience, Role
from footprint.users.access import holders, roles_of
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast, client_of

TODAY = NOW.date()


def staff(cast: Cast, user: User | None = None, **fields: Any) -> Person:
    return make_person(cast.oakfield, Audience.STAFF, user=user or cast.teacher, **fields)


def leave(cast: Cast, person: Person, on: date = TODAY) -> Leaving:
    return actions.record_leaving(person=person, on=on, by=cast.office, now=NOW)


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def may_enter(client: Client) -> bool:
    return client.get(reverse("home:today")).status_code == 200


def test_access_is_off_the_same_day_and_every_session_ends(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        desk, phone, other = (client_of(each) for each in (cast.teacher, cast.teacher, cast.head))
        assert may_enter(desk)
        assert may_enter(phone)

        leave(cast, staff(cast))

        assert not fresh(cast.teacher).is_active
        assert not may_enter(desk)
        assert not may_enter(phone)
        assert may_enter(other)
    event = Event.objects.get(action="users.switched_off")
    assert event.details == {"sessions_ended": 2}


def test_roles_are_kept_on_record_and_give_nothing(cast: Cast) -> None:
    leave(cast, staff(cast))

    assert Membership.objects.filter(user=cast.teacher).exists()
    assert roles_of(fresh(cast.teacher)) == {}
    assert not holders(cast.oakfield.pk, [Role.TEACHER]).exists()


def test_parts_end_and_links_are_withdrawn(cast: Cast) -> None:
    person = staff(cast)
    actions.make_link(person=person, purpose="agreements", by="office", now=NOW)

    leave(cast, person)

    assert not person.parts.current().exists()
    assert person.parts.get().until == TODAY
    assert not OneTimeLink.objects.usable(NOW).exists()
    assert not Person.objects.present(TODAY).filter(pk=person.pk).exists()


def test_who_works_at_another_school_too_loses_only_this_one(cast: Cast) -> None:
    Membership.objects.create(user=cast.teacher, role="governor", school=cast.riverside)

    leaving = leave(cast, staff(cast))

    assert fresh(cast.teacher).is_active
    assert set(roles_of(fresh(cast.teacher))) == {cast.riverside.pk}
    leaving.refresh_from_db()
    assert (leaving.account_off, leaving.roles_taken) == (False, ["teacher"])
    assert Event.objects.filter(action="users.role_taken").count() == 1


def test_a_leaving_to_come_ends_nothing_before_its_day(cast: Cast) -> None:
    person = staff(cast)
    leave(cast, person, on=TODAY + timedelta(days=2))

    for days, ended in ((1, 0), (2, 1), (2, 0)):
        with time_machine.travel(NOW + timedelta(days=days), tick=False):
            assert end_access_of_leavers.func() == ended
        assert fresh(cast.teacher).is_active is (days < 2)
        assert person.parts.current().exists() is (days < 2)


def test_the_day_begins_at_midnight_in_the_schools_own_time(cast: Cast) -> None:
    leave(cast, staff(cast), on=TODAY + timedelta(days=1))
    midnight = NOW.replace(hour=0, minute=0) + timedelta(days=1)
    for moment, ended in ((midnight - timedelta(minutes=1), 0), (midnight, 1)):
        with time_machine.travel(moment, tick=False):
            assert end_access_of_leavers.func() == ended


@pytest.mark.parametrize(
    ("fields", "on", "error"),
    [
        ({"left_on": TODAY}, TODAY, actions.AlreadyLeft),
        ({"joined_on": TODAY}, TODAY - timedelta(days=1), actions.LeavesBeforeJoining),
    ],
)
def test_what_cannot_be_is_refused(
    cast: Cast, fields: dict[str, Any], on: date, error: type[Exception]
) -> None:
    person = staff(cast, **fields)
    with pytest.raises(error):
        leave(cast, person, on)
    assert not Leaving.objects.exists()
    assert fresh(cast.teacher).is_active


def test_nobody_ends_their_own_access(cast: Cast) -> None:
    with pytest.raises(actions.NotOneself):
        leave(cast, staff(cast, cast.office))


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    person = staff(cast)
    twin = Person.objects.get(pk=person.pk)
    leave(cast, person)
    with pytest.raises(actions.AlreadyLeft):
        leave(cast, twin)
    assert Leaving.objects.count() == 1


# --- undone ---


def undo(cast: Cast, leaving: Leaving, *, after: timedelta = timedelta(hours=1)) -> None:
    actions.undo_leaving(
        leaving=Leaving.objects.get(pk=leaving.pk),
        reason="Wrong person",
        by=cast.head,
        now=NOW + after,
    )


def test_a_mistake_gives_back_exactly_what_it_took(cast: Cast) -> None:
    person = staff(cast)
    actions.give_part(person=person, audience=Audience.PARENT, since=None, by=cast.office, now=NOW)
    actions.end_part(part=person.parts.get(audience="parent"), until=TODAY, by=cast.office, now=NOW)
    leaving = leave(cast, person)

    undo(cast, leaving)

    person.refresh_from_db()
    assert person.left_on is None
    assert [part.audience for part in person.parts.current()] == ["staff"]
    assert fresh(cast.teacher).is_active
    leaving.refresh_from_db()
    assert (leaving.undone_by, leaving.undone_reason) == (cast.head, "Wrong person")


def test_roles_that_were_taken_come_back(cast: Cast) -> None:
    Membership.objects.create(user=cast.teacher, role="governor", school=cast.riverside)
    undo(cast, leave(cast, staff(cast)))
    assert set(roles_of(fresh(cast.teacher))) == {cast.riverside.pk, cast.oakfield.pk}


@pytest.mark.parametrize(
    ("leaves_in", "after", "undone"),
    [(0, 0, True), (0, 14, True), (0, 16, False), (10, 48, True), (1, 48, False)],
)
def test_undone_on_the_same_day_or_before_the_day_comes(
    cast: Cast, leaves_in: int, after: int, undone: bool
) -> None:
    leaving = leave(cast, staff(cast), on=TODAY + timedelta(days=leaves_in))
    if undone:
        undo(cast, leaving, after=timedelta(hours=after))
    else:
        with pytest.raises(actions.NotUndoable):
            undo(cast, leaving, after=timedelta(hours=after))
    leaving.refresh_from_db()
    assert (leaving.undone_at is not None) is undone


def test_a_leaving_is_undone_once(cast: Cast) -> None:
    leaving = leave(cast, staff(cast))
    undo(cast, leaving)
    with pytest.raises(actions.NotUndoable):
        undo(cast, leaving)


def test_after_undoing_they_may_leave_again(cast: Cast) -> None:
    person = staff(cast)
    undo(cast, leave(cast, person))
    person.refresh_from_db()
    leave(cast, person)
    assert Leaving.objects.standing().count() == 1


# --- returns ---


def test_a_return_is_a_new_part_and_the_account_stays_off(cast: Cast) -> None:
    person = staff(cast)
    leave(cast, person)
    later = TODAY + timedelta(days=200)
    actions.record_return(
        person=person, audiences=[Audience.VOLUNTEER], on=later, by=cast.office, now=NOW
    )
    person.refresh_from_db()
    assert (person.left_on, person.joined_on) == (None, later)
    assert [part.audience for part in person.parts.current()] == ["volunteer"]
    assert Leaving.objects.get().returned_on == later
    assert not fresh(cast.teacher).is_active


def test_who_has_not_left_cannot_return(cast: Cast) -> None:
    with pytest.raises(actions.HasNotLeft):
        actions.record_return(
            person=staff(cast), audiences=[Audience.STAFF], on=TODAY, by=cast.office, now=NOW
        )
