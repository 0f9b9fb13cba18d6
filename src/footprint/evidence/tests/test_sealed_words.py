"""Sealed columns: plain in the hand, sealed in the row, and never opened as another column."""

from dataclasses import dataclass

import pytest

from footprint.evidence.models import Capture
from footprint.vault import keys
from footprint.vault.fields import PREFIX, Seal, SealedJSON, sealed_values
from footprint.vault.sealing import SealBroken


@dataclass
class Row:
    seal: Seal | None = None


@pytest.fixture
def seal() -> Seal:
    return Seal(keys.make_key(3), 3)


def capture(seal: Seal | None = None, **words: str) -> Capture:
    return Capture(school_id=3, seal_key=seal.key if seal else "", **words)


def test_without_a_seal_the_words_stand_as_they_are() -> None:
    assert sealed_values(capture(), {"text": "words", "method": "m"}) == {
        "text": "words",
        "method": "m",
    }


def test_under_a_seal_only_the_sealed_columns_change(seal: Seal) -> None:
    values = sealed_values(capture(seal), {"text": "words", "author": "", "method": "m"})

    assert values["text"].startswith(PREFIX)
    assert (values["author"], values["method"]) == ("", "m")
    assert capture(seal, text=values["text"]).text == "words"


def test_the_words_of_one_column_do_not_open_in_another(seal: Seal) -> None:
    values = sealed_values(capture(seal), {"text": "words"})
    with pytest.raises(SealBroken):
        _ = capture(seal, author=values["text"]).author


def test_a_sealed_word_in_a_row_without_a_seal_is_an_error_not_gibberish(seal: Seal) -> None:
    values = sealed_values(capture(seal), {"text": "words"})
    with pytest.raises(keys.KeyMissing):
        _ = capture(None, text=values["text"]).text


def test_lists_and_objects_come_back_as_they_were(seal: Seal) -> None:
    field = SealedJSON()
    field.set_attributes_from_name("reasons")
    field.model = Capture
    for row in (Row(), Row(seal)):
        for value in ([], [{"words": "é", "quote": None}], {"a": 1}):
            assert field.opened(row, field.stored(row, value)) == value
