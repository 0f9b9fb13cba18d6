"""
A school's policy as data: clauses, their values, and the sentence that each came from.

Everything here is frozen. `catalogue` says which values a clause may have; `reading` finds them
in a document; a person confirms them; the adopted version is one `Policy`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeAlias

from footprint.rulebook.terms import ClauseName, ConnectionKind, Party, Role, Stance, Stated

Plain: TypeAlias = bool | int | str | tuple["Plain", ...] | Mapping[str, "Plain"]


@dataclass(frozen=True)
class Quote:
    """
    A sentence of the school's own document.

    Args:
        text: the sentence as published, white space folded.
        where: what a person can find it by ("page 2", "paragraph 14").
        start, end: offsets in the document's text, in characters; both 0 when not known.
    """

    text: str
    where: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Value:
    """
    One thing a clause states.

    Args:
        value: what it states, in the words of `terms` where there is a closed list.
        quote: the sentence that says so; None when the school gave it at adoption, because its
            document does not say (the number of days that "promptly" means here).
    """

    value: Plain
    quote: Quote | None


@dataclass(frozen=True)
class Clause:
    """What a policy says under one heading of the catalogue, and where."""

    name: ClauseName
    stated: Stated
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    quotes: tuple[Quote, ...] = ()

    @property
    def is_stated(self) -> bool:
        return self.stated is Stated.STATED

    @property
    def quote(self) -> Quote | None:
        """The first sentence behind the clause; None where the policy is silent."""
        return self.quotes[0] if self.quotes else None

    def get(self, key: str) -> Plain | None:
        """The value under a key of the catalogue; None where the policy does not say."""
        found = self.values.get(key)
        return None if found is None else found.value

    def quote_for(self, key: str) -> Quote | None:
        """The sentence behind one value, else the first of the clause."""
        found = self.values.get(key)
        return found.quote if found is not None and found.quote else self.quote


@dataclass(frozen=True)
class ConnectionRule:
    """
    What the policy says of one kind of connection, in one direction.

    Args:
        key: the clause's value that says so.
    """

    stance: Stance
    notify: Role | None
    exceptions_allowed: bool
    clause: Clause
    key: str


# by, to, kind
Way: TypeAlias = tuple[Party, Party, ConnectionKind]
Rules: TypeAlias = Mapping[Way, ConnectionRule]


@dataclass(frozen=True)
class Policy:
    """
    One version of a school's policy, as confirmed by a person.

    Args:
        version: the label it was adopted under ("1", "2", ...).
        clauses: every clause of the catalogue that was looked at; the rest count as not stated.
    """

    version: str
    clauses: Mapping[ClauseName, Clause]

    def clause(self, name: ClauseName) -> Clause:
        """The clause, or an empty one that is not stated."""
        return self.clauses.get(name) or Clause(name, Stated.NOT_STATED)

    @cached_property
    def connections(self) -> Rules:
        """Who may be connected with whom. What is absent is not stated."""
        parts = (_friending(self), _following(self), _among_adults(self))
        return MappingProxyType({way: rule for part in parts for way, rule in part.items()})


_FRIENDING = (ConnectionKind.FRIEND, ConnectionKind.FRIEND_REQUEST, ConnectionKind.MESSAGE)
_BEFRIENDING = (ConnectionKind.FRIEND, ConnectionKind.FRIEND_REQUEST)
# The adults of the school; the notice of an attempt by staff holds for all of them.
SCHOOL_ADULTS = frozenset({Party.STAFF, Party.GOVERNOR, Party.VOLUNTEER, Party.CONTRACTOR})


def notice_key(by: Party) -> str:
    """Under which key BREACH_NOTICE says who is told of their attempt; "" where it has none."""
    if by is Party.PUPIL:
        return "by_child"
    return "by_staff" if by in SCHOOL_ADULTS else ""


def _friending(policy: Policy) -> dict[Way, ConnectionRule]:
    clause = policy.clause(ClauseName.NO_FRIENDING)
    kinds = _kinds(clause.get("covers"))
    if ConnectionKind.MESSAGE in kinds:  # what is written in a group is a message to all in it
        kinds = (*kinds, ConnectionKind.GROUP)
    rules: dict[Way, ConnectionRule] = {}
    for adult in _adults(clause.get("adults")) if clause.is_stated else ():
        rules |= _both_ways(policy, clause, "stance", Party.PUPIL, adult, kinds)
    return rules


def _following(policy: Policy) -> dict[Way, ConnectionRule]:
    clause = policy.clause(ClauseName.NO_FOLLOWING)
    follow = ConnectionKind.FOLLOW
    rules: dict[Way, ConnectionRule] = {}
    if clause.is_stated and clause.get("pupils_follow_adults"):
        for adult in _adults(clause.get("adults")):
            way = (Party.PUPIL, adult, follow)
            rules[way] = _rule(policy, clause, "pupils_follow_adults", Party.PUPIL)
    if clause.is_stated and clause.get("staff_follow_pupils"):
        way = (Party.STAFF, Party.PUPIL, follow)
        rules[way] = _rule(policy, clause, "staff_follow_pupils", Party.STAFF)
    return rules


def _among_adults(policy: Policy) -> dict[Way, ConnectionRule]:
    """Staff with former pupils and with parents: whoever asked, both are then connected."""
    named: tuple[tuple[ClauseName, str, Party, tuple[ConnectionKind, ...]], ...] = (
        (ClauseName.NO_FRIENDING, "former_pupils", Party.FORMER_PUPIL, _BEFRIENDING),
        (ClauseName.NO_FRIENDING, "staff_with_parents", Party.PARENT, _BEFRIENDING),
        (ClauseName.STAFF_CONDUCT, "parent_groups", Party.PARENT, (ConnectionKind.GROUP,)),
    )
    rules: dict[Way, ConnectionRule] = {}
    for name, key, other, kinds in named:
        clause = policy.clause(name)
        if clause.is_stated and clause.get(key):
            rules |= _both_ways(policy, clause, key, Party.STAFF, other, kinds)
    return rules


def _both_ways(
    policy: Policy,
    clause: Clause,
    key: str,
    one: Party,
    other: Party,
    kinds: tuple[ConnectionKind, ...],
) -> dict[Way, ConnectionRule]:
    ways = [(by, to, kind) for by, to in ((one, other), (other, one)) for kind in kinds]
    return {way: _rule(policy, clause, key, way[0]) for way in ways}


def _rule(policy: Policy, clause: Clause, key: str, by: Party) -> ConnectionRule:
    stance = Stance(str(clause.get(key) or Stance.NOT_STATED))
    notice = policy.clause(ClauseName.BREACH_NOTICE).get(notice_key(by))
    told = Role(str(notice)) if notice and stance is Stance.FORBIDDEN else None
    exceptions = policy.clause(ClauseName.EXCEPTIONS).is_stated
    return ConnectionRule(stance, told, exceptions, clause, key)


def _adults(value: Plain | None) -> tuple[Party, ...]:
    return tuple(Party(str(each)) for each in value) if isinstance(value, tuple) else ()


def _kinds(value: Plain | None) -> tuple[ConnectionKind, ...]:
    named = {str(each) for each in value} if isinstance(value, tuple) else set()
    return tuple(kind for kind in _FRIENDING if kind.value in named)


def policy_to_json(policy: Policy) -> dict[str, Any]:
    """The policy as plain JSON values; `policy_from_json` gives the same policy back."""
    return {
        "version": policy.version,
        "clauses": {name.value: clause_to_json(each) for name, each in policy.clauses.items()},
    }


def policy_from_json(data: Mapping[str, Any]) -> Policy:
    """
    Read what `policy_to_json` wrote.

    Raises:
        ValueError, KeyError: the data was not written by this release or an earlier one.
    """
    clauses = {
        ClauseName(name): clause_from_json(ClauseName(name), each)
        for name, each in data["clauses"].items()
    }
    return Policy(version=data["version"], clauses=MappingProxyType(clauses))


def clause_to_json(clause: Clause) -> dict[str, Any]:
    """One clause as plain JSON values."""
    return {
        "stated": clause.stated.value,
        "values": {
            key: {"value": _thaw(each.value), "quote": _quote_to_json(each.quote)}
            for key, each in clause.values.items()
        },
        "quotes": [_quote_to_json(quote) for quote in clause.quotes],
    }


def clause_from_json(name: ClauseName, data: Mapping[str, Any]) -> Clause:
    """Read what `clause_to_json` wrote."""
    values = {
        key: Value(freeze(each["value"]), Quote(**each["quote"]) if each["quote"] else None)
        for key, each in data["values"].items()
    }
    quotes = tuple(Quote(**each) for each in data["quotes"])
    return Clause(name, Stated(data["stated"]), MappingProxyType(values), quotes)


def _quote_to_json(quote: Quote | None) -> dict[str, Any] | None:
    if quote is None:
        return None
    return {"text": quote.text, "where": quote.where, "start": quote.start, "end": quote.end}


def freeze(value: Any) -> Plain:
    """JSON lists and objects as tuples and read-only mappings."""
    if isinstance(value, list | tuple):
        return tuple(freeze(each) for each in value)
    if isinstance(value, Mapping):
        return MappingProxyType({str(key): freeze(each) for key, each in value.items()})
    if isinstance(value, bool | int | str):
        return value
    raise ValueError(f"a policy holds no {type(value).__name__}")


def _thaw(value: Plain) -> Any:
    if isinstance(value, tuple):
        return [_thaw(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _thaw(each) for key, each in value.items()}
    return value
