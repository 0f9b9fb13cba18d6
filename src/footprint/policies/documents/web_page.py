"""A page saved from a school's website: its main text, without menus, banners and hidden parts."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from footprint.policies.documents.joining import join_cut_sentences
from footprint.policies.documents.markup import blocks_of
from footprint.policies.documents.problem import DocumentProblem
from footprint.policies.documents.text import Document, title_of
from footprint.policies.documents.tidying import tidy
from footprint.policies.documents.word import left_out

MAX_TAGS = 200_000
MAX_DEPTH = 2_000  # the parser's time grows with the square of it: 190,000 took over 30 seconds
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
# Tags that need no end, or that the next of their kind ends.
_OPEN_ENDED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "html",
        "head",
        "body",
    ]
)
_FURNITURE = (
    "nav, aside, menu, [role=navigation], [role=banner], [role=contentinfo], [role=search], "
    "[role=complementary], [role=dialog], [role=alertdialog], [aria-modal=true]"
)
_SITE_HEADS = "header, footer"
_HIDDEN = "[hidden], [aria-hidden=true], [style]"
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0*(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{4,}",
    re.IGNORECASE,
)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?)\b", re.IGNORECASE)
_BACKGROUND = re.compile(r"background", re.IGNORECASE)
_MENU_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|sidebar|cookies?|consent|"
    r"skip(?:-?link)?|pagination|share|sharing|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MAIN = ("main", "[role=main]", "#main-content", "#content", "article")
_ENOUGH = 200  # characters; a shorter "main" part is a shell that a script fills in


def read_web_page(html: str, *, fallback_title: str) -> Document:
    """
    Blocks of a page's main part.

    Raises:
        DocumentProblem: more markup than any page needs.
    """
    if html.count("<") > MAX_TAGS or _depth(html) > MAX_DEPTH:
        raise DocumentProblem(
            "This web page holds more markup than a policy needs, so it was not opened. Copy its "
            "text into a document and upload that."
        )
    page = LexborHTMLParser(html)
    body = page.body
    if body is None:
        return Document((), fallback_title, "web page")
    hidden = _remove_hidden(body)
    menus = _remove_menus(body)
    blocks = join_cut_sentences(blocks_of(_main_part(body)))
    head = page.css_first("head > title")
    aside = (tidy(head.text()),) if head else ()
    notes = [left_out(hidden, "passage", "of invisible text")] if hidden else []
    if menus:
        notes.append("Menus and other parts around the text of the page were left out.")
    title = title_of(blocks, aside=aside, fallback=fallback_title)
    return Document(blocks, title, "web page", tuple(notes))


def _depth(html: str) -> int:
    """How deep tags are nested at most, by a count that needs no parser."""
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name.lower() not in _OPEN_ENDED:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _remove_hidden(body: LexborNode) -> int:
    """Take out what a visitor does not see; how many of them had words."""
    found = []
    for node in body.css(_HIDDEN):
        attributes = node.attributes
        style = attributes.get("style") or ""
        white = _WHITE.search(style) and not _BACKGROUND.search(style)
        marked = "hidden" in attributes or attributes.get("aria-hidden") == "true"
        if marked or white or _HIDING_STYLE.search(style):
            found.append(node)
    return _remove(found)


def _remove_menus(body: LexborNode) -> int:
    main = _main_part(body)
    inside = {main.mem_id} | {node.mem_id for node in main.css("*")} if main != body else set()
    found = list(body.css(_FURNITURE))
    # The header of an article holds its title; that of the site holds the menu.
    found += [node for node in body.css(_SITE_HEADS) if node.mem_id not in inside]
    found += [node for node in body.css("[class], [id]") if _is_menu(node)]
    return _remove([node for node in found if node.mem_id != main.mem_id])


def _is_menu(node: LexborNode) -> bool:
    """By its name and by being mostly links: a name alone ("menu" of dinners) is not enough."""
    attributes = node.attributes
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if node.tag in ("body", "main", "article", "html") or not _MENU_NAMES.search(name):
        return False
    words = len(node.text())
    linked = sum(len(link.text()) for link in node.css("a, button, label"))
    return linked * 2 >= words or (words < 600 and "cookie" in name.casefold())


def _remove(nodes: list[LexborNode]) -> int:
    """Take nodes out of the tree; how many of them had words. Parents may go before children."""
    with_words = sum(bool(node.text().strip()) for node in _outermost(nodes))
    for node in nodes:
        node.remove()
    return with_words


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    chosen = {node.mem_id for node in nodes}
    return [node for node in nodes if not _has_ancestor_in(node, chosen)]


def _has_ancestor_in(node: LexborNode, chosen: set[int]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.mem_id in chosen:
            return True
        parent = parent.parent
    return False


def _main_part(body: LexborNode) -> LexborNode:
    for selector in _MAIN:
        found = body.css(selector)
        if len(found) == 1 and len(found[0].text().strip()) >= _ENOUGH:
            return found[0]
    return body
