"""
Something seen online may be against the law: to whom does one report it?

Plain questions, and the routes that fit the answers, the most urgent first. It is not a verdict:
nobody here says what is a crime. The routes are keys of dated facts in the guidance pack; no number
stands here. Where children may be harmed the safeguarding lead is told as well, never instead.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Seen(StrEnum):
    """What somebody saw, each a question to tick, the most urgent first."""

    DANGER = "danger"
    CHILD_IMAGE = "child_image"
    OWN_IMAGE = "own_image"
    GROOMING = "grooming"
    ADULT_IMAGE = "adult_image"
    TERROR = "terror"
    THREAT = "threat"
    HATE = "hate"
    FRAUD = "fraud"
    OTHER = "other"


@dataclass(frozen=True)
class _Row:
    question: str
    routes: tuple[str, ...]  # keys of the guidance pack
    first: str  # what to do, and not to do, before anything else


_NO_COPY = (
    "Do not look for it, open it again, copy it, send it or save it, not even as proof. Keep only "
    "its address, in words."
)
TABLE: Mapping[Seen, _Row] = MappingProxyType(
    {
        Seen.DANGER: _Row(
            "Is somebody in danger now?", ("route.danger_now",), "Ring 999 now, before all else."
        ),
        Seen.CHILD_IMAGE: _Row(
            "Does it show, or offer, sexual pictures of a child, made by a computer too?",
            ("route.iwf", "route.police"),
            _NO_COPY,
        ),
        Seen.OWN_IMAGE: _Row(
            "Is it a nude picture of a young person under 18 whom you can speak with?",
            ("route.report_remove", "route.childline"),
            "The young person reports it themselves, with somebody beside them if they wish. "
            + _NO_COPY,
        ),
        Seen.GROOMING: _Row(
            "Does somebody write sexually to a child, or try to meet one?",
            ("route.ceop", "route.police"),
            "Do not answer them, and do not warn them.",
        ),
        Seen.ADULT_IMAGE: _Row(
            "Is it an intimate picture of an adult that they did not want shown?",
            ("route.revenge_porn", "route.stopncii", "route.police"),
            "It is for that adult to say what is reported. Offer help.",
        ),
        Seen.TERROR: _Row(
            "Does it praise terrorism, or call for it?",
            ("route.terrorist_material", "route.police"),
            "A worry about a person you know goes to the safeguarding lead instead.",
        ),
        Seen.THREAT: _Row(
            "Does it threaten somebody, stalk them, or press them to harm themselves?",
            ("route.police", "route.report_harmful_content"),
            "If it could happen soon, ring 999.",
        ),
        Seen.HATE: _Row(
            "Is it hate against somebody for who they are?",
            ("route.police", "route.report_harmful_content"),
            "Keep the address and the words.",
        ),
        Seen.FRAUD: _Row(
            "Does it try to get money, passwords or bank details?",
            ("route.action_fraud", "route.police"),
            "Do not answer, pay or open links. If money has gone, ring the bank first.",
        ),
        Seen.OTHER: _Row(
            "Is it something else that could be against the law?",
            ("route.police", "route.posh"),
            "Ask the safeguarding lead or the helpline; you need not be certain.",
        ),
    }
)
NOT_A_VERDICT = (
    "This is not a verdict: it does not say whether something is a crime. Those who take the "
    "report decide that. Nobody has to give you leave to report, and nobody may stop you."
)
_ABOUT_CHILDREN = frozenset({Seen.DANGER, Seen.CHILD_IMAGE, Seen.OWN_IMAGE, Seen.GROOMING})


@dataclass(frozen=True)
class Direction:
    """Where one answer leads."""

    seen: Seen
    question: str
    first: str
    routes: tuple[str, ...]


@dataclass(frozen=True)
class Directions:
    """
    Where all answers lead, the most urgent first.

    Args:
        tell_lead: the safeguarding lead is told as well, at once.
    """

    rows: tuple[Direction, ...]
    tell_lead: bool


def direct(seen: Collection[Seen]) -> Directions:
    """Say where to report what was seen. Never raises; without an answer there are no rows."""
    rows = tuple(
        Direction(each, row.question, row.first, row.routes)
        for each, row in TABLE.items()
        if each in seen
    )
    return Directions(rows, bool(_ABOUT_CHILDREN & set(seen)) or Seen.TERROR in seen)
