"""What waits for whom, and the note at the start of a term."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from footprint.notices.models import Notice
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted
from footprint.registers.lessons import actions, jobs
from footprint.registers.lessons.tests.factories import make_lesson, plan_lesson, policy_on_lessons
from footprint.registers.lessons.waiting import waiting_for
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Strand
from tests.cast import NOW, Cast

TODAY = NOW.date()
LAST_WEEK = date(2026, 11, 9)
IN_SPRING = date(2027, 1, 12)
FIRST_MONDAY = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
SATURDAY = datetime(2027, 1, 9, 9, 0, tzinfo=UTC)
LATE = datetime(2027, 2, 8, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("who", "own", "count"),
    [
        ("teacher", True, 1),
        ("teacher", False, 0),
        ("head", False, 1),
        ("dsl", False, 1),
        ("office", False, 0),
        ("governor", False, 0),
        ("stranger", False, 0),
    ],
)
def test_whoever_planned_it_or_answers_for_it_is_asked_whether_it_was_taught(
    cast: Cast, who: str, own: bool, count: int
) -> None:
    user = getattr(cast, who)
    plan_lesson(cast.oakfield, user if own else cast.keeper, on=LAST_WEEK)
    plan_lesson(cast.oakfield, user, on=TODAY)

    assert len(waiting_for(user, cast.oakfield.pk, on=TODAY).to_say) == count


def test_a_plan_that_was_taken_back_waits_for_nobody(cast: Cast) -> None:
    plan = plan_lesson(cast.oakfield, cast.teacher, on=LAST_WEEK)
    actions.withdraw_lesson(lesson=plan, reason="Snow", by=cast.teacher, now=NOW)

    assert waiting_for(cast.head, cast.oakfield.pk, on=TODAY).count == 0


@pytest.mark.parametrize(
    ("who", "on", "strand", "untaught"),
    [
        ("head", IN_SPRING, None, ("good_friend", "report_bullying")),
        ("head", IN_SPRING, Strand.BULLYING, ("good_friend",)),
        ("head", TODAY, None, ()),
        ("teacher", IN_SPRING, None, ()),
        ("governor", IN_SPRING, None, ()),
    ],
    ids=["nothing taught", "one strand", "the first term", "a teacher", "a governor"],
)
def test_promised_topics_wait_from_the_second_term_on(
    cast: Cast, who: str, on: date, strand: Strand | None, untaught: tuple[str, ...]
) -> None:
    make_adopted(cast.oakfield, policy_on_lessons(), cast.head)
    if strand:
        make_lesson(cast.oakfield, cast.teacher, strands=frozenset({strand}))

    assert waiting_for(getattr(cast, who), cast.oakfield.pk, on=on).untaught == untaught


def test_a_silent_policy_promises_nothing_that_could_wait(cast: Cast) -> None:
    make_adopted(cast.oakfield, Policy("1", {}), cast.head)

    assert waiting_for(cast.head, cast.oakfield.pk, on=IN_SPRING).untaught == ()


def remind(at: datetime) -> int:
    with time_machine.travel(at, tick=False):
        return int(jobs.remind_of_lessons.func())


@pytest.mark.parametrize(
    ("at", "number"),
    [(NOW, 0), (FIRST_MONDAY, 2), (SATURDAY, 0), (LATE, 0)],
    ids=["the first term", "after an empty term", "at the weekend", "weeks later"],
)
def test_an_empty_term_is_told_once_to_the_head_and_the_dsl(
    cast: Cast, at: datetime, number: int
) -> None:
    make_adopted(cast.oakfield, policy_on_lessons(), cast.head)
    PolicyVersion.objects.update(adopted_on=date(2026, 1, 5))

    assert (remind(at), remind(at)) == (number, 0)

    notices = Notice.objects.filter(key__startswith="lessons.term:")
    told = {cast.head.email, cast.dsl.email} if number else set()
    assert {notice.to for notice in notices} == told


@pytest.mark.parametrize("case", ["taught", "silent", "not here then", "not in force then"])
def test_nobody_is_told_where_nothing_was_missed(cast: Cast, case: str) -> None:
    silent = Policy("1", {})
    make_adopted(cast.oakfield, silent if case == "silent" else policy_on_lessons(), cast.head)
    adopted_on = date(2026, 11, 1) if case == "not in force then" else date(2026, 1, 5)
    adopted_at = FIRST_MONDAY if case == "not here then" else NOW
    PolicyVersion.objects.update(adopted_on=adopted_on, adopted_at=adopted_at)
    if case == "taught":
        make_lesson(cast.oakfield, cast.teacher)

    assert remind(FIRST_MONDAY) == 0


def test_a_plan_is_no_lesson(cast: Cast) -> None:
    make_adopted(cast.oakfield, policy_on_lessons(), cast.head)
    PolicyVersion.objects.update(adopted_on=date(2026, 1, 5))
    plan_lesson(cast.oakfield, cast.teacher, on=date(2026, 12, 1))

    assert remind(FIRST_MONDAY) == 2
