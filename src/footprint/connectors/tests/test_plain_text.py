"""Foreign markup becomes text: nothing that could run, nothing lost that a reader would see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.connectors.plain_text import LONGEST, clean, clean_line, text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("Fish & chips", "Fish & chips"),
        ("Fish &amp; chips&nbsp;today", "Fish & chips today"),
        ("<b>Oakfield</b> Primary", "Oakfield Primary"),
        ("a <b>b</b>c", "a bc"),
        ("<p>One<br/>Two</p><p>Three</p>", "One\nTwo\n\nThree"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("3 < 5 & 7 > 6", "3 < 5 & 7 > 6"),
        ("I <3 Oakfield", "I <3 Oakfield"),
        ("we love <b>it</b> <3", "we love it <3"),
        ("cut in the middle <b", "cut in the middle <b"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("x <script>alert(1)</script>y", "x y"),
        ("x <SCRIPT src=//bad.example></SCRIPT>y", "x y"),
        ("<style>p{color:red}</style>seen", "seen"),
        ("<iframe src=//bad.example>in</iframe>seen", "seen"),
        ("<a title='1 > 2' href=x>ok</a>", "ok"),
        ('<a title="a > b">ok</a>', "ok"),
        ("<img src=x onerror=alert(1)>picture", "picture"),
        ("<!-- hidden <b>x</b> -->seen", "seen"),
        ("<svg onload=alert(1)><text>no</text></svg>seen", "seen"),
        ("a\x00b\x08c\ud800d", "abcd"),
        ("a\r\nb\rc\n\n\n\nd", "a\nb\nc\n\nd"),
        ("  many \t spaces\u00a0here ", "many spaces here"),
        ("🎉 ŵ é", "🎉 ŵ é"),
    ],
)
def test_what_a_reader_would_see(markup: str, text: str) -> None:
    assert text_of(markup) == text


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<!--", "<a b='", '<a ">" ', "<", "<a ", "<![!", "<svg>", "<p><b>"]
)
def test_markup_built_to_cost_hours_is_bounded(piece: str) -> None:
    assert len(text_of(piece * LONGEST)) <= LONGEST


@given(st.text(max_size=300) | st.text(alphabet="<>/!-ab=\"' &;\n", max_size=300))
def test_any_text_gives_the_same_clean_text_each_time(markup: str) -> None:
    text = text_of(markup)

    assert text == text_of(markup)
    assert text == clean(text)


@given(st.text(alphabet="abc äŵ.,!?'\n🎉", max_size=200))
def test_text_without_markup_keeps_every_word(text: str) -> None:
    assert text_of(text).split() == text.split()


def test_a_line_is_one_line_and_no_longer_than_asked() -> None:
    assert clean_line(" one\ntwo  three ", 8) == "one two"
