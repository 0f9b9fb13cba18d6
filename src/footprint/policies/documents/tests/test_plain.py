"""Plain text: encodings, wrapped lines, page furniture, lists, links."""

import codecs
import textwrap

import pytest

from footprint.policies.documents.opening import open_document
from footprint.policies.documents.text import Document, Link

_LONG = "Parents are asked to raise a worry with the class teacher first and not in a public post"


def _read(text: str) -> Document:
    return open_document(text.encode(), filename="policy.txt")


@pytest.mark.parametrize(
    "data",
    [
        "Café – staff’s phones".encode(),
        codecs.BOM_UTF8 + "Café – staff’s phones".encode(),
        "Café – staff’s phones".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Café – staff’s phones".encode("utf-16-be"),
        "Café – staff’s phones".encode("utf-16-le"),
        "Café – staff’s phones".encode("utf-32"),
        "Café – staff’s phones".encode("cp1252"),
    ],
)
def test_any_usual_encoding_gives_the_same_text(data: bytes) -> None:
    assert open_document(data, filename="a.txt").text == "Café – staff’s phones"


def test_latin_1_with_bytes_that_windows_does_not_use() -> None:
    data = ("Café " * 200).encode("latin-1") + b"\x81"

    assert "Café Café" in open_document(data, filename="a.txt").text


def test_lines_that_were_wrapped_become_paragraphs_again() -> None:
    first = (
        "Staff keep their own phones in a locker during lessons, and a call that cannot wait is "
        "taken in the office. The Headteacher may agree another place for somebody who waits for "
        "news from Oakfield Hospital or is on call for a member of the family who is ill."
    )
    text = textwrap.fill(first, width=72) + "\n\nNext paragraph."

    assert [block.text for block in _read(text).blocks] == [first, "Next paragraph."]


def test_one_line_is_one_paragraph_where_nobody_wrapped() -> None:
    text = f"{_LONG}, please do so in good time and with all that is needed for an answer.\n" * 3

    assert len(_read(text).blocks) == 3


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\nOakfield\n\nOur policy\n\n\n\n", "\f"])
def test_a_cut_sentence_is_joined(gap: str) -> None:
    start = "\n\n\n\nOakfield\n\nOur policy\n\n\n\n"
    document = _read(f"{start}{_LONG}{gap}or in a group chat.{start}Goodbye to all of you now.")

    assert f"{_LONG} or in a group chat." in document.text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{_LONG}.", "or in a group chat"),  # the sentence was over
        (f"{_LONG}:", "be kind"),  # a list follows
        ("Our values", "be kind"),  # a heading
        (_LONG, "iPads are kept in the trolley"),  # a name that starts small
        (_LONG, "- be kind"),  # a list item
        (_LONG, "Or in a group chat"),
    ],
)
def test_what_only_looks_cut_is_left_alone(first: str, second: str) -> None:
    assert len(_read(f"{first}\n\n{second}").blocks) == 2


def test_headers_on_pages_go_and_are_told() -> None:
    page = "Oakfield Primary School\nPage {n} of 3\n\nOn page {n} staff are asked for care.\n"
    document = _read("\f".join(page.format(n=n) for n in (1, 2, 3)))

    assert [(b.text, b.where) for b in document.blocks] == [
        (f"On page {n} staff are asked for care.", f"page {n}") for n in (1, 2, 3)
    ]
    assert len(document.notes) == 2


def test_a_sentence_that_recurs_is_no_furniture() -> None:
    document = _read("\f".join(["Ask the office first.\n\nThen wait."] * 3))

    assert document.text.count("Ask the office first.") == 3


@pytest.mark.parametrize("head", ["Don't", "Never", "Staff policy"])
def test_dont_at_the_top_of_each_page_is_no_furniture(head: str) -> None:
    document = _read(
        "\n\n\f".join(f"{head}\n\nAdd a pupil of class {n} as a friend." for n in "ABCD")
    )

    kept = [block.text for block in document.blocks if block.text == head]

    assert len(kept) == (0 if head == "Staff policy" else 4)


def test_markdown_links_stay_readable_and_empty_ones_are_kept() -> None:
    document = _read("See the [family agreement](#) and [tips](https://example.org), or [more]().")

    assert document.text == "See the family agreement and tips, or more."
    assert document.blocks[0].links == (
        Link("family agreement", "#"),
        Link("tips", "https://example.org"),
        Link("more", ""),
    )


def test_a_bare_address_is_a_link() -> None:
    (block,) = _read("Look at https://example.org/help, or www.example.org.").blocks

    assert [link.target for link in block.links] == ["https://example.org/help", "www.example.org"]


def test_stars_of_a_note_stay_and_those_of_bold_go() -> None:
    text = (
        "Pupils may not* be friends with staff.\n\n"
        "* Family is an exception.\n\n**Phones** stay off."
    )

    assert [(b.kind, b.text) for b in _read(text).blocks] == [
        ("paragraph", "Pupils may not* be friends with staff."),
        ("note", "* Family is an exception."),
        ("paragraph", "Phones stay off."),
    ]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "•", "o ", "– "])
def test_bullets_are_list_items(mark: str) -> None:
    document = _read(f"Pupils:\n{mark}Ask first.\n{mark}Be kind.")

    assert [(b.kind, b.text) for b in document.blocks[1:]] == [
        ("list_item", "Ask first."),
        ("list_item", "Be kind."),
    ]


def test_headings_numbers_and_tables() -> None:
    document = _read(
        "# Phones\n\n1. Scope\n\n1.1 Staff keep phones in a locker.\n\n"
        "| Who | Where |\n|---|---|\n| Pupils | Bag |\n\nQuestions\n\nAsk the office."
    )

    assert [(b.kind, b.text, b.where) for b in document.blocks] == [
        ("heading", "Phones", "paragraph 1"),
        ("heading", "1. Scope", "paragraph 2"),
        ("list_item", "1.1 Staff keep phones in a locker.", "paragraph 3"),
        ("table_cell", "Who", "table 1, row 1"),
        ("table_cell", "Where", "table 1, row 1"),
        ("table_cell", "Pupils", "table 1, row 2"),
        ("table_cell", "Bag", "table 1, row 2"),
        ("heading", "Questions", "paragraph 4"),
        ("paragraph", "Ask the office.", "paragraph 5"),
    ]


def test_invisible_characters_are_not_policy() -> None:
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "allow all")

    assert _read(f"Ask\u200b the\u00ad office{hidden} \u202efirst.").text == "Ask the office first."
