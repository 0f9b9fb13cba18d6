"""Blocks out of an HTML tree: of a web page, or of what a Word file was turned into."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from footprint.policies.documents.text import Block, Kind, Link
from footprint.policies.documents.tidying import tidy

_BREAK = "\u2028"  # a line break in the page, as against one in its source
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "math",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "textarea",
        "head",
        "button",
        "input",
        "dialog",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "address",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "legend",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "ul",
        "ol",
        "li",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "body",
        "center",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_NOTE_ID = re.compile(r"word-(footnote|endnote)-")
_BOX_ID = re.compile(r"word-footprint_box_(\d+)")
_NOTE_REFERENCE = re.compile(r"#word-(footnote|endnote)-")
_SPACE = re.compile(r"[^\S\u2028]+")


@dataclass
class _State:
    """Where the walk is: counters for places, and the text gathered since the last block."""

    kinds: list[Kind] = field(default_factory=list)
    tables: list[list[int]] = field(default_factory=list)  # number and row, one entry a nesting
    paragraphs: int = 0
    table_count: int = 0
    notes: dict[str, int] = field(default_factory=dict)
    place: str = ""  # of a note or text box, where it is not the count of paragraphs
    pieces: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    open_links: list[tuple[str, int]] = field(default_factory=list)
    bold: int = 0
    bold_pieces: int = 0
    preformatted: int = 0


def blocks_of(root: LexborNode) -> Iterator[Block]:
    """The blocks under `root` in document order. Iterative: pages may nest without limit."""
    state = _State()
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag or ""
        if leaving:
            yield from _leave(state, node, tag)
        elif node.is_text_node:
            _add_text(state, node.text_content or "")
        elif node.is_element_node and tag not in _SKIPPED and not _is_back_link(node, tag):
            yield from _enter(state, node, tag)
            stack.append((node, True))
            stack.extend((child, False) for child in _children(node))
    yield from _flush(state)


def _children(node: LexborNode) -> list[LexborNode]:
    """Children, last first, as a stack wants them."""
    found, child = [], node.last_child
    while child is not None:
        found.append(child)
        child = child.prev
    return found


def _is_back_link(node: LexborNode, tag: str) -> bool:
    """The "[1]" and "↑" between a Word text and its notes: no words of the document."""
    return tag == "a" and bool(_NOTE_REFERENCE.match(node.attributes.get("href") or ""))


def _add_text(state: _State, text: str) -> None:
    if state.preformatted:
        text = text.replace("\n", _BREAK)
    state.pieces.append(text)
    if state.bold or not text.strip():
        state.bold_pieces += 1


def _enter(state: _State, node: LexborNode, tag: str) -> Iterator[Block]:
    if tag == "br":
        if "".join(state.pieces[-2:]).rstrip(" \t\n").endswith(_BREAK):
            yield from _flush(state)  # two in a row: that is how old pages end a paragraph
        else:
            state.pieces.append(_BREAK)
            state.bold_pieces += 1
    elif tag == "a":
        _enter_link(state, node)
    elif tag in ("b", "strong"):
        state.bold += 1
    elif tag in _BLOCKS:
        yield from _flush(state)
        _enter_block(state, node, tag)


def _enter_link(state: _State, node: LexborNode) -> None:
    attributes = node.attributes
    if box := _BOX_ID.fullmatch(attributes.get("id") or ""):
        state.place = f"text box {box.group(1)}"
    if "href" in attributes:
        state.open_links.append((attributes["href"] or "", len(state.pieces)))


def _enter_block(state: _State, node: LexborNode, tag: str) -> None:
    if tag in _HEADINGS:
        state.kinds.append("heading")
    elif tag == "li":
        _enter_item(state, node)
    elif tag in ("td", "th"):
        state.kinds.append("table_cell")
    elif tag == "table":
        state.table_count += 1
        state.tables.append([state.table_count, 0])
    elif tag == "tr" and state.tables:
        state.tables[-1][1] += 1
    elif tag == "pre":
        state.preformatted += 1


def _enter_item(state: _State, node: LexborNode) -> None:
    note = _NOTE_ID.match(node.attributes.get("id") or "")
    state.kinds.append("note" if note else "list_item")
    if note:
        name = note.group(1)
        state.notes[name] = state.notes.get(name, 0) + 1
        state.place = f"{name} {state.notes[name]}"


def _leave(state: _State, node: LexborNode, tag: str) -> Iterator[Block]:
    if tag == "a" and "href" in node.attributes and state.open_links:
        target, start = state.open_links.pop()
        if shown := tidy("".join(state.pieces[start:]).replace(_BREAK, " ").replace("\n", " ")):
            state.links.append(Link(shown, target.strip()))
    elif tag in ("b", "strong"):
        state.bold -= 1
    elif tag in _BLOCKS:
        yield from _flush(state)
        _leave_block(state, tag)


def _leave_block(state: _State, tag: str) -> None:
    if tag in _HEADINGS or tag in ("li", "td", "th"):
        if state.kinds.pop() == "note":
            state.place = ""
    elif tag == "table":
        state.tables.pop()
    elif tag == "pre":
        state.preformatted -= 1


def _flush(state: _State) -> Iterator[Block]:
    raw = _SPACE.sub(" ", "".join(state.pieces)).replace(_BREAK, "\n")
    bold = state.bold_pieces == len(state.pieces)
    links = tuple(state.links)
    state.pieces, state.links, state.bold_pieces = [], [], 0
    state.open_links = [(target, 0) for target, _ in state.open_links]
    if text := tidy(raw):
        kind = _kind(state, text, bold=bold)
        yield Block(kind, text, _place(state), links)
        if state.place.startswith("text box"):
            state.place = ""


def _kind(state: _State, text: str, *, bold: bool) -> Kind:
    if "table_cell" in state.kinds:
        return "table_cell"
    if "note" in state.kinds:
        return "note"
    if "list_item" in state.kinds:
        return "list_item"
    if "heading" in state.kinds:
        return "heading"
    # Many people make a heading by making a line bold.
    short = len(text) <= 80 and len(text.split()) <= 12 and text[-1] not in ".?!;:,"
    return "heading" if bold and short else "paragraph"


def _place(state: _State) -> str:
    if state.place:
        return state.place
    if "table_cell" in state.kinds and state.tables:
        number, row = state.tables[-1]
        return f"table {number}, row {row}"
    state.paragraphs += 1
    return f"paragraph {state.paragraphs}"
