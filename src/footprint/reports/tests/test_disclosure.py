"""Small numbers: what is hidden, and that no hidden one can be worked out."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.reports.disclosure import SMALLEST, Hidden, Sum, hide, is_small

SMALL, GIVES_AWAY = Hidden.SMALL, Hidden.GIVES_AWAY
TOTAL = Sum("total", ("a", "b", "c"))


def hidden(a: int, b: int, c: int) -> dict[str, Hidden]:
    return hide({"a": a, "b": b, "c": c, "total": a + b + c}, [TOTAL])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((0, 0, 0), {}),
        ((5, 6, 7), {}),
        ((0, 6, 7), {}),
        ((3, 6, 7), {"a": SMALL, "b": GIVES_AWAY}),  # 16 less 6 less 7 is 3
        ((3, 0, 7), {"a": SMALL, "c": GIVES_AWAY}),
        ((3, 2, 7), {"a": SMALL, "b": SMALL}),  # 5 between them: 1 to 4 each
        ((1, 1, 7), {"a": SMALL, "b": SMALL, "c": GIVES_AWAY}),  # 2 between them: 1 each
        ((4, 4, 7), {"a": SMALL, "b": SMALL, "c": GIVES_AWAY}),  # 8 between them: 4 each
        ((1, 5, 9), {"a": SMALL, "b": GIVES_AWAY, "c": GIVES_AWAY}),  # 1 and 5 are the least of 6
        ((3, 0, 0), {"a": SMALL, "total": SMALL}),
    ],
)
def test_a_small_part_and_what_would_give_it_away_are_hidden(
    parts: tuple[int, int, int], expected: dict[str, Hidden]
) -> None:
    assert hidden(*parts) == expected


def test_a_part_that_is_not_shown_still_must_not_be_worked_out() -> None:
    counts = {"total": 12, "answered": 9, "unanswered": 3}
    sums = [Sum("total", ("answered", "unanswered"))]

    found = hide(counts, sums, never_shown=frozenset({"unanswered"}))

    assert found == {"unanswered": SMALL, "answered": GIVES_AWAY}


def test_where_even_fewer_than_five_would_tell_it_that_is_not_told() -> None:
    counts = {"a": 1, "b": 1, "c": 1, "d": 1, "left": 2, "right": 2, "all": 4}
    sums = [Sum("left", ("a", "b")), Sum("right", ("c", "d")), Sum("all", ("left", "right"))]

    found = hide(counts, sums)  # all under 5 and none of them zero: only 1 + 1 and 1 + 1 fit

    assert set(found) == set(counts)
    assert Hidden.UNTOLD in found.values()


def test_a_count_in_two_sums_is_worked_out_from_neither() -> None:
    counts = {"seen": 20, "praise": 12, "other": 8, "answered": 10, "unanswered": 2}
    sums = [Sum("seen", ("praise", "other")), Sum("praise", ("answered", "unanswered"))]

    found = hide(counts, sums)

    assert found["unanswered"] is SMALL
    assert "answered" in found


def worlds(
    counts: dict[str, int], sums: list[Sum], found: dict[str, Hidden]
) -> list[dict[str, int]]:
    """Every way in which the counts could be, as far as a reader can tell; totals after parts."""
    most = sum(counts.values()) + SMALLEST
    could_be: dict[Hidden | None, Callable[[int], range]] = {
        None: lambda count: range(count, count + 1),
        Hidden.SMALL: lambda count: range(1, SMALLEST),
        Hidden.GIVES_AWAY: lambda count: range(SMALLEST, most),
        Hidden.UNTOLD: lambda count: range(1, most),
    }
    ranges = {name: could_be[found.get(name)](count) for name, count in counts.items()}
    totals = {each.total for each in sums}
    parts = [name for name in counts if name not in totals]
    possible = []
    for values in product(*(ranges[name] for name in parts)):
        world = dict(zip(parts, values, strict=True))
        for each in sums:
            world[each.total] = sum(world[part] for part in each.parts)
        if all(world[name] in ranges[name] for name in totals):
            possible.append(world)
    return possible


@settings(deadline=None)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=3))
def test_every_small_count_could_be_another_one_whatever_the_table(parts: list[int]) -> None:
    names = [f"part{number}" for number in range(len(parts))]
    counts = {**dict(zip(names, parts, strict=True)), "total": sum(parts)}
    sums = [Sum("total", tuple(names))]

    found = hide(counts, sums)
    possible = worlds(counts, sums, found)

    for name, count in counts.items():
        if is_small(count):
            assert name in found
            assert len({world[name] for world in possible}) > 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 7), min_size=4, max_size=4))
def test_the_same_holds_where_two_sums_share_a_total(parts: list[int]) -> None:
    a, b, c, d = parts
    counts = {"a": a, "b": b, "c": c, "d": d, "left": a + b, "right": c + d, "all": sum(parts)}
    sums = [Sum("left", ("a", "b")), Sum("right", ("c", "d")), Sum("all", ("left", "right"))]

    found = hide(counts, sums)
    possible = worlds(counts, sums, found)

    for name, count in counts.items():
        if is_small(count):
            assert len({world[name] for world in possible}) > 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=6))
def test_nothing_is_hidden_where_nothing_is_small(parts: list[int]) -> None:
    large = [part + SMALLEST for part in parts]
    names = [f"part{number}" for number in range(len(large))]
    counts = {**dict(zip(names, large, strict=True)), "total": sum(large)}
    assert hide(counts, [Sum("total", tuple(names))]) == {}
