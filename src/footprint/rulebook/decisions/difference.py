"""
What is different between two policies, and what in the product does each difference touch?

Two versions of one school, or the policies of two schools of a trust. What counts is what is
stated: the order of a list (but for stages) and the place of a sentence are none. Silence and "no"
are the same to a document, so they are the same here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from footprint.rulebook.catalogue import BY_NAME, CATALOGUE, Part, PartKind
from footprint.rulebook.policy import Clause, Plain, Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.words import value_in_words


class ChangeKind(StrEnum):
    """How one clause differs."""

    BEGAN = "began"  # stated now, and was not before
    ENDED = "ended"  # stated before, and is not any more
    VALUES = "values"  # stated in both, and says something else
    SENTENCE = "sentence"  # says the same in other words


@dataclass(frozen=True)
class ValueChange:
    """
    One value that differs.

    Args:
        before, after: in plain words with the value's label; "" where it is not stated.
        gone, came: the members of a list that only one side has, in plain words; () for what is
            no list, and where one side does not state the value at all.
    """

    key: str
    label: str
    before: str
    after: str
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClauseChange:
    """One clause that differs, with both sides of it."""

    name: ClauseName
    kind: ChangeKind
    before: Clause
    after: Clause
    values: tuple[ValueChange, ...] = ()


class Touched(StrEnum):
    """What in the product follows a clause."""

    DESKS = "desks"  # where a post lands
    SAFETY = "safety"  # what is done first where somebody may be in danger
    SUGGESTIONS = "suggestions"  # what is suggested about a post
    REPLIES = "replies"  # whether and how a message is answered
    DEADLINES = "deadlines"
    ROUTES = "routes"  # the steps that are offered in an incident
    LETTERS = "letters"
    CONNECTIONS = "connections"  # who may be connected with whom
    QUESTIONS = "questions"  # whom people are told to ask
    PUBLIC_PAGES = "public_pages"  # what they tell beside the policy itself
    WRITTEN_POLICY = "written_policy"


T = Touched
_CLAUSES: Mapping[ClauseName, tuple[Touched, ...]] = {
    ClauseName.REPUTATION: (T.DESKS, T.SUGGESTIONS, T.DEADLINES),
    ClauseName.CHANNEL_KEEPERS: (T.DESKS,),
    ClauseName.CONDUCT: (T.SUGGESTIONS,),
    ClauseName.PRIVATE_CONCERNS: (T.REPLIES, T.PUBLIC_PAGES),
    ClauseName.COMPLAINTS_PROCEDURE: (T.PUBLIC_PAGES,),
    ClauseName.MINIMUM_AGE: (T.PUBLIC_PAGES,),
    ClauseName.UNDERAGE_SUPPORT: (T.DESKS,),
    ClauseName.ONLINE_SAFETY_LESSONS: (),
    ClauseName.PARENT_SUPPORT: (),
    ClauseName.OFFICIAL_ACCOUNTS: (T.DESKS, T.REPLIES, T.PUBLIC_PAGES),
    ClauseName.EMAIL_OFFICIAL: (T.REPLIES, T.PUBLIC_PAGES),
    ClauseName.REMOTE_LEARNING_CHANNELS: (),
    ClauseName.NO_FRIENDING: (T.CONNECTIONS,),
    ClauseName.NO_FOLLOWING: (T.CONNECTIONS,),
    ClauseName.EXCEPTIONS: (T.CONNECTIONS,),
    ClauseName.BREACH_NOTICE: (T.DESKS, T.CONNECTIONS),
    ClauseName.STAFF_CONDUCT: (),
    ClauseName.IMAGE_PERMISSION: (),
    ClauseName.ACCEPTABLE_USE: (),
    ClauseName.DATA_PROTECTION: (),
    ClauseName.BREACH_ROUTE: (T.ROUTES,),
    ClauseName.DELETION_REQUEST: (T.DESKS, T.DEADLINES, T.ROUTES, T.LETTERS),
    ClauseName.THIRD_PARTY_REPORT: (T.ROUTES,),
    ClauseName.POLICE: (T.SAFETY, T.SUGGESTIONS, T.ROUTES),
    ClauseName.EXTREMISM: (T.DESKS, T.SAFETY, T.ROUTES),
    ClauseName.QUESTIONS: (T.DESKS, T.REPLIES, T.QUESTIONS),
}
TOUCHES: Mapping[ClauseName, tuple[Touched, ...]] = {
    name: (*touched, Touched.WRITTEN_POLICY) for name, touched in _CLAUSES.items()
}


def difference(old: Policy, new: Policy) -> tuple[ClauseChange, ...]:
    """
    Every clause that differs, in the catalogue's order; () where both state the same.

    A clause that only touches on something ("unclear") states nothing. Never raises.
    """
    changes = (clause_change(old.clause(each.name), new.clause(each.name)) for each in CATALOGUE)
    return tuple(change for change in changes if change is not None)


def clause_change(before: Clause, after: Clause) -> ClauseChange | None:
    """How one clause differs; None where both sides say the same in the same words."""
    if before.is_stated != after.is_stated:
        kind = ChangeKind.BEGAN if after.is_stated else ChangeKind.ENDED
        return ClauseChange(before.name, kind, before, after, _value_changes(before, after))
    values = _value_changes(before, after)
    if values:
        return ClauseChange(before.name, ChangeKind.VALUES, before, after, values)
    if _sentences(before) != _sentences(after):
        return ClauseChange(before.name, ChangeKind.SENTENCE, before, after)
    return None


def states_the_same(one: Clause, other: Clause) -> bool:
    """Whether two clauses state the same, in whatever words."""
    found = clause_change(one, other)
    return found is None or found.kind is ChangeKind.SENTENCE


def touches(change: ClauseChange) -> tuple[Touched, ...]:
    """
    What in the product the change touches.

    Where only the sentence changed, no suggestion and no date does: what quotes it shows the new
    one.
    """
    if change.kind is not ChangeKind.SENTENCE:
        return TOUCHES[change.name]
    quoting = (Touched.LETTERS, Touched.PUBLIC_PAGES, Touched.WRITTEN_POLICY)
    return tuple(touched for touched in TOUCHES[change.name] if touched in quoting)


def _value_changes(before: Clause, after: Clause) -> tuple[ValueChange, ...]:
    changes = (_value_change(part, before, after) for part in BY_NAME[before.name].parts)
    return tuple(change for change in changes if change is not None)


def _value_change(part: Part, before: Clause, after: Clause) -> ValueChange | None:
    old, new = _stated(before, part.key), _stated(after, part.key)
    in_order = (before.name, part.key) in _ORDERED
    if old == new if in_order else _meaning(old) == _meaning(new):
        return None
    was, now = _members(part, old), _members(part, new)
    both = bool(was and now)
    return ValueChange(
        part.key,
        part.label,
        "" if old is None else value_in_words(part, old),
        "" if new is None else value_in_words(part, new),
        gone=tuple(each for each in was if each not in now) if both else (),
        came=tuple(each for each in now if each not in was) if both else (),
    )


def _stated(clause: Clause, key: str) -> Plain | None:
    """The value; None for what says nothing, such as "no" or an empty list."""
    value = clause.get(key) if clause.is_stated else None
    empty = value is False or (isinstance(value, str | tuple | Mapping) and not value)
    return None if empty else value


def _meaning(value: Plain | None) -> object:
    """The value without the order in which it was written."""
    if isinstance(value, tuple):
        return frozenset(_meaning(each) for each in value)
    if isinstance(value, Mapping):
        return frozenset((key, _meaning(each)) for key, each in value.items())
    return value


_ORDERED = frozenset({(ClauseName.COMPLAINTS_PROCEDURE, "stages")})  # who hears it first, second
_LISTS = frozenset({PartKind.CHOICES, PartKind.TEXTS, PartKind.KEEPERS, PartKind.AGES})


def _members(part: Part, value: Plain | None) -> tuple[str, ...]:
    """The members of a list in plain words, without the label of the whole."""
    if value is None or part.kind not in _LISTS:
        return ()
    lead = f"{part.label}: "
    if isinstance(value, Mapping):
        ones: list[Plain] = [{key: each} for key, each in value.items()]
    else:
        ones = [(each,) for each in value] if isinstance(value, tuple) else [value]
    return tuple(value_in_words(part, one).removeprefix(lead) for one in ones)


def _sentences(clause: Clause) -> tuple[str, ...]:
    return tuple(quote.text for quote in clause.quotes)
