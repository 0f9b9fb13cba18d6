"""A Word file's XML made ready: what no reader sees is taken out, text boxes are put in line.

mammoth reads what is left. It keeps hidden text, skips text boxes of newer files, and stops at a
reference that leads nowhere; a policy must survive all three.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Word's "strict" files use other names for the same things.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}

_OFF = ("0", "false", "off")
_SMALLEST = 2  # half points: text of one point and less is there to be hidden
_REMOVED = frozenset(
    W + name
    for name in [
        "del",
        "moveFrom",
        "instrTextDeleted",
        "delText",
        "delInstrText",
        "sectPr",
        "tcPr",
        "trPr",
        "tblPr",
        "tblGrid",
        "ruby",
        "commentReference",
        "annotationRef",
        "object",
    ]
)
_UNWRAPPED = frozenset(W + name for name in ("fldSimple", "dir", "bdo"))
_CONTENTS_STYLE = re.compile(r"TOC\s?\d|TOC ?Heading|toc \d", re.IGNORECASE)


@dataclass
class Styles:
    """Ids of the styles that hide text, and of those that put a colour behind it."""

    hidden: set[str] = field(default_factory=set)
    white: set[str] = field(default_factory=set)
    shaded: set[str] = field(default_factory=set)


@dataclass
class Cleaning:
    """What there is to know while cleaning, and what was taken out."""

    styles: Styles = field(default_factory=Styles)
    relationships: frozenset[str] = frozenset()
    notes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hidden: int = 0
    contents: int = 0
    boxes: int = 0
    deleted: int = 0


def read_styles(root: ET.Element) -> Styles:
    """The styles that matter here, with what each inherits from the one it is based on."""
    own = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    found = Styles()
    for style_id in own:
        for style in _ancestry(own, style_id):
            properties = style.find(f"{W}rPr")
            if properties is not None and _hides(properties):
                found.hidden.add(style_id)
            if properties is not None and _is_white(properties):
                found.white.add(style_id)
            if style.find(f".//{W}shd") is not None:
                found.shaded.add(style_id)
    return found


def _ancestry(own: Mapping[str, ET.Element], style_id: str) -> Iterator[ET.Element]:
    seen: set[str] = set()
    while style_id in own and style_id not in seen:
        seen.add(style_id)
        yield own[style_id]
        based_on = own[style_id].find(f"{W}basedOn")
        style_id = "" if based_on is None else based_on.get(f"{W}val", "")


def clean(root: ET.Element, cleaning: Cleaning) -> None:
    """Change a document, footnotes or endnotes part in place; counts go to `cleaning`."""
    _rebuild(root, cleaning, shaded=False, in_table=False)
    _lift_boxes(root, cleaning)


def _rebuild(parent: ET.Element, cleaning: Cleaning, *, shaded: bool, in_table: bool) -> None:
    """Recursive: depth is limited where the XML was parsed."""
    kept: list[ET.Element] = []
    for child in parent:
        for element in _kept(child, cleaning, shaded=shaded, in_table=in_table):
            _rebuild(
                element,
                cleaning,
                shaded=shaded or _is_shaded(element, cleaning.styles),
                in_table=in_table or element.tag == f"{W}tbl",
            )
            kept.append(element)
    parent[:] = kept


def _kept(
    child: ET.Element, cleaning: Cleaning, *, shaded: bool, in_table: bool
) -> list[ET.Element]:
    tag = child.tag
    if tag in _REMOVED:
        cleaning.deleted += tag in (f"{W}del", f"{W}moveFrom")
        return []
    if tag in _UNWRAPPED:
        return [e for c in child for e in _kept(c, cleaning, shaded=shaded, in_table=in_table)]
    if tag == f"{MC}AlternateContent":
        chosen = _alternative(child)
        return [] if chosen is None else [chosen]
    if tag == f"{W}r" and _is_invisible(child, cleaning.styles, shaded=shaded or in_table):
        cleaning.hidden += bool("".join(child.itertext()).strip())
        return _field_marks(child)
    if tag == f"{W}p" and _is_hidden_paragraph(child, cleaning):
        return []
    if tag == f"{W}sdt" and _is_contents(child):
        cleaning.contents += 1
        return []
    return [child] if _leads_somewhere(child, cleaning) else []


def _field_marks(run: ET.Element) -> list[ET.Element]:
    """Field marks of a hidden run stay, or the field they open would swallow what follows."""
    marks = [child for child in run if child.tag in (f"{W}fldChar", f"{W}instrText")]
    if not marks:
        return []
    run[:] = marks
    return [run]


def _alternative(element: ET.Element) -> ET.Element | None:
    """Of two drawings of one thing, the one with words; taking both would double every box."""
    options = [*element.iter(f"{MC}Choice"), *element.iter(f"{MC}Fallback")]
    for option in options:
        if option.find(f".//{W}txbxContent") is not None:
            return _as_picture(option)
    return None


def _as_picture(option: ET.Element) -> ET.Element:
    holder = ET.Element(f"{W}pict")
    holder.extend(list(option))
    return holder


def _is_hidden_paragraph(paragraph: ET.Element, cleaning: Cleaning) -> bool:
    style = _style_id(paragraph, "pPr", "pStyle")
    if _CONTENTS_STYLE.fullmatch(style):
        cleaning.contents += 1
        return True
    if style in cleaning.styles.hidden and style:
        cleaning.hidden += 1
        return True
    return False


def _is_contents(block: ET.Element) -> bool:
    gallery = block.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _leads_somewhere(child: ET.Element, cleaning: Cleaning) -> bool:
    """False for marks without their note; a link without a target loses the link, not its words."""
    relation = child.get(f"{R}id")
    if child.tag == f"{W}hyperlink" and relation is not None:
        if relation not in cleaning.relationships:
            del child.attrib[f"{R}id"]
        return True
    for kind in ("footnote", "endnote"):
        if child.tag == f"{W}{kind}Reference":
            return child.get(f"{W}id") in cleaning.notes.get(kind, frozenset())
    if child.tag == f"{W}sym":
        return bool(re.fullmatch(r"[0-9A-Fa-f]{1,6}", child.get(f"{W}char", "")))
    return not (child.tag == f"{W}bookmarkStart" and not child.get(f"{W}name"))


def _style_id(element: ET.Element, properties: str, style: str) -> str:
    found = element.find(f"{W}{properties}/{W}{style}")
    return "" if found is None else found.get(f"{W}val", "")


def _is_on(element: ET.Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1").lower() not in _OFF


def _hides(properties: ET.Element) -> bool:
    size = properties.find(f"{W}sz")
    value = "" if size is None else size.get(f"{W}val", "")
    tiny = value.isdecimal() and len(value) < 5 and int(value) <= _SMALLEST
    return tiny or any(_is_on(properties.find(f"{W}{name}")) for name in ("vanish", "webHidden"))


def _is_white(properties: ET.Element) -> bool:
    colour = properties.find(f"{W}color")
    return colour is not None and (
        colour.get(f"{W}val", "").upper() in ("FFFFFF", "FEFEFE", "FDFDFD")
        or colour.get(f"{W}themeColor", "") == "background1"
    )


def _is_shaded(element: ET.Element, styles: Styles) -> bool:
    """Whether white words would show on it. Pictures and boxes count: their colour is not known."""
    if element.tag == f"{W}p":
        style = _style_id(element, "pPr", "pStyle")
        return style in styles.shaded or element.find(f"{W}pPr/{W}shd") is not None
    return element.tag in (f"{W}txbxContent", f"{W}pict", f"{W}drawing")


def _is_invisible(run: ET.Element, styles: Styles, *, shaded: bool) -> bool:
    style = _style_id(run, "rPr", "rStyle")
    properties = run.find(f"{W}rPr")
    if run.find(f".//{W}txbxContent") is not None:
        return False
    if properties is None:
        return False
    vanish = properties.find(f"{W}vanish")
    if _hides(properties) or (style in styles.hidden and (vanish is None or _is_on(vanish))):
        return True
    lit = shaded or any(properties.find(f"{W}{n}") is not None for n in ("shd", "highlight"))
    return not lit and (_is_white(properties) or style in styles.white)


def _lift_boxes(root: ET.Element, cleaning: Cleaning) -> None:
    """Put the paragraphs of each text box after the paragraph that holds it, marked as such."""
    for parent in list(root.iter()):
        children: list[ET.Element] = []
        for child in parent:
            children.append(child)
            if child.tag == f"{W}p":
                children.extend(_taken_boxes(child, cleaning))
        parent[:] = children


def _taken_boxes(paragraph: ET.Element, cleaning: Cleaning) -> list[ET.Element]:
    boxes = list(paragraph.iter(f"{W}txbxContent"))
    lifted: list[ET.Element] = []
    for box in boxes:
        cleaning.boxes += 1
        content = [child for child in box if child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
        for inner in content:
            _mark_box(inner, cleaning.boxes)
        box[:] = []
        lifted.extend(content)
        # A box in a box: its paragraphs were emptied of theirs by this same loop, in order.
    _drop(paragraph, lambda element: element.tag in (f"{W}pict", f"{W}drawing"))
    return lifted


def _mark_box(paragraph: ET.Element, number: int) -> None:
    """A bookmark: the one thing that mammoth carries into its HTML as it is."""
    if paragraph.tag != f"{W}p":
        return
    mark = ET.Element(f"{W}bookmarkStart", {f"{W}name": f"footprint_box_{number}"})
    has_properties = len(paragraph) > 0 and paragraph[0].tag == f"{W}pPr"
    paragraph.insert(1 if has_properties else 0, mark)


def _drop(root: ET.Element, unwanted: Callable[[ET.Element], bool]) -> None:
    for parent in list(root.iter()):
        parent[:] = [child for child in parent if not unwanted(child)]
