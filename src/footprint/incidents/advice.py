"""
What the rulebook says about one incident: its facts out of the tables, into the pure decisions.

A file of its own because the pages show the same answers that the actions hold to.
"""

import re
from dataclasses import dataclass
from types import MappingProxyType

from footprint.incidents.models import Incident, ReferredTo
from footprint.rulebook.decisions.incident_steps import may_follow
from footprint.rulebook.decisions.opinion import TELLING, OpinionRuling, rule_on_opinion
from footprint.rulebook.decisions.route import Route, RouteAdvice, RouteOption, options
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import (
    Act,
    ClauseName,
    ConductTag,
    Flag,
    Matter,
    Poster,
    PostKind,
    Step,
)

NO_POLICY = Policy(version="", clauses=MappingProxyType({}))

# Where somebody may have been harmed the reputation track, and its opinion gate, has been left:
# nothing here may stand between such a matter and those who keep children safe.
OFF_THE_TRACK = frozenset({Matter.SAFEGUARDING, Matter.ALLEGATION, Matter.ALLEGATION_HEAD})

_REFERRED_BY_ROUTE = {
    ReferredTo.BEHAVIOUR: Route.BEHAVIOUR_POLICY,
    ReferredTo.STAFF_CODE: Route.CODE_OF_CONDUCT,
}
_ALWAYS = frozenset({ReferredTo.HELPLINE, ReferredTo.LADO, ReferredTo.SOCIAL_CARE})


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
    policy = policy_of(incident)
    flags = frozenset(Flag(flag) for flag in incident.flags)
    opinion = rule_on_opinion(policy=policy, signal=_signal(incident), conduct=_conduct(incident))
    routes = options(
        policy=policy,
        poster=Poster(incident.poster or Poster.NOT_KNOWN),
        potentially_illegal=incident.potentially_illegal,
        dangerous=incident.dangerous,
        extremism=Flag.EXTREMISM in flags,
    )
    named = {option.route for option in routes.options}
    return Advice(
        opinion=opinion,
        routes=routes,
        deletion=Act.REQUEST_DELETION in opinion.offered and Route.DELETION_REQUEST in named,
        platform=Act.PLATFORM_REPORT in opinion.offered,
        referrals=_referrals(incident, opinion, frozenset(named)),
    )


def check_deletion(incident: Incident) -> None:
    """
    Stop a deletion request that is not offered.

    Raises:
        NotOffered: it is a fair opinion, somebody may be telling of harm, or there is nobody of
            the school community to ask.
    """
    advice = advise(incident)
    if advice.deletion:
        return
    if Act.REQUEST_DELETION not in advice.opinion.offered:
        raise NotOffered(why_no_removal(incident, advice))
    raise NotOffered(
        "A deletion request goes to a member of the school community. As assessed, the post is "
        "not by one of them."
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


def why_no_removal(incident: Incident, advice: Advice) -> str:
    """Why neither deletion nor a platform report is offered, in a sentence."""
    if any(Flag(flag) in TELLING for flag in incident.flags):
        return (
            "Somebody may be telling of harm here. Asking for the post to be removed could "
            "silence a report, so it is not offered."
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


def _signal(incident: Incident) -> Signal:
    flags = {Flag(flag) for flag in incident.flags}
    if incident.dangerous:  # a person judged that somebody may come to harm
        flags.add(Flag.THREAT)
    kind = PostKind(incident.kind or PostKind.NEUTRAL)
    return Signal(kind, frozenset(flags), urgent=incident.dangerous)


def _conduct(incident: Incident) -> frozenset[ConductTag]:
    tags = {ConductTag(tag) for tag in incident.conduct}
    if incident.potentially_illegal:
        tags.add(ConductTag.ILLEGAL)
    return frozenset(tags)


def _referrals(
    incident: Incident, opinion: OpinionRuling, routes: frozenset[Route]
) -> tuple[ReferredTo, ...]:
    off_the_track = Matter(incident.matter) in OFF_THE_TRACK
    allowed = set(_ALWAYS)
    if off_the_track or Act.POLICE in opinion.offered or Route.POLICE in routes:
        allowed.add(ReferredTo.POLICE)
    if off_the_track or Route.PREVENT in routes:
        allowed.add(ReferredTo.PREVENT)
    allowed |= {to for to, route in _REFERRED_BY_ROUTE.items() if route in routes}
    return tuple(to for to in ReferredTo if to in allowed)
