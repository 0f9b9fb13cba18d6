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

from footprint.rulebook.terms import Audience, ClauseName, ConnectionKind, Role, Stance, Stated

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
    """What the policy says of one kind of connection, in one direction."""

    stance: Stance
    notify: Role | None
    exceptions_allowed: bool
    clause: Clause


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
    def connections(self) -> Mapping[tuple[Audience, Audience, ConnectionKind], ConnectionRule]:
        """Who may be connected with whom: (by, to, kind) -> rule. What is absent is not stated."""
        return MappingProxyType({**_friending(self), **_following(self)})


_FRIENDING = (ConnectionKind.FRIEND, ConnectionKind.FRIEND_REQUEST, ConnectionKind.MESSAGE)


def _friending(policy: Policy) -> dict[tuple[Audience, Audience, ConnectionKind], ConnectionRule]:
    clause = policy.clause(ClauseName.NO_FRIENDING)
    if not clause.is_stated:
        return {}

    rules = {}
    for adult in _audiences(clause.get("adults")):
        for kind in _kinds(clause.get("covers")):
            rules[(Audience.PUPIL, adult, kind)] = _rule(policy, clause, "stance", "by_child")
            rules[(adult, Audience.PUPIL, kind)] = _rule(policy, clause, "stance", "by_staff")
    return rules


def _following(policy: Policy) -> dict[tuple[Audience, Audience, ConnectionKind], ConnectionRule]:
    clause = policy.clause(ClauseName.NO_FOLLOWING)
    follow = ConnectionKind.FOLLOW
    rules = {}
    if clause.is_stated and clause.get("pupils_follow_adults"):
        for adult in _audiences(clause.get("adults")):
            rules[(Audience.PUPIL, adult, follow)] = _rule(
                policy, clause, "pupils_follow_adults", "by_child"
            )
    if clause.is_stated and clause.get("staff_follow_pupils"):
        rules[(Audience.STAFF, Audience.PUPIL, follow)] = _rule(
            policy, clause, "staff_follow_pupils", "by_staff"
        )
    return rules


def _rule(policy: Policy, clause: Clause, stance_key: str, notice_key: str) -> ConnectionRule:
    stance = Stance(str(clause.get(stance_key) or Stance.NOT_STATED))
    notice = policy.clause(ClauseName.BREACH_NOTICE).get(notice_key)
    told = Role(str(notice)) if notice and stance is Stance.FORBIDDEN else None
    exceptions = policy.clause(ClauseName.EXCEPTIONS).is_stated
    return ConnectionRule(stance, told, exceptions, clause)


def _audiences(value: Plain | None) -> tuple[Audience, ...]:
    return tuple(Audience(str(each)) for each in value) if isinstance(value, tuple) else ()


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
