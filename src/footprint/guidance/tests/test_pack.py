"""Asking the pack: what holds, what is to come, what must be looked up again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.guidance.fact import NATIONS, Day, Fact, Kind, Theme, Unit, Value, in_words
from footprint.guidance.pack import Pack, load_pack
from footprint.guidance.soundness import quarrel_of
from footprint.guidance.tests.factories import ANNOUNCED, CHIRP, UNCHECKED, chirp

TODAY = date(2026, 11, 16)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MAYBE_DAYS = st.none() | DAYS


@st.composite
def stretches(draw: st.DrawFn) -> Fact:
    """The fact between two days in order, each perhaps open."""
    first, last = draw(MAYBE_DAYS), draw(MAYBE_DAYS)
    if first and last and last < first:
        first, last = last, first
    nations = draw(st.sets(st.sampled_from(NATIONS), min_size=1))
    return chirp(first, last, nations=tuple(each for each in NATIONS if each in nations))


@given(stretches(), DAYS)
def test_a_fact_holds_from_its_first_to_its_last_day(fact: Fact, on: date) -> None:
    first = fact.valid_from.first if fact.valid_from else date.min
    last = fact.valid_to.last if fact.valid_to else date.max

    assert fact.holds_on(on) == (first <= on <= last)
    assert fact.begins_after(on) == (first > on)


@given(stretches(), stretches())
def test_two_facts_overlap_where_one_day_sees_both(one: Fact, other: Fact) -> None:
    """The ends of a stretch decide: if any day sees both, the later of the two beginnings does."""
    firsts = [fact.valid_from.first if fact.valid_from else date.min for fact in (one, other)]
    day = max(firsts)
    shared = set(one.nations) & set(other.nations)

    expected = bool(shared) and one.holds_on(day) and other.holds_on(day)
    assert one.overlaps(other) == other.overlaps(one) == expected
    assert bool(quarrel_of(one, other)) == expected


@given(st.lists(stretches(), max_size=5), st.sampled_from(NATIONS), DAYS)
def test_where_none_overlap_there_is_one_answer_and_it_holds(
    drawn: list[Fact], nation: str, on: date
) -> None:
    kept: list[Fact] = []
    for fact in drawn:
        if not any(fact.overlaps(each) for each in kept):
            kept.append(fact)
    pack = Pack(tuple(kept))

    assert len(pack.facts(nation=nation, on=on)) <= 1
    found = pack.fact("age.chirp", nation=nation, on=on)
    assert (found is not None) == any(f.holds_on(on) and nation in f.nations for f in kept)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_month_ends_on_its_last_day(day: date) -> None:
    month = Day(day.replace(day=1), month_only=True)

    assert month.first <= day <= month.last
    assert (month.last + timedelta(days=1)).day == 1


def test_what_is_announced_is_never_an_answer_and_always_to_come() -> None:
    pack = Pack((CHIRP, ANNOUNCED))

    for on in (TODAY, date(2035, 1, 1)):
        assert pack.fact("age.chirp", nation="wales", on=on) == CHIRP
        assert pack.coming(on=on) == (ANNOUNCED,)


def test_a_dated_change_is_to_come_until_its_day() -> None:
    change = date(2027, 3, 1)
    old, new = chirp(None, change - timedelta(days=1)), chirp(change, value=16)
    pack = Pack((ANNOUNCED, new, old))

    assert pack.coming(on=TODAY, nation="england", key="age.chirp") == (new, ANNOUNCED)
    assert pack.fact("age.chirp", nation="england", on=change - timedelta(days=1)) == old
    assert pack.fact("age.chirp", nation="england", on=change) == new
    assert new not in pack.coming(on=change)
    assert pack.coming(on=TODAY, key="age.other") == ()


def test_nation_and_theme_narrow_the_answer() -> None:
    scottish = chirp(nations=("scotland",))
    pack = Pack((scottish, replace(CHIRP, key="clock.chirp", theme=Theme.CLOCKS)))

    assert pack.fact("age.chirp", nation="england", on=TODAY) is None
    assert pack.facts(theme=Theme.AGES, on=TODAY) == (scottish,)
    assert [fact.key for fact in pack.facts(nation="england", on=TODAY)] == ["clock.chirp"]
    assert pack.history("age.chirp", nation="scotland") == (scottish,)
    assert pack.history("age.chirp", nation="england") == ()


@pytest.mark.parametrize(
    ("days", "due"), [(0, False), (89, False), (90, True), (91, True), (4000, True)]
)
def test_a_checked_fact_is_due_after_ninety_days(days: int, due: bool) -> None:
    on = date(2026, 11, 2) + timedelta(days=days)

    assert bool(Pack((CHIRP,)).due_for_check(on=on)) is due
    assert bool(Pack((CHIRP,)).due_for_check(on=on, after_days=5000)) is False


def test_what_is_over_or_was_never_checked_is_not_due() -> None:
    over = chirp(None, date(2026, 11, 3))
    pack = Pack((over, UNCHECKED))

    assert pack.due_for_check(on=date(2030, 1, 1)) == ()
    assert pack.unchecked(on=date(2030, 1, 1)) == (UNCHECKED,)


def test_what_was_announced_is_due_on_its_day_however_lately_it_was_checked() -> None:
    pack = Pack((replace(ANNOUNCED, checked_on=Day(date(2026, 12, 30))),))

    assert pack.due_for_check(on=date(2026, 12, 30)) == ()
    assert len(pack.due_for_check(on=date(2026, 12, 31))) == 1


def test_what_stops_soon_is_named_soonest_first() -> None:
    soon = chirp(None, TODAY + timedelta(days=5))
    sooner = chirp(None, TODAY)
    pack = Pack((soon, sooner, chirp(None, TODAY + timedelta(days=31)), CHIRP))

    assert pack.ending(on=TODAY, within_days=30) == (sooner, soon)


@pytest.mark.parametrize(
    ("value", "kind", "unit", "words"),
    [
        (13, Kind.AGE, None, "13 years"),
        (1, Kind.AGE, None, "1 year"),
        (48, Kind.DURATION, Unit.HOURS, "48 hours"),
        (2, Kind.DURATION, Unit.SCHOOL_DAYS, "2 school days"),
        (True, Kind.YES_NO, None, "Yes"),
        (False, Kind.YES_NO, None, "No"),
        ("As we say", Kind.STATEMENT, None, "As we say"),
    ],
)
def test_values_in_words(value: Value, kind: Kind, unit: Unit | None, words: str) -> None:
    assert in_words(value, kind, unit) == words


# --- the pack that comes with this release ---


def test_the_pack_is_whole_and_covers_every_theme() -> None:
    pack = load_pack()

    assert {fact.theme for fact in pack.facts(on=TODAY)} == set(Theme)
    assert load_pack() is pack


@pytest.mark.parametrize(
    ("key", "on", "words", "checked"),
    [
        ("age.whatsapp", date(2026, 11, 16), "13 years", True),
        ("age.instagram", date(2027, 6, 1), "13 years", True),  # announced is not in force
        ("age.telegram", date(2026, 11, 16), "16 years", False),
        ("channel.google_school_reviews", date(2025, 2, 17), "Yes", True),
        ("channel.google_school_reviews", date(2025, 2, 18), "No", True),
        ("clock.lado", date(2026, 11, 16), "1 working day", True),
        ("clock.posh", date(2026, 11, 16), "48 hours", True),
        ("clock.child_protection_file", date(2026, 11, 16), "5 days", True),
        ("clock.dp_complaint", date(2026, 6, 19), "30 days", True),
        ("clock.subject_access", date(2026, 11, 16), "1 month", False),
        ("clock.data_breach", date(2026, 11, 16), "72 hours", False),
        ("law.kcsie", date(2026, 8, 31), "KCSIE 2025", True),
        ("law.kcsie", date(2026, 9, 1), "KCSIE 2026", False),
    ],
)
def test_what_the_pack_says(key: str, on: date, words: str, checked: bool) -> None:
    fact = load_pack().fact(key, nation="england", on=on)

    assert fact is not None
    assert (fact.words, fact.is_checked) == (words, checked)


def test_before_its_first_day_the_pack_is_silent() -> None:
    assert load_pack().fact("clock.dp_complaint", nation="england", on=date(2026, 6, 18)) is None
    assert load_pack().fact("clock.lado", nation="scotland", on=TODAY) is None


def test_the_announced_age_is_sixteen_on_six_platforms_and_the_named_exempt_are_left_out() -> None:
    coming = {
        fact.key: fact.value
        for fact in load_pack().coming(on=TODAY, nation="scotland")
        if fact.theme is Theme.AGES and fact.is_checked
    }

    platforms = ("instagram", "facebook", "x", "snapchat", "tiktok", "youtube")
    assert coming == {f"age.{name}": 16 for name in platforms}


def test_staff_are_not_sent_to_the_public_line_about_extremism() -> None:
    line = load_pack().fact("route.act_early", nation="england", on=TODAY)

    assert line is not None
    assert {each.value for each in line.audience} == {"parent"}
