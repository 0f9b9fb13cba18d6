"""A flood is kept apart, then slowed; a class behind one address is not; nobody is remembered."""

from datetime import timedelta

from footprint.concerns.slowing import Pace, Slowing
from tests.cast import NOW

SENDER = "192.0.2.7"


def paces(
    slowing: Slowing, number: int, *, seconds: float, address: str = "192.0.2.7"
) -> list[Pace]:
    return [
        slowing.pace(SENDER, now=NOW + timedelta(seconds=seconds * place / number))
        for place in range(number)
    ]


def test_a_class_of_thirty_in_one_lesson_is_taken() -> None:
    assert set(paces(Slowing(), 30, seconds=600)) == {Pace.TAKE}


def test_three_hundred_a_minute_are_slowed() -> None:
    found = paces(Slowing(), 300, seconds=60)
    assert found[0] is Pace.TAKE
    assert found.count(Pace.KEEP_APART) > 10
    assert found.count(Pace.WAIT) > 200


def test_after_waiting_one_more_may_come() -> None:
    slowing = Slowing()
    paces(slowing, 300, seconds=1)
    later = NOW + timedelta(seconds=10)
    assert slowing.pace(SENDER, now=later) is Pace.KEEP_APART


def test_a_flood_from_one_address_does_not_slow_another() -> None:
    slowing = Slowing()
    paces(slowing, 300, seconds=1)
    assert slowing.pace("192.0.2.8", now=NOW) is Pace.TAKE


def test_no_address_is_held_and_each_day_begins_anew() -> None:
    slowing = Slowing()
    paces(slowing, 5, seconds=1)
    first_day = set(slowing._left)
    assert SENDER not in repr(slowing)

    slowing.pace(SENDER, now=NOW + timedelta(days=1))

    assert not first_day & set(slowing._left)
