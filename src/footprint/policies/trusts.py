"""
What is a trust's, and what is each school's own: the parts that a trust leaves open, and drift.

A file of its own because the actions that propose, the review and the trust's page ask it alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from footprint.policies.models import PolicyVersion, TrustPolicy
from footprint.policies.presenting import ShownClause, shown_clause
from footprint.rulebook.catalogue import CATALOGUE
from footprint.rulebook.decisions.difference import ChangeKind, difference, states_the_same
from footprint.rulebook.policy import Clause, Policy, clause_from_json
from footprint.rulebook.terms import ClauseName, Stated
from footprint.schools.models import School

# Named people look after one school's channels; a trust's policy that named them would put the
# people of one school into the policies of the others.
LOCAL: Mapping[ClauseName, frozenset[str]] = {ClauseName.CHANNEL_KEEPERS: frozenset({"keepers"})}


def without_local(policy: Policy) -> Policy:
    """The policy without what each school fills in for itself."""
    clauses = {name: _shared(clause) for name, clause in policy.clauses.items()}
    return replace(policy, clauses=MappingProxyType(clauses))


def _shared(clause: Clause) -> Clause:
    local = LOCAL.get(clause.name, frozenset())
    if not local & set(clause.values):
        return clause
    kept = {key: value for key, value in clause.values.items() if key not in local}
    if not kept:
        return Clause(clause.name, Stated.NOT_STATED)
    # A sentence that names somebody stays with the school, also where it says more than the name.
    named = {value.quote for key, value in clause.values.items() if key in local}
    values = {
        key: replace(value, quote=None) if value.quote in named else value
        for key, value in kept.items()
    }
    quotes = tuple(quote for quote in clause.quotes if quote not in named)
    return replace(clause, values=MappingProxyType(values), quotes=quotes)


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
    return states_the_same(_shared(trusts.clause(clause.name)), _shared(clause))


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


@dataclass(frozen=True)
class SchoolRow:
    """One school of the trust: its version in force, and in how many clauses it differs."""

    school: School
    version: PolicyVersion | None
    differs: int


@dataclass(frozen=True)
class Variant:
    """
    What a school says otherwise than the reference under one clause, in its words.

    Args:
        own: those of the clause's lines that the reference does not have.
    """

    school: School
    clause: ShownClause
    own: tuple[str, ...]


@dataclass(frozen=True)
class DriftRow:
    """One clause in which a school differs from the reference."""

    reference: ShownClause
    variants: tuple[Variant, ...]
    same: tuple[School, ...]


@dataclass(frozen=True)
class Drift:
    """How far the schools of a trust are from one policy."""

    schools: tuple[SchoolRow, ...]
    clauses: tuple[DriftRow, ...]


def drift(
    reference: Policy, schools: Sequence[School], versions: Mapping[int, PolicyVersion]
) -> Drift:
    """
    Compare what schools state with a reference; other words for the same are no drift.

    Args:
        versions: {school id: its version in force}; a school without one is listed only.
    """
    shared = without_local(reference)
    policies = {
        school: without_local(versions[school.pk].policy)
        for school in schools
        if school.pk in versions
    }
    differing = {school: _differing(shared, policy) for school, policy in policies.items()}
    rows = tuple(
        SchoolRow(school, versions.get(school.pk), len(differing.get(school, ())))
        for school in schools
    )
    clauses = [
        _row(shared, entry.name, policies, differing)
        for entry in CATALOGUE
        if any(entry.name in names for names in differing.values())
    ]
    return Drift(rows, tuple(clauses))


def _differing(reference: Policy, policy: Policy) -> frozenset[ClauseName]:
    changes = difference(reference, policy)
    return frozenset(each.name for each in changes if each.kind is not ChangeKind.SENTENCE)


def _row(
    reference: Policy,
    name: ClauseName,
    policies: Mapping[School, Policy],
    differing: Mapping[School, frozenset[ClauseName]],
) -> DriftRow:
    shown = shown_clause(reference.clause(name))
    return DriftRow(
        shown,
        tuple(
            _variant(shown, school, shown_clause(policy.clause(name)))
            for school, policy in policies.items()
            if name in differing[school]
        ),
        tuple(school for school in policies if name not in differing[school]),
    )


def _variant(reference: ShownClause, school: School, clause: ShownClause) -> Variant:
    own = tuple(line for line in clause.lines if line not in reference.lines)
    return Variant(school, clause, own)
