"""
From a head that was found to a school that is mentioned: what stands around it decides.

"St Margaret's Church", "Oakfield Road" and "the Hope of a better world" mention no school.
"""

import re
from typing import NamedTuple

from footprint.matching.heads import is_holy
from footprint.matching.school_words import STARTS, Tail, joined_tail, listed, tail_at

_NOT_A_SCHOOL = listed(
    """
    church parish cathedral chapel abbey churchyard vicarage hospital hospice clinic surgery
    road street lane avenue close drive crescent square terrace way gardens park hall house
    station fc afc rfc cc football rovers united town city club pub inn arms hotel day island
    bridge gate hill ward court
    """
)
_AFTER_A_TAIL = listed(
    "road street lane close avenue drive fc afc court station cathedral hospital"
)
_TITLES = listed("mr mrs ms miss dr sir rev father fr prof")
_FARTHEST = 90  # bytes behind a head in which its tail must stand
_BEGINS_A_TAG = re.compile(b"s?(?:" + b"|".join(sorted(word.encode() for word in STARTS)) + b")")
_BYTES_STARTS = frozenset(word.encode() for word in STARTS) | {b"s"}


class Mention(NamedTuple):
    """
    A name in one line.

    Args:
        tail: what the words behind it say; empty for the head alone.
        start: where it begins in the line, with the space before.
        place: letters after it in a hashtag, the name of a place or nothing.
        not_school: the word that shows that it is no school; "" where nothing does.
    """

    head: str
    tail: Tail
    start: int
    end: int
    place: str = ""
    not_school: str = ""


def may_be_mention(block: bytes, end: int) -> bool:
    """True if a school word follows; cheap, because most heads are words of everyday."""
    return block[end : block.find(b" ", end)] in _BYTES_STARTS


def may_be_tag(block: bytes, end: int) -> bool:
    """True if the rest of a hashtag may be school words; not for every longer word."""
    stop = block.find(b" ", end)
    if stop == end:
        return may_be_mention(block, end + 1)
    return _BEGINS_A_TAG.match(block, end, stop) is not None


def mention_at(line: bytes, head: str, start: int, end: int, *, joined: bool) -> Mention:
    """What is mentioned where a head was found."""
    if joined:
        return _joined(line, head, start, end)
    words = line[end : end + _FARTHEST].decode("ascii").split(" ")
    skipped = 1 if words and words[0] == "s" else 0
    tail, after = tail_at(words, skipped)
    stop = end + sum(len(word) + 1 for word in words[:after])
    following = words[after] if after < len(words) else ""
    bad = _NOT_A_SCHOOL if tail == Tail() else _AFTER_A_TAIL
    wrong = following if following in bad else _title_before(line, start)
    return Mention(head, tail, start, max(stop - 1, end - 1), not_school=wrong)


def _joined(line: bytes, head: str, start: int, end: int) -> Mention:
    stop = line.find(b" ", end)
    stop = len(line) if stop < 0 else stop
    if stop == end:  # "#TirGlas School": the tail stands apart
        return mention_at(line, head, start, end + 1, joined=False)
    letters = line[end:stop].decode("ascii")
    tail, rest = joined_tail(letters)
    if tail == Tail() and is_holy(head) and letters[0] == "s":
        if stop == end + 1:
            return mention_at(line, head, start, stop + 1, joined=False)
        tail, rest = joined_tail(letters[1:])
    return Mention(head, tail, start, stop, place=rest)


def _title_before(line: bytes, start: int) -> str:
    before = line[max(0, start - 8) : start].split(b" ")[-1].decode("ascii")
    return before if before in _TITLES else ""
