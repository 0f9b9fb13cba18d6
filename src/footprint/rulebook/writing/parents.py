"""The policy for parents, on one page: what is asked of them, and where they can turn."""

from collections.abc import Iterator

from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.assembling import (
    Section,
    ask_the_school,
    one_page,
    only,
    shorter,
    whole,
)
from footprint.rulebook.writing.blocks import Block, SchoolFacts, paragraph
from footprint.rulebook.writing.people import MUST_NOT_BE
from footprint.rulebook.writing.phrasing import joined, members_of, pairs_of, todays_ages


def write_parents_leaflet(policy: Policy, facts: SchoolFacts) -> tuple[Block, ...]:
    """One page for parents, from stated values only; where the policy is silent it says nothing."""
    return one_page(
        "Social media: a page for parents",
        _SECTIONS,
        policy,
        facts,
        end=ask_the_school(facts),
    )


def in_one_sentence(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """What posts must not be, without a list."""
    if tags := members_of(clause, "must_not_be"):
        listed = joined([MUST_NOT_BE[tag] for tag in tags], "or")
        yield paragraph(f"What we post online must not be {listed}.", clause.name)


def _ages(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    general, stated = clause.get("general"), pairs_of(clause, "exceptions")
    other = [f"{service} {years}" for service, years in stated.items() if years != general]
    if general:
        services = f" ({joined(other)})" if other else ""
        text = f"Most social media services have a minimum age of {general}{services}."
        yield paragraph(text, clause.name)
    elif other:
        yield paragraph(f"Minimum ages: {joined(other)}.", clause.name)
    if today := todays_ages(stated, facts):
        text = f"Today’s own rules of the services are otherwise: {today}."
        yield paragraph(text, clause.name)


def _talk(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    words = {
        "apps": "which apps, sites and games they use",
        "with_whom": "with whom",
        "how_long": "for how long",
        "when": "when",
    }
    if about := members_of(clause, "talk_about"):
        listed = joined([words[each] for each in about])
        yield paragraph(f"Talk with your children about {listed}.", clause.name)


C = ClauseName
_SECTIONS: tuple[Section, ...] = (
    ("If something worries you", (whole(C.PRIVATE_CONCERNS), whole(C.COMPLAINTS_PROCEDURE))),
    (
        "What we ask of everybody",
        (
            shorter(C.CONDUCT, in_one_sentence),
            only(C.CONDUCT, "applies_to"),
            only(C.IMAGE_PERMISSION, "permission_for"),
            only(C.IMAGE_PERMISSION, "school_events"),
        ),
    ),
    (
        "Your child online",
        (
            shorter(C.MINIMUM_AGE, _ages),
            only(C.UNDERAGE_SUPPORT, "parents_not_encourage"),
            shorter(C.PARENT_SUPPORT, _talk),
            only(C.PARENT_SUPPORT, "family_agreement", "resources"),
        ),
    ),
    (
        "Writing to us",
        (
            only(C.EMAIL_OFFICIAL, "parents"),
            whole(C.OFFICIAL_ACCOUNTS),
        ),
    ),
    (
        "Our staff and your child",
        (
            only(C.NO_FRIENDING, "stance", "adults", "covers"),
            only(C.NO_FRIENDING, "staff_with_parents"),
            only(C.NO_FOLLOWING, "pupils_follow_adults", "adults"),
        ),
    ),
    ("If a post does harm", (whole(C.DELETION_REQUEST), whole(C.POLICE))),
    ("Who to ask", (only(C.QUESTIONS, "parents_ask", "parents_helpline"),)),
)
