from itertools import product

import pytest

from footprint.rulebook.decisions import safety_steps
from footprint.rulebook.decisions.safety import (
    SUGGESTED_BY,
    SafetyRuling,
    rule_on_safety,
    suggested_answers,
)
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Flag, Matter, PostKind, Role, SafetyQuestion
from footprint.rulebook.tests.factories import OAKFIELD, SILENT, quote_of

DANGER, NUDE = SafetyQuestion.DANGER_NOW, SafetyQuestion.NUDE_IMAGE
ACCUSED, EXTREMISM = SafetyQuestion.ADULT_ACCUSED, SafetyQuestion.EXTREMISM

# Who may open what; `users.permissions` holds the same.
MAY_OPEN = {
    Matter.SAFEGUARDING: {Role.HEADTEACHER, Role.DSL, Role.DEPUTY_DSL},
    Matter.ALLEGATION: {Role.HEADTEACHER},
    Matter.ALLEGATION_HEAD: {Role.CHAIR, Role.TRUST_LEAD},
}
EVERY_ANSWER = [
    dict(zip(SafetyQuestion, answers, strict=True)) for answers in product((False, True), repeat=4)
]


def ruling(
    *yes: SafetyQuestion, subject_is_head: bool = False, policy: Policy = OAKFIELD
) -> SafetyRuling:
    answers = {question: question in yes for question in SafetyQuestion}
    return rule_on_safety(policy=policy, answers=answers, subject_is_head=subject_is_head)


@pytest.mark.parametrize(
    ("yes", "head", "matter", "desk", "alerts"),
    [
        ((DANGER,), False, Matter.SAFEGUARDING, Role.DSL, "dsl deputy_dsl headteacher"),
        ((NUDE,), False, Matter.SAFEGUARDING, Role.DSL, "dsl deputy_dsl headteacher"),
        ((EXTREMISM,), False, Matter.SAFEGUARDING, Role.DSL, "dsl deputy_dsl headteacher"),
        ((ACCUSED,), False, Matter.ALLEGATION, Role.HEADTEACHER, "headteacher"),
        ((ACCUSED, DANGER), False, Matter.ALLEGATION, Role.HEADTEACHER, "headteacher"),
        ((ACCUSED, NUDE), False, Matter.ALLEGATION, Role.HEADTEACHER, "headteacher"),
        ((ACCUSED,), True, Matter.ALLEGATION_HEAD, Role.CHAIR, "chair trust_lead"),
        ((ACCUSED, DANGER), True, Matter.ALLEGATION_HEAD, Role.CHAIR, "chair trust_lead"),
        ((EXTREMISM,), True, Matter.ALLEGATION_HEAD, Role.CHAIR, "chair trust_lead"),
    ],
)
def test_a_yes_decides_the_class_the_desk_and_who_is_told(
    yes: tuple[SafetyQuestion, ...], head: bool, matter: Matter, desk: Role, alerts: str
) -> None:
    found = ruling(*yes, subject_is_head=head)

    assert found.leaves_reputation_track
    assert (found.matter, found.desk) == (matter, desk)
    assert " ".join(found.alerts) == alerts


@pytest.mark.parametrize("head", [False, True])
@pytest.mark.parametrize("answers", EVERY_ANSWER)
def test_only_those_who_may_open_the_matter_are_told_of_it(
    answers: dict[SafetyQuestion, bool], head: bool
) -> None:
    found = rule_on_safety(policy=SILENT, answers=answers, subject_is_head=head)

    assert found.leaves_reputation_track == any(answers.values())
    if found.matter is not None:
        assert {found.desk, *found.alerts} <= MAY_OPEN[found.matter]
        assert found.desk in found.alerts
        assert found.steps
        assert found.clock
        assert len(found.reasons) == sum(answers.values())
        assert len(set(found.steps)) == len(found.steps)


@pytest.mark.parametrize("answers", [each for each in EVERY_ANSWER if any(each.values())])
def test_a_head_who_is_the_subject_gets_no_sign(answers: dict[SafetyQuestion, bool]) -> None:
    found = rule_on_safety(policy=OAKFIELD, answers=answers, subject_is_head=True)

    assert Role.HEADTEACHER not in (found.desk, *found.alerts)
    assert safety_steps.HEAD_ACCUSED[0] in found.steps
    assert not any("Tell the headteacher" in step for step in found.steps)


def test_no_yes_leaves_the_post_where_it_is() -> None:
    found = ruling()

    assert not found.leaves_reputation_track
    assert (found.matter, found.desk, found.alerts, found.steps) == (None, None, (), ())
    assert found.evidence_allowed


