"""
What does the policy promise to teach about life online, and what to offer families?

Source: the sentences of a school's social media policy on lessons, on pupils who are too young for
a service, and on what parents are offered. Each topic of the first is counted under one strand of
Education for a Connected World, so that what was taught can stand beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Strand

# Topics of the catalogue's clause ONLINE_SAFETY_LESSONS.
TOPIC_STRANDS: Mapping[str, Strand] = MappingProxyType(
    {
        "online_behaviour": Strand.REPUTATION,
        "good_friend": Strand.RELATIONSHIPS,
        "report_bullying": Strand.BULLYING,
        "report_misuse": Strand.PRIVACY,
        "report_intimidation": Strand.BULLYING,
        "report_abuse": Strand.RELATIONSHIPS,
    }
)


@dataclass(frozen=True)
class Promised:
    """
    What is promised, each with the sentence that it rests on or without one where it is silent.

    Args:
        topics: of the lessons, in the order of the policy; keys of `TOPIC_STRANDS`.
        lessons, underage, families: what the policy says of each.
        family_agreement: True where it says that one is offered.
    """

    topics: tuple[str, ...]
    lessons: Reason
    underage: Reason
    families: Reason
    family_agreement: bool

    @property
    def strands(self) -> frozenset[Strand]:
        return frozenset(TOPIC_STRANDS[topic] for topic in self.topics)


def promised_lessons(*, policy: Policy | None) -> Promised:
    """Say what the policy promises; a school without an adopted policy has promised nothing."""
    held = policy or Policy(version="", clauses={})
    topics = held.clause(ClauseName.ONLINE_SAFETY_LESSONS).get("topics")
    named = tuple(str(topic) for topic in topics) if isinstance(topics, tuple) else ()
    support = held.clause(ClauseName.PARENT_SUPPORT)
    return Promised(
        topics=named,
        lessons=_reason(
            held, ClauseName.ONLINE_SAFETY_LESSONS, "says what lessons cover", "what lessons cover"
        ),
        underage=_reason(
            held,
            ClauseName.UNDERAGE_SUPPORT,
            "speaks of pupils who are too young for a service",
            "what happens when pupils are too young for a service",
        ),
        families=_reason(
            held,
            ClauseName.PARENT_SUPPORT,
            "says what parents are asked and offered",
            "what parents are offered",
        ),
        family_agreement=support.is_stated and bool(support.get("family_agreement")),
    )


def _reason(policy: Policy, name: ClauseName, says: str, does_not: str) -> Reason:
    clause = policy.clause(name)
    if not clause.is_stated:
        return silent(does_not)
    return stated(f"Your policy {says}.", clause)
