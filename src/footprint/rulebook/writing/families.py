"""Pupils and parents in plain words: concerns, ages, lessons, help at home, whom to ask."""

from collections.abc import Iterator

from footprint.rulebook.policy import Clause
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.blocks import Block, SchoolFacts, list_of, paragraph
from footprint.rulebook.writing.phrasing import (
    DESKS,
    joined,
    members_of,
    pairs_of,
    text_of,
    texts_of,
    todays_ages,
)
from footprint.rulebook.writing.presence import helpline_name, way_to


def private_concerns(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Where a worry goes first."""
    if clause.get("directly_in_private"):
        yield _say(
            clause,
            "If you are a parent and something at our school worries you, please contact us "
            "directly and in private.",
        )
    if clause.get("not_in_groups"):
        yield _say(clause, "Please do not raise a concern in a chat group of parents.")


def complaints(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """What follows when a conversation does not settle it."""
    if clause.get("when_unresolved"):
        yield _say(
            clause,
            "If a concern is not settled in that way, you can use our complaints procedure.",
        )
    if stages := texts_of(clause, "stages"):
        then = ", then ".join(f"the {stage}" for stage in stages)
        yield _say(clause, f"These are the stages of a complaint: first {then}.")


def minimum_age(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """The general age, and services with another one; beside it what these say today."""
    general = clause.get("general")
    if general:
        yield _say(clause, f"Most social media services have a minimum age of {general}.")
    stated = pairs_of(clause, "exceptions")
    other = {service: years for service, years in stated.items() if years != general}
    yield from list_of(
        "These services have a minimum age of their own:",
        (f"{service}: {years}" for service, years in other.items()),
        clause.name,
    )
    if today := todays_ages(stated, facts):
        yield _say(clause, f"Today’s own rules of the services are otherwise: {today}.")


def underage_support(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Pupils who are too young for a service."""
    frequency = {
        "implied": "We know that some pupils use a service before they are old enough, and we "
        "help them when something goes wrong.",
        "sometimes": "We sometimes deal with problems of pupils who are too young for a service.",
        "regularly": "We regularly deal with problems of pupils who are too young for a service.",
    }
    if how_often := text_of(clause, "school_deals"):
        yield _say(clause, frequency[how_often])
    if clause.get("parents_not_encourage"):
        yield _say(
            clause,
            "We ask parents not to encourage or condone the use of a service by children who are "
            "too young for it.",
        )


LESSONS = {
    "online_behaviour": "how to behave well online",
    "good_friend": "how to be a good friend online",
    "report_bullying": "how to report bullying",
    "report_misuse": "how to report misuse",
    "report_intimidation": "how to report intimidation",
    "report_abuse": "how to report abuse",
}


def lessons(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """What online safety lessons cover."""
    topics = members_of(clause, "topics")
    stem = "In our online safety lessons pupils learn:"
    yield from list_of(stem, (LESSONS[topic] for topic in topics), clause.name)


TALK = {
    "apps": "which apps, sites and games they use",
    "with_whom": "with whom they spend their time there",
    "how_long": "for how long",
    "when": "at what time of day",
}
RESOURCES = {"top_tips": "the “Top Tips” poster", "digital_5_a_day": "the “Digital 5 A Day”"}


def parent_support(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """What parents are asked to talk about, and what they are offered."""
    about = members_of(clause, "talk_about")
    stem = "Parents help most by talking with their children about life online:"
    yield from list_of(stem, (TALK[each] for each in about), clause.name)
    if clause.get("family_agreement"):
        yield _say(clause, "We offer a digital family agreement to fill in together at home.")
    if resources := members_of(clause, "resources"):
        listed = joined([RESOURCES[each] for each in resources])
        yield _say(clause, f"Parents may also find {listed} useful.")


def questions(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Whom parents and staff ask."""
    if place := text_of(clause, "parents_ask"):
        way = _with_address(place, facts)
        yield _say(clause, f"Parents who have a question about this policy can direct it {way}.")
    if helpline := text_of(clause, "parents_helpline"):
        yield _say(clause, f"{_runs(helpline)} a helpline for parents.")
    if desk := text_of(clause, "staff_ask"):
        others = [_called(name) for name in texts_of(clause, "call_on")]
        then = f", who may then call on {joined(others, 'or')}" if others else ""
        yield _say(clause, f"Staff who are unsure ask {DESKS[desk]} first{then}.")


def _with_address(place: str, facts: SchoolFacts) -> str:
    address = f" ({facts.office_email})" if place == "office e-mail" and facts.office_email else ""
    return f"{way_to(place)}{address}"


def _runs(helpline: str) -> str:
    """ "The NSPCC has", "Childline has"."""
    the = "" if not helpline.isupper() else "The "
    return f"{the}{helpline[:1].upper()}{helpline[1:]} has"


def _called(name: str) -> str:
    full = helpline_name(name)
    return f"the {full}" if full in ("trust", "local authority advisers") else full


def _say(clause: Clause, text: str) -> Block:
    return paragraph(text, clause.name)


WRITERS = {
    ClauseName.PRIVATE_CONCERNS: private_concerns,
    ClauseName.COMPLAINTS_PROCEDURE: complaints,
    ClauseName.MINIMUM_AGE: minimum_age,
    ClauseName.UNDERAGE_SUPPORT: underage_support,
    ClauseName.ONLINE_SAFETY_LESSONS: lessons,
    ClauseName.PARENT_SUPPORT: parent_support,
    ClauseName.QUESTIONS: questions,
}
