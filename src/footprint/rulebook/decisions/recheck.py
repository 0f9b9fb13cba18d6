"""
What does one look at a post's address prove: still there, gone, or nothing?

"Could not look" is never "gone", and nobody is told that a post was deleted without proof. Proof is
one of two: its words were seen at the address before, and are not there now although the address
answers as it did; or the address says on two different days that there is nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SEEN_AT = frozenset({200, 203})
NOTHING_AT = frozenset({404, 410})
FEWEST_LETTERS = 12  # fewer would be found, or missed, on any page by chance


class Looked(StrEnum):
    """What a look found."""

    GONE = "gone"
    STILL_THERE = "still_there"
    COULD_NOT_LOOK = "could_not_look"


@dataclass(frozen=True)
class Answer:
    """
    What an address answered.

    Args:
        status: None where it did not answer, or was not asked.
        words_there: whether the captured words are on the page; None where that cannot be told.
        elsewhere: it sent us to another address, as pages do that want a sign-in.
    """

    status: int | None
    words_there: bool | None = None
    elsewhere: bool = False


@dataclass(frozen=True)
class Earlier:
    """One look before this one."""

    on: date
    result: Looked
    status: int | None


@dataclass(frozen=True)
class Verdict:
    """What this look proves, in a word and in a sentence without any of the post's words."""

    result: Looked
    sentence: str


NEEDS_SIGNING_IN = Verdict(
    Looked.COULD_NOT_LOOK,
    "Could not look: this platform shows posts only to those who sign in. Somebody has to look.",
)
NO_ANSWER = Verdict(
    Looked.COULD_NOT_LOOK, "Could not look: the address did not answer. That is not “gone”."
)
TOO_FEW_WORDS = Verdict(
    Looked.COULD_NOT_LOOK,
    "Could not look: too few words were captured to know the post by. Somebody has to look.",
)


def judge(*, answer: Answer, earlier: Sequence[Earlier], on: date) -> Verdict:
    """
    Say what a look of this day proves, with the looks before it, the oldest first. Never raises.
    """
    if answer.status in NOTHING_AT:
        return _nothing(earlier, on)
    if answer.status not in SEEN_AT:
        return NO_ANSWER
    if answer.words_there is None:
        return TOO_FEW_WORDS
    if answer.words_there:
        return Verdict(Looked.STILL_THERE, "The words of the post are still at its address.")
    return _without_words(answer, earlier)


def _nothing(earlier: Sequence[Earlier], on: date) -> Verdict:
    last = next((look for look in reversed(earlier) if look.on != on), None)
    if last is not None and last.status in NOTHING_AT:
        return Verdict(
            Looked.GONE, "The address said on two different days that there is nothing there."
        )
    return Verdict(
        Looked.COULD_NOT_LOOK,
        "The address said that there is nothing there. Once is no proof: it is asked again.",
    )


def _without_words(answer: Answer, earlier: Sequence[Earlier]) -> Verdict:
    if answer.elsewhere:
        return Verdict(
            Looked.COULD_NOT_LOOK,
            "Could not look: the address leads to another page, perhaps to sign in.",
        )
    if any(look.result is Looked.STILL_THERE for look in earlier):
        return Verdict(
            Looked.GONE, "The words were seen at this address before, and are not there now."
        )
    return Verdict(
        Looked.COULD_NOT_LOOK,
        "The words are not at the address, but Footprint never saw them there. Somebody has to "
        "look.",
    )


def words_there(captured: str, page: str) -> bool | None:
    """Whether the captured words are on a page, spaces and capitals apart; None for too few."""
    wanted = _plain(captured)
    if len(wanted) < FEWEST_LETTERS:
        return None
    return wanted in _plain(page)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
