"""Every paper is tagged; a name that our font cannot draw still gives a paper."""

import logging
from pathlib import Path

import pytest

from footprint.design.papers import print_pdf

TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.name)
#set text(lang: "en", region: "GB")
= #data.name
"""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "paper.typ"
    path.write_text(TEMPLATE)
    return path


def test_a_paper_is_tagged_and_says_its_language(template: Path) -> None:
    pdf = print_pdf(template, {"name": "Oakfield Primary School"})

    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf


@pytest.mark.parametrize("name", ["#panic()", "*bold* $x$ @you", '"]'])
def test_a_name_is_never_read_as_markup(template: Path, name: str) -> None:
    assert print_pdf(template, {"name": name}).startswith(b"%PDF-")


def test_a_name_in_letters_that_the_font_lacks_still_gives_a_paper(
    template: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        pdf = print_pdf(template, {"name": "橡樹小學"})

    assert pdf.startswith(b"%PDF-")
    assert "not PDF/UA" in caplog.text
