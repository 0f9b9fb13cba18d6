"""The ways people write one name come out alike, and different names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.matching.names import normalise, readings, spellings


@pytest.mark.parametrize(
    "written",
    [
        "St Margaret's",
        "St. Margaret's",
        "st margarets",
        "ST MARGARET’S",
        "Saint Margaret‘s",
        "St-Margaret`s",
        "St\n Margaret´s",
        "St  Margarets",
        "St Márgaret's.",
        "“St Margaret＇s”",
        "Ｓｔ Ｍａｒｇａｒｅｔｓ",
        "St Mar\u00adgaret\u200bs",
    ],
)
def test_one_name_in_many_spellings(written: str) -> None:
    assert normalise(written) == "st margarets"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("🎉!?…", ""),
        ("Oakfield🎉Primary", "oakfield primary"),
        ("Peter & Paul", "peter and paul"),
        ("Ysgol Tŷ Gŵyn", "ysgol ty gwyn"),
        ("#OakfieldPrimary School", "#oakfieldprimary oakfieldprimary oakfield primary school"),
        ("#oakfieldprimary", "#oakfieldprimary oakfieldprimary"),
        ("#Oakfield", "#oakfield oakfield"),
        ("#Oakfield_Primary", "#oakfieldprimary oakfieldprimary oakfield primary"),
        ("#OAKPrimary2026", "#oakprimary2026 oakprimary2026 oak primary 2026"),
        ("＃OakfieldPrimary", "#oakfieldprimary oakfieldprimary oakfield primary"),
        ("(@oakfield.primary.)", "@oakfieldprimary oakfieldprimary oakfield primary"),
        ("office@oakfield.example", "office oakfield example"),
        ("C# and # alone", "c and alone"),
        ("https://www.oakfield.example/news", "https www oakfield example news"),
        ("Strasse ß", "strasse ss"),
    ],
)
def test_words_as_they_are_compared(text: str, words: str) -> None:
    assert normalise(text) == words


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Oakfield's fair", ("oakfields fair", "oakfield fair")),
        ("Oakfield’s fair", ("oakfields fair", "oakfield fair")),
        ("the pupils' fair", ("the pupils fair",)),
        ("fair", ("fair",)),
    ],
)
def test_a_possessive_may_be_read_both_ways(text: str, both: tuple[str, ...]) -> None:
    assert readings(text) == both


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Oakfield Primary", {"oakfield primary", "#oakfieldprimary", "@oakfieldprimary"}),
        ("#OakfieldPrimary", {"#oakfieldprimary"}),
        ("@oakfield_pri", {"@oakfieldpri"}),
        ("www.oakfield.example", {"oakfield example"}),
        ("https://www.oakfield.example/", {"oakfield example"}),
        ("WWW.Oakfield.example", {"oakfield example"}),
        ("oakfield.example", {"oakfield example"}),
        ("https://facebook.com/OakfieldPri?ref=1", {"facebook com oakfieldpri"}),
        ("St.Mary", {"st mary", "#stmary", "@stmary"}),
        ("!", set()),
        ("#", set()),
        ("", set()),
    ],
)
def test_what_is_looked_for_under_a_name(name: str, spelled: set[str]) -> None:
    assert spellings(name) == spelled


@given(st.text(max_size=200))
def test_any_text_becomes_small_words_with_one_space_between(text: str) -> None:
    words = normalise(text)

    assert words == " ".join(words.split())
    assert words == words.casefold()
    assert readings(text)[0] == words
