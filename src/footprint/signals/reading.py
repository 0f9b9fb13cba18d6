"""
Read one post: its kind, its flags, whether it is urgent, and the words that led to each.

It suggests; a person decides. No reason, no flag. A text that is not in English, or that was
cut, says so in a reason, so that nobody takes silence for calm.
"""

from dataclasses import dataclass

from footprint.rulebook.terms import Flag, PostKind
from footprint.signals.context import Seen, look
from footprint.signals.families.adults import adults
from footprint.signals.families.danger import danger
from footprint.signals.families.data import data
from footprint.signals.families.respect import respect
from footprint.signals.findings import Finding, first_of_each
from footprint.signals.kinds import kind_of
from footprint.signals.languages import unread_language
from footprint.signals.normalising import MOST_CHARACTERS

URGENT = frozenset(
    {Flag.THREAT, Flag.SELF_HARM, Flag.SEXUAL, Flag.EXTREMISM, Flag.ALLEGATION}
)  # and staff contact by an adult; source: the four safety questions


@dataclass(frozen=True)
class Reason:
    """
    Why a kind or a flag was suggested.

    Args:
        about: the kind's or the flag's name, or "unread".
        words: the words of the post that led to it; "" where the whole post did.
        sentence: what they mean, in plain words for staff.
        start, end: where they stand in the post.
    """

    about: str
    words: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True)
class Signal:
    """What a post looks like. `unread` names the language of a text that was not read."""

    kind: PostKind
    flags: frozenset[Flag]
    urgent: bool
    reasons: tuple[Reason, ...]
    unread: str = ""


def read(text: str) -> Signal:
    """
    Read a post in British English of up to `MOST_CHARACTERS` characters.

    Never raises. Text in another language is neutral with `unread` set, though flags found in
    English words within it stand: the caller must show it to a person.
    """
    seen = look(text)
    flagged = danger(seen) + adults(seen) + respect(seen) + data(seen)
    unread = unread_language(text, seen.texts)
    flags = frozenset(Flag(finding.about) for finding in flagged)
    notes = _notes(seen, unread)
    kind = _unread_kind() if notes and not notes[0].words else kind_of(seen, flagged)
    reasons = (*(_reason(f) for f in (kind, *first_of_each(flagged)) if f.sentence), *notes)
    return Signal(PostKind(kind.about), flags, _is_urgent(flags, flagged), reasons, unread)


def _is_urgent(flags: frozenset[Flag], flagged: tuple[Finding, ...]) -> bool:
    by_adult = any(f.about == Flag.STAFF_CONTACT and f.variant == "adult" for f in flagged)
    return bool(flags & URGENT) or by_adult


def _reason(finding: Finding) -> Reason:
    return Reason(finding.about, finding.words, finding.sentence, finding.start, finding.end)


def _unread_kind() -> Finding:
    return Finding(PostKind.NEUTRAL.value, "", "", "", 0, 0)


def _notes(seen: Seen, unread: str) -> tuple[Reason, ...]:
    """What staff must know about the reading itself; a note without words replaces the kind."""
    notes: list[Reason] = []
    if not any(character.isalnum() for character in seen.original) and not seen.texts:
        notes.append(_note("There are no words in it to read."))
    if unread:
        notes.append(_note(f"It looks like {unread} and was not read. A person must read it."))
    if len(seen.original) > MOST_CHARACTERS:
        sentence = f"Only the first {MOST_CHARACTERS:,} characters were read."
        shown = seen.original[MOST_CHARACTERS : MOST_CHARACTERS + 20]
        notes.append(Reason("unread", shown, sentence, MOST_CHARACTERS, len(seen.original)))
    return tuple(notes)


def _note(sentence: str) -> Reason:
    return Reason("unread", "", sentence, 0, 0)
