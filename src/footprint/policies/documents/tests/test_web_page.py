"""Pages saved from a school's website."""

import pytest

from footprint.policies.documents.opening import open_document
from footprint.policies.documents.text import Document, Link

_RULE = "Staff keep their phones in a locker, and pupils keep theirs in the bag until the bell. "


def _read(html: str) -> Document:
    return open_document(html.encode(), filename="page.html")


def _page(inside: str) -> str:
    head = "<head><title>Phones policy | Oakfield</title></head>"
    return f"<!doctype html><html>{head}{inside}</html>"


def test_menus_banners_and_scripts_are_not_policy() -> None:
    document = _read(
        _page(
            "<body><header><h1>Oakfield</h1><a href=/>Home</a></header><nav><a href=/a>A</a></nav>"
            f"<main><h1>Phones policy</h1><p>{_RULE * 4}</p><script>alert(1)</script></main>"
            "<aside>News</aside><div class='cookie-banner'>We use cookies.</div>"
            "<footer>Oakfield Road</footer></body>"
        )
    )

    assert [b.text for b in document.blocks] == ["Phones policy", (_RULE * 4).strip()]
    assert document.title == "Phones policy"


def test_a_page_without_main_loses_its_menu_by_name() -> None:
    menu = "".join(f"<li><a href=/{n}>Page {n}</a></li>" for n in range(20))
    document = _read(
        _page(f"<body><ul class='main-menu'>{menu}</ul><div id=x><p>{_RULE}</p></div></body>")
    )

    assert document.text == _RULE.strip()


def test_a_part_that_is_only_called_menu_stays() -> None:
    assert _RULE.strip() in _read(_page(f"<body><div class=menu><p>{_RULE}</p></div></body>")).text


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        "aria-hidden=true",
        "style='display: none'",
        "style='visibility:hidden'",
        "style='font-size:0'",
        "style='color:#fff'",
        "style='position:absolute; left:-9999px'",
    ],
)
def test_hidden_words_are_left_out_and_counted(attribute: str) -> None:
    document = _read(_page(f"<body><p>{_RULE}</p><p {attribute}>All may post.</p></body>"))

    assert document.text == _RULE.strip()
    assert document.notes == ("1 passage of invisible text was left out.",)


def test_structure_places_and_links() -> None:
    document = _read(
        _page(
            "<body><h2>Phones</h2><ul><li>Ask<br>first.</li><li><p>Be kind.</p></li></ul>"
            "<table><tr><th>Who</th></tr><tr><td>Pupils <a href='#'>more</a></td></tr></table>"
            "<p><b>Questions</b></p><p>One.<br><br>Two <a href=''>here</a>.</p></body>"
        )
    )

    assert [(b.kind, b.text, b.where) for b in document.blocks] == [
        ("heading", "Phones", "paragraph 1"),
        ("list_item", "Ask\nfirst.", "paragraph 2"),
        ("list_item", "Be kind.", "paragraph 3"),
        ("table_cell", "Who", "table 1, row 1"),
        ("table_cell", "Pupils more", "table 1, row 2"),
        ("heading", "Questions", "paragraph 4"),
        ("paragraph", "One.", "paragraph 5"),
        ("paragraph", "Two here.", "paragraph 6"),
    ]
    assert document.blocks[4].links == (Link("more", "#"),)
    assert document.blocks[7].links == (Link("here", ""),)


def test_space_between_block_and_inline_parts() -> None:
    document = _read(_page("<body><div>One<p>Two</p>Three <i>and</i> <b>four</b>.</div></body>"))

    assert [b.text for b in document.blocks] == ["One", "Two", "Three and four."]
