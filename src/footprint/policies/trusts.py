"""
What is a trust's, and what is each school's own: the parts that a trust leaves open.

A file of its own because the actions that propose, the review and the trust's page ask it alike.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from footprint.policies.models import PolicyVersion, TrustPolicy
from footprint.policies.presenting import ShownClause, shown_clause
from footprint.rulebook.decisions.difference import states_the_same
from footprint.rulebook.policy import Clause, Plain, Policy, Value, clause_from_json
from footprint.rulebook.terms import ClauseName, Stated

# Named people look after one school's channels; a trust's policy that named them would put the
# people of one school into the policies of the others.
LOCAL: Mapping[ClauseName, frozenset[str]] = {ClauseName.CHANNEL_KEEPERS: frozenset({"keepers"})}


def without_local(policy: Policy) -> Policy:
    """
    The policy without what each school fills in for itself.

    A sentence that names somebody stays with the school, under whatever clause it stands; what it
    says besides the name goes on without its sentence.
    """
    named = frozenset(_naming(policy))
    clauses = {name: _shared(clause, named) for name, clause in policy.clauses.items()}
    return replace(policy, clauses=MappingProxyType(clauses))


def _naming(policy: Policy) -> Iterator[str]:
    """The texts of the sentences behind what is each school's own, and of all with those names."""
    people = set()
    for name, keys in LOCAL.items():
        for key, value in policy.clause(name).values.items():
            if key in keys:
                people |= set(_texts(value.value))
                yield value.quote.text if value.quote else ""
    for clause in policy.clauses.values():
        texts = (quote.text for quote in clause.quotes)
        yield from (text for text in texts if any(person in text for person in people))


def _texts(value: Plain) -> Iterator[str]:
    """The names in {channel: (name, ...)}; what the channels are called is nobody's name."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


def _shared(clause: Clause, named: frozenset[str]) -> Clause:
    local = LOCAL.get(clause.name, frozenset())
    kept = {key: value for key, value in clause.values.items() if key not in local}
    if clause.values and not kept:
        return Clause(clause.name, Stated.NOT_STATED)
    values = {key: _without_sentence(value, named) for key, value in kept.items()}
    quotes = tuple(quote for quote in clause.quotes if quote.text not in named)
    return replace(clause, values=MappingProxyType(values), quotes=quotes)


def _without_sentence(value: Value, named: frozenset[str]) -> Value:
    return replace(value, quote=None) if value.quote and value.quote.text in named else value


def proposed(trusts: Clause, own: Clause) -> Clause:
    """The trust's clause with what the school has filled in for itself."""
    local = LOCAL.get(own.name, frozenset())
    kept = {key: value for key, value in own.values.items() if key in local and own.is_stated}
    if not kept:
        return trusts
    behind = [value.quote for value in kept.values() if value.quote]
    quotes = tuple(dict.fromkeys((*trusts.quotes, *behind)))
    values = MappingProxyType({**trusts.values, **kept})
    return Clause(own.name, Stated.STATED, values, quotes)


def is_trusts(clause: Clause, trusts: Policy) -> bool:
    """Whether a school's clause states what its trust's policy states."""
    nobody: frozenset[str] = frozenset()  # sentences make no difference to what is stated
    return states_the_same(_shared(trusts.clause(clause.name), nobody), _shared(clause, nobody))


def own_names(policy: Policy, trust_policy: TrustPolicy | None) -> frozenset[ClauseName]:
    """The clauses that are the school's own; none where there is no trust's policy beside it."""
    if trust_policy is None:
        return frozenset()
    trusts = trust_policy.policy
    return frozenset(name for name in ClauseName if not is_trusts(policy.clause(name), trusts))


@dataclass(frozen=True)
class OwnClause:
    """What the school's version in force says under a clause that its trust proposes."""

    shown: ShownClause
    is_trusts: bool


def own_clause(version: PolicyVersion, name: ClauseName, *, on: date) -> OwnClause | None:
    """For a draft that a trust proposed; None for any other, and where the school has none yet."""
    if version.trust_policy is None:
        return None
    in_force = PolicyVersion.objects.in_force(school_id=version.school_id, on=on)
    if in_force is None:
        return None
    clause = in_force.policy.clause(name)
    return OwnClause(shown_clause(clause), is_trusts(clause, version.trust_policy.policy))


def same_as_ours(version: PolicyVersion, *, on: date) -> frozenset[ClauseName]:
    """The clauses of a draft that state what the school's version in force states already."""
    in_force = PolicyVersion.objects.in_force(school_id=version.school_id, on=on)
    if in_force is None:
        return frozenset()
    own = in_force.policy
    return frozenset(
        ClauseName(review.name)
        for review in version.reviews.all()
        if states_the_same(
            clause_from_json(ClauseName(review.name), review.as_read),
            own.clause(ClauseName(review.name)),
        )
    )
