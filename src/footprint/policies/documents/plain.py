"""Plain and pasted text, with or without wrapped lines, page furniture and Markdown habits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from footprint.policies.documents.furniture import Line, without_furniture
from footprint.policies.documents.joining import (
    ends_a_sentence,
    join_cut_sentences,
    starts_inside_a_sentence,
)
from footprint.policies.documents.markdown import BOLD, plain
from footprint.policies.documents.text import Block, Document, Kind, title_of
from footprint.policies.documents.tidying import tidy

_BULLET = re.compile(r"[•●▪■◦‣⁃∙·➢►✓✔\uf0b7\uf0a7]\s*(?=\S)|[-–—*+o]\s+(?=\S)")
STARRED_NOTE = re.compile(r"\*{1,3}\s*(?=[^\s*])")
_STAR_REFERENCE = re.compile(r"[\w)]\*{1,3}(?![\w*])")
NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+(?=\S)")
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_RULE = re.compile(r"[-=_*~#\s]{3,}")
_TABLE_RULE = re.compile(r"[|:\s-]+")
_LONGEST_HEADING = 80
_MOST_HEADING_WORDS = 12
_WIDEST_WRAPPED_LINE = 120  # characters; nobody wraps by hand beyond that


def read_plain(text: str, *, fallback_title: str) -> Document:
    """Blocks of a plain text. The place is a page where the text has form feeds, else a number."""
    lines, removed = without_furniture(_lines(text))
    paragraphs = list(_paragraphs(lines))
    starred = has_starred_words(text)
    paged = bool(lines) and lines[-1].page > 1
    blocks = join_cut_sentences(_blocks(paragraphs, starred=starred, paged=paged))
    notes = tuple(f"A page header or footer was left out: “{line}”." for line in removed)
    title = title_of(blocks, aside=removed, fallback=fallback_title)
    return Document(blocks, title, "text", notes)


def has_starred_words(text: str) -> bool:
    """Whether words carry footnote stars ("not allowed*"): a line that starts so is their note."""
    return bool(_STAR_REFERENCE.search(text))


def _lines(text: str) -> list[Line]:
    pages = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").split("\f")
    return [
        Line(line.rstrip(), number)
        for number, page in enumerate(pages, start=1)
        for line in page.split("\n")
    ]


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """Runs of lines that make one paragraph, joined, with their page."""
    width = _wrap_width([line.text.strip() for line in lines])
    for filled, run in groupby(lines, key=lambda line: bool(line.text.strip())):
        if not filled:
            continue
        current: list[Line] = []
        for line in run:
            if current and not _goes_on(current, line.text.strip(), width):
                yield _joined(current)
                current = []
            current.append(line)
        yield _joined(current)


def _joined(lines: Sequence[Line]) -> tuple[str, int]:
    return "\n".join(line.text.strip() for line in lines), lines[0].page


def _wrap_width(lines: Sequence[str]) -> int:
    """The column at which lines were wrapped, or 0 where each line is a paragraph of its own."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b and not _starts_anew(b)]
    if len(pairs) < 2 or max(map(len, lines)) > _WIDEST_WRAPPED_LINE:
        return 0
    width = max(len(line) for line in lines)
    full = sum(_is_full(a, b, width) for a, b in pairs)
    return width if full >= 0.6 * len(pairs) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next word would not have fitted; a little slack for hand-wrapped text."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - 6


def _starts_anew(line: str) -> bool:
    return bool(
        _BULLET.match(line)
        or NUMBERED.match(line)
        or _HASHES.match(line)
        or STARRED_NOTE.match(line)
        or _RULE.fullmatch(line)
        or line.startswith("|")
    )


def _goes_on(current: Sequence[Line], line: str, width: int) -> bool:
    last = current[-1].text.strip()
    if _starts_anew(line) or _RULE.fullmatch(last) or last.startswith("|") or _HASHES.match(last):
        return False
    if width:
        alone = len(current) == 1 and _may_be_heading(last)
        return _is_full(last, line, width) or not alone
    return starts_inside_a_sentence(line) and not ends_a_sentence(last) and len(last) >= 40


def _blocks(
    paragraphs: Sequence[tuple[str, int]], *, starred: bool, paged: bool
) -> Iterator[Block]:
    number, table, row, in_table = 0, 0, 0, False
    for index, (raw, page) in enumerate(paragraphs):
        if raw.startswith("|") and raw.endswith("|") and len(raw) > 1:
            table, row = (table, row) if in_table else (table + 1, 0)
            in_table = True
            if not _TABLE_RULE.fullmatch(raw):
                row += 1
                yield from _cells(raw, f"table {table}, row {row}")
            continue
        in_table = False
        if _RULE.fullmatch(raw):
            continue
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else ""
        kind, shown = _kind_of(raw, following, starred=starred)
        shown, links = plain(shown)
        if text := tidy(shown.replace("\n", " ")):
            number += 1
            yield Block(kind, text, f"page {page}" if paged else f"paragraph {number}", links)


def _cells(raw: str, where: str) -> Iterable[Block]:
    for cell in raw.strip("|").split("|"):
        shown, links = plain(cell)
        if text := tidy(shown):
            yield Block("table_cell", text, where, links)


def _kind_of(raw: str, following: str, *, starred: bool) -> tuple[Kind, str]:
    """What a paragraph is, and its text without the mark that said so."""
    if mark := _HASHES.match(raw):
        return "heading", raw[mark.end() :].rstrip("# ")
    if starred and STARRED_NOTE.match(raw) and not BOLD.match(raw):
        return "note", raw  # the stars stay: they tie the note to the words it qualifies
    if mark := _BULLET.match(raw):
        return "list_item", raw[mark.end() :]
    if _may_be_heading(raw) and following and not starts_inside_a_sentence(following):
        return "heading", raw
    return ("list_item" if NUMBERED.match(raw) else "paragraph"), raw


def _may_be_heading(text: str) -> bool:
    """Short, without a mark at its end, starting like a title, and no address."""
    shown, links = plain(text)
    return (
        len(shown) <= _LONGEST_HEADING
        and len(shown.split()) <= _MOST_HEADING_WORDS
        and shown[-1:] not in ".?!;:,"
        and (shown[:1].isupper() or shown[:1].isdigit())
        and "\n" not in shown
        and "@" not in shown
        and not links
    )
