"""Lines to paragraphs, list items and headings; words broken at a line's end put together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from footprint.policies.documents.joining import ends_a_sentence, starts_inside_a_sentence
from footprint.policies.documents.pdf.layout import Column
from footprint.policies.documents.pdf.lines import Piece
from footprint.policies.documents.plain import NUMBERED, STARRED_NOTE, has_starred_words
from footprint.policies.documents.text import Kind

BULLET = re.compile(r"(?:[•●▪■◦‣⃁⁃∙➢►✓✔❖\ue000-\uf8ff]|[o–—*·-](?=\s))\s*(?=\S)")
_WIDER = 1.22  # times the usual distance of lines: a new paragraph
_LOOSE = 1.6  # sizes
_LARGER = 1.13
_OTHER_SIZE = 0.1
_LONGEST_HEADING = 140
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)(?:\S*[./@_=-])?$", re.IGNORECASE)  # broken off
# First parts of words that keep their hyphen when a line ends after it.
_KEEP = frozenset(
    [
        "self",
        "non",
        "pre",
        "post",
        "anti",
        "cross",
        "well",
        "long",
        "short",
        "full",
        "part",
        "age",
        "year",
        "two",
        "three",
    ]
)
_MANY = 0.04  # of all lines end in a hyphen: a program breaks words here


@dataclass(frozen=True)
class Paragraph:
    """
    Lines that belong together, as one text, and the pages they start and end on.

    `room` is what the last line leaves free of its column, `needs` what the first word takes, in
    points: they tell whether a text that a column cut goes on in the next.
    """

    kind: Kind
    text: str
    page: int
    last_page: int
    room: float
    needs: float


@dataclass(frozen=True)
class Setting:
    """What is usual in this document."""

    size: float
    words: frozenset[str]
    hyphenates: bool = False  # words are broken at line ends by a program, not only at hyphens
    starred: bool = False

    def is_heading(self, line: Piece) -> bool:
        large = line.size >= _LARGER * self.size
        return large or (line.bold and not ends_a_sentence(line.text) and len(line.text) <= 90)


def setting_of(columns: Sequence[Column]) -> Setting:
    """The size most letters have, the words that are not broken, and whether words are broken."""
    sizes: Counter[float] = Counter()
    words: set[str] = set()
    lines = [line for column in columns for line in column.lines]
    for line in lines:
        sizes[round(line.size * 4) / 4] += len(line.text)
        words.update(match.casefold() for match in _WORD.findall(line.text)[:-1])
    return Setting(
        sizes.most_common(1)[0][0] if sizes else 10.0,
        frozenset(words),
        sum(line.text.endswith("-") for line in lines) > max(2, _MANY * len(lines)),
        any(has_starred_words(line.text) for line in lines),
    )


def paragraphs_of(column: Column, page: int, setting: Setting) -> Iterator[Paragraph]:
    """The paragraphs of one column."""
    pitch = _usual_pitch(column.lines)
    current: list[Piece] = []
    for line in column.lines:
        if current and _is_new(current, line, column, pitch, setting):
            yield _paragraph(current, column, page, setting)
            current = []
        current.append(line)
    if current:
        yield _paragraph(current, column, page, setting)


def _usual_pitch(lines: Sequence[Piece]) -> float:
    """The distance of baselines within a paragraph, in sizes: a low one of those that are there."""
    pitches = sorted((a.base - b.base) / max(a.size, 1) for a, b in pairwise(lines))
    pitches = [pitch for pitch in pitches if pitch > 0.8]
    return pitches[len(pitches) // 5] if pitches else 1.3


def _is_new(
    current: Sequence[Piece], line: Piece, column: Column, pitch: float, setting: Setting
) -> bool:
    last = current[-1]
    if _another_kind(current, line, setting):
        return True
    distance = (last.base - line.base) / max(last.size, 1)
    if distance > _WIDER * max(pitch, 0.9) or distance < 0:
        return True
    if distance > _LOOSE and ends_a_sentence(last.text):
        return True  # also where every paragraph is one line, so that no usual distance shows
    if setting.is_heading(line):
        return False
    return _had_room(last, line, column.right) or _is_outdented(current[0], line)


def _another_kind(current: Sequence[Piece], line: Piece, setting: Setting) -> bool:
    last = current[-1]
    if abs(line.size - last.size) > _OTHER_SIZE * last.size:
        return True
    if setting.is_heading(line) != all(setting.is_heading(piece) for piece in current):
        # A bold lead-in that runs over one line is no heading of its own.
        inside = starts_inside_a_sentence(line.text) and not ends_a_sentence(last.text)
        return not inside
    if BULLET.match(line.text) or _is_starred(line.text, setting):
        return True
    return bool(NUMBERED.match(line.text)) and (
        ends_a_sentence(last.text) or bool(NUMBERED.match(current[0].text))
    )


def _had_room(last: Piece, line: Piece, right: float) -> bool:
    """Whether the next word would have fitted: then the line was ended on purpose."""
    if right - last.x1 <= _needs(line):
        return False
    return ends_a_sentence(last.text) or not starts_inside_a_sentence(line.text)


def _needs(line: Piece) -> float:
    """The width of a line's first word with the space before it, and some slack."""
    first = line.text.split(maxsplit=1)[0]
    return (line.x1 - line.x0) * len(first) / max(len(line.text), 1) + line.size * 0.8


