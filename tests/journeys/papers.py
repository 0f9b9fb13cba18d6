"""
An invented policy as the PDF that a school would have: two columns, headers and page numbers.

A file of its own because several journeys upload one, and a second version of it.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from footprint.policies.documents.tests.samples import typeset
from tests.journeys.documents import OAKFIELD, Document

_PAGES = """
#set page(
  columns: 2, margin: 2cm, header: [Oakfield Primary School: Social media policy],
  footer: context [Page #counter(page).display("1 of 1", both: true)],
)
#set text(size: 10pt)
#for part in data.parts {
  if part.ends-with(".") { par(part) } else { heading(level: 2, part) }
}
"""
# What a second version says otherwise: {a passage: what stands in its place}.
CHANGED: Mapping[str, str] = {
    "expects this to be done within two school days": "expects this to be done within three days",
    "WhatsApp says that users must be 16.": "WhatsApp says that users must be 13.",
    "We may contact the police or other authorities if a post could be illegal or dangerous.": "",
    "They never talk about the school": "Staff never talk about the school",
}


def words_of(changes: Mapping[str, str] | None = None, document: Document = OAKFIELD) -> str:
    """An invented policy with other passages in it; each passage must be there."""
    text = document.path.read_text(encoding="utf-8")
    for passage, other in (changes or {}).items():
        assert passage in text, passage
        text = text.replace(passage, other)
    return text


def as_pdf(path: Path, changes: Mapping[str, str] | None = None) -> Path:
    """The policy at this place as a PDF of several pages."""
    parts = [" ".join(part.split()) for part in words_of(changes).strip().split("\n\n")]
    path.write_bytes(typeset(_PAGES, parts=parts))
    return path


def as_document(path: Path, document: Document, changes: Mapping[str, str]) -> Document:
    """Another school's policy: the same document with other passages in it, at this place."""
    path.write_text(words_of(changes, document), encoding="utf-8")
    return replace(document, path=path)
