"""What people type becomes words, each with its place in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.signals.normalising import normalise


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("y8 boys", "year 8 boys"),
        ("b4 tmrw pls", "before tomorrow please"),
        ("p*ki", "paki"),
        ("K-I-L-L them", "kill them"),
        ("k  i  l  l them", "kill them"),
        ("k\ti\tl\tl them", "kill them"),
        ("8B and 9C", "8b and 9c"),
        ("don’t", "dont"),
        ("🔪 soon", "knife soon"),
        ("𝐤𝐢𝐥𝐥", "kill"),
        ("ki\u200bll", "kill"),
        ("Stop. Now!", "stop . now !"),
    ],
)
def test_words(typed: str, words: str) -> None:
    assert " ".join(word.text for word in normalise(typed)) == words


@given(st.text(max_size=200))
def test_places_are_in_order_and_inside_the_text(text: str) -> None:
    last = 0
    for word in normalise(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.start >= last or word.end >= last
        last = word.start
