"""Both engines find the same, and the slow one stands in where the fast one has no wheel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.matching import engine
from footprint.matching.engine import FastEngine, PlainEngine, engine_for
from footprint.matching.matcher import Matcher
from footprint.matching.names import SchoolNames

_LETTERS = st.text(alphabet="ab \n", max_size=8)


@given(st.sets(_LETTERS, max_size=8), st.text(alphabet="ab \n", max_size=60))
def test_both_engines_find_the_same(words: set[str], text: str) -> None:
    patterns = [f" {word}".encode() for word in sorted(words)]

    fast = FastEngine(patterns).hits(text.encode())

    assert sorted(fast) == sorted(PlainEngine(patterns).hits(text.encode()))


def test_the_fast_one_is_taken_where_there_is_one() -> None:
    assert isinstance(engine_for([b" a "]), FastEngine)


def test_without_it_listening_hears_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    school = SchoolNames(1, ("Oakfield Primary", "#GoOakfield", "Ysgol Tŷ Gwyn"))
    texts = ["at OAKFIELD primary", "#GoOakfield", "go oakfield", "ysgol ty gwyn’s", ""]
    fast = Matcher([school])

    monkeypatch.setattr(engine, "_HAS_FAST", False)
    plain = Matcher([school])

    assert isinstance(engine_for([]), PlainEngine)
    assert [plain.look(text) for text in texts] == [fast.look(text) for text in texts]
    assert len(plain.match(texts[0])) == 1
