"""OpenDocument texts (.odt), as LibreOffice and Google Docs save them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from footprint.policies.documents.joining import join_cut_sentences
from footprint.policies.documents.package import Package
from footprint.policies.documents.text import Block, Document, Kind, Link, title_of
from footprint.policies.documents.tidying import tidy
from footprint.policies.documents.word import left_out

WHAT = "OpenDocument text"
_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, TABLE, STYLE, DRAW, OFFICE = (
    _NS % n for n in ("text", "table", "style", "drawing", "office")
)
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(
    (
        f"{TEXT}tracked-changes",
        f"{TEXT}table-of-content",
        f"{TEXT}alphabetical-index",
        f"{TEXT}hidden-text",
        f"{TEXT}note-citation",
        f"{TEXT}sequence-decls",
        f"{TEXT}ruby-text",
        f"{OFFICE}annotation",
        f"{OFFICE}forms",
        f"{OFFICE}scripts",
    )
)
_GAPS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": "\n"}


@dataclass
class _State:
    hidden_styles: frozenset[str]
    hidden: int = 0
    paragraphs: int = 0
    tables: int = 0
    notes: int = 0
    boxes: int = 0
    pending: list[Block] = field(default_factory=list)  # notes and boxes of the current paragraph


@dataclass(frozen=True)
class _Place:
    """What the paragraphs found below are; an empty `where` means: count them."""

    kind: Kind = "paragraph"
    where: str = ""


def read_open_document(data: bytes, *, fallback_title: str) -> Document:
    """
    Blocks of an OpenDocument text.

    Raises:
        DocumentProblem: damaged, or unpacks to too much.
    """
    root = Package(data, what=WHAT).xml("content.xml")
    state = _State(_hidden_styles(root))
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    found = [] if body is None else list(_walk(body, state, _Place()))
    blocks = join_cut_sentences(found)
    notes = (left_out(state.hidden, "passage", "of invisible text"),) if state.hidden else ()
    return Document(blocks, title_of(blocks, fallback=fallback_title), "opendocument", notes)


def _hidden_styles(root: ET.Element) -> frozenset[str]:
    hidden = set()
    for style in root.iter(f"{STYLE}style"):
        words = style.find(f"{STYLE}text-properties")
        if words is None:
            continue
        white = words.get(f"{FO}color", "").lower() == "#ffffff"
        lit = style.find(f"*[@{FO}background-color]") is not None
        tiny = words.get(f"{FO}font-size", "") in ("0pt", "0.5pt", "1pt")
        if words.get(f"{TEXT}display") == "none" or tiny or (white and not lit):
            hidden.add(style.get(f"{STYLE}name", ""))
    return frozenset(hidden)


def _is_hidden(element: ET.Element, state: _State, place: _Place) -> bool:
    name = element.get(f"{TEXT}style-name", "")
    in_view = element.tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}span")
    # White words in a table usually stand on a coloured cell.
    by_style = in_view and name in state.hidden_styles and place.kind != "table_cell"
    return by_style or element.get(f"{TEXT}display") == "none"


def _walk(parent: ET.Element, state: _State, place: _Place) -> Iterator[Block]:
    """Recursive: depth is limited where the XML was parsed."""
    for child in parent:
        if child.tag in _LEFT_OUT:
            continue
        if _is_hidden(child, state, place):
            state.hidden += bool("".join(child.itertext()).strip())
        elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from _paragraph(child, state, place)
        elif child.tag == f"{TEXT}list-item" and place.kind == "paragraph":
            yield from _walk(child, state, _Place("list_item", place.where))
        elif child.tag == f"{TABLE}table":
            yield from _table(child, state)
        else:
            yield from _walk(child, state, place)


def _table(table: ET.Element, state: _State) -> Iterator[Block]:
    state.tables += 1
    number = state.tables
    for row, element in enumerate(table.iter(f"{TABLE}table-row"), start=1):
        yield from _walk(element, state, _Place("table_cell", f"table {number}, row {row}"))


def _paragraph(element: ET.Element, state: _State, place: _Place) -> Iterator[Block]:
    links: list[Link] = []
    text = tidy(_words(element, state, links, place))
    pending, state.pending = state.pending, []
    if text:
        where = place.where
        if not where:
            state.paragraphs += 1
            where = f"paragraph {state.paragraphs}"
        heading = element.tag == f"{TEXT}h" and place.kind in ("paragraph", "list_item")
        yield Block("heading" if heading else place.kind, text, where, tuple(links))
    yield from pending


def _words(element: ET.Element, state: _State, links: list[Link], place: _Place) -> str:
    pieces = [_in_line(element.text)]
    for child in element:
        pieces.append(_child_words(child, state, links, place))
        pieces.append(_in_line(child.tail))
    return "".join(pieces)


def _child_words(child: ET.Element, state: _State, links: list[Link], place: _Place) -> str:
    if child.tag in _GAPS:
        return _GAPS[child.tag]
    if child.tag in _LEFT_OUT:
        return ""
    if _is_hidden(child, state, place):
        state.hidden += bool("".join(child.itertext()).strip())
        return ""
    if child.tag == f"{TEXT}note":
        state.notes += 1
        _set_aside(child, state, _Place("note", f"footnote {state.notes}"))
        return ""
    if child.tag == f"{DRAW}text-box":
        state.boxes += 1
        _set_aside(child, state, _Place("paragraph", f"text box {state.boxes}"))
        return ""
    words = _words(child, state, links, place)
    if child.tag == f"{TEXT}a" and words.strip():
        links.append(Link(tidy(words), child.get(_HREF, "")))
    return words


def _set_aside(element: ET.Element, state: _State, place: _Place) -> None:
    """Read a note or box now, to be given after the paragraph that it hangs on."""
    outer, state.pending = state.pending, []
    found = list(_walk(element, state, place))
    state.pending = [*outer, *found, *state.pending]


def _in_line(text: str | None) -> str:
    """Line ends in the XML are spaces: a real one is an element of its own."""
    return (text or "").replace("\n", " ")
