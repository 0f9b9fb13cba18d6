import pytest

from footprint.rulebook.decisions.ask import AskAnswer, who_to_ask
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Audience, ClauseName
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT, quote_of

ANSWERS = {
    Audience.PARENT: ("the school office", "", ""),
    Audience.STAFF: (
        "designated safeguarding lead",
        "headteacher or designated safeguarding lead",
        "",
    ),
    Audience.PUPIL: ("", "", ""),
    Audience.GOVERNOR: ("", "", ""),
    Audience.VOLUNTEER: ("", "", ""),
    Audience.CONTRACTOR: ("", "", ""),
}


def ask(policy: Policy, audience: Audience) -> AskAnswer:
    return who_to_ask(policy=policy, audience=audience)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_policy_says_whom_to_ask_first(audience: Audience) -> None:
    found = tuple(ask(policy, audience).first for policy in (OAKFIELD, LARKHILL, SILENT))

    assert found == ANSWERS[audience]


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("policy", [OAKFIELD, LARKHILL, SILENT])
def test_an_answer_cites_the_policy_and_silence_says_so(audience: Audience, policy: Policy) -> None:
    found = ask(policy, audience)

    first = found.reasons[0]
    if found.first:
        assert first.quote == quote_of(policy, ClauseName.QUESTIONS)
    else:
        assert first.quote is None
        assert first.sentence.startswith("Your policy does not say whom ")


def test_parents_are_given_their_helpline_and_staff_those_they_may_call_on() -> None:
    assert ask(OAKFIELD, Audience.PARENT).helpline == "a helpline for families"
    assert ask(OAKFIELD, Audience.STAFF).then == (
        "the county's advisers",
        "the helpline for professionals",
    )
    assert ask(OAKFIELD, Audience.STAFF).helpline == ""


def test_what_is_not_named_is_left_empty() -> None:
    found = ask(LARKHILL, Audience.STAFF)

    assert (found.then, found.helpline, len(found.reasons)) == ((), "", 1)