def _is_outdented(first: Piece, line: Piece) -> bool:
    """A line that starts where the bullet of the item before stood: the list is over."""
    if BULLET.match(first.text) is None:
        return False
    return line.x0 <= first.x0 + 1 and ends_a_sentence(first.text)


def _is_starred(text: str, setting: Setting) -> bool:
    return setting.starred and bool(STARRED_NOTE.match(text))


def _paragraph(lines: Sequence[Piece], column: Column, page: int, setting: Setting) -> Paragraph:
    text = joined([line.text for line in lines], setting)
    kind, text = _kind_of(text, lines, setting)
    return Paragraph(kind, text, page, page, column.right - lines[-1].x1, _needs(lines[0]))


def _kind_of(text: str, lines: Sequence[Piece], setting: Setting) -> tuple[Kind, str]:
    """What the lines are, and their text without a bullet."""
    if _is_starred(text, setting):
        return "note", text
    if mark := BULLET.match(text):
        return "list_item", text[mark.end() :]
    if all(setting.is_heading(line) for line in lines) and len(text) <= _LONGEST_HEADING:
        return "heading", text
    return ("list_item" if NUMBERED.match(text) else "paragraph"), text


def joined(lines: Sequence[str], setting: Setting) -> str:
    """Lines as one text; words that a line's end broke are put together."""
    text = ""
    for line in (line.strip() for line in lines):
        text = _glued(text, line, setting) if text else line
    return text


def _glued(text: str, line: str, setting: Setting) -> str:
    if (text.endswith("/") and text[-2:-1].isalnum()) or _ADDRESS.search(text[-200:]):
        return text + line
    before, after = _last_word(text[:-1]), _first_word(line)
    if not text.endswith(("-", "\u00ad", "\u2010")) or not before:
        return f"{text} {line}"
    if text.endswith("\u00ad"):
        return text[:-1] + line
    return (text if _keeps_hyphen(before, after, setting) else text[:-1]) + line


def _keeps_hyphen(before: str, after: str, setting: Setting) -> bool:
    """Whether "pre-" and "inspection" were one word with a hyphen before the line broke them."""
    if not after.islower():
        return True
    if f"{before}-{after}".casefold() in setting.words:
        return True
    if not setting.hyphenates:
        return True
    last = before.rsplit("-", maxsplit=1)[-1].casefold()
    return (before + after).casefold() not in setting.words and last in _KEEP


def _last_word(text: str) -> str:
    found = _WORD.findall(text[-60:])
    return found[-1] if found and text.endswith(found[-1]) else ""


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found.group() if found else ""


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph continues at the top of the next column or page."""
    if before.kind == "heading" or after.kind != "paragraph" or ends_a_sentence(before.text):
        return False
    was_cut = before.text.endswith("-") or before.room <= after.needs
    return len(before.text) >= 40 and (starts_inside_a_sentence(after.text) or was_cut)
