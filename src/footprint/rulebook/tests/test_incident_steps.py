import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.rulebook.decisions.incident_steps import (
    NEED_WORDS,
    OWNERS,
    STEPS,
    Need,
    StepNotAllowed,
    check_is_complete,
    check_may_follow,
    may_follow,
    next_steps,
    owner,
    steps_as_markdown,
)
from footprint.rulebook.terms import Matter, Role, Step

OPENED, ASSESSED = Step.OPENED, Step.ASSESSED
ASKED, FOLLOWED_UP = Step.DELETION_REQUESTED, Step.FOLLOWED_UP
REPORTED, REFERRED = Step.PLATFORM_REPORTED, Step.REFERRED
RESOLVED, CLOSED = Step.RESOLVED, Step.CLOSED

# after -> what may follow; all else must be refused.
ALLOWED = {
    OPENED: {ASSESSED},
    ASSESSED: {ASKED, REPORTED, REFERRED, RESOLVED, CLOSED},
    ASKED: {FOLLOWED_UP, REPORTED, REFERRED, RESOLVED},
    FOLLOWED_UP: {FOLLOWED_UP, ASKED, REPORTED, REFERRED, RESOLVED, CLOSED},
    REPORTED: {FOLLOWED_UP, ASKED, REPORTED, REFERRED, RESOLVED},
    REFERRED: {FOLLOWED_UP, ASKED, REPORTED, REFERRED, RESOLVED, CLOSED},
    RESOLVED: {FOLLOWED_UP, CLOSED},
    CLOSED: set(),
}
MAY_OPEN = {  # `users.permissions` holds the same
    Role.HEADTEACHER: set(Matter) - {Matter.ALLEGATION_HEAD},
    Role.DSL: set(Matter) - {Matter.ALLEGATION, Matter.ALLEGATION_HEAD, Matter.LOW_LEVEL},
    Role.CHAIR: {Matter.ALLEGATION_HEAD},
}


@pytest.mark.parametrize("after", list(Step))
@pytest.mark.parametrize("step", list(Step))
def test_what_may_follow_what(after: Step, step: Step) -> None:
    allowed = step in ALLOWED[after]

    assert may_follow(step=step, after=after) is allowed
    if allowed:
        check_may_follow(step=step, after=after)
    else:
        with pytest.raises(StepNotAllowed):
            check_may_follow(step=step, after=after)


def test_every_step_need_and_class_has_been_placed() -> None:
    assert set(STEPS) == set(Step)
    assert set(NEED_WORDS) == set(Need)
    assert set(OWNERS) == set(Matter)
    assert {need for rule in STEPS.values() for need in rule.needs} == set(Need)


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("matter", list(Matter))
def test_every_open_step_is_somebodys_who_may_open_the_matter(step: Step, matter: Matter) -> None:
    found = owner(step=step, matter=matter)

    if step is CLOSED:
        assert found is None
    else:
        assert found is not None
        assert matter in MAY_OPEN[found]


def _steps_to_closed() -> dict[Step, int]:
    distance = {CLOSED: 0}
    while len(distance) < len(Step):
        found = {
            step: 1 + min(distance[after] for after in next_steps(step) if after in distance)
            for step in Step
            if step not in distance and any(after in distance for after in next_steps(step))
        }
        assert found, f"no way to be closed: {set(Step) - set(distance)}"
        distance |= found
    return distance


def test_every_step_leads_to_closed_within_three() -> None:
    assert max(_steps_to_closed().values()) <= 3


@given(st.lists(st.integers(0, 99), max_size=60))
def test_no_history_ends_in_a_dead_end(choices: list[int]) -> None:
    step = OPENED
    for choice in choices:
        if step is CLOSED:
            break
        assert owner(step=step, matter=Matter.CONDUCT) is not None
        step = next_steps(step)[choice % len(next_steps(step))]

    assert step is CLOSED or next_steps(step)
    assert step in _steps_to_closed()


def test_ten_thousand_random_histories_all_come_to_an_end() -> None:
    chance = random.Random(5)  # noqa: S311 (no secret: the same histories every time)
    for _ in range(10_000):
        step, taken = OPENED, 0
        while step is not CLOSED:
            after = next_steps(step)
            assert after
            step, taken = chance.choice(after), taken + 1
            assert taken < 1_000


def test_nothing_is_done_before_somebody_has_said_who_posted_it() -> None:
    assert next_steps(OPENED) == (ASSESSED,)
    with pytest.raises(StepNotAllowed, match="who posted it, or that this is not known"):
        check_is_complete(step=ASSESSED, given=())


@pytest.mark.parametrize("first", [ASKED, REPORTED, REFERRED])
@pytest.mark.parametrize("second", [REPORTED, REFERRED])
def test_several_actions_are_taken_without_closing(first: Step, second: Step) -> None:
    if first is not second:
        check_may_follow(step=second, after=first)
    check_may_follow(step=FOLLOWED_UP, after=second)


def test_a_request_or_a_report_is_looked_after_before_the_incident_is_closed() -> None:
    assert not may_follow(step=CLOSED, after=ASKED)
    assert not may_follow(step=CLOSED, after=REPORTED)


@pytest.mark.parametrize("missing", [Need.CLAUSE, Need.REASON, Need.OUTCOME, Need.SUPPORT])
def test_closing_needs_each_of_its_parts(missing: Need) -> None:
    rest = set(STEPS[CLOSED].needs) - {missing}

    with pytest.raises(StepNotAllowed) as told:
        check_is_complete(step=CLOSED, given=rest)

    assert told.value.sentence == f"“Closed” first needs: {NEED_WORDS[missing]}."
    check_is_complete(step=CLOSED, given={*rest, missing})


def test_the_refusal_says_what_can_be_done_instead() -> None:
    with pytest.raises(StepNotAllowed) as told:
        check_may_follow(step=CLOSED, after=OPENED)

    assert str(told.value) == "“Closed” cannot follow “Opened”. Next can be: Assessed."


def test_a_closed_incident_says_that_it_is_closed() -> None:
    with pytest.raises(StepNotAllowed, match="This incident is closed"):
        check_may_follow(step=FOLLOWED_UP, after=CLOSED)


def test_the_page_shows_every_step_arrow_and_class() -> None:
    page = steps_as_markdown()

    assert page.startswith("# The steps of an incident\n")
    assert "```mermaid\nstateDiagram-v2\n" in page
    for step in Step:
        assert f"| {STEPS[step].title} |" in page
        for after in next_steps(step):
            assert f"    {step.value} --> {after.value}\n" in page
    for matter in Matter:
        assert f"| {matter.value} | {OWNERS[matter].value} |" in page
