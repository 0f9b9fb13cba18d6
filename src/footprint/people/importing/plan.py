"""
What a file would change in the register, before anything is written.

The same file, register, answers and day give the same plan, and the same `digest`: what a person
confirmed is what is written, or nothing.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from footprint.people.details import FIELDS, Details, without_the_rest
from footprint.people.importing.children import Target
from footprint.people.importing.incoming import Incoming, Reading
from footprint.people.importing.matching import Matched, Question, match_people
from footprint.people.importing.problem import BadCell, Problem
from footprint.people.importing.register import Known, Register, plain_name
from footprint.people.models import Relation
from footprint.rulebook.terms import Audience

MOVES = ("year_group", "class_name")


@dataclass(frozen=True)
class Change:
    """
    What differs about somebody who is known.

    Args:
        before: as it stands; `after` holds what of the file has a place for their parts.
        new_parts: those that they did not have.
        returns: they had left.
    """

    ref: str
    known: Known
    after: Details
    new_parts: tuple[Audience, ...]
    returns: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that differ."""
        before = self.known.details
        return tuple(name for name in FIELDS if getattr(before, name) != getattr(self.after, name))

    @property
    def moves(self) -> bool:
        """Into another class or year, whatever else changes."""
        return bool(set(MOVES) & set(self.fields))


@dataclass(frozen=True)
class PlannedLink:
    """
    A family link to make, or to correct.

    Args:
        child: the ref of the child in the file, or the key in the register.
        parent: the ref in the file.
        known: the key of the link that is there; None makes one.
    """

    child: Target
    parent: str
    relation: Relation
    may_give_permission: bool
    known: int | None = None


@dataclass
class Plan:
    """Who joins, changes, leaves; what is asked; what is left out and why."""

    joined: list[Incoming] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    leaving: list[tuple[Known, date]] = field(default_factory=list)
    unchanged: int = 0
    links: list[PlannedLink] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    missing: list[Known] = field(default_factory=list)
    matched: dict[str, Known] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)  # {ref: the account of this e-mail}
    digest: str = ""

    @property
    def moved(self) -> list[Change]:
        """Those who change class or year."""
        return [change for change in self.changes if change.moves and not change.returns]

    @property
    def changed(self) -> list[Change]:
        """Those who change in something else only."""
        return [change for change in self.changes if not change.moves and not change.returns]

    @property
    def returned(self) -> list[Change]:
        """Those who had left."""
        return [change for change in self.changes if change.returns]

    @property
    def is_empty(self) -> bool:
        """Nothing would be written."""
        return not (self.joined or self.changes or self.leaving or self.links)


def make_plan(
    reading: Reading,
    register: Register,
    *,
    answers: Mapping[str, str],
    on: date,
    by_pk: int | None = None,
) -> Plan:
    """
    Args:
        answers: to the questions of an earlier plan of the same file.
        on: today, in the school's own calendar.
        by_pk: the user who imports; nobody records their own leaving.
    """
    matched = match_people(reading, register, answers)
    plan = Plan(questions=matched.questions, problems=[*reading.problems, *matched.problems])
    for person in reading.people:
        if person.ref not in matched.found:
            continue
        known = matched.found[person.ref]
        try:
            links = _links(person, known, register, matched)
            _give_account(person, known, plan, register)
            if _take(person, known, plan, on, by_pk):
                plan.links += links
        except BadCell as error:
            plan.problems.append(Problem(person.row, f"Row {person.row}: {error}"))
    plan.matched = {ref: known for ref, known in matched.found.items() if known}
    plan.links = _with_both_ends(plan)
    plan.accounts = _of_those_who_are_here(plan)
    plan.missing = _missing(reading, register, matched, by_pk)
    plan.problems.sort()
    plan.digest = _digest(plan)
    return plan


def _take(person: Incoming, known: Known | None, plan: Plan, on: date, by_pk: int | None) -> bool:
    """
    Put one person where they belong; returns whether they are here, and so their links count.

    Raises:
        BadCell: they would record their own leaving.
    """
    has_left = person.left_on is not None and person.left_on <= on
    if known is None:
        if not has_left:  # who left before we knew them is nobody to keep
            plan.joined.append(person)
        return not has_left
    if person.left_on and (has_left or known.is_here):
        _take_leaver(known, person.left_on, plan, by_pk)
        return False
    change = _change(person, known)
    if change.fields or change.new_parts or change.returns or person.ref in plan.accounts:
        plan.changes.append(change)
    else:
        plan.unchanged += 1
    return True


