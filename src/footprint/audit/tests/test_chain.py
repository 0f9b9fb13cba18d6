"""The chain of audit events: it verifies, and names every kind of tampering."""

from collections.abc import Callable

import pytest

from footprint.audit.actions import NobodyNamed, record
from footprint.audit.models import ChainHead, Event
from footprint.audit.verifying import verify
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def write(count: int) -> None:
    for number in range(count):
        record(
            by="head@oakfield.example",
            action="tests.done",
            target=f"thing:{number}",
            now=NOW,
            details={"number": number},
        )


def test_an_untouched_chain_verifies_and_ends_at_its_head() -> None:
    write(5)

    found = verify()

    assert (found.events, found.problems) == (5, ())
    assert found.head == ChainHead.objects.get().digest


def test_an_empty_log_verifies() -> None:
    assert verify().problems == ()


def edit_action() -> None:
    Event.objects.filter(number=3).update(action="tests.other")


def edit_details() -> None:
    Event.objects.filter(number=3).update(details={"number": 99})


def edit_person() -> None:
    Event.objects.filter(number=3).update(by="someone@else.example")


def delete_middle() -> None:
    Event.objects.filter(number=3).delete()


def delete_tail() -> None:
    Event.objects.filter(number__gte=4).delete()


def swap_two() -> None:
    Event.objects.filter(number=2).update(number=1000)
    Event.objects.filter(number=3).update(number=2)
    Event.objects.filter(number=1000).update(number=3)


def cut_tail_and_head() -> None:
    Event.objects.filter(number=5).delete()
    ChainHead.objects.update(number=4)


@pytest.mark.parametrize(
    "tamper",
    [
        edit_action,
        edit_details,
        edit_person,
        delete_middle,
        delete_tail,
        swap_two,
        cut_tail_and_head,
    ],
)
def test_every_tampering_is_named(tamper: Callable[[], None]) -> None:
    write(5)

    tamper()

    assert verify().problems


def test_erased_details_leave_the_chain_whole() -> None:
    write(3)

    Event.objects.filter(number=2).update(details={}, salt="")

    assert verify().problems == ()


def test_an_act_of_nobody_is_refused() -> None:
    with pytest.raises(NobodyNamed):
        record(by="", action="tests.done", target="thing:1", now=NOW)
