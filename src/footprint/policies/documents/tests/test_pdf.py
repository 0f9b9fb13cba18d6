"""PDFs: reading order, page furniture, tables, broken words, what cannot be seen."""

import os
from pathlib import Path

import pytest

from footprint.policies.documents.opening import DocumentProblem, open_document
from footprint.policies.documents.tests.samples import raw_pdf, scan, typeset
from footprint.policies.documents.text import Document, Link

_SENTENCES = [
    f"Rule {n} says that staff and pupils of the school keep their phones in a locker or a bag "
    f"until the bell has rung at the end of day {n}."
    for n in range(1, 41)
]


def _read(data: bytes) -> Document:
    return open_document(data, filename="policy.pdf")


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("justify", ["true", "false"])
def test_columns_are_read_one_after_the_other(columns: int, justify: str) -> None:
    source = (
        f"#set page(columns: {columns})\n#set par(justify: {justify})\n"
        "#for s in data.sentences { par(s) }"
    )

    assert _texts(_read(typeset(source, sentences=_SENTENCES))) == _SENTENCES


def test_a_heading_across_the_page_comes_before_both_columns() -> None:
    source = (
        "= Phones policy of our school and its nursery\n#columns(2)[#for s in data.s { par(s) }]\n"
        "= The end\nAsk the office."
    )
    texts = _texts(_read(typeset(source, s=_SENTENCES[:8])))

    assert texts == [
        "Phones policy of our school and its nursery",
        *_SENTENCES[:8],
        "The end",
        "Ask the office.",
    ]


def test_a_right_column_that_begins_higher_is_still_read_second() -> None:
    left = ["Pupils ask the office before", "they use a phone in school and", "wait for an answer."]
    right = ["Staff keep their own phones in", "a locker during all lessons", "of the day."]
    lines = [(72, 690 - 13 * n, line) for n, line in enumerate(left)]
    lines += [(300, 696 - 13 * n, line) for n, line in enumerate(right)]
    shown = "".join(f"1 0 0 1 {x} {y} Tm ({line}) Tj " for x, y, line in lines)
    document = _read(raw_pdf(f"BT /F1 12 Tf 1 0 0 1 72 740 Tm (Phones) Tj {shown} ET"))

    assert _texts(document)[-2:] == [" ".join(left), " ".join(right)]


def test_cells_that_nearly_touch_are_two() -> None:
    source = "#table(columns: 2, inset: 2pt, [Facebook], [Office], [Instagram], [Nobody])"

    assert _texts(_read(typeset(source))) == ["Facebook", "Office", "Instagram", "Nobody"]


def test_headers_and_page_numbers_go_and_the_title_is_kept() -> None:
    source = (
        "#set page(header: [Oakfield phones policy], footer: context [#counter(page).display()])\n"
        "#for s in data.s { par(s) }"
    )
    document = _read(typeset(source, s=_SENTENCES))

    assert _texts(document) == _SENTENCES
    assert document.title == "Oakfield phones policy"
    assert document.notes == ("A page header or footer was left out: “Oakfield phones policy”.",)


@pytest.mark.parametrize(
    "footer",
    ["Adopted 1 September 2026", "Policy 12, page #counter(page).display() of 3", "v2.1"],
)
def test_headers_and_footers_with_numbers_go_too(footer: str) -> None:
    source = f"#set page(footer: context [{footer}])\n#for s in data.s {{ par(s) }}"

    assert _texts(_read(typeset(source, s=_SENTENCES))) == _SENTENCES


def test_lines_that_recur_on_pages_are_kept_where_they_are_rules() -> None:
    rules = [
        f"Rule {n} says that staff and pupils of the school keep their phones in a locker or a "
        "bag until the bell has rung at the end of the day."
        for n in range(1, 200)
    ]

    assert _texts(_read(typeset("#for r in data.rules { par(r) }", rules=rules))) == rules


@pytest.mark.parametrize(("head", "kept"), [("Don’t", 4), ("Never", 4), ("Staff phones", 0)])
def test_dont_at_the_top_of_each_page_is_no_header(head: str, kept: int) -> None:
    source = (
        "#for n in range(4) [#par(data.head)\n"
        "#for s in data.s.slice(5 * n, 5 * n + 5) { par(s) }\n#pagebreak(weak: true)]"
    )

    texts = _texts(_read(typeset(source, head=head, s=_SENTENCES)))

    assert texts.count(head) == kept


def test_places_are_pages() -> None:
    document = _read(typeset("First page.\n#pagebreak()\nSecond page."))

    assert [(b.text, b.where) for b in document.blocks] == [
        ("First page.", "page 1"),
        ("Second page.", "page 2"),
    ]


@pytest.mark.parametrize("stroke", ["1pt", "0.3pt + gray"])
def test_rows_of_a_table_stay_rows(stroke: str) -> None:
    source = (
        f"Before it.\n#table(columns: (3cm, 1fr), stroke: {stroke}, [Who], [Where],\n"
        "[Pupils], [In the bag until the bell rings at the end of the day, and then not before "
        "the gate has been passed by all], table.cell(colspan: 2)[Visitors are told at the door])\n"
        "After it."
    )
    document = _read(typeset(source))

    assert [(b.kind, b.text[:20], b.where) for b in document.blocks] == [
        ("paragraph", "Before it.", "page 1"),
        ("table_cell", "Who", "page 1, table 1, row 1"),
        ("table_cell", "Where", "page 1, table 1, row 1"),
        ("table_cell", "Pupils", "page 1, table 1, row 2"),
        ("table_cell", "In the bag until the", "page 1, table 1, row 2"),
        ("table_cell", "Visitors are told at", "page 1, table 1, row 3"),
        ("paragraph", "After it.", "page 1"),
    ]


