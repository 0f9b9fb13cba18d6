"""Receipts: long enough, forgiving, never stored, never guessed."""

import math

import pytest

from footprint.concerns.receipts import (
    LENGTH,
    TELLING,
    digest_of,
    digest_of_typed,
    new_ticket,
    receipt_for,
    word_list,
)


def test_a_receipt_holds_more_than_eighty_bits() -> None:
    assert LENGTH * math.log2(len(word_list())) > 80
    assert len(set(word_list())) == len(word_list())
    assert len({word[:TELLING] for word in word_list()}) == len(word_list())


def test_every_word_of_the_list_comes_up() -> None:
    found = {word for _ in range(3000) for word in receipt_for(new_ticket())}
    assert len(found) > 0.99 * len(word_list())


def test_the_same_ticket_gives_the_same_words_and_another_gives_others() -> None:
    ticket = new_ticket()
    assert receipt_for(ticket) == receipt_for(ticket)
    assert receipt_for(ticket) != receipt_for(new_ticket())


@pytest.mark.parametrize("ticket", ["", "short", "G" * 32, "a" * 33])
def test_what_is_no_ticket_of_ours_gets_words_that_nobody_can_foretell(ticket: str) -> None:
    assert receipt_for(ticket) != receipt_for(ticket)


@pytest.mark.parametrize(
    "typed",
    [
        "{0} {1} {2} {3} {4} {5} {6} {7}",
        "  {0}, {1}, {2}, {3}\n{4} {5} {6} {7}. ",
        "1. {0} 2. {1} 3. {2} 4. {3} 5. {4} 6. {5} 7. {6} 8. {7}",
    ],
)
def test_typing_is_forgiven(typed: str) -> None:
    words = receipt_for(new_ticket())
    assert digest_of_typed(typed.format(*words)) == digest_of(words)
    assert digest_of_typed(typed.format(*words).upper()) == digest_of(words)
    assert digest_of_typed(" ".join(word[:TELLING] for word in words)) == digest_of(words)


@pytest.mark.parametrize("typed", ["", "apple", "qqqq " * 8, "apple " * 7, "apple " * 9])
def test_what_cannot_be_a_receipt_is_none(typed: str) -> None:
    assert digest_of_typed(typed) == ""


def test_ten_thousand_guesses_hit_nothing() -> None:
    kept = {digest_of(receipt_for(new_ticket())) for _ in range(100)}
    guesses = {digest_of(receipt_for(new_ticket())) for _ in range(10_000)}
    assert not kept & guesses
