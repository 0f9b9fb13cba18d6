"""An account switched off and on, and a role taken: once each, and on record."""

import pytest
import time_machine
from django.urls import reverse

from footprint.audit.models import Event
from footprint.users import actions
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast, client_of

BY = "head@oakfield.example"


@pytest.fixture
def teacher(cast: Cast) -> User:
    return cast.teacher


def switch_off(user: User, cast: Cast) -> None:
    actions.switch_off_user(user=user, school_id=cast.oakfield.pk, by=BY, now=NOW)


def test_every_session_of_this_person_ends_and_nobody_elses(cast: Cast, teacher: User) -> None:
    with time_machine.travel(NOW, tick=False):
        desk, phone, other = (client_of(each) for each in (teacher, teacher, cast.head))
        switch_off(teacher, cast)
        for client, status in ((desk, 302), (phone, 302), (other, 200)):
            assert client.get(reverse("users:show_me")).status_code == status


def test_an_old_session_does_not_live_again_when_the_account_does(
    cast: Cast, teacher: User
) -> None:
    with time_machine.travel(NOW, tick=False):
        desk = client_of(teacher)
        switch_off(teacher, cast)
        actions.switch_on_user(user=teacher, school_id=cast.oakfield.pk, by=BY, now=NOW)
        assert desk.get(reverse("users:show_me")).status_code == 302
        assert client_of(teacher).get(reverse("users:show_me")).status_code == 200


def test_twice_is_once(cast: Cast, teacher: User) -> None:
    for _ in range(2):
        switch_off(teacher, cast)
    for _ in range(2):
        actions.switch_on_user(user=teacher, school_id=cast.oakfield.pk, by=BY, now=NOW)
    assert [event.action for event in Event.objects.order_by("number")] == [
        "users.switched_off",
        "users.switched_on",
    ]


def test_a_role_that_is_taken_stays_in_the_log(cast: Cast, teacher: User) -> None:
    membership = Membership.objects.get(user=teacher)
    for _ in range(2):
        actions.take_role(membership=membership, by=BY, now=NOW)
    assert not Membership.objects.filter(user=teacher).exists()
    event = Event.objects.get()
    assert (event.action, event.details["role"]) == ("users.role_taken", "teacher")
