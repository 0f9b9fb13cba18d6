"""Bad files: each one sentence, never another error, in the process that all files go through."""

import os

import mammoth
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.policies.documents.child import open_in_child
from footprint.policies.documents.opening import DocumentProblem, open_document
from footprint.policies.documents.plain import read_plain
from footprint.policies.documents.tests.bad_inputs import BAD, Bad
from footprint.policies.documents.tests.samples import (
    open_document as odt,
)
from footprint.policies.documents.tests.samples import paragraph, table, text_box, typeset, word
from footprint.policies.documents.text import Document
from footprint.policies.documents.web_page import read_web_page


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_each_bad_file_has_its_sentence(bad: Bad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.defpath + os.pathsep + "/nowhere")

    with pytest.raises(DocumentProblem, match=bad.sentence) as told:
        open_in_child(bad.make(), f"{bad.name}.docx", seconds=30)

    sentence = told.value.sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert len(sentence) < 300


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (KeyError("x"), "This Word document is damaged"),
        (RecursionError(), "This Word document is nested too deep"),
    ],
)
def test_an_error_of_a_library_is_a_sentence(
    error: Exception, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(mammoth, "convert_to_html", fail)

    with pytest.raises(DocumentProblem, match=sentence):
        open_document(word(paragraph("Ask first.")), filename="a.docx")


def test_there_are_enough_of_them() -> None:
    assert len(BAD) >= 40
    assert len({bad.name for bad in BAD}) == len(BAD)


def _is_read_or_refused(data: bytes) -> None:
    try:
        document = open_document(data, filename="a.docx")
    except DocumentProblem:
        return
    assert isinstance(document, Document)
    assert all(block.text == block.text.strip() for block in document.blocks)
    assert document == open_document(data, filename="a.docx")
    document.text.encode()


@given(st.binary(max_size=3000))
@settings(deadline=None)
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    _is_read_or_refused(data)


@given(st.text(max_size=2000))
@settings(deadline=None)
def test_arbitrary_text_is_read_or_refused(text: str) -> None:
    _is_read_or_refused(text.encode("utf-8", errors="surrogatepass"))
    read_plain(text, fallback_title="")  # without the net that `open_document` spreads


_LINES = [
    "",
    "\f",
    "Oakfield School",
    "Page 3",
    "4",
    "-----",
    "# Phones",
    "| a | b |",
    "* note",
    "- item",
    "staff may not*",
    "1.1 Ask",
    "Staff keep their phones in a locker and their bags in the office",
    "until the bell.",
]


@given(st.lists(st.sampled_from(_LINES), max_size=40))
def test_arbitrary_lines_lose_no_sentence(lines: list[str]) -> None:
    document = read_plain("\n".join(lines), fallback_title="")

    assert document.text.count("until the bell.") == lines.count("until the bell.")


_TAGS = [
    "p",
    "div",
    "table",
    "tr",
    "td",
    "li",
    "ul",
    "h1",
    "a",
    "b",
    "br",
    "main",
    "nav",
    "header",
    "pre",
    "sup",
]
_SNIPPETS = [f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]


@given(st.lists(st.sampled_from([*_SNIPPETS, "words ", "<a href='#'>", "<!--", "\n"]), max_size=99))
@settings(deadline=None)
def test_arbitrary_markup_is_read_or_refused(parts: list[str]) -> None:
    html = "<html>" + "".join(parts)

    _is_read_or_refused(html.encode())
    read_web_page(html, fallback_title="")  # without the net that `open_document` spreads


_GOOD = [
    word(
        paragraph("Ask first.") + table([["a", "b"]]) + paragraph(inside=text_box(paragraph("x")))
    ),
    odt("<text:p>Ask the office first.</text:p>"),
    typeset('= Ask\nthe office #link("https://example.org")[first].\n#table[a][b]'),
]


@given(
    good=st.sampled_from(_GOOD),
    changes=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=30
    ),
    kept=st.floats(0.1, 1),
)
@settings(deadline=None)
def test_damaged_files_are_read_or_refused(
    good: bytes, changes: list[tuple[float, int]], kept: float
) -> None:
    data = bytearray(good)
    for place, value in changes:
        data[int(place * len(data))] = value

    _is_read_or_refused(bytes(data[: int(kept * len(data))]))
