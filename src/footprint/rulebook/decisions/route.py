"""
Which routes does the policy name for a post by this person?

Source: the "Social media incidents" section: pupils under the behaviour policy, staff under the
code of conduct, members of the community by a request for deletion, third parties by a report to
the platform with a helpline's support; police where a post is potentially illegal or dangerous.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from footprint.rulebook.facts import Reason, silent
from footprint.rulebook.policy import Clause, Policy, Quote
from footprint.rulebook.terms import ClauseName, Poster, Role


class Route(StrEnum):
    """A way on from an incident."""

    BEHAVIOUR_POLICY = "behaviour_policy"
    CODE_OF_CONDUCT = "code_of_conduct"
    DELETION_REQUEST = "deletion_request"
    PLATFORM_REPORT = "platform_report"
    HELPLINE = "helpline"
    POLICE = "police"
    PREVENT = "prevent"


class Modality(StrEnum):
    """How the policy puts it. Silence is an answer of its own."""

    MUST = "must"
    MAY = "may"
    NOT_STATED = "not_stated"


# Which routes are looked up for whom; the policy then says how, or that it does not say.
ROUTES_OF_POSTER: Mapping[Poster, tuple[Route, ...]] = MappingProxyType(
    {
        Poster.PUPIL: (Route.BEHAVIOUR_POLICY, Route.DELETION_REQUEST),
        Poster.STAFF: (Route.CODE_OF_CONDUCT, Route.DELETION_REQUEST),
        Poster.PARENT: (Route.DELETION_REQUEST,),
        Poster.COMMUNITY: (Route.DELETION_REQUEST,),
        Poster.THIRD_PARTY: (Route.PLATFORM_REPORT, Route.HELPLINE),
        Poster.NOT_KNOWN: (Route.PLATFORM_REPORT,),
    }
)
_REQUESTERS: Mapping[str, tuple[tuple[Role, ...], str]] = {
    "school": ((), "the school"),
    "headteacher": ((Role.HEADTEACHER,), "the headteacher"),
    "dsl": ((Role.DSL,), "the designated safeguarding lead"),
    "headteacher_or_dsl": (
        (Role.HEADTEACHER, Role.DSL),
        "the headteacher or the designated safeguarding lead",
    ),
}
_BREACH_WORDS = {
    "behaviour_policy": "the behaviour policy",
    "code_of_conduct": "the code of conduct",
    "code_of_conduct_or_handbook": "the code of conduct or staff handbook",
    "disciplinary_procedure": "the disciplinary procedure",
}


@dataclass(frozen=True)
class RouteOption:
    """
    One route.

    Args:
        who: the roles that the policy names for it; empty where it names none.
        who_words: the same in words; "" where the policy does not say.
        quote: the sentence of the policy; None where the modality is NOT_STATED.
    """

    route: Route
    modality: Modality
    who: tuple[Role, ...]
    who_words: str
    quote: Quote | None
    sentence: str


@dataclass(frozen=True)
class RouteAdvice:
    """The routes on offer, and what to know before taking one."""

    options: tuple[RouteOption, ...]
    reasons: tuple[Reason, ...]


def options(
    *,
    policy: Policy,
    poster: Poster,
    potentially_illegal: bool,
    dangerous: bool,
    extremism: bool = False,
) -> RouteAdvice:
    """
    Say which routes there are for a post by this person, and how the policy puts each.

    Args:
        potentially_illegal, dangerous: as a person judged; without either, no police.
        extremism: as a person judged; adds Prevent.

    Never raises. A route of which the policy says nothing has the modality NOT_STATED.
    """
    found = [_option(policy, route, poster) for route in ROUTES_OF_POSTER[poster]]
    if potentially_illegal or dangerous:
        found.append(_police(policy, potentially_illegal, dangerous))
    if extremism:
        found.append(_prevent(policy))
    return RouteAdvice(tuple(found), (*_first(poster), *map(_reason, found)))


def _first(poster: Poster) -> tuple[Reason, ...]:
    if poster is Poster.NOT_KNOWN:
        return (Reason("Find out first who wrote the post: the route depends on it."),)
    return ()


def _reason(option: RouteOption) -> Reason:
    return Reason(option.sentence, option.quote)


def _option(policy: Policy, route: Route, poster: Poster) -> RouteOption:
    if route in (Route.BEHAVIOUR_POLICY, Route.CODE_OF_CONDUCT):
        return _breach(policy, poster)
    if route is Route.DELETION_REQUEST:
        return _deletion(policy)
    if poster is Poster.NOT_KNOWN:
        return _platform_for_not_known(policy)
    return _third_party(policy, route)


def _breach(policy: Policy, poster: Poster) -> RouteOption:
    pupil = poster is Poster.PUPIL
    key, whose = ("pupils", "a pupil") if pupil else ("staff", "a member of staff")
    route = Route.BEHAVIOUR_POLICY if pupil else Route.CODE_OF_CONDUCT
    clause = policy.clause(ClauseName.BREACH_ROUTE)
    named = _text(clause, key)
    if not named:
        return _silent(route, f"under which policy a post by {whose} is dealt with")
    if named == "behaviour_policy":
        route = Route.BEHAVIOUR_POLICY
    words = _BREACH_WORDS.get(named, named)
    sentence = f"A post by {whose} that breaks the policy is dealt with under {words}."
    return RouteOption(route, Modality.MUST, (), "", clause.quote_for(key), sentence)


def _deletion(policy: Policy) -> RouteOption:
    clause = policy.clause(ClauseName.DELETION_REQUEST)
    if not clause.is_stated:
        return _silent(Route.DELETION_REQUEST, "that the school asks for a post to be deleted")
    roles, words = _REQUESTERS.get(_text(clause, "requested_by"), ((), ""))
    sentence = f"{words or 'the school'} asks for the post to be deleted."
    quote = clause.quote_for("requested_by")
    sentence = sentence[0].upper() + sentence[1:]
    return RouteOption(Route.DELETION_REQUEST, Modality.MUST, roles, words, quote, sentence)


def _third_party(policy: Policy, route: Route) -> RouteOption:
    clause = policy.clause(ClauseName.THIRD_PARTY_REPORT)
    key = "platform" if route is Route.PLATFORM_REPORT else "helpline"
    act = "report the post to the platform"
    if route is Route.HELPLINE:
        act = f"ask {_text(clause, 'helpline_name') or 'the helpline for professionals'} for help"
    modality = _text(clause, key)
    if not modality:
        return _silent(route, f"whether to {act}")
    sentence = f"The school {modality} {act}."
    return RouteOption(route, Modality(modality), (), "the school", clause.quote_for(key), sentence)


def _platform_for_not_known(policy: Policy) -> RouteOption:
    # A rule for third parties binds nobody while we do not know that it is one: at most "may".
    clause = policy.clause(ClauseName.THIRD_PARTY_REPORT)
    if not _text(clause, "platform"):
        return _silent(Route.PLATFORM_REPORT, "whether to report the post to the platform")
    sentence = "Meanwhile the post may be reported to the platform, as a third party's would be."
    quote = clause.quote_for("platform")
    return RouteOption(Route.PLATFORM_REPORT, Modality.MAY, (), "the school", quote, sentence)


def _police(policy: Policy, potentially_illegal: bool, dangerous: bool) -> RouteOption:
    clause = policy.clause(ClauseName.POLICE)
    judged = {
        word for word, so in (("illegal", potentially_illegal), ("dangerous", dangerous)) if so
    }
    where = clause.get("where") if clause.is_stated else None
    covered = not where or (isinstance(where, tuple) and bool(judged & {str(w) for w in where}))
    modality = _text(clause, "involved")
    if not modality or not covered:
        what = "whether the police are involved in such a case"
        return _silent(Route.POLICE, what, "Anybody may report a crime.")
    sentence = f"The police or other authorities {modality} be involved."
    quote = clause.quote_for("involved")
    return RouteOption(Route.POLICE, Modality(modality), (), "", quote, sentence)


def _prevent(policy: Policy) -> RouteOption:
    clause = policy.clause(ClauseName.EXTREMISM)
    if not clause.is_stated or not clause.get("prevent_duty"):
        return _silent(Route.PREVENT, "what follows from the Prevent duty")
    sentence = "The safeguarding lead may speak to the local Prevent team."
    quote = clause.quote_for("prevent_duty")
    return RouteOption(Route.PREVENT, Modality.MAY, (Role.DSL,), "", quote, sentence)


def _silent(route: Route, what: str, then: str = "") -> RouteOption:
    return RouteOption(route, Modality.NOT_STATED, (), "", None, silent(what, then).sentence)


def _text(clause: Clause, key: str) -> str:
    found = clause.get(key) if clause.is_stated else None
    return found if isinstance(found, str) else ""
