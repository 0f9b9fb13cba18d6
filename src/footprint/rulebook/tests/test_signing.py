"""Who falls under which agreement, and whom the policy names as signing one."""

import pytest

from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.decisions.signing import GROUPS, rule_on_signing
from footprint.rulebook.policy import Clause, Plain, Policy, Quote, Value
from footprint.rulebook.terms import AgreementAudience, Audience, ClauseName, Stated

A = AgreementAudience
YEARS = range(-1, 14)


def policy_saying(**values: Plain) -> Policy:
    quotes = {key: Quote(f"The sentence about {key}.") for key in values}
    clause = Clause(
        ClauseName.ACCEPTABLE_USE,
        Stated.STATED if values else Stated.NOT_STATED,
        {key: Value(value, quotes[key]) for key, value in values.items()},
        tuple(quotes.values()),
    )
    return Policy(version="1", clauses={clause.name: clause})


@pytest.mark.parametrize(
    ("part", "year", "expected"),
    [
        (Audience.PUPIL, -1, A.INFANTS),
        (Audience.PUPIL, 0, A.INFANTS),
        (Audience.PUPIL, 2, A.INFANTS),
        (Audience.PUPIL, 3, A.JUNIORS),
        (Audience.PUPIL, 6, A.JUNIORS),
        (Audience.PUPIL, 7, A.SECONDARY),
        (Audience.PUPIL, 13, A.SECONDARY),
        (Audience.PUPIL, None, None),
        (Audience.PARENT, None, A.PARENTS),
        (Audience.STAFF, None, A.STAFF),
        (Audience.STAFF, 3, A.STAFF),
        (Audience.GOVERNOR, None, A.GOVERNORS),
        (Audience.VOLUNTEER, None, A.VOLUNTEERS),
        (Audience.CONTRACTOR, None, A.CONTRACTORS),
    ],
)
def test_who_falls_under_which_agreement(
    part: Audience, year: int | None, expected: AgreementAudience | None
) -> None:
    found = [audience for audience, group in GROUPS.items() if group.holds(part, year)]

    assert found == ([expected] if expected else [])


def test_everybody_falls_under_exactly_one_agreement() -> None:
    """A new audience, or a new kind of person, fails here until it has its place."""
    assert set(GROUPS) == set(AgreementAudience)
    for part in Audience:
        for year in YEARS:
            assert sum(group.holds(part, year) for group in GROUPS.values()) == 1, (part, year)


@pytest.mark.parametrize("audience", AgreementAudience)
@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({}, set()),
        ({"all_sign": True}, set(Audience)),
        ({"signed_by": ("pupil", "staff")}, {Audience.PUPIL, Audience.STAFF}),
        ({"signed_by": ("parent",)}, {Audience.PARENT}),
        ({"all_sign": True, "signed_by": ("parent",)}, set(Audience)),
    ],
    ids=["silent", "all", "pupils and staff", "parents", "all, parents by name"],
)
def test_the_policy_names_them_or_not(
    audience: AgreementAudience, said: dict[str, Plain], named: set[Audience]
) -> None:
    ruling = rule_on_signing(policy=policy_saying(**said), audience=audience)

    assert ruling.named is (GROUPS[audience].part in named)
    assert (ruling.reason.quote is not None) is ruling.named
    if not ruling.named:
        assert ruling.reason.sentence.startswith("Your policy does not say that ")


def test_the_sentence_that_names_them_comes_before_the_one_about_everybody() -> None:
    policy = policy_saying(all_sign=True, signed_by=("parent",))

    by_name = rule_on_signing(policy=policy, audience=A.PARENTS).reason.quote
    with_all = rule_on_signing(policy=policy, audience=A.STAFF).reason.quote

    assert by_name == Quote("The sentence about signed_by.")
    assert with_all == Quote("The sentence about all_sign.")


def test_the_catalogue_speaks_of_the_same_people() -> None:
    entry = BY_NAME[ClauseName.ACCEPTABLE_USE]
    signers = next(part for part in entry.parts if part.key == "signed_by")

    assert {value for value, _ in signers.choices} == {part.value for part in Audience}