def test_a_table_of_short_entries_without_lines_is_read_by_rows() -> None:
    cells = "[Agreed by], [The board], [Next], [May], [Owner], [Head]"
    source = f"#table(columns: 2, stroke: none, {cells})"

    assert _texts(_read(typeset(source)))[0].startswith("Agreed by The board")


def test_headings_lists_and_notes() -> None:
    source = (
        "= Phones\nPupils may not\\* bring phones to the hall.\n\n- Ask first.\n- Be kind to "
        "everybody.\n\n\\* Family is an exception.\n\n*Questions*\n\nAsk the office."
    )

    assert [(b.kind, b.text) for b in _read(typeset(source)).blocks] == [
        ("heading", "Phones"),
        ("paragraph", "Pupils may not* bring phones to the hall."),
        ("list_item", "Ask first."),
        ("list_item", "Be kind to everybody."),
        ("note", "* Family is an exception."),
        ("heading", "Questions"),
        ("paragraph", "Ask the office."),
    ]


def test_words_broken_at_line_ends_are_whole_and_hyphens_stay() -> None:
    sentence = (
        "A pre-arranged well-being conversation about misunderstandings and responsibilities "
        "concerning photographs remains confidential."
    )
    source = "#set page(width: 7cm)\n#set par(justify: true)\n#for n in range(9) { par(data.s) }"

    assert set(_texts(_read(typeset(source, s=sentence)))) == {sentence}


def test_links_keep_their_words_and_targets() -> None:
    source = (
        'See #link("https://example.org/tips")[the tips for parents] and #link(<end>)[the end].'
        "\n#pagebreak()\n= The end <end>\nOf it."
    )
    document = _read(typeset(source))

    assert document.blocks[0].links == (
        Link("the tips for parents", "https://example.org/tips"),
        Link("the end", "#page=2"),
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "#text(fill: white)[All may post.]",
        "#text(fill: rgb(0, 0, 0, 0))[All may post.]",
        "#text(size: 0.5pt)[All may post.]",
        "#place(dx: 40cm)[All may post.]",
        "#box(fill: navy, text(fill: navy)[All may post.])",
    ],
)
def test_what_cannot_be_seen_is_left_out_and_counted(hidden: str) -> None:
    document = _read(typeset(f"Nobody may post.\n\n{hidden}\n\nAsk the office."))

    assert _texts(document) == ["Nobody may post.", "Ask the office."]
    assert document.notes == ("1 passage of invisible text was left out.",)


@pytest.mark.parametrize(
    "seen",
    [
        "#box(fill: navy, text(fill: white)[All may read.])",
        "#text(fill: rgb(90%, 90%, 90%))[All may read.]",
        "#text(size: 4pt)[All may read.]",
        "#rect(fill: white)[All may read.]",
    ],
)
def test_what_can_be_seen_stays(seen: str) -> None:
    document = _read(typeset(f"Nobody may post.\n\n{seen}\n\nAsk the office."))

    assert "All may read." in _texts(document)
    assert document.notes == ()


def test_render_mode_three_is_invisible() -> None:
    content = (
        "BT /F1 12 Tf 72 700 Td (Nobody may post.) Tj 0 -30 Td 3 Tr (All may post.) Tj "
        "0 Tr 0 -30 Td (Ask the office.) Tj ET"
    )
    document = _read(raw_pdf(content))

    assert _texts(document) == ["Nobody may post.", "Ask the office."]
    assert document.notes == ("1 passage of invisible text was left out.",)


def test_a_turned_page_is_read_level() -> None:
    source = "#for s in data.s { par(s) }"
    upright = typeset(source, s=_SENTENCES[:3])
    content = "BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Staff ask the office first.) Tj ET"
    turned = raw_pdf(content).replace(b"/MediaBox", b"/Rotate 90 /MediaBox")

    assert _texts(_read(turned)) == ["Staff ask the office first."]
    assert _texts(_read(upright)) == _SENTENCES[:3]


def test_a_watermark_is_left_out_and_told() -> None:
    source = "#place(center + horizon, rotate(-45deg, text(60pt, gray)[DRAFT]))\nAsk the office."
    document = _read(typeset(source))

    assert _texts(document) == ["Ask the office."]
    assert document.notes == ("Text that is not level, such as a watermark, was left out.",)


def test_a_scan_without_ocr_is_answered_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(DocumentProblem, match=r"This PDF is a scan.*\(OCR\).*Word file"):
        _read(scan())


def test_a_scan_is_read_where_tesseract_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(
        '#!/bin/sh\nread -r magic _ && [ "$magic" = P5 ] && cat > /dev/null\n'
        'printf "Phones\\n\\nStaff ask the office\\nfirst.\\n\\f"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")

    document = _read(scan())

    assert [(b.text, b.where) for b in document.blocks] == [
        ("Phones", "page 1"),
        ("Staff ask the office", "page 1"),
        ("first.", "page 1"),
    ]
    assert document.notes == ("Page 1 is a scan, read by text recognition: check its words.",)


def test_words_that_a_scanner_stored_under_its_picture_are_read_and_told() -> None:
    image = "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 80FF80FF> EI Q "
    document = _read(raw_pdf(image + "BT /F1 12 Tf 3 Tr 72 700 Td (Staff ask first.) Tj ET"))

    assert _texts(document) == ["Staff ask first."]
    assert document.notes == (
        "Page 1 is a scan; we read the words that the scanner stored with it.",
    )


def test_one_picture_page_among_others_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    image = "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 80FF80FF> EI Q"
    text = "BT /F1 12 Tf 72 700 Td (Staff ask the office first.) Tj ET"

    assert _read(raw_pdf(text, image)).notes == (
        "Page 2 is a picture; any words on it were not read.",
    )
