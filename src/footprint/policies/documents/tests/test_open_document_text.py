"""OpenDocument texts."""

from footprint.policies.documents.opening import open_document
from footprint.policies.documents.tests.samples import open_document as odt
from footprint.policies.documents.text import Document, Link


def _read(body: str, styles: str = "") -> Document:
    return open_document(odt(body, styles=styles), filename="policy.odt")


def test_structure_places_and_links() -> None:
    document = _read(
        '<text:h text:outline-level="1">Phones policy</text:h>'
        "<text:p>Phones<text:s/>stay <text:span>off</text:span><text:line-break/>in class.</text:p>"
        "<text:list><text:list-item><text:p>Ask first.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Pupils</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        '<text:p>See <text:a xlink:href="">tips</text:a>.</text:p>'
    )

    assert document.title == "Phones policy"
    assert [(b.kind, b.text, b.where) for b in document.blocks] == [
        ("heading", "Phones policy", "paragraph 1"),
        ("paragraph", "Phones stay off\nin class.", "paragraph 2"),
        ("list_item", "Ask first.", "paragraph 3"),
        ("table_cell", "Pupils", "table 1, row 1"),
        ("paragraph", "See tips.", "paragraph 4"),
    ]
    assert document.blocks[-1].links == (Link("tips", ""),)


def test_notes_and_boxes_come_after_their_paragraph() -> None:
    document = _read(
        "<text:p>Phones off<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Tablets are no phones.</text:p></text:note-body></text:note> in class."
        "<draw:frame><draw:text-box><text:p>Ask the office.</text:p></draw:text-box></draw:frame>"
        "</text:p>"
    )

    assert [(b.kind, b.text, b.where) for b in document.blocks] == [
        ("paragraph", "Phones off in class.", "paragraph 1"),
        ("note", "Tablets are no phones.", "footnote 1"),
        ("paragraph", "Ask the office.", "text box 1"),
    ]


def test_deleted_and_hidden_words_are_left_out() -> None:
    styles = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>'
    )
    document = _read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Old rule.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>Phones off.<text:span text:style-name="H"> Not really.</text:span></text:p>'
        '<text:p text:style-name="W">White words.</text:p>',
        styles,
    )

    assert document.text == "Phones off."
    assert document.notes == ("2 passages of invisible text were left out.",)
