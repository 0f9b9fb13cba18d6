"""Word documents (.docx): cleaned, turned into HTML by mammoth, read like a page."""

import posixpath
import re
from xml.etree import ElementTree as ET

import mammoth
from selectolax.lexbor import LexborHTMLParser

from footprint.policies.documents.joining import join_cut_sentences
from footprint.policies.documents.markup import blocks_of
from footprint.policies.documents.package import Package, parse_xml, repack
from footprint.policies.documents.problem import damaged
from footprint.policies.documents.text import Document, title_of
from footprint.policies.documents.word_cleaning import STRICT, Cleaning, W, clean, read_styles

WHAT = "Word document"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HEADINGS = "\n".join(f"p[style-name='heading {n}'] => h{n}:fresh" for n in range(1, 7))
_STYLE_MAP = f"""
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
{_HEADINGS}
"""
_NOTE_KINDS = ("footnote", "endnote")


def read_word(data: bytes, *, fallback_title: str) -> Document:
    """
    Blocks of a Word file. Places are "paragraph 3", "table 1, row 2", "text box 1", "footnote 1".

    Raises:
        DocumentProblem: damaged, or unpacks to too much.
    """
    package = Package(data, what=WHAT)
    cleaning, members = _cleaned(package)
    html = mammoth.convert_to_html(
        repack(members), style_map=_STYLE_MAP, id_prefix="word-", ignore_empty_paragraphs=True
    ).value
    body = LexborHTMLParser(html).body
    blocks = () if body is None else join_cut_sentences(blocks_of(body))
    return Document(blocks, title_of(blocks, fallback=fallback_title), "word", _notes(cleaning))


def main_part(package: Package) -> str:
    """
    The name of the member that holds the text ("word/document.xml", but not always).

    Raises:
        DocumentProblem: there is none.
    """
    if "_rels/.rels" in package.names:
        for relation in package.xml("_rels/.rels").iter(_RELATION):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in package.names:
                return target
    if "word/document.xml" in package.names:
        return "word/document.xml"
    raise damaged(WHAT)


def _cleaned(package: Package) -> tuple[Cleaning, dict[str, bytes]]:
    """The parts that mammoth needs, cleaned, under the names where it looks for them."""
    main = main_part(package)
    folder = posixpath.dirname(main)
    cleaning = Cleaning()
    styles = _part(package, folder, "styles")
    if styles is not None:
        cleaning.styles = read_styles(styles)
    notes = {kind: _part(package, folder, f"{kind}s") for kind in _NOTE_KINDS}
    cleaning.notes = {
        kind: frozenset(note.get(f"{W}id", "") for note in root.iter(f"{W}{kind}"))
        for kind, root in notes.items()
        if root is not None
    }
    parts = {"document": parse_xml(_loose(package.read(main)), what=WHAT)}
    parts |= {f"{kind}s": root for kind, root in notes.items() if root is not None}
    members = {
        "word/" + n: _plain_part(package, folder, n) for n in ("styles.xml", "numbering.xml")
    }
    for name, root in parts.items():
        original = main if name == "document" else posixpath.join(folder, f"{name}.xml")
        relations = _relations(package, original)
        cleaning.relationships = frozenset(relations)
        clean(root, cleaning)
        members[f"word/{name}.xml"] = ET.tostring(root)
        members[f"word/_rels/{name}.xml.rels"] = _relations_part(relations)
    return cleaning, {name: data for name, data in members.items() if data}


def _part(package: Package, folder: str, name: str) -> ET.Element | None:
    data = _plain_part(package, folder, f"{name}.xml")
    return parse_xml(data, what=WHAT) if data else None


def _plain_part(package: Package, folder: str, name: str) -> bytes:
    path = posixpath.join(folder, name)
    if path not in package.names:
        return b""
    data = _loose(package.read(path))
    parse_xml(data, what=WHAT)
    return data


def _loose(data: bytes) -> bytes:
    """A "strict" file's names as those of the usual kind, the only ones mammoth knows."""
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in STRICT.items():
            data = data.replace(strict, usual)
    return data


def _relations(package: Package, part: str) -> dict[str, str]:
    """Targets of links by id; relations to other parts of the file are not mammoth's business."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package.names:
        return {}
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in package.xml(path).iter(_RELATION)
        if relation.get("Type", "").endswith("/hyperlink")
    }


def _relations_part(relations: dict[str, str]) -> bytes:
    root = ET.Element(re.sub(r"Relationship$", "Relationships", _RELATION))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    for identifier, target in relations.items():
        attributes = {"Id": identifier, "Type": kind, "Target": target, "TargetMode": "External"}
        ET.SubElement(root, _RELATION, attributes)
    return ET.tostring(root)


def _notes(cleaning: Cleaning) -> tuple[str, ...]:
    notes = []
    if cleaning.hidden:
        notes.append(left_out(cleaning.hidden, "passage", "of invisible text"))
    if cleaning.deleted:
        notes.append(left_out(cleaning.deleted, "tracked deletion", "").replace("  ", " "))
    if cleaning.contents:
        notes.append("The table of contents was left out.")
    return tuple(notes)


def left_out(count: int, what: str, of_what: str) -> str:
    """The sentence "3 passages of invisible text were left out." in the right number."""
    thing = f"{what} {of_what}".strip() if count == 1 else f"{what}s {of_what}".strip()
    return f"{count} {thing} {'was' if count == 1 else 'were'} left out."
