"""The seven words of conduct: one question each, and what is not enough."""

import pytest

from footprint.rulebook.decisions.conduct import TESTS, hints_for, named_in
from footprint.rulebook.decisions.opinion import rule_on_opinion
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Act, ClauseName, ConductTag, PostKind
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT, quote_of

T = ConductTag
# Word, what its question turns on, what alone is not enough.
TABLE = [
    (T.BULLYING, "aimed at a person", "same opinion of the school"),
    (T.BULLYING, "again and again or by several", "One hard sentence"),
    (T.AGGRESSIVE, "afraid", "Anger"),
    (T.AGGRESSIVE, "a reasonable person", "complain"),
    (T.RUDE, "impolite", "never a matter for the police"),
    (T.INSULTING, "as a person", "did their work badly"),
    (T.ILLEGAL, "break the law", "unwelcome"),
    (T.ILLEGAL, "naming an accused teacher", "You need not be sure"),
    (T.INAPPROPRIATE, "in an assembly", "does not like"),
    (T.DISREPUTE, "knows to be untrue", "Criticism, however unwelcome"),
    (T.DISREPUTE, "as one of the school", "honest opinion"),
]


@pytest.mark.parametrize(("tag", "asks", "not_enough"), TABLE)
def test_what_makes_a_post_so_and_what_does_not(tag: T, asks: str, not_enough: str) -> None:
    assert asks in TESTS[tag].question
    assert not_enough in TESTS[tag].not_enough


def test_every_word_has_one_question() -> None:
    assert set(TESTS) == set(ConductTag) == {row[0] for row in TABLE}
    for test in TESTS.values():
        assert test.question.count("?") == 1
        assert test.question.endswith("?")
        assert test.not_enough.endswith(".")
        assert len(test.question) < 160


@pytest.mark.parametrize("policy", [OAKFIELD, LARKHILL, SILENT])
@pytest.mark.parametrize("tag", list(ConductTag))
def test_a_hint_says_what_the_policy_says_and_agrees_with_the_gate(policy: Policy, tag: T) -> None:
    hint = hints_for(policy=policy)[tag]
    ruling = rule_on_opinion(
        policy=policy, signal=Signal(PostKind.NEUTRAL), conduct=frozenset({tag})
    )

    assert hint.counts is not ruling.protected
    if tag in named_in(policy):
        assert hint.reason.quote == quote_of(policy, ClauseName.CONDUCT)
    else:
        assert hint.reason.sentence.startswith("Your policy does not say that posts must not be")
    assert (hint.reason.sentence in hint.words) is not hint.counts


@pytest.mark.parametrize("kind", [PostKind.CRITICISM, PostKind.CONCERN, PostKind.PRAISE])
def test_disrepute_is_not_mere_criticism(kind: PostKind) -> None:
    found = rule_on_opinion(policy=OAKFIELD, signal=Signal(kind), conduct=frozenset({T.DISREPUTE}))

    assert found.protected
    assert Act.REQUEST_DELETION not in found.offered


@pytest.mark.parametrize("tag", [each for each in ConductTag if each is not T.ILLEGAL])
def test_no_word_but_the_laws_leads_to_the_police(tag: T) -> None:
    found = rule_on_opinion(
        policy=OAKFIELD, signal=Signal(PostKind.NEUTRAL), conduct=frozenset({tag})
    )

    assert Act.POLICE in found.withheld
