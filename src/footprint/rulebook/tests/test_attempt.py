"""Who is told of an attempt: complete over both sides, and over whom the policy names."""

from itertools import product

import pytest

from footprint.rulebook.decisions.attempt import rule_on_attempt
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Matter, Party, Role
from footprint.rulebook.tests.factories import OAKFIELD, SILENT, clause, policy, quote_of

DSL, HEAD, OFFICE, CHAIR = Role.DSL, Role.HEADTEACHER, Role.OFFICE, Role.CHAIR
PUPILS, CONDUCT = Matter.PUPIL_CONDUCT, Matter.CONDUCT
CHILDREN, ALLEGED = Matter.SAFEGUARDING, Matter.ALLEGATION
CHILD, ADULT, NEITHER = "by_child", "by_staff", ""

# who tried: (the value that speaks of it, the class towards a child, the class towards an adult),
# for a policy that names the DSL for children and the head for staff
PLACED = {
    Party.PUPIL: (CHILD, PUPILS, PUPILS),
    Party.FORMER_PUPIL: (NEITHER, CHILDREN, CONDUCT),
    Party.PARENT: (NEITHER, CHILDREN, CONDUCT),
    Party.STAFF: (ADULT, ALLEGED, CONDUCT),
    Party.GOVERNOR: (ADULT, ALLEGED, CONDUCT),
    Party.VOLUNTEER: (ADULT, ALLEGED, CONDUCT),
    Party.CONTRACTOR: (ADULT, ALLEGED, CONDUCT),
}
TOLD = {CHILD: (DSL, True), ADULT: (HEAD, True), NEITHER: (DSL, False)}
YOUNG = {Party.PUPIL, Party.FORMER_PUPIL}
PAIRS = list(product(Party, Party))


def test_everybody_who_can_try_is_placed() -> None:
    assert set(PLACED) == set(Party)


@pytest.mark.parametrize(("by", "to"), PAIRS)
def test_the_notice_clause_says_who_is_told(by: Party, to: Party) -> None:
    key, to_child, to_adult = PLACED[by]

    ruling = rule_on_attempt(policy=OAKFIELD, by=by, to=to, by_head=False)

    assert (ruling.told, ruling.by_policy) == TOLD[key]
    assert ruling.matter is (to_child if to in YOUNG else to_adult)
    (reason,) = ruling.reasons
    expected = quote_of(OAKFIELD, ClauseName.BREACH_NOTICE) if key else None
    assert reason.quote == expected


@pytest.mark.parametrize(("by", "to"), PAIRS)
def test_where_the_policy_is_silent_the_dsl_is_our_suggestion(by: Party, to: Party) -> None:
    ruling = rule_on_attempt(policy=SILENT, by=by, to=to, by_head=False)

    assert (ruling.told, ruling.by_policy) == (DSL, False)
    (reason,) = ruling.reasons
    assert reason.quote is None
    assert reason.sentence.startswith("Your policy does not say who is told")
    assert "Footprint suggests the designated safeguarding lead" in reason.sentence


@pytest.mark.parametrize("which", [OAKFIELD, SILENT])
@pytest.mark.parametrize("to", Party)
def test_nothing_about_the_head_goes_to_the_head(which: Policy, to: Party) -> None:
    ruling = rule_on_attempt(policy=which, by=Party.STAFF, to=to, by_head=True)

    assert (ruling.told, ruling.by_policy, ruling.matter) == (CHAIR, False, Matter.ALLEGATION_HEAD)


@pytest.mark.parametrize(
    ("named", "child", "adult"),
    [
        ("dsl", Matter.PUPIL_CONDUCT, Matter.SAFEGUARDING),
        ("headteacher", Matter.PUPIL_CONDUCT, Matter.ALLEGATION),
        ("office", Matter.CONDUCT, Matter.CONDUCT),
    ],
)
def test_the_class_is_one_that_whoever_the_policy_names_may_see(
    named: str, child: Matter, adult: Matter
) -> None:
    notice = clause(ClauseName.BREACH_NOTICE, "It is told.", by_child=named, by_staff=named)
    by_child, by_adult = (
        rule_on_attempt(policy=policy(notice), by=by, to=to, by_head=False)
        for by, to in ((Party.PUPIL, Party.STAFF), (Party.STAFF, Party.PUPIL))
    )

    assert (by_child.told, by_child.matter) == (Role(named), child)
    assert (by_adult.told, by_adult.matter) == (Role(named), adult)
