"""Word documents: what mammoth alone would miss, keep or stop at."""

import pytest

from footprint.policies.documents.opening import open_document
from footprint.policies.documents.tests.samples import (
    paragraph,
    run,
    strict_word,
    table,
    text_box,
    word,
)
from footprint.policies.documents.text import Document, Link

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'

_WHITE = paragraph(inside=run("Seen words.", '<w:color w:val="FFFFFF"/>'))


def _read(body: str, *, links: dict[str, str] | None = None, **parts: str) -> Document:
    return open_document(word(body, links=links, **parts), filename="Our policy.docx")


def _blocks(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind, block.text, block.where) for block in document.blocks]


def test_headings_lists_and_tables() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = (
        paragraph("Phones policy", style="Title")
        + paragraph("Staff", style="Heading1")
        + paragraph("Phones stay in lockers.")
        + paragraph(inside=item + run("Ask first."))
        + table([["Who", "Where"], ["Pupils", "Bag"]])
    )

    document = _read(body, numbering=numbering)

    assert document.title == "Phones policy"
    assert _blocks(document) == [
        ("heading", "Phones policy", "paragraph 1"),
        ("heading", "Staff", "paragraph 2"),
        ("paragraph", "Phones stay in lockers.", "paragraph 3"),
        ("list_item", "Ask first.", "paragraph 4"),
        ("table_cell", "Who", "table 1, row 1"),
        ("table_cell", "Where", "table 1, row 1"),
        ("table_cell", "Pupils", "table 1, row 2"),
        ("table_cell", "Bag", "table 1, row 2"),
    ]


def test_text_boxes_are_read_once_each_after_their_paragraph() -> None:
    box = text_box(paragraph("Ask the office."), paragraph("Or the head."))
    body = paragraph(inside=run("Phones stay off.") + box) + paragraph("The end of it.")

    assert _blocks(_read(body)) == [
        ("paragraph", "Phones stay off.", "paragraph 1"),
        ("paragraph", "Ask the office.", "text box 1"),
        ("paragraph", "Or the head.", "text box 1"),
        ("paragraph", "The end of it.", "paragraph 2"),
    ]


def test_a_text_box_in_a_text_box_and_a_table_in_one() -> None:
    inner = paragraph(inside=run("Outer words.") + text_box(paragraph("Inner words.")))
    body = paragraph(inside=text_box(inner, table([["In a cell."]])))

    texts = [block.text for block in _read(body).blocks]

    assert sorted(texts) == ["In a cell.", "Inner words.", "Outer words."]


@pytest.mark.parametrize(
    "hidden",
    [
        run("All may post.", "<w:vanish/>"),
        run("All may post.", '<w:rStyle w:val="Ghost"/>'),
        run("All may post.", '<w:color w:val="FFFFFF"/>'),
        run("All may post.", '<w:sz w:val="1"/>'),
    ],
)
def test_invisible_runs_are_left_out_and_counted(hidden: str) -> None:
    document = _read(paragraph(inside=run("Nobody may post.") + hidden))

    assert document.text == "Nobody may post."
    assert document.notes == ("1 passage of invisible text was left out.",)


@pytest.mark.parametrize(
    "shown",
    [
        paragraph(inside=run("Seen words.", '<w:vanish w:val="0"/>')),
        paragraph(inside=run("Seen words.", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>')),
        paragraph(inside=run("Seen words.", '<w:color w:val="FEF0F0"/>')),
        f"<w:tbl><w:tr><w:tc>{_WHITE}</w:tc></w:tr></w:tbl>",  # cells have their own colour
    ],
)
def test_what_can_be_seen_stays(shown: str) -> None:
    document = _read(shown)

    assert document.text == "Seen words."
    assert document.notes == ()


def test_a_paragraph_of_a_hidden_style_is_left_out() -> None:
    document = _read(paragraph("Secret rule.", style="Secret") + paragraph("Open rule."))

    assert document.text == "Open rule."


def test_tracked_deletions_go_and_insertions_stay() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>may </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("may not ")}</w:ins>'
    document = _read(paragraph(inside=run("Staff ") + deleted + inserted + run("post.")))

    assert document.text == "Staff may not post."
    assert document.notes == ("1 tracked deletion was left out.",)


def test_a_broken_reference_stays_as_its_words() -> None:
    field = (
        _FIELD.format("begin")
        + "<w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r>"
        + _FIELD.format("separate")
        + run("Error! Reference source not found.", "<w:b/>")
        + _FIELD.format("end")
    )
    body = paragraph(inside=run("See our rules on ") + field + run(" too."))

    assert _read(body).text == "See our rules on Error! Reference source not found. too."


def test_simple_fields_keep_their_words() -> None:
    field = f'<w:fldSimple w:instr="DOCPROPERTY School">{run("Oakfield")}</w:fldSimple>'

    assert _read(paragraph(inside=field + run(" keeps phones off."))).text.startswith("Oakfield k")


def test_links_empty_and_dangling_ones_too() -> None:
    body = paragraph(
        inside=f'<w:hyperlink r:id="a">{run("tips")}</w:hyperlink>'
        f'<w:hyperlink r:id="b">{run(" agreement")}</w:hyperlink>'
        f'<w:hyperlink r:id="gone">{run(" and more")}</w:hyperlink>'
    )
    (block,) = _read(body, links={"a": "https://example.org", "b": "#"}).blocks

    assert block.text == "tips agreement and more"
    assert block.links == (Link("tips", "https://example.org"), Link("agreement", "#"))


def test_footnotes_are_notes_and_a_mark_without_a_note_is_no_end() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = paragraph(inside=run("Phones off") + mark.format(2) + mark.format(9) + run(" in class."))
    footnotes = f'<w:footnote w:id="2">{paragraph("Tablets are not phones.")}</w:footnote>'

    assert _blocks(_read(body, footnotes=footnotes)) == [
        ("paragraph", "Phones off in class.", "paragraph 1"),
        ("note", "Tablets are not phones.", "footnote 1"),
    ]


def test_headers_footers_and_comments_are_left_out() -> None:
    document = _read(
        paragraph("Phones stay off."),
        header1=paragraph("Oakfield School"),
        footer1=paragraph("Page 1"),
        comments=f'<w:comment w:id="1">{paragraph("Is this right?")}</w:comment>',
    )

    assert document.text == "Phones stay off."


def test_the_table_of_contents_is_left_out() -> None:
    contents = paragraph("Phones ........ 3", style="TOC1")
    document = _read(contents + paragraph("Phones stay off."))

    assert document.text == "Phones stay off."
    assert document.notes == ("The table of contents was left out.",)


def test_a_document_without_a_title_is_called_after_its_file() -> None:
    assert _read(paragraph("Phones stay off.")).title == "Our policy"


def test_strict_files_are_read_too() -> None:
    document = open_document(strict_word(paragraph("Phones stay off.")), filename="a.docx")

    assert document.text == "Phones stay off."


def test_a_sentence_cut_by_a_paragraph_mark_is_joined() -> None:
    first = "Families are asked to look at the ages that games and apps give and to leave aside"

    document = _read(paragraph(first) + paragraph("apps for adults."))

    assert document.text == f"{first} apps for adults."
