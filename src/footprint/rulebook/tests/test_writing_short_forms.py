"""The pages for parents, staff and children: from stated values only."""

from collections.abc import Callable
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT, clause, policy
from footprint.rulebook.tests.generated import FACTS, policies
from footprint.rulebook.writing.blocks import Block, SchoolFacts
from footprint.rulebook.writing.children import write_child_page
from footprint.rulebook.writing.parents import write_parents_leaflet
from footprint.rulebook.writing.saying import sayable
from footprint.rulebook.writing.staff import write_staff_page

Write = Callable[[Policy, SchoolFacts], tuple[Block, ...]]
PAGES: tuple[Write, ...] = (write_parents_leaflet, write_staff_page, write_child_page)
FACTS_OF_OAKFIELD = SchoolFacts("Oakfield Primary School", office_email="office@oakfield.example")


def said_of(blocks: tuple[Block, ...], name: ClauseName) -> list[str]:
    return [block.text for block in blocks if block.clause is name]


@given(policies(free=True), FACTS, st.sampled_from(PAGES))
@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
def test_every_line_rests_on_one_stated_clause_and_on_no_other(
    whole: Policy, facts: SchoolFacts, write: Write
) -> None:
    page = write(whole, facts)

    for name in ClauseName:
        lines = said_of(page, name)
        assert not lines or sayable(whole.clause(name)).is_stated
        if lines:
            assert said_of(write(policy(whole.clause(name)), facts), name) == lines


@given(policies(), st.sampled_from(PAGES))
@settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
def test_a_heading_has_something_below_it(whole: Policy, write: Write) -> None:
    page = write(whole, FACTS_OF_OAKFIELD)

    assert next(block.level for block in page if block.kind == "heading") == 1
    for block, following in zip(page, (*page[1:], None), strict=True):
        assert block.text.strip() == block.text != ""
        if block.kind == "heading" or block.text.endswith(":"):
            assert following is not None
            assert following.kind != "heading"


@pytest.mark.parametrize("write", PAGES)
def test_a_silent_policy_says_whom_to_ask_and_nothing_else(write: Write) -> None:
    page = write(SILENT, FACTS_OF_OAKFIELD)

    assert [block.clause for block in page] == [None] * len(page)
    assert [block.text for block in page if block.kind == "heading"][1:] == ["Not sure?"]
    assert page[-1].text.startswith("Ask ")


def test_parents_are_told_that_messages_on_the_page_are_not_answered() -> None:
    page = write_parents_leaflet(OAKFIELD, FACTS_OF_OAKFIELD)

    accounts = said_of(page, ClauseName.OFFICIAL_ACCOUNTS)
    assert "We do not answer messages there." in accounts
    assert page[-1].text == "Ask the school at office@oakfield.example."


def test_staff_are_told_whom_to_tell_and_what_is_ruled_out() -> None:
    page = write_staff_page(LARKHILL, FACTS_OF_OAKFIELD)

    assert said_of(page, ClauseName.EMAIL_OFFICIAL) == [
        "Ruled out for school business: chat apps such as WhatsApp."
    ]
    assert "the designated safeguarding lead is told" in said_of(page, ClauseName.BREACH_NOTICE)[0]


def test_children_are_told_in_short_sentences() -> None:
    page = write_child_page(OAKFIELD, FACTS_OF_OAKFIELD)

    assert "We do not call people names." in said_of(page, ClauseName.CONDUCT)
    assert said_of(page, ClauseName.NO_FOLLOWING) == [
        "It is better not to follow teachers and other grown-ups at school on apps."
    ]
    assert max(len(block.text.split()) for block in page) <= 20


def test_todays_ages_stand_beside_those_of_the_policy() -> None:
    facts = SchoolFacts("Oakfield Primary School", ages={"WhatsApp": 13, "Threads": 14})
    ages = clause(
        ClauseName.MINIMUM_AGE,
        "A sentence.",
        general=13,
        exceptions=MappingProxyType({"X": 16, "WhatsApp": 16}),
    )
    stated = policy(ages)

    parents, children = (
        " ".join(said_of(write(stated, facts), ClauseName.MINIMUM_AGE))
        for write in (write_parents_leaflet, write_child_page)
    )
    assert "(X 16 and WhatsApp 16)" in parents
    assert "Today’s own rules of the services are otherwise: WhatsApp 13." in parents
    assert "X is for people of 16 and older." in children
    assert "Our school says 16 for WhatsApp. WhatsApp itself says 13." in children
    assert "Threads" not in parents + children  # the policy does not speak of it
