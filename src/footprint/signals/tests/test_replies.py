"""Answers in public: what is stopped, and what may go as it stands."""

import pytest

from footprint.rulebook.decisions.publication_text import FindingKind
from footprint.rulebook.decisions.reply_text import (
    INSTEAD,
    OF_FINDINGS,
    WHY,
    ReplyProblem,
    reason_for,
)
from footprint.rulebook.tests.factories import OAKFIELD, SILENT
from footprint.signals.drafts.checking import Known
from footprint.signals.drafts.names import Pupil
from footprint.signals.drafts.replies import check_reply

TOLLY = Pupil("1", "Tolly", "Applegarth", class_name="3B")
KNOWN = Known(own=("office@oakfield.example",), names=("Oakfield Primary",))


def problems(text: str) -> set[ReplyProblem]:
    return {each.problem for each in check_reply(text, pupils=[TOLLY], known=KNOWN)}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("We are sorry that your son was upset.", ReplyProblem.CONFIRMS_PUPIL),
        ("Tolly is a pupil at Oakfield Primary and doing well.", ReplyProblem.CONFIRMS_PUPIL),
        ("She is a pupil here and was seen by the nurse.", ReplyProblem.CONFIRMS_PUPIL),
        ("He joined Year 5 only last week.", ReplyProblem.CONFIRMS_PUPIL),
        ("The teacher has apologised.", ReplyProblem.STAFF_MATTER),
        ("Mrs Quillfeather is on training.", ReplyProblem.STAFF_MATTER),
        ("Somebody was suspended last week.", ReplyProblem.STAFF_MATTER),
        ("That is not true, and you know it.", ReplyProblem.ARGUES),
        ("Our records show that we rang on Tuesday.", ReplyProblem.ARGUES),
        ("We strongly disagree with this review.", ReplyProblem.ARGUES),
        ("Your complaint was closed in May.", ReplyProblem.ARGUES),
        ("Ring me on 07700 900123.", ReplyProblem.PERSONAL),
    ],
)
def test_what_is_stopped(text: str, problem: ReplyProblem) -> None:
    assert problem in problems(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for telling us. Please e-mail office@oakfield.example so that we can talk.",
        "Thank you for the kind words about Oakfield Primary!",
        "The office opens at eight. Have a good weekend.",
        "We are sorry to read this. Please come in and talk with us in private.",
    ],
)
def test_what_may_go_as_it_stands(text: str) -> None:
    assert problems(text) == set()


def test_every_finding_and_problem_is_placed() -> None:
    assert set(OF_FINDINGS) == set(FindingKind)
    assert set(WHY) == set(INSTEAD) == set(ReplyProblem)


@pytest.mark.parametrize("problem", list(ReplyProblem))
def test_the_policy_is_cited_or_said_to_be_silent(problem: ReplyProblem) -> None:
    assert reason_for(SILENT, problem).sentence.startswith("Your policy does not say")
    ours = reason_for(OAKFIELD, problem)
    assert (ours.quote is None) == ours.sentence.startswith("Your policy does not say")
