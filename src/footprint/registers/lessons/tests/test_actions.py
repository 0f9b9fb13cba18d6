"""Lessons and offers: added, never changed; they end once, with a reason."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from footprint.audit.models import Event
from footprint.registers.lessons import actions
from footprint.registers.lessons.actions.ending import ReasonMissing
from footprint.registers.lessons.models import (
    ChosenYears,
    Ended,
    FamilyOffer,
    Lesson,
    LessonGroup,
    LessonState,
)
from footprint.registers.lessons.tests.factories import (
    lesson_details,
    make_lesson,
    make_offer,
    offer_details,
    plan_lesson,
)
from footprint.rulebook.terms import Strand
from tests.cast import NOW, Cast

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)


def last_event() -> Event:
    return Event.objects.order_by("-number")[0]


def groups_of(lesson: Lesson) -> list[tuple[int, str]]:
    return [(each.year_group, each.class_name) for each in lesson.groups.all()]


def test_a_lesson_is_recorded_with_its_strands_and_groups(cast: Cast) -> None:
    lesson = make_lesson(
        cast.oakfield,
        cast.teacher,
        title="  Passwords  that are mine ",
        strands=frozenset({Strand.PRIVACY, Strand.SELF_IMAGE}),
        groups=frozenset({(4, "4 Oak"), (3, "")}),
    )

    assert lesson.title == "Passwords that are mine"
    assert [each.strand for each in lesson.strands.all()] == ["self_image", "privacy"]
    assert groups_of(lesson) == [(3, ""), (4, "4 Oak")]
    event = last_event()
    assert (event.by, event.action, event.target) == (
        cast.teacher.username, "lessons.recorded", f"lesson:{lesson.pk}",
    )  # fmt: skip
    assert event.details["years"] == [3, 4]


def test_a_class_of_a_whole_year_says_nothing_more(cast: Cast) -> None:
    lesson = make_lesson(cast.oakfield, cast.teacher, groups=frozenset({(4, ""), (4, "4 Oak")}))

    assert groups_of(lesson) == [(4, "")]


def test_what_was_not_taught_yet_is_not_recorded_as_taught(cast: Cast) -> None:
    with pytest.raises(actions.NotYet):
        make_lesson(cast.oakfield, cast.teacher, on=TOMORROW)

    assert not Lesson.objects.exists()
    assert plan_lesson(cast.oakfield, cast.teacher, on=TOMORROW).state == LessonState.PLANNED


def test_a_lesson_has_a_strand_and_pupils(cast: Cast) -> None:
    with pytest.raises(actions.NothingTaught):
        make_lesson(cast.oakfield, cast.teacher, strands=frozenset())
    with pytest.raises(actions.NothingTaught):
        make_lesson(cast.oakfield, cast.teacher, groups=frozenset())


def test_a_plan_becomes_a_lesson_and_stays_on_record(cast: Cast) -> None:
    plan = plan_lesson(cast.oakfield, cast.teacher, on=date(2026, 11, 12))

    lesson = actions.mark_taught(
        lesson=plan, on=TODAY, taught_by="Tess Teacher", by=cast.teacher, now=NOW
    )

    plan.refresh_from_db()
    assert (plan.ended_why, plan.ended_by, plan.on) == (
        Ended.TAUGHT, cast.teacher, date(2026, 11, 12),
    )  # fmt: skip
    assert (lesson.state, lesson.on, groups_of(lesson)) == ("taught", TODAY, [(4, "")])
    assert set(Lesson.objects.of_line(plan)) == set(Lesson.objects.of_line(lesson)) == {
        plan, lesson,
    }  # fmt: skip
    assert list(Lesson.objects.current()) == [lesson]
    assert last_event().action == "lessons.taught"


def test_a_correction_ends_one_row_and_adds_another(cast: Cast) -> None:
    wrong = make_lesson(cast.oakfield, cast.teacher)
    details = lesson_details(groups=frozenset({(5, "")}))

    right = actions.correct_lesson(
        lesson=wrong, details=details, reason="It was Year 5", by=cast.head, now=NOW
    )
    again = actions.correct_lesson(
        lesson=right, details=lesson_details(), reason="No, Year 4", by=cast.head, now=NOW
    )

    wrong.refresh_from_db()
    assert (wrong.ended_why, wrong.ended_reason) == (Ended.CORRECTED, "It was Year 5")
    assert groups_of(wrong) == [(4, "")]
    assert again.began_as_id == right.began_as_id == wrong.pk
    assert list(Lesson.objects.current()) == [again]


def test_of_two_who_correct_at_once_one_is_told(cast: Cast) -> None:
    lesson = make_lesson(cast.oakfield, cast.teacher)
    actions.withdraw_lesson(lesson=lesson, reason="Fire drill", by=cast.teacher, now=NOW)
    events = Event.objects.count()

    for act in (
        lambda: actions.withdraw_lesson(lesson=lesson, reason="Twice", by=cast.head, now=NOW),
        lambda: actions.mark_taught(lesson=lesson, on=TODAY, taught_by="T", by=cast.head, now=NOW),
        lambda: actions.correct_lesson(
            lesson=lesson, details=lesson_details(), reason="Late", by=cast.head, now=NOW
        ),
    ):
        with pytest.raises(actions.AlreadyEnded), transaction.atomic():
            act()

    assert not Lesson.objects.current().exists()
    assert Event.objects.count() == events


def test_nothing_is_corrected_without_a_reason(cast: Cast) -> None:
    lesson = make_lesson(cast.oakfield, cast.teacher)

    with pytest.raises(ReasonMissing):
        actions.withdraw_lesson(lesson=lesson, reason="  ", by=cast.teacher, now=NOW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ended_at": NOW},
        {"ended_why": "corrected"},
        {"taught_by": ""},
    ],
    ids=["ended by nobody", "ended at no time", "taught by nobody"],
)
def test_the_database_refuses_half_a_row(cast: Cast, wrong: dict[str, object]) -> None:
    lesson = make_lesson(cast.oakfield, cast.teacher)

    with pytest.raises(IntegrityError), transaction.atomic():
        Lesson.objects.filter(pk=lesson.pk).update(**wrong)


def test_the_database_refuses_a_year_that_is_none(cast: Cast) -> None:
    lesson = make_lesson(cast.oakfield, cast.teacher)

    with pytest.raises(IntegrityError), transaction.atomic():
        LessonGroup.objects.create(lesson=lesson, year_group=14)


def test_an_offer_is_recorded_corrected_and_taken_back(cast: Cast) -> None:
    offer = make_offer(cast.oakfield, cast.office, year_groups=frozenset({6, 5}))
    assert offer.year_groups == [5, 6]
    assert last_event().target == f"family_offer:{offer.pk}"

    right = actions.correct_offer(
        offer=offer, details=offer_details(), reason="For all", by=cast.head, now=NOW
    )
    actions.withdraw_offer(offer=right, reason="Called off", by=cast.head, now=NOW)

    assert not FamilyOffer.objects.current().exists()
    assert list(FamilyOffer.objects.of_line(right).order_by("pk")) == [offer, right]
    with pytest.raises(actions.AlreadyEnded):
        actions.withdraw_offer(offer=right, reason="Again", by=cast.head, now=NOW)


def test_an_offer_of_tomorrow_was_not_made(cast: Cast) -> None:
    with pytest.raises(actions.NotYet):
        make_offer(cast.oakfield, cast.office, offered_on=TOMORROW)


def test_chosen_years_are_in_order(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.choose_years(school=cast.oakfield, first=6, last=3, by=cast.head, now=NOW)
    assert not ChosenYears.objects.exists()
