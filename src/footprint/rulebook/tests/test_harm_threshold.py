"""The four questions: one yes or one doubt leads to the LADO; only four noes do not."""

from itertools import product

import pytest

from footprint.rulebook.decisions.harm_threshold import (
    QUESTIONS,
    HarmAnswer,
    HarmQuestion,
    rule_on_threshold,
)
from footprint.rulebook.terms import Matter, Role

YES, NOT_SURE, NO = HarmAnswer.YES, HarmAnswer.NOT_SURE, HarmAnswer.NO


@pytest.mark.parametrize(
    ("answers", "head", "met", "matter", "who"),
    [
        ((NO, NO, NO, NO), False, False, Matter.LOW_LEVEL, Role.HEADTEACHER),
        ((YES, NO, NO, NO), False, True, Matter.ALLEGATION, Role.HEADTEACHER),
        ((NO, NOT_SURE, NO, NO), False, True, Matter.ALLEGATION, Role.HEADTEACHER),
        ((NO, NO, YES, NO), False, True, Matter.ALLEGATION, Role.HEADTEACHER),
        ((NO, NO, NO, NOT_SURE), False, True, Matter.ALLEGATION, Role.HEADTEACHER),
        ((YES, YES, YES, YES), False, True, Matter.ALLEGATION, Role.HEADTEACHER),
        ((NO, NO, NO, NO), True, False, Matter.ALLEGATION_HEAD, Role.CHAIR),
        ((NO, NO, NO, YES), True, True, Matter.ALLEGATION_HEAD, Role.CHAIR),
        ((NOT_SURE, NO, NO, NO), True, True, Matter.ALLEGATION_HEAD, Role.CHAIR),
    ],
)
def test_where_it_goes(
    answers: tuple[HarmAnswer, ...], head: bool, met: bool, matter: Matter, who: Role
) -> None:
    given = dict(zip(HarmQuestion, answers, strict=True))

    ruling = rule_on_threshold(answers=given, matter=Matter.ALLEGATION, subject_is_head=head)

    assert (ruling.is_met, ruling.matter, ruling.who) == (met, matter, who)


def test_of_all_answers_only_four_noes_are_low_level() -> None:
    for answers in product(HarmAnswer, repeat=4):
        given = dict(zip(HarmQuestion, answers, strict=True))
        for head in (False, True):
            ruling = rule_on_threshold(
                answers=given, matter=Matter.ALLEGATION, subject_is_head=head
            )
            assert ruling.is_met == (set(answers) != {NO})
            assert ("LADO) now" in ruling.steps[0]) == ruling.is_met
            assert len(ruling.reasons) == max(1, sum(answer is not NO for answer in answers))


@pytest.mark.parametrize("missing", list(HarmQuestion))
def test_a_missing_answer_never_passes_for_a_no(missing: HarmQuestion) -> None:
    given = {question: NO for question in HarmQuestion if question is not missing}
    with pytest.raises(ValueError, match="all four"):
        rule_on_threshold(answers=given, matter=Matter.ALLEGATION, subject_is_head=False)


def test_a_doubt_is_named_as_one() -> None:
    given = dict.fromkeys(HarmQuestion, NO) | {HarmQuestion.RISK: NOT_SURE}
    reasons = rule_on_threshold(
        answers=given, matter=Matter.ALLEGATION, subject_is_head=False
    ).reasons
    assert [reason.sentence for reason in reasons] == [
        f"{QUESTIONS[HarmQuestion.RISK]}: not sure, which counts as yes."
    ]


def test_every_question_has_its_words() -> None:
    assert set(QUESTIONS) == set(HarmQuestion)


@pytest.mark.parametrize(
    ("matter", "becomes"),
    [
        (Matter.REPUTATION, Matter.LOW_LEVEL),
        (Matter.CONDUCT, Matter.LOW_LEVEL),
        (Matter.PUPIL_CONDUCT, Matter.PUPIL_CONDUCT),
        (Matter.SAFEGUARDING, Matter.SAFEGUARDING),
        (Matter.ALLEGATION, Matter.LOW_LEVEL),
        (Matter.LOW_LEVEL, Matter.LOW_LEVEL),
    ],
)
def test_four_noes_take_no_child_from_the_safeguarding_lead(
    matter: Matter, becomes: Matter
) -> None:
    noes = dict.fromkeys(HarmQuestion, NO)
    ruling = rule_on_threshold(answers=noes, matter=matter, subject_is_head=False)
    assert ruling.matter is becomes
