"""
All that may be done about one post or report, each way on or off the table.

`opinion` says which acts fit the post, `route` what the policy names for its author; here the two
meet the class of the matter, because neither alone may decide: a route of the policy is no reason
to pursue a fair opinion, and a rude word is no reason to ask somebody who tells of harm to delete
it. Sources: the "Reputation" and "Social media incidents" sections; guidance on images of children
("do not ask the child to delete") and on allegations.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from footprint.rulebook.decisions.opinion import TELLING, OpinionRuling, rule_on_opinion
from footprint.rulebook.decisions.route import Route, RouteAdvice, options
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Act, ConductTag, Flag, Matter, Poster


class Way(StrEnum):
    """One thing that could be done."""

    REPLY = "reply"
    INVITE_IN = "invite_in"
    PASS_ON = "pass_on"  # noqa: S105 (no password)
    LEAVE = "leave"
    DELETION_REQUEST = "deletion_request"
    PLATFORM_REPORT = "platform_report"
    HELPLINE = "helpline"
    POLICE = "police"
    PREVENT = "prevent"
    LADO = "lado"
    SOCIAL_CARE = "social_care"
    BEHAVIOUR_POLICY = "behaviour_policy"
    CODE_OF_CONDUCT = "code_of_conduct"
    BAN = "ban"
    SOLICITOR = "solicitor"


# Nothing here may stand between a matter and those who keep children safe, whatever it is.
ALWAYS = frozenset({Way.LADO, Way.SOCIAL_CARE})
# Where somebody may have been harmed the reputation track, and its opinion gate, has been left.
OFF_THE_TRACK = frozenset(
    {Matter.SAFEGUARDING, Matter.ALLEGATION, Matter.ALLEGATION_HEAD, Matter.LOW_LEVEL}
)
# Somebody told of harm by an adult: whoever told is never asked to delete it.
ACCUSED = frozenset({Matter.ALLEGATION, Matter.ALLEGATION_HEAD, Matter.LOW_LEVEL})
_OF_ACTS: Mapping[Act, Way] = MappingProxyType(
    {
        Act.REPLY: Way.REPLY,
        Act.INVITE_IN: Way.INVITE_IN,
        Act.PASS_ON_FEEDBACK: Way.PASS_ON,
        Act.PASS_ON_PRAISE: Way.PASS_ON,
        Act.LEAVE: Way.LEAVE,
        Act.REQUEST_DELETION: Way.DELETION_REQUEST,
        Act.PLATFORM_REPORT: Way.PLATFORM_REPORT,
        Act.POLICE: Way.POLICE,
    }
)
_IN_PUBLIC = frozenset({Way.REPLY, Way.INVITE_IN, Way.PASS_ON, Way.LEAVE})
_OF_ROUTES: Mapping[Route, Way] = MappingProxyType(
    {
        Route.BEHAVIOUR_POLICY: Way.BEHAVIOUR_POLICY,
        Route.CODE_OF_CONDUCT: Way.CODE_OF_CONDUCT,
        Route.POLICE: Way.POLICE,
        Route.PREVENT: Way.PREVENT,
    }
)


@dataclass(frozen=True)
class Case:
    """
    What is known of a post or report, all of it said by a person.

    Args:
        impersonates: it is a fake account of the school, or of somebody there.
        removal_agreed: a second person agreed, with a reason, to removal of an opinion.
    """

    signal: Signal
    poster: Poster
    matter: Matter
    conduct: frozenset[ConductTag] = frozenset()
    potentially_illegal: bool = False
    dangerous: bool = False
    impersonates: bool = False
    removal_agreed: bool = False


@dataclass(frozen=True)
class WaysRuling:
    """What is offered, with the two decisions that it rests on."""

    offered: frozenset[Way]
    opinion: OpinionRuling
    routes: RouteAdvice


def rule_on_ways(*, policy: Policy, case: Case) -> WaysRuling:
    """
    Say what may be done. Never raises.

    A ban and a solicitor's letter are never offered; nor is a request to delete where somebody
    may be telling of harm, whatever else they wrote and whoever agreed.
    """
    opinion = rule_on_opinion(policy=policy, signal=_signal(case), conduct=_conduct(case))
    routes = options(
        policy=policy,
        poster=case.poster,
        potentially_illegal=case.potentially_illegal or ConductTag.ILLEGAL in case.conduct,
        dangerous=case.dangerous,
        extremism=Flag.EXTREMISM in case.signal.flags,
    )
    named = {option.route for option in routes.options}
    found = {_OF_ACTS[act] for act in opinion.offered if act in _OF_ACTS}
    found |= _helped(case, opinion) | _routed(case, opinion, named) | ALWAYS
    return WaysRuling(frozenset(found - _barred(case, named)), opinion, routes)


def _signal(case: Case) -> Signal:
    flags = case.signal.flags | ({Flag.THREAT} if case.dangerous else set())
    return Signal(case.signal.kind, flags, case.signal.urgent or case.dangerous)


def _conduct(case: Case) -> frozenset[ConductTag]:
    return case.conduct | ({ConductTag.ILLEGAL} if case.potentially_illegal else set())


def is_fair(case: Case, opinion: OpinionRuling) -> bool:
    """A fair opinion on the reputation track: not a fake account, nobody may have been harmed."""
    return opinion.protected and not case.impersonates and case.matter not in OFF_THE_TRACK


def _helped(case: Case, opinion: OpinionRuling) -> set[Way]:
    """The helpline and the platform. For a fair opinion only once a second person agreed."""
    found: set[Way] = set()
    if not is_fair(case, opinion):
        found.add(Way.HELPLINE)
    if case.impersonates:
        found |= {Way.PLATFORM_REPORT, Way.DELETION_REQUEST}
    if case.removal_agreed:
        found |= {Way.PLATFORM_REPORT, Way.DELETION_REQUEST, Way.HELPLINE}
    return found


def _routed(case: Case, opinion: OpinionRuling, named: set[Route]) -> set[Way]:
    """What the policy names for the author: for breaches, never for a fair opinion."""
    found = set() if is_fair(case, opinion) else {_OF_ROUTES[r] for r in named if r in _OF_ROUTES}
    return found | ({Way.POLICE, Way.PREVENT} if case.matter in OFF_THE_TRACK else set())


def _barred(case: Case, named: set[Route]) -> set[Way]:
    """What is off the table whatever speaks for it."""
    flags, barred = case.signal.flags, {Way.BAN, Way.SOLICITOR}
    tells = bool(flags & TELLING) or case.matter in ACCUSED
    image = Flag.SEXUAL in flags and case.matter in OFF_THE_TRACK
    if tells or image or Route.DELETION_REQUEST not in named:
        barred.add(Way.DELETION_REQUEST)
    if case.matter in OFF_THE_TRACK or case.impersonates:
        barred |= _IN_PUBLIC  # not answered in public, and nothing is simply left
    return barred
