"""
Plain text into passages: bullets, headings, notes, links, page furniture, broken sentences.

For text that is pasted or comes from a test. Files go through the document readers, which know
pages and styles and hand their blocks to `source.source_from_blocks`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from footprint.rulebook.reading.moods import mood_of
from footprint.rulebook.reading.source import Block, Kind, Link, SourceText, source_from_blocks

_BULLET = re.compile(r"(?:[•●▪■◦‣⁃∙·►✓✔\uf0b7]\s*|[-–—+]\s+)(?=\S)")
_STARRED = re.compile(r"\*{1,3}\s*(?=[^\s*])")
_NUMBERED = re.compile(
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){1,3}|[A-Z]\.\d{1,2}(?:\.\d{1,2})?|\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+"
    r"|\d{1,2}\s+(?=[A-Z]))"
)
_NOTE_MARK = re.compile(r"[\w)]\*{1,3}(?![\w*])")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(\s{0,3}([^()\s]{0,1000})\s{0,3}\)")
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,500}?)(?<=\S)\*\*(?![\w*])")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)
_ENDS = ".?!:;…"
_CLOSING = "\"'”’)]* "
_WIDE = 40  # characters; a shorter line without a full stop may be a heading or a list entry
_HEADING_LENGTH = 80
_HEADING_WORDS = 12
_QUESTION_WORDS = 18
_WRAPPED = 60  # characters; hand-wrapped lines are about this long or longer


def source_from_text(text: str) -> SourceText:
    """
    Read plain text of any origin. Never raises.

    `SourceText.text` is the text without page furniture, with broken sentences joined and links
    shown as their words.
    """
    raw = re.split(r"\r\n?|[\n\v\f\x85\u2028\u2029]", text)
    lines = [" ".join(line.split()) for line in _with_cells(raw)]
    starred = bool(_NOTE_MARK.search(text))
    paragraphs = _joined(_without_furniture(lines), starred)
    return source_from_blocks(_blocks(paragraphs, starred))


_TABBED = re.compile(r"[^\t]*[^\t\s][^\t]*(?:\t+[^\t]*[^\t\s][^\t]*)+")
_MARK = re.compile(r"\s*(?:[^\w\s]{1,3}|\(?(?:\d{1,2}(?:\.\d{1,2})*|\w|[ivx]{1,4})[.)]?)\s*")


def _with_cells(lines: Sequence[str]) -> list[str]:
    """Lines of cells parted by tabs as lines of cells parted by "|"; one line alone is no table."""
    tabbed = [_is_tabbed(line) for line in lines]
    shown = []
    for place, line in enumerate(lines):
        beside = tabbed[max(0, place - 1) : place + 2]
        if tabbed[place] and sum(beside) > 1:
            line = f"| {re.sub(chr(9) + '+', ' | ', line.strip())} |"
        shown.append(line)
    return shown


def _is_tabbed(line: str) -> bool:
    """Two cells or more; a bullet or number before the tab is no cell."""
    if "\t" not in line:
        return False
    first = line.split("\t", maxsplit=1)[0]
    return bool(_TABBED.fullmatch(line)) and not _MARK.fullmatch(first) and "|" not in line


def _without_furniture(lines: Sequence[str]) -> list[str]:
    """Short lines that come three times or more, and page numbers, become empty.

    The first of them above the text stays: it is the title.
    """
    counts = Counter(line.casefold() for line in lines if line)
    seen: set[str] = set()
    kept: list[str] = []
    above = True
    for line in lines:
        above = above and len(line) <= _HEADING_LENGTH
        titled = above and line.casefold() not in seen and not _PAGE_NUMBER.fullmatch(line)
        kept.append("" if _is_furniture(line, counts) and not titled else line)
        seen.add(line.casefold())
    return kept


def _is_furniture(line: str, counts: Counter[str]) -> bool:
    repeated = counts[line.casefold()] >= 3 and len(line) <= 90 and line[-1:] not in _ENDS
    # "Don't" comes once for each group of people; without it the rules below mean the opposite.
    kept = bool(_BULLET.match(line) or line.startswith("|") or mood_of(line))
    return bool((repeated and not kept) or _PAGE_NUMBER.fullmatch(line))


def _joined(lines: Iterable[str], starred: bool) -> list[str]:
    """Lines that go on with the line before are joined to it, across blank lines too."""
    paragraphs: list[list[str]] = []
    gap = True
    for line in lines:
        if not line:
            gap = True
            continue
        if paragraphs and _goes_on(paragraphs[-1], line, gap, starred):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        gap = False
    return [" ".join(parts) for parts in paragraphs]


def _goes_on(parts: Sequence[str], line: str, gap: bool, starred: bool) -> bool:
    last = parts[-1]
    if _ends(last) or _starts_item(line, starred) or line.startswith("|"):
        return False
    if _starts_inside(line):
        in_item = bool(_BULLET.match(parts[0]) or _NUMBERED.match(parts[0]))
        return len(last) >= _WIDE or (in_item and not gap)
    return not gap and len(last) >= _WRAPPED and len(last) <= 120 and last[-1:] not in _ENDS


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in (*_ENDS, "")


def _starts_inside(text: str) -> bool:
    return text[:1].islower() and not text[1:2].isupper()


def _starts_item(line: str, starred: bool) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line) or _STARRED.match(line)) or (
        starred and line.startswith("*")
    )


def _blocks(paragraphs: Sequence[str], starred: bool) -> Iterator[Block]:
    in_list = False
    for number, raw in enumerate(paragraphs, start=1):
        where = f"paragraph {number}"
        if raw.startswith("|"):
            yield from _cells(raw, where)
            continue
        kind, shown = _kind_of(raw, starred=starred, in_list=in_list)
        in_list = raw.endswith(":") or (in_list and kind == "list_item")
        text, links = _plain(shown)
        if text:
            yield Block(kind, text, where, links)


def _cells(raw: str, where: str) -> Iterator[Block]:
    for cell in raw.strip("|").split("|"):
        text, links = _plain(cell)
        if text.strip("-: "):
            yield Block("table_cell", text, where, links)


def _kind_of(raw: str, *, starred: bool, in_list: bool) -> tuple[Kind, str]:
    if starred and _STARRED.match(raw):
        return "note", raw
    if mark := _BULLET.match(raw) or _STARRED.match(raw):
        return "list_item", raw[mark.end() :]
    if raw.startswith("#"):
        return "heading", raw.lstrip("# ")
    numbered = _NUMBERED.match(raw)
    if in_list and (numbered or raw[:1].islower()):
        return "list_item", raw
    if _may_be_heading(raw):
        return "heading", raw
    return ("list_item" if numbered else "paragraph"), raw


def _may_be_heading(raw: str) -> bool:
    text, links = _plain(raw)
    longest = _QUESTION_WORDS if text.endswith("?") else _HEADING_WORDS
    short = len(text) <= _HEADING_LENGTH and len(text.split()) <= longest
    titled = text[:1].isupper() or text[:1].isdigit()
    return short and titled and text[-1:] not in ".!;:," and "@" not in text and not links


def _plain(text: str) -> tuple[str, tuple[Link, ...]]:
    links = tuple(Link(shown.strip(), target) for shown, target in _LINK.findall(text))
    shown = _BOLD.sub(r"\1", _LINK.sub(r"\1", text))
    return " ".join(shown.split()), links
