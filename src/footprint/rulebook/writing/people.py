"""How people behave and connect, in plain words."""

import re
from collections.abc import Iterator

from footprint.rulebook.policy import Clause
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.blocks import Block, SchoolFacts, list_of, paragraph
from footprint.rulebook.writing.phrasing import (
    DESKS,
    joined,
    members_of,
    people,
    ruled,
    text_of,
    upper_first,
)

MUST_NOT_BE = {
    "bullying": "bullying",
    "aggressive": "aggressive",
    "rude": "rude",
    "insulting": "insulting",
    "illegal": "illegal",
    "inappropriate": "inappropriate in any other way",
    "disrepute": "such that it brings the school into disrepute",
}


def conduct(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """What posts must not be, and where that holds."""
    tags = members_of(clause, "must_not_be")
    yield from list_of(
        "What we post online must not be:", (MUST_NOT_BE[tag] for tag in tags), clause.name
    )
    if places := members_of(clause, "applies_to"):
        where = {"public": "public pages", "private": "private chats, pages and groups"}
        listed = " and to ".join(where[place] for place in places)
        yield _say(clause, f"This applies to {listed}.")
    if clause.get("teaching_profession"):
        yield _say(clause, "Staff must not bring the teaching profession into disrepute.")


def friending(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Friends and messages between pupils and adults, former pupils, parents."""
    adults = members_of(clause, "adults")
    if adults:
        covers, whom = members_of(clause, "covers"), f"our {people(adults, facts, 'or')}"
        stance = text_of(clause, "stance")
        acts = ruled("Pupils", stance, do=_acts(covers, whom, 0), doing=_acts(covers, whom, 1))
        yield _say(clause, f"{acts} The same holds the other way round.")
    former = "friends on social media with former pupils"
    if stance := text_of(clause, "former_pupils"):
        yield _say(clause, ruled("Staff", stance, do=f"be {former}", doing=f"being {former}"))
    parents = "friends on social media with parents"
    if stance := text_of(clause, "staff_with_parents"):
        yield _say(clause, ruled("Staff", stance, do=f"be {parents}", doing=f"being {parents}"))


_FRIEND = (("be friends", "being friends"), "with")
_REQUEST = (("exchange {} requests", "exchanging {} requests"), "with")
_MESSAGE = (("exchange messages", "exchanging messages"), "with")
_ACTS = {"friend": _FRIEND, "friend_request": _REQUEST, "message": _MESSAGE}


def _acts(covers: tuple[str, ...], whom: str, form: int) -> str:
    """All acts in one list: "be friends or exchange messages on social media with ..."."""
    sort = "friend" if "friend" in covers else "contact"
    verbs = [_ACTS[each][0][form].format(sort) for each in covers]
    return f"{joined(verbs, 'or')} on social media with {whom}"


def following(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Who may follow whom."""
    if stance := text_of(clause, "pupils_follow_adults"):
        adults = people(members_of(clause, "adults"), facts, "or")
        accounts = f"the public social media accounts of our {adults}"
        yield _say(
            clause,
            ruled("Pupils", stance, do=f"follow {accounts}", doing=f"following {accounts}"),
        )
    if stance := text_of(clause, "staff_follow_pupils"):
        whom = "pupils on social media"
        yield _say(clause, ruled("Staff", stance, do=f"follow {whom}", doing=f"following {whom}"))


def exceptions(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Who may approve an exception, and when it is declared."""
    desk = upper_first(DESKS[text_of(clause, "approved_by")])
    example = ", for example for family links" if clause.get("family_links") else ""
    yield _say(clause, f"{desk} may approve an exception to these rules{example}.")
    when = {
        "on_entry": "when the pupil or the member of staff joins the school",
        "yearly": "every year",
    }
    if declared := text_of(clause, "declared"):
        yield _say(clause, f"An exception is declared {when[declared]}.")


def breach_notice(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Who is told of an attempt."""
    for key, who in (("by_child", "pupil"), ("by_staff", "member of staff")):
        if desk := text_of(clause, key):
            yield _say(
                clause,
                f"If a {who} tries to make contact against these rules, {DESKS[desk]} is told.",
            )


OPINIONS = {"school": "the school", "trust": "the trust", "local_authority": "the local authority"}


def staff_conduct(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """What is expected of staff on their own accounts."""
    if clause.get("strict_privacy"):
        yield _say(clause, "Staff use the strictest privacy settings.")
    if clause.get("no_oversharing"):
        yield _say(clause, "Staff avoid oversharing: they think before they put anything online.")
    if clause.get("never_discuss"):
        yield _say(
            clause, "Staff never discuss the school or anybody who belongs to it on social media."
        )
    if bodies := members_of(clause, "not_attributable_to"):
        whose = joined([OPINIONS[body] for body in bodies], "or")
        yield _say(
            clause,
            f"Staff make sure that their own opinions cannot be taken as those of {whose}.",
        )
    if stance := text_of(clause, "own_devices"):
        what = "their own phones or accounts for school matters"
        yield _say(clause, ruled("Staff", stance, do=f"use {what}", doing=f"using {what}"))
    if stance := text_of(clause, "parent_groups"):
        groups = "chat groups of parents"
        yield _say(clause, ruled("Staff", stance, do=f"join {groups}", doing=f"joining {groups}"))
    if orders := text_of(clause, "prohibition_orders"):
        yield _say(clause, prohibition_orders(orders))


_COUNTED = re.compile(r"(?P<many>.*\d) in (?P<years>\w+) years?")


def prohibition_orders(text: str) -> str:
    """The sentence on them, from "263 in 5 years", "several" or "named, without a number"."""
    if text.startswith("named"):
        return "Misuse of social media can end in a prohibition order for a teacher."
    counted = _COUNTED.fullmatch(text)
    if counted:
        return (
            f"There were {counted['many']} prohibition orders in {counted['years']} years for "
            "teachers’ misuse of social media."
        )
    return f"There have been {text} prohibition orders for teachers’ misuse of social media."


def _say(clause: Clause, text: str) -> Block:
    return paragraph(text, clause.name)


WRITERS = {
    ClauseName.CONDUCT: conduct,
    ClauseName.NO_FRIENDING: friending,
    ClauseName.NO_FOLLOWING: following,
    ClauseName.EXCEPTIONS: exceptions,
    ClauseName.BREACH_NOTICE: breach_notice,
    ClauseName.STAFF_CONDUCT: staff_conduct,
}
