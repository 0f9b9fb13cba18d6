"""What is written in our own words, read again, is the same policy."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings

from footprint.rulebook.catalogue import CATALOGUE, PartKind
from footprint.rulebook.policy import Plain, Policy
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.terms import ClauseName, Stated
from footprint.rulebook.tests.factories import (
    LARKHILL,
    OAKFIELD,
    SILENT,
    clause,
    policy,
    replacing,
)
from footprint.rulebook.tests.generated import (
    FACTS,
    KNOWN,
    PEOPLE,
    ROLES,
    one_clause,
    policies,
)
from footprint.rulebook.writing.blocks import SchoolFacts, source_of_blocks
from footprint.rulebook.writing.comparing import differences, meant
from footprint.rulebook.writing.document import write_policy
from footprint.rulebook.writing.saying import sayable, unsaid

SAMPLES = sorted((Path(__file__).parent / "samples").glob("**/*.json"))
REAL = Path(__file__).resolve().parents[5] / "shared" / "policies"
SCHOOLS = ("trent", "st-margarets", "nest")
FACTS_OF_OAKFIELD = SchoolFacts("Oakfield Primary School")

OFTEN = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


def read_again(policy: Policy, facts: SchoolFacts = FACTS_OF_OAKFIELD) -> Policy:
    reading = read_policy(source_of_blocks(write_policy(policy, facts)))
    return Policy(policy.version, reading.clauses)


def policy_of(text: str) -> Policy:
    return Policy("1", read_policy(source_from_text(text)).clauses)


@given(policies(), FACTS)
@OFTEN
def test_reading_what_was_written_gives_the_same_policy(policy: Policy, facts: SchoolFacts) -> None:
    assert differences(policy, read_again(policy, facts)) == {}


@given(policies(free=True), FACTS)
@OFTEN
def test_words_of_the_schools_own_change_nothing_else(policy: Policy, facts: SchoolFacts) -> None:
    assert differences(policy, read_again(policy, facts)) == {}


@given(one_clause(), FACTS)
@OFTEN
def test_a_clause_alone_says_nothing_of_the_others(policy: Policy, facts: SchoolFacts) -> None:
    stated = {name for name in ClauseName if sayable(policy.clause(name)).is_stated}

    again = read_again(policy, facts)

    touched = {name for name in ClauseName if again.clause(name).stated is not Stated.NOT_STATED}
    assert touched <= stated


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_policies_of_other_families_come_back(path: Path) -> None:
    policy = policy_of(path.with_suffix(".txt").read_text(encoding="utf-8"))

    assert unsaid(policy) == ()
    assert values_of(read_again(policy)) == values_of(policy)


@pytest.mark.skipif(not REAL.exists(), reason="the real policies are not beside the project")
@pytest.mark.parametrize("school", SCHOOLS)
def test_the_real_policies_come_back_but_for_a_reference_that_is_broken_in_one(school: str) -> None:
    policy = policy_of((REAL / f"{school}.txt").read_text(encoding="utf-8"))
    lost = {(name, key) for name, key in unsaid(policy)}

    assert lost <= {(ClauseName.IMAGE_PERMISSION, "refers_to")}
    before = {place: each for place, each in values_of(policy).items() if place not in lost}
    assert values_of(read_again(policy)) == before


def values_of(policy: Policy) -> Mapping[tuple[ClauseName, str], Plain]:
    """Every stated value as it is, nothing folded."""
    return {
        (name, key): each.value
        for name in ClauseName
        if policy.clause(name).is_stated
        for key, each in policy.clause(name).values.items()
    }


@pytest.mark.parametrize(
    ("place", "text"), [(place, text) for place, pool in KNOWN.items() for text in pool]
)
def test_a_word_that_the_reader_knows_is_compared_as_it_is(
    place: tuple[ClauseName, str], text: str
) -> None:
    """Else the comparison above could hide what was lost."""
    kinds = {(entry.name, part.key): part.kind for entry in CATALOGUE for part in entry.parts}
    value: Plain = (text,) if kinds[place] is PartKind.TEXTS else text
    beside: dict[str, Plain] = {
        "inspection_check": True, "helpline": "POSH", "status": "has", "answers": "always",
        "roles": MappingProxyType({"X": ("Office manager",)}), "channels": ("Zoom",),
        "permission_for": ("videos",), "staff_ask": "dsl",
    }  # fmt: skip
    compared = meant(_policy_with(place, value, beside))

    if text == "within two school days":
        assert compared[place[0], "days"] == 2
    else:
        assert compared[place] == value


@pytest.mark.parametrize(("key", "names"), [("keepers", PEOPLE), ("roles", ROLES)])
def test_people_and_roles_are_compared_as_they_are(key: str, names: tuple[str, ...]) -> None:
    kept = MappingProxyType({"Instagram": names})
    place = (ClauseName.CHANNEL_KEEPERS, key)

    assert meant(_policy_with(place, kept, {}))[place] == kept


def _policy_with(
    place: tuple[ClauseName, str], value: Plain, beside: Mapping[str, Plain]
) -> Policy:
    return policy(clause(place[0], "A sentence.", **{**beside, place[1]: value}))


@given(policies(free=True), FACTS)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_every_line_rests_on_a_clause_that_is_stated(whole: Policy, facts: SchoolFacts) -> None:
    blocks = write_policy(whole, facts)

    stated = {name for name in ClauseName if sayable(whole.clause(name)).is_stated}
    assert {block.clause for block in blocks if block.clause} == stated


@given(policies(), FACTS)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_no_heading_and_no_line_above_a_list_stands_alone(
    whole: Policy, facts: SchoolFacts
) -> None:
    blocks = write_policy(whole, facts)

    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if block.kind == "heading":
            assert following is not None
            assert following.kind == "paragraph"
        if block.text.endswith(":"):
            assert following is not None
            assert following.kind == "list_item"


def test_a_silent_policy_is_a_title_and_what_the_school_is_called() -> None:
    blocks = write_policy(replace(SILENT, version=""), FACTS_OF_OAKFIELD)

    assert [block.kind for block in blocks] == ["heading", "paragraph"]
    assert "Oakfield Primary School" in blocks[1].text


@pytest.mark.parametrize("whole", [OAKFIELD, LARKHILL], ids=["oakfield", "larkhill"])
def test_the_policies_of_the_decisions_come_back(whole: Policy) -> None:
    assert unsaid(whole) == ()
    assert differences(whole, read_again(whole)) == {}


def test_the_days_given_at_adoption_are_written_beside_the_schools_word_for_them() -> None:
    texts = " ".join(block.text for block in write_policy(OAKFIELD, FACTS_OF_OAKFIELD))

    assert "deleted quickly, which here means within 2 school days." in texts
    assert "we give it within 3 school days, or we note why we do not." in texts


def test_half_a_rule_is_not_written_and_we_can_say_so() -> None:
    half = policy(
        clause(ClauseName.NO_FRIENDING, "A sentence.", stance="forbidden", former_pupils="allowed"),
        clause(ClauseName.POLICE, "A sentence.", where=("illegal",)),
    )

    texts = [block.text for block in write_policy(half, FACTS_OF_OAKFIELD)]

    assert unsaid(half) == ((ClauseName.NO_FRIENDING, "stance"), (ClauseName.POLICE, "where"))
    assert "Staff may be friends on social media with former pupils." in texts
    assert not any("police" in text for text in texts)


def test_todays_keepers_accounts_and_ages_stand_in_for_those_of_the_policy() -> None:
    facts = replace(
        FACTS_OF_OAKFIELD,
        keepers={"Instagram": ("Rowan Ashdown",)},
        accounts=(("Instagram", "@oakfieldprimary"),),
    )

    texts = [block.text for block in write_policy(OAKFIELD, facts)]

    assert "Instagram is looked after by Rowan Ashdown." in texts
    assert "Instagram: @oakfieldprimary" in texts
    assert not any("Ms Example" in text for text in texts)


def test_the_registers_write_nothing_under_a_clause_that_is_silent() -> None:
    facts = replace(
        FACTS_OF_OAKFIELD,
        keepers={"Instagram": ("Rowan Ashdown",)},
        accounts=(("Instagram", "@oakfieldprimary"),),
        ages={"WhatsApp": 13},
    )

    assert write_policy(SILENT, facts) == write_policy(SILENT, FACTS_OF_OAKFIELD)


def test_todays_ages_are_written_and_the_policy_is_read_back_as_it_is() -> None:
    ages = clause(ClauseName.MINIMUM_AGE, "A sentence.", general=13, exceptions={"WhatsApp": 16})
    stated = replacing(OAKFIELD, ages)
    blocks = write_policy(stated, replace(FACTS_OF_OAKFIELD, ages={"WhatsApp": 13}))

    read = read_policy(source_of_blocks(blocks)).clauses[ClauseName.MINIMUM_AGE]
    words = "Today’s own rules of the services are otherwise: WhatsApp 13."
    assert words in [block.text for block in blocks]
    assert (read.get("general"), read.get("exceptions")) == (13, {"WhatsApp": 16})


def test_governors_by_another_name_are_explained() -> None:
    for word, written in (("LCMs", "our staff, LCMs,"), ("board members", "(our governors)")):
        facts = replace(FACTS_OF_OAKFIELD, governors_word=word)
        texts = " ".join(block.text for block in write_policy(OAKFIELD, facts))
        assert written in texts


def test_the_lines_at_the_end_say_when_it_was_adopted() -> None:
    facts = replace(
        FACTS_OF_OAKFIELD,
        adopted_on=date(2026, 9, 1),
        minute="Full governing body, item 7",
        review_on=date(2027, 9, 1),
    )

    assert write_policy(OAKFIELD, facts)[-1].text == (
        "Version 1 was adopted on 1 September 2026 (Full governing body, item 7). It is due for "
        "its next review on 1 September 2027."
    )
