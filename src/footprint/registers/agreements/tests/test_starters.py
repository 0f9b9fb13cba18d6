"""The starter texts: one for each audience, in words for the age, taken from nobody."""

import re
from statistics import mean

import pytest

from footprint.registers.agreements.layout import Piece, pieces_of
from footprint.registers.agreements.starters import starter_for
from footprint.registers.agreements.wording import AUDIENCES, WHO_THEY_ARE
from footprint.rulebook.terms import AgreementAudience

A = AgreementAudience
# (most words in the whole text, most words in a sentence, most letters in a word)
LIMITS = {A.INFANTS: (110, 14, 9), A.JUNIORS: (260, 24, 11)}


@pytest.mark.parametrize("audience", AgreementAudience)
def test_there_is_a_starter_and_a_name_for_every_audience(audience: AgreementAudience) -> None:
    starter = starter_for(audience)

    assert starter.title
    assert pieces_of(starter.body)
    assert AUDIENCES[audience]
    assert WHO_THEY_ARE[audience]


@pytest.mark.parametrize("audience", LIMITS)
def test_children_get_short_sentences_and_simple_words(audience: AgreementAudience) -> None:
    most, longest_sentence, longest_word = LIMITS[audience]
    text = starter_for(audience).body
    sentences = [part.split() for part in re.split(r"[.!?:]\s|\n", text) if part.strip("- \n")]
    words = re.findall(r"[a-z]+", text.lower())

    assert len(words) <= most
    assert max(len(each) for each in sentences) <= longest_sentence
    assert max(map(len, words)) <= longest_word


def test_the_youngest_read_the_simplest_text() -> None:
    lengths = [
        mean(map(len, re.findall(r"[a-z]+", starter_for(each).body.lower())))
        for each in (A.INFANTS, A.JUNIORS, A.SECONDARY)
    ]
    assert lengths == sorted(lengths)


def test_parents_are_told_that_they_need_not_sign() -> None:
    assert "You do not have to sign" in starter_for(A.PARENTS).body


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("One.", [("paragraph", ["One."])]),
        ("One\ntwo.\n\nThree.", [("paragraph", ["One two."]), ("paragraph", ["Three."])]),
        ("Say:\n- a\n- b", [("paragraph", ["Say:"]), ("list", ["a", "b"])]),
        ("- a\nEnd.", [("list", ["a"]), ("paragraph", ["End."])]),
        ("# Head\nWords", [("heading", ["Head"]), ("paragraph", ["Words"])]),
        ("# Head\n# Other", [("heading", ["Head"]), ("heading", ["Other"])]),
        ("- a\n\n- b", [("list", ["a"]), ("list", ["b"])]),
        ("\n\n", []),
        ("-", [("paragraph", ["-"])]),
        ("<b>bold</b>", [("paragraph", ["<b>bold</b>"])]),
    ],
)  # fmt: skip
def test_plain_text_becomes_paragraphs_and_points(
    body: str, pieces: list[tuple[str, list[str]]]
) -> None:
    assert pieces_of(body) == [Piece(kind, tuple(lines)) for kind, lines in pieces]