def _give_account(person: Incoming, known: Known | None, plan: Plan, register: Register) -> None:
    """An adult whose e-mail address is that of an account of this school gets it."""
    account = register.accounts.get(person.details.email.casefold())
    is_free = account is not None and account not in plan.accounts.values()
    is_without = known is None or known.user_id is None
    if account is not None and is_free and is_without and Audience.PUPIL not in person.parts:
        plan.accounts[person.ref] = account


def _take_leaver(known: Known, day: date, plan: Plan, by_pk: int | None) -> None:
    if known.user_id is not None and known.user_id == by_pk:
        raise BadCell("nobody records their own leaving. Ask somebody else to do it.")
    if known.leaves:
        plan.unchanged += 1
    else:
        plan.leaving.append((known, _not_before(known, day)))


def _of_those_who_are_here(plan: Plan) -> dict[str, int]:
    here = {each.ref for each in plan.joined} | {each.ref for each in plan.changes}
    return {ref: account for ref, account in plan.accounts.items() if ref in here}


def _with_both_ends(plan: Plan) -> list[PlannedLink]:
    """Without those to a child who is not kept, such as one who left before we knew them."""
    kept = {person.ref for person in plan.joined} | plan.matched.keys()
    return [
        link
        for link in plan.links
        if link.parent in kept and (isinstance(link.child, int) or link.child in kept)
    ]


def _not_before(known: Known, day: date) -> date:
    return max(day, known.details.joined_on or day)


def _change(person: Incoming, known: Known) -> Change:
    """An empty cell takes nothing away, and a file ends no part: it may be a file of one kind."""
    returns = not known.is_here
    new = set(person.parts) - set(() if returns else known.parts)
    parts = new if returns else new.union(known.parts)
    given = {name: getattr(person.details, name) for name in FIELDS}
    filled = {name: value for name, value in given.items() if value not in ("", None)}
    after = without_the_rest(replace(known.details, **filled), parts)
    return Change(person.ref, known, after, tuple(sorted(new)), returns)


def _links(
    person: Incoming, known: Known | None, register: Register, matched: Matched
) -> list[PlannedLink]:
    """
    The links of a parent that are new or differ.

    Raises:
        BadCell: a child cannot be found.
    """
    found = []
    for child in person.children:
        target = matched.children.target(child)
        there = None
        if known and (child_pk := matched.children.known(target)):
            there = register.links.get((child_pk, known.pk))
        # a file without a column of responsibility says no; it does not take away a yes
        may = child.may_give_permission or bool(there and there.may_give_permission)
        if there is None or (there.relation, there.may_give_permission) != (child.relation, may):
            pk = there.pk if there else None
            found.append(PlannedLink(target, person.ref, child.relation, may, pk))
    return found


def _missing(
    reading: Reading, register: Register, matched: Matched, by_pk: int | None
) -> list[Known]:
    """
    Those who are here, and whom a file of such people does not name.

    Only whoever has no other part: a teacher is not missing from a list of parents. And nobody
    while their row may still be theirs: it is asked about, or has a problem.
    """
    named = {known.pk for known in matched.found.values() if known}
    named |= {known.pk for question in matched.questions for known in question.options}
    in_file = {_spoken(person.details) for person in reading.people} | reading.unread
    return [
        known
        for known in register.people.values()
        if known.is_here
        and not known.leaves
        and known.pk not in named
        and (known.user_id is None or known.user_id != by_pk)
        and known.parts
        and set(known.parts) <= reading.covers
        and _spoken(known.details) not in in_file
        and known.details.external_id not in reading.unread
    ]


def _spoken(details: Details) -> str:
    return plain_name(details.given_name, details.family_name)


def _digest(plan: Plan) -> str:
    parts = (
        plan.joined,
        [(change.known.pk, change.known.details, change) for change in plan.changes],
        plan.leaving,
        plan.links,
        plan.questions,
        plan.problems,
        [known.pk for known in plan.missing],
        sorted(plan.accounts.items()),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()
