"""The three policies beside the project: the same sentences as text, Word and PDF."""

import re
from pathlib import Path

import pytest

from footprint.policies.documents.opening import open_document
from footprint.policies.documents.tests.samples import (
    paragraph,
    sentences,
    typeset,
    word,
)
from footprint.policies.documents.text import Document

_FOLDER = Path(__file__).resolve().parents[6] / "shared" / "policies"
_NAMES = ("nest", "st-margarets", "trent")

pytestmark = pytest.mark.skipif(
    not _FOLDER.is_dir(), reason="the real policies are not beside the project"
)

_ONE_COLUMN = """
#set page(
  header: [Oakfield Trust #h(1fr) Our policy],
  footer: context [Page #counter(page).display()],
)
#for block in data.blocks {
  if block.at(0) == "heading" { heading(block.at(1)) } else { par(block.at(1)) }
}
"""
_TWO_COLUMNS = "#set par(justify: true)\n" + _ONE_COLUMN.replace(
    "#set page(", "#set page(columns: 2, "
)


def _text(name: str) -> Document:
    return open_document((_FOLDER / f"{name}.txt").read_bytes(), filename=f"{name}.txt")


def _data(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


@pytest.mark.parametrize("name", _NAMES)
def test_every_word_of_the_text_is_there_but_page_furniture_and_markup(name: str) -> None:
    raw = (_FOLDER / f"{name}.txt").read_text()
    raw = re.sub(r"\[([^\]]*)\]\(#\)", r"\1", raw).replace("**Error", "Error")
    raw = raw.replace("found.**", "found.")
    document = _text(name)

    removed = " ".join(re.findall("“(.*?)”", " ".join(document.notes))).split()
    missing = [w for w in raw.split() if w not in set(document.text.split()) | set(removed)]

    assert missing == []


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("nest", r"be a good friend online"),
        ("trent", r"condone underage use"),
        ("trent", r"and be careful that"),
    ],
)
def test_a_sentence_that_a_page_break_cut_is_whole_again(name: str, cut: str) -> None:
    assert re.search(cut, _text(name).text)


@pytest.mark.parametrize("name", _NAMES)
def test_word_gives_the_same_sentences(name: str) -> None:
    text = _text(name)
    styles = {"heading": "Heading1"}
    body = "".join(paragraph(t, style=styles.get(kind, "")) for kind, t in _data(text))

    assert sentences(open_document(word(body), filename="a.docx")) == sentences(text)


@pytest.mark.parametrize("layout", [_ONE_COLUMN, _TWO_COLUMNS], ids=["one column", "two columns"])
@pytest.mark.parametrize("name", _NAMES)
def test_pdf_with_headers_gives_the_same_sentences(name: str, layout: str) -> None:
    text = _text(name)

    read = open_document(typeset(layout, blocks=_data(text)), filename="a.pdf")

    assert sentences(read) == sentences(text)
    assert len(read.notes) == 2  # the header and the footer, and nothing else
