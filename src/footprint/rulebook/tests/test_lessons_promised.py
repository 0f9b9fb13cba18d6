"""What the policy promises to teach and to offer, and what it leaves unsaid."""

import pytest

from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.decisions.lessons_promised import TOPIC_STRANDS, promised_lessons
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Strand
from footprint.rulebook.tests.factories import SILENT, clause, policy

TAUGHT = clause(
    ClauseName.ONLINE_SAFETY_LESSONS,
    "We teach how to be a kind friend and how to tell somebody about bullying.",
    topics=("good_friend", "report_bullying"),
)
YOUNG = clause(
    ClauseName.UNDERAGE_SUPPORT, "We help when a child is too young.", school_deals="sometimes"
)
OFFERED = clause(ClauseName.PARENT_SUPPORT, "There is an agreement.", family_agreement=True)
TALK_ONLY = clause(ClauseName.PARENT_SUPPORT, "Talk about apps.", talk_about=("apps",))


@pytest.mark.parametrize("held", [None, SILENT])
def test_silence_is_said_and_promises_nothing(held: Policy | None) -> None:
    found = promised_lessons(policy=held)

    assert found.topics == ()
    assert not found.family_agreement
    for reason in (found.lessons, found.underage, found.families):
        assert reason.sentence.startswith("Your policy does not say ")
        assert reason.quote is None


def test_each_promise_comes_with_its_sentence() -> None:
    found = promised_lessons(policy=policy(TAUGHT, YOUNG, OFFERED))

    assert found.topics == ("good_friend", "report_bullying")
    assert found.strands == {Strand.RELATIONSHIPS, Strand.BULLYING}
    assert found.family_agreement
    reasons = (found.lessons, found.underage, found.families)
    assert [reason.quote for reason in reasons] == [each.quote for each in (TAUGHT, YOUNG, OFFERED)]


def test_parents_may_be_asked_without_being_offered_an_agreement() -> None:
    found = promised_lessons(policy=policy(TALK_ONLY))

    assert found.families.quote == TALK_ONLY.quote
    assert not found.family_agreement


def test_every_topic_of_the_catalogue_is_counted_under_a_strand() -> None:
    [topics] = [
        part for part in BY_NAME[ClauseName.ONLINE_SAFETY_LESSONS].parts if part.key == "topics"
    ]
    assert set(TOPIC_STRANDS) == {choice for choice, _ in topics.choices}
