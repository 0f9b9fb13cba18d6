"""Phrase books: every pattern is well formed, and long texts cost little."""

import pytest

from footprint.rulebook.terms import Flag, PostKind
from footprint.signals.books import BOOKS, book
from footprint.signals.lexicon import lines_of
from footprint.signals.patterns import Passage, WordClass


@pytest.mark.parametrize("name", [name for name in BOOKS if name != "people"])
def test_every_group_is_about_something_we_know_and_says_a_sentence(name: str) -> None:
    known = {flag.value for flag in Flag} | {kind.value for kind in PostKind}
    groups = book(name).groups

    assert groups
    for group in groups:
        assert name == "contexts" or group.about.partition(":")[0] in known
        assert group.sentence
        assert group.patterns


def test_silencing_contexts_exist() -> None:
    contexts = {group.about for group in book("contexts").groups}
    named = {
        name for one in BOOKS if one != "people" for g in book(one).groups for name in g.unless
    }

    assert named <= contexts


def test_no_two_books_give_a_class_the_same_name() -> None:
    """They would silently become one class, and each book's patterns would match the other's."""
    lines = [line for name in BOOKS for line in lines_of(name) if line.startswith("= ")]
    names = [line[2:].partition(":")[0] for line in lines]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("word", ["teacher", "my son is nobody teacher hit", "k*ll", "a", "7"])
def test_a_long_text_takes_a_bounded_number_of_steps(word: str) -> None:
    words = tuple(f"{word} ".split() * 400)
    steps = _steps(words)

    assert _steps(words * 2) <= steps * 2.2 + 1_000


def _steps(words: tuple[str, ...]) -> int:
    passage = Counting(words)
    for name in BOOKS:
        for _ in book(name).hits(passage):
            pass
    return passage.steps


class Counting(Passage):
    """A passage that counts how often a class was looked up."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__(words)
        self.steps = 0

    def ends(self, found: WordClass, at: int) -> tuple[int, ...]:
        self.steps += 1
        return super().ends(found, at)
