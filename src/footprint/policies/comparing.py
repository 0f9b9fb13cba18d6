"""
What a page shows of the difference between two policies: both sides, and what follows from it.

A file of its own because the versions of a school and the schools of a trust are shown alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.policies.leftopen import given_before, with_given
from footprint.policies.models import PolicyVersion
from footprint.policies.presenting import ShownClause, shown_clause
from footprint.policies.wordings import Reworded, reworded
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.decisions.difference import (
    ChangeKind,
    ClauseChange,
    Touched,
    ValueChange,
    difference,
    touches,
)
from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName

KINDS: Mapping[ChangeKind, tuple[Promise, str]] = {
    ChangeKind.BEGAN: (_("Stated now, not before"), "green"),
    ChangeKind.ENDED: (_("No longer stated"), "orange"),
    ChangeKind.VALUES: (_("Says something else"), "blue"),
    ChangeKind.SENTENCE: (_("Other words, same meaning"), "grey"),
}
TOUCHED: Mapping[Touched, Promise] = {
    Touched.DESKS: _("the desk on which a post lands"),
    Touched.SAFETY: _("what is done first where somebody may be in danger"),
    Touched.SUGGESTIONS: _("what is suggested about a post"),
    Touched.REPLIES: _("whether and how a message is answered"),
    Touched.DEADLINES: _("the days by which something is due"),
    Touched.ROUTES: _("the steps that are offered in an incident"),
    Touched.LETTERS: _("the letters that ask for a post to be deleted"),
    Touched.CONNECTIONS: _("rulings on who may be connected with whom"),
    Touched.QUESTIONS: _("whom people are told to ask"),
    Touched.PUBLIC_PAGES: _("what your public pages tell families, beside the policy"),
    Touched.WRITTEN_POLICY: _("the policy as it is written out for people to read"),
}


@dataclass(frozen=True)
class ShownChange:
    """
    One clause that differs.

    Args:
        waits: of a draft, and nobody has decided on it yet.
        reworded: its sentences that are not the same on both sides, word by word.
    """

    before: ShownClause
    after: ShownClause
    kind: ChangeKind
    word: Promise
    colour: str
    values: tuple[ValueChange, ...]
    touches: tuple[Promise, ...]
    waits: bool
    reworded: tuple[Reworded, ...]

    @property
    def same_words(self) -> bool:
        """The sentences are the same on both sides; only what was made of them differs."""
        return bool(self.before.quotes) and not self.reworded

    @property
    def unchanged(self) -> int:
        """How many of its sentences stand as they did."""
        new = {quote.text for quote in self.after.quotes}
        return sum(1 for quote in self.before.quotes if quote.text in new)


@dataclass(frozen=True)
class TouchedPart:
    """One thing in the product that follows the change, and the clauses from which it does."""

    words: Promise
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """
    Two versions side by side: what says something else, and what is only worded otherwise.

    Args:
        waiting: clauses of a draft that nobody has decided on.
        touched: everything that the changes touch, each with the titles of the clauses.
    """

    changes: tuple[ShownChange, ...]
    reworded: tuple[ShownChange, ...]
    waiting: int
    touched: tuple[TouchedPart, ...]

    @property
    def is_same(self) -> bool:
        return not (self.changes or self.reworded)


def compare(old: PolicyVersion, new: PolicyVersion) -> Comparison:
    """
    What differs; a draft counts as decided, and as it was read where nobody has decided yet.

    What a school is asked at each adoption again ("promptly" in school days) is not gone from a
    draft: there it counts as it was answered last.
    """
    waiting = {
        ClauseName(name)
        for version in (old, new)
        for name in version.reviews.undecided().values_list("name", flat=True)
        if version.is_draft
    }
    before, after = _both(old, new)
    found = difference(before, after)
    changes = [_shown(each, waiting) for each in found]
    same = tuple(each for each in changes if each.kind is ChangeKind.SENTENCE)
    others = tuple(each for each in changes if each.kind is not ChangeKind.SENTENCE)
    return Comparison(others, same, len(waiting), _touched(found))


def _touched(changes: Iterable[ClauseChange]) -> tuple[TouchedPart, ...]:
    titles: dict[Touched, list[str]] = {}
    for change in changes:
        for each in touches(change):
            titles.setdefault(each, []).append(BY_NAME[change.name].title)
    return tuple(
        TouchedPart(words, tuple(titles[each])) for each, words in TOUCHED.items() if each in titles
    )


def _both(old: PolicyVersion, new: PolicyVersion) -> tuple[Policy, Policy]:
    before, after = old.as_it_stands, new.as_it_stands
    if new.is_draft:
        after = with_given(after, given_before(after, before))
    if old.is_draft:
        before = with_given(before, given_before(before, after))
    return before, after


def _texts(clause: Clause) -> list[str]:
    return [quote.text for quote in clause.quotes]


def _shown(change: ClauseChange, waiting: set[ClauseName]) -> ShownChange:
    word, colour = KINDS[change.kind]
    return ShownChange(
        before=shown_clause(change.before),
        after=shown_clause(change.after),
        kind=change.kind,
        word=word,
        colour=colour,
        values=change.values,
        touches=tuple(TOUCHED[each] for each in touches(change)),
        waits=change.name in waiting,
        reworded=reworded(_texts(change.before), _texts(change.after)),
    )
