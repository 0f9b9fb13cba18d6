"""
What the rulebook says about one incident: its facts out of the tables, into the pure decisions.

A file of its own because the pages show the same answers that the actions hold to.
"""

import re
from dataclasses import dataclass
from types import MappingProxyType

from footprint.incidents.models import Incident, ReferredTo
from footprint.rulebook.decisions.incident_steps import may_follow
from footprint.rulebook.decisions.opinion import TELLING, OpinionRuling
from footprint.rulebook.decisions.route import Route, RouteAdvice, RouteOption
from footprint.rulebook.decisions.ways import (
    ACCUSED,
    OFF_THE_TRACK,
    Case,
    Way,
    is_fair,
    rule_on_ways,
)
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import (
    ClauseName,
    ConductTag,
    Flag,
    Matter,
    Poster,
    PostKind,
    Step,
)

NO_POLICY = Policy(version="", clauses=MappingProxyType({}))

WAY_OF_REFERRAL = {
    ReferredTo.HELPLINE: Way.HELPLINE,
    ReferredTo.POLICE: Way.POLICE,
    ReferredTo.LADO: Way.LADO,
    ReferredTo.PREVENT: Way.PREVENT,
    ReferredTo.SOCIAL_CARE: Way.SOCIAL_CARE,
    ReferredTo.BEHAVIOUR: Way.BEHAVIOUR_POLICY,
    ReferredTo.STAFF_CODE: Way.CODE_OF_CONDUCT,
}

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Helpline:
    """The helpline for professionals as the policy gives it; "" for what it does not give."""

    name: str
    email: str


@dataclass(frozen=True)
class Advice:
    """
    What may be done about an incident.

    Args:
        opinion: whether it is a fair opinion, and so which acts are offered at all.
        routes: the routes that the policy names for this poster, each with its sentence.
        deletion, platform: whether these two are offered now.
        referrals: to whom it may be referred.
    """

    opinion: OpinionRuling
    routes: RouteAdvice
    deletion: bool
    platform: bool
    referrals: tuple[ReferredTo, ...]

    def option(self, route: Route) -> RouteOption | None:
        """What the policy says of one route; None where it is not on offer."""
        return next((each for each in self.routes.options if each.route is route), None)


class NotOffered(Exception):
    """The rulebook does not offer this for this post; the sentence says why."""


def policy_of(incident: Incident) -> Policy:
    """The policy it began under; one that says nothing where the school had none."""
    return incident.policy_version.policy if incident.policy_version else NO_POLICY


def advise(incident: Incident) -> Advice:
    """Ask the rulebook about the incident as it was assessed."""
    found = rule_on_ways(policy=policy_of(incident), case=case_of(incident))
    return Advice(
        opinion=found.opinion,
        routes=found.routes,
        deletion=Way.DELETION_REQUEST in found.offered,
        platform=Way.PLATFORM_REPORT in found.offered,
        referrals=tuple(to for to in ReferredTo if WAY_OF_REFERRAL[to] in found.offered),
    )


def is_fair_opinion(incident: Incident) -> bool:
    """Whether the opinion gate holds for it: assessed, and off no other track."""
    case = case_of(incident)
    return incident.stands_at is not Step.OPENED and is_fair(case, advise(incident).opinion)


def check_deletion(incident: Incident) -> None:
    """
    Stop a deletion request that is not offered.

    Raises:
        NotOffered: it is a fair opinion, somebody may be telling of harm, or there is nobody of
            the school community to ask.
    """
    advice = advise(incident)
    if not advice.deletion:
        raise NotOffered(why_no_deletion(incident, advice))


def may_meet(incident: Incident) -> bool:
    """Not where somebody may have been harmed: who is spoken to, and when, is not decided here."""
    return Matter(incident.matter) not in OFF_THE_TRACK


def check_meeting(incident: Incident) -> None:
    """
    Stop an invitation that could get in the way of those who keep children safe.

    Raises:
        NotOffered: somebody may have been harmed.
    """
    if not may_meet(incident):
        raise NotOffered(
            "Somebody may have been harmed. Those who keep children safe decide who is spoken to."
        )


def check_platform(incident: Incident) -> None:
    """
    Stop a platform report that is not offered.

    Raises:
        NotOffered: it is a fair opinion, or somebody may be telling of harm.
    """
    advice = advise(incident)
    if not advice.platform:
        raise NotOffered(why_no_removal(incident, advice))


def check_referral(incident: Incident, to: ReferredTo) -> None:
    """
    Stop a referral that is not offered. Those who keep children safe can always be told.

    Raises:
        NotOffered: nothing that was said of the post leads there; rude words never lead to the
            police.
    """
    if to not in advise(incident).referrals:
        raise NotOffered(
            f"As assessed, this post does not lead to: {to.label}. If it may be illegal or "
            "dangerous, say so in the assessment first. In danger ring 999 at once."
        )


def why_no_deletion(incident: Incident, advice: Advice) -> str:
    """Why nobody is asked to delete the post, in a sentence."""
    if advice.platform and advice.option(Route.DELETION_REQUEST) is None:
        return (
            "A deletion request goes to a member of the school community. As assessed, the post "
            "is not by one of them."
        )
    return why_no_removal(incident, advice)


def why_no_removal(incident: Incident, advice: Advice) -> str:
    """Why neither deletion nor a platform report is offered, in a sentence."""
    flags = {Flag(flag) for flag in incident.flags}
    if flags & TELLING or Matter(incident.matter) in ACCUSED:
        return (
            "Somebody may be telling of harm here. Asking for the post to be removed could "
            "silence a report, so it is not offered."
        )
    if Flag.SEXUAL in flags and Matter(incident.matter) in OFF_THE_TRACK:
        return (
            "Nobody is asked to delete such a picture before the safeguarding lead, and the "
            "police where they are told, have decided. National guidance says so."
        )
    return " ".join(reason.sentence for reason in advice.opinion.reasons)


def step_is_open(incident: Incident, step: Step) -> bool:
    """Whether the table of steps lets this step come next."""
    return may_follow(step=step, after=incident.stands_at)


def helpline_of(policy: Policy) -> Helpline:
    """The helpline that the policy names, with its e-mail address where a sentence holds one."""
    clause = policy.clause(ClauseName.THIRD_PARTY_REPORT)
    name = clause.get("helpline_name")
    words = " ".join((str(name or ""), *(quote.text for quote in clause.quotes)))
    found = _ADDRESS.search(words)
    return Helpline(str(name or ""), found.group() if found else "")


def case_of(incident: Incident) -> Case:
    """What a person said of the incident's post."""
    flags = frozenset(Flag(flag) for flag in incident.flags)
    return Case(
        signal=Signal(PostKind(incident.kind or PostKind.NEUTRAL), flags),
        poster=Poster(incident.poster or Poster.NOT_KNOWN),
        matter=Matter(incident.matter),
        conduct=frozenset(ConductTag(tag) for tag in incident.conduct),
        potentially_illegal=incident.potentially_illegal,
        dangerous=incident.dangerous,
        impersonates=incident.fake_accounts.exists(),
        removal_agreed=incident.overrides.agreed().exists(),
    )
