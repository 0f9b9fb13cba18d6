"""What a frame is: who, does what, to what; matched within one clause and what it leaves unsaid."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from footprint.rulebook.policy import Plain
from footprint.rulebook.reading.actors import actor_of
from footprint.rulebook.reading.matching import BROAD, Found
from footprint.rulebook.reading.units import Unit
from footprint.rulebook.terms import ClauseName


@dataclass(frozen=True)
class Frame:
    """
    A value that a clause states in any words of the lexicon.

    Args:
        value: None for the stance of the clause ("forbidden").
        needs: concepts of the clause itself, "a b|c": a, and b or c.
        about: concepts of the sentence, its heading, question or line above.
        lacks: concepts that the clause must not have, "a|b".
        against: whether the clause must speak against the act.
        by_staff: whether staff must be spoken of, or speak ("we", "our own accounts").
        not_by: kinds of people who must not be the ones to act.
        near: concepts of all that, or of the sentences before it.
        whole: whether the concepts may stand in different clauses of the sentence.
    """

    clause: ClauseName
    key: str
    value: Plain | None
    needs: str
    about: str = ""
    lacks: str = ""
    against: bool = False
    by_staff: bool = False
    not_by: tuple[str, ...] = ()
    whole: bool = False
    near: str = ""

    def found(self, unit: Unit) -> Iterator[Found]:
        """One value, or none."""
        has = unit.within if self.whole else unit.has
        if not has(self.needs) or (self.lacks and not unit.lacks(self.lacks)):
            return
        if (self.against and not unit.is_against) or not unit.knows(self.about):
            return
        if not unit.recalls(self.near) or (self.by_staff and not of_staff(unit)):
            return
        if self.not_by and actor(unit) in self.not_by:
            return
        value = unit.stance.value if self.value is None else self.value
        yield stated(unit, self.clause, self.key, value)


def apply_frames(frames: Sequence[Frame], units: Iterable[Unit]) -> Iterator[Found]:
    """What the frames find, in the document's order."""
    for unit in units:
        for frame in frames:
            yield from frame.found(unit)


def stated(unit: Unit, clause: ClauseName, key: str, value: Plain) -> Found:
    """A value of a frame: it loses to one that a rule of the topic found."""
    return Found(clause, key, value, unit.sentence, BROAD)


def actor(unit: Unit) -> str:
    """ "staff", "pupil" or "parent": who acts, else for whom the section is; "" for neither."""
    if "your pupil" in unit.above or "my pupil" in unit.above:
        return "parent"
    own = unit.sentence.own
    if unit.asker and not _NAMED.search(own) and not _BEGINS.match(own):
        return unit.asker
    return actor_of(unit.sentence) or unit.asker


_BEGINS = re.compile(r"(?:all |any |no |our |each |every |if a |when a |where a |a )*pupil\b")
_NAMED = re.compile(r"\b(?:staff|parent|governor|they)\b")


def of_staff(unit: Unit) -> bool:
    """It speaks of staff, or staff speak of themselves: "we", "our own accounts"."""
    if unit.knows("staff"):
        return True
    return bool(_WE.match(unit.sentence.own)) and actor(unit) not in ("pupil", "parent")


_WE = re.compile(r"(?:we|our|none of us|nobody here|as staff)\b")
