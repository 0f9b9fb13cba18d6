"""PDF and Word: opened by our own readers they are the same policy; and they are well made."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import mammoth
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from footprint import rulebook
from footprint.policies.documents.as_source import source_of
from footprint.policies.documents.opening import open_document
from footprint.policies.printing.choosing import PRINTED_FORMS, paper_of
from footprint.policies.printing.layout import Paper, pieces_of
from footprint.policies.printing.portable import as_pdf
from footprint.policies.printing.word import as_word
from footprint.rulebook.policy import Policy
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.tests.factories import OAKFIELD
from footprint.rulebook.tests.generated import FACTS, policies
from footprint.rulebook.writing.blocks import Block, SchoolFacts
from footprint.rulebook.writing.comparing import differences

SAMPLES = sorted((Path(str(rulebook.__file__)).parent / "tests" / "samples").glob("**/*.json"))
FACTS_OF_OAKFIELD = SchoolFacts(
    "Oakfield Primary School",
    adopted_on=date(2026, 9, 1),
    minute="Full governing body, item 7",
    review_on=date(2027, 9, 1),
)
MAKERS = {"pdf": as_pdf, "word": as_word}
Make = Callable[[Paper], bytes]


def read_again(data: bytes) -> Policy:
    return Policy("1", read_policy(source_of(open_document(data, filename="paper"))).clauses)


def the_policy(policy: Policy, facts: SchoolFacts = FACTS_OF_OAKFIELD) -> Paper:
    return paper_of(PRINTED_FORMS["policy"], policy, facts)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_printed_policy_is_read_as_the_same_policy(path: Path, make: Make) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    policy = Policy("1", read_policy(source_from_text(text)).clauses)

    assert differences(policy, read_again(make(the_policy(policy)))) == {}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@given(policies(), FACTS)
@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
def test_so_is_any_other(make: Make, policy: Policy, facts: SchoolFacts) -> None:
    assert differences(policy, read_again(make(the_policy(policy, facts)))) == {}


def test_a_pdf_has_a_title_a_language_and_tags() -> None:
    pdf = as_pdf(the_policy(OAKFIELD))

    assert b"/MarkInfo" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang (en-GB)" in pdf or b"/Lang(en-GB)" in pdf
    assert b"pdfuaid" in pdf
    title = pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"]
    assert title == "Social media policy: Oakfield Primary School"


def test_every_page_says_which_page_of_which_version_it_is() -> None:
    document = pypdfium2.PdfDocument(as_pdf(the_policy(OAKFIELD)))

    assert len(document) > 1
    for number, page in enumerate(document, start=1):
        words = " ".join(page.get_textpage().get_text_range().split())
        assert "Oakfield Primary School, version 1 of 1 September 2026" in words
        assert f"Page {number} of {len(document)}" in words


@pytest.mark.parametrize("form", ["parents", "staff", "children"])
@given(policies(), FACTS)
@settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))
def test_a_summary_fits_one_page(form: str, policy: Policy, facts: SchoolFacts) -> None:
    pdf = as_pdf(paper_of(PRINTED_FORMS[form], policy, facts))

    assert len(pypdfium2.PdfDocument(pdf)) == 1


def test_a_word_file_has_real_headings_and_lists() -> None:
    html = mammoth.convert_to_html(io.BytesIO(as_word(the_policy(OAKFIELD)))).value

    assert "<h1>Social media policy</h1>" in html
    assert "<h2>Friends and followers</h2>" in html
    assert "<ul><li>bullying</li>" in html


def test_a_word_file_has_its_title_its_language_and_parts_that_are_xml() -> None:
    with zipfile.ZipFile(io.BytesIO(as_word(the_policy(OAKFIELD)))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}

    for text in parts.values():
        ET.fromstring(text)  # noqa: S314 (our own)
    assert (
        "<dc:title>Social media policy: Oakfield Primary School</dc:title>"
        in parts["docProps/core.xml"]
    )
    assert 'w:lang w:val="en-GB"' in parts["word/styles.xml"]
    assert "version 1 of 1 September 2026" in parts["word/footer1.xml"]
    targets = {name for name in parts if name.startswith("word/") and "_rels" not in name}
    for name in targets - {"word/document.xml"}:
        assert name.removeprefix("word/") in parts["word/_rels/document.xml.rels"]
        assert f"/{name}" in parts["[Content_Types].xml"]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_what_looks_like_markup_is_printed_as_it_stands(make: Make) -> None:
    name = 'St #Mary & "Joseph" <b>*_$x$ @one\x0c {foot} \\ School'
    blocks = (Block("heading", "Rules", None, 1), Block("paragraph", f"Of {name}."))

    document = open_document(make(Paper(blocks, name)), filename="paper")

    shown = " ".join(document.text.split())
    assert 'Of St #Mary & "Joseph" <b>*_$x$ @one {foot} \\ School.' in shown


@pytest.mark.parametrize("name", ["Ysgol Tŷ Gwŷn", "Oakfield 学校", "Oakfield 😀", "a\x00b\x0c"])
def test_no_name_keeps_a_school_from_its_paper(name: str) -> None:
    paper = the_policy(OAKFIELD, SchoolFacts(name))

    pdf = as_pdf(paper)

    assert b"/StructTreeRoot" in pdf
    assert "Friends and followers" in open_document(pdf, filename="paper").text
    assert "Friends and followers" in open_document(as_word(paper), filename="paper").text


def test_the_same_words_give_the_same_word_file() -> None:
    assert as_word(the_policy(OAKFIELD)) == as_word(the_policy(OAKFIELD))


def test_neighbouring_items_are_one_list() -> None:
    blocks = (
        Block("heading", "Rules", None, 1),
        Block("paragraph", "Be:"),
        Block("list_item", "kind"),
        Block("list_item", "fair"),
        Block("paragraph", "Always."),
    )

    kinds = [(piece.kind, piece.items) for piece in pieces_of(blocks)]

    assert kinds == [
        ("title", ()), ("paragraph", ()), ("list", ("kind", "fair")), ("paragraph", ()),
    ]  # fmt: skip
