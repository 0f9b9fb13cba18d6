"""
Drift: how far the schools of a trust are from one policy, clause by clause and in their words.

A file of its own because the trust's page and its tests need the same rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.policies.models import PolicyVersion
from footprint.policies.presenting import ShownClause, shown_clause
from footprint.policies.trusts import without_local
from footprint.rulebook.catalogue import CATALOGUE
from footprint.rulebook.decisions.difference import (
    ChangeKind,
    ClauseChange,
    ValueChange,
    difference,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School


@dataclass(frozen=True)
class SchoolRow:
    """
    One school of the trust: its version in force, and how it stands to the reference.

    Args:
        inherits: in how many of the clauses that the reference states it states the same.
        differs: in how many clauses it says something else, more, or nothing.
    """

    school: School
    version: PolicyVersion | None
    inherits: int
    differs: int


@dataclass(frozen=True)
class Variant:
    """
    What a school says otherwise than the reference under one clause, in its words.

    Args:
        own: those of the clause's lines that the reference does not have.
        missing: what the reference says and the school does not; of a list its members.
    """

    school: School
    clause: ShownClause
    own: tuple[str, ...]
    missing: tuple[str, ...]


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


Changes = Mapping[School, Mapping[ClauseName, ClauseChange]]


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
    changes = {school: _changes(shared, policy) for school, policy in policies.items()}
    stated = {entry.name for entry in CATALOGUE if shared.clause(entry.name).is_stated}
    rows = tuple(
        _school_row(school, versions, changes.get(school, {}), stated) for school in schools
    )
    differing = [name for name in ClauseName if any(name in each for each in changes.values())]
    return Drift(rows, tuple(_row(shared, name, changes) for name in differing))


def _school_row(
    school: School,
    versions: Mapping[int, PolicyVersion],
    changes: Mapping[ClauseName, ClauseChange],
    stated: set[ClauseName],
) -> SchoolRow:
    version = versions.get(school.pk)
    inherits = len(stated - set(changes)) if version else 0
    return SchoolRow(school, version, inherits, len(changes))


def _changes(reference: Policy, policy: Policy) -> dict[ClauseName, ClauseChange]:
    changes = difference(reference, policy)
    return {each.name: each for each in changes if each.kind is not ChangeKind.SENTENCE}


def _row(reference: Policy, name: ClauseName, changes: Changes) -> DriftRow:
    shown = shown_clause(reference.clause(name))
    variants = [
        _variant(shown, school, found[name]) for school, found in changes.items() if name in found
    ]
    same = tuple(school for school, found in changes.items() if name not in found)
    return DriftRow(shown, tuple(variants), same)


def _variant(reference: ShownClause, school: School, change: ClauseChange) -> Variant:
    clause = shown_clause(change.after)
    own = tuple(line for line in clause.lines if line not in reference.lines)
    missing = tuple(filter(None, map(_missing, change.values))) if clause.is_stated else ()
    return Variant(school, clause, own, missing)


def _missing(value: ValueChange) -> str:
    if value.gone:
        return f"{value.label}: {', '.join(value.gone)}"
    return "" if value.after else value.before


@dataclass(frozen=True)
class WordRow:
    """Something that schools call differently: what it is, and each school's word for it."""

    title: Promise
    words: tuple[tuple[School, str], ...]


def words_that_differ(
    schools: Sequence[School], versions: Mapping[int, PolicyVersion]
) -> list[WordRow]:
    """What governors are called, and whom staff may call on; nothing where all say the same."""
    asked = {school: versions[school.pk].policy for school in schools if school.pk in versions}
    found = [
        WordRow(
            _("What governors are called"), tuple((each, each.governors_word) for each in schools)
        ),
        WordRow(
            _("Whom staff may call on for advice"),
            tuple((school, _advisers(policy)) for school, policy in asked.items()),
        ),
    ]
    return [row for row in found if len({word for _school, word in row.words}) > 1]


def _advisers(policy: Policy) -> str:
    named = policy.clause(ClauseName.QUESTIONS).get("call_on")
    return ", ".join(str(each) for each in named) if isinstance(named, tuple) else ""