@pytest.mark.parametrize("left_out", list(SafetyQuestion))
def test_an_unanswered_question_does_not_pass_for_a_no(left_out: SafetyQuestion) -> None:
    answers = {question: False for question in SafetyQuestion if question is not left_out}

    with pytest.raises(ValueError, match="all four"):
        rule_on_safety(policy=OAKFIELD, answers=answers)


@pytest.mark.parametrize("answers", EVERY_ANSWER)
def test_no_file_is_taken_where_a_picture_may_show_a_child_undressed(
    answers: dict[SafetyQuestion, bool],
) -> None:
    found = rule_on_safety(policy=OAKFIELD, answers=answers)

    assert found.evidence_allowed == (not answers[NUDE])
    assert (safety_steps.NUDE_IMAGE[0] in found.steps) == answers[NUDE]


@pytest.mark.parametrize("answers", [each for each in EVERY_ANSWER if each[DANGER]])
def test_in_danger_the_first_step_is_999(answers: dict[SafetyQuestion, bool]) -> None:
    found = rule_on_safety(policy=OAKFIELD, answers=answers)

    assert found.steps[0] == safety_steps.CALL_999
    assert found.clock.startswith("Now.")


def test_the_words_on_a_nude_image_forbid_every_act() -> None:
    words = safety_steps.NUDE_IMAGE[0].lower()

    for act in ("not view", "copy", "print", "share", "store"):
        assert act in words


@pytest.mark.parametrize(
    ("yes", "clock"),
    [((EXTREMISM,), "Today"), ((NUDE,), "Now"), ((ACCUSED,), "Now"), ((EXTREMISM, NUDE), "Now")],
)
def test_extremism_alone_is_for_today_and_all_else_for_now(
    yes: tuple[SafetyQuestion, ...], clock: str
) -> None:
    assert ruling(*yes).clock.startswith(clock)


def test_a_friend_in_need_may_always_go_straight_to_the_authorities() -> None:
    for question in SafetyQuestion:
        assert safety_steps.NOBODY_MAY_STOP_YOU in ruling(question).steps


@pytest.mark.parametrize(
    ("question", "clause"),
    [(DANGER, ClauseName.POLICE), (EXTREMISM, ClauseName.EXTREMISM)],
)
def test_the_policy_is_cited_where_it_says_something(
    question: SafetyQuestion, clause: ClauseName
) -> None:
    (reason,) = ruling(question).reasons

    assert reason.quote == quote_of(OAKFIELD, clause)


@pytest.mark.parametrize("question", list(SafetyQuestion))
def test_a_silent_policy_is_said_to_be_silent(question: SafetyQuestion) -> None:
    (reason,) = ruling(question, policy=SILENT).reasons

    assert reason.sentence.startswith("Your policy does not say")
    assert reason.quote is None


@pytest.mark.parametrize(
    ("flag", "suggested"),
    [
        (Flag.THREAT, {DANGER}),
        (Flag.SELF_HARM, {DANGER}),
        (Flag.SEXUAL, {NUDE}),
        (Flag.ALLEGATION, {ACCUSED}),
        (Flag.EXTREMISM, {EXTREMISM}),
        (Flag.STAFF_CONTACT, set()),
        (Flag.INSULT, set()),
        (Flag.BULLYING, set()),
        (Flag.HATE, set()),
        (Flag.PRIVACY, set()),
        (Flag.UNDERAGE, set()),
    ],
)
def test_a_flag_suggests_an_answer_with_its_reason(
    flag: Flag, suggested: set[SafetyQuestion]
) -> None:
    answers = suggested_answers(signal=Signal(PostKind.CONCERN, frozenset({flag})))

    assert {question for question, each in answers.items() if each.yes} == suggested
    assert all(each.reason.sentence for each in answers.values())


def test_every_flag_has_been_placed() -> None:
    assert set(SUGGESTED_BY) == set(Flag)
    assert set(suggested_answers(signal=Signal(PostKind.NEUTRAL))) == set(SafetyQuestion)


def test_sexual_contact_with_an_adult_suggests_that_an_adult_is_accused() -> None:
    flags = frozenset({Flag.SEXUAL, Flag.STAFF_CONTACT})

    answers = suggested_answers(signal=Signal(PostKind.CONCERN, flags))

    assert answers[ACCUSED].yes
    assert "contact between an adult and a pupil" in answers[ACCUSED].reason.sentence
