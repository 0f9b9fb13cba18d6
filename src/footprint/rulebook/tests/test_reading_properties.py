"""What holds for any text at all."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.rulebook.policy import Policy, policy_from_json, policy_to_json
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.reading.showing import reading_to_json, reading_to_lines
from footprint.rulebook.reading.source import Block, source_from_blocks
from footprint.rulebook.reading.wording import canonical, fold
from footprint.rulebook.terms import ClauseName

WORDS = st.sampled_from((
    "staff", "pupils", "parents", "must", "not", "may", "follow", "friends", "social",
    "media", "policy", "the", "school", "headteacher", "DSL", "Instagram", "Facebook", "X",
    "13", "16", "email", "delete", "report", "police", "helpline", "promptly", "Mrs", "Ann",
    "Oak", "manages", ":", ".", ";", ",", "(", ")", "*", "**", "•", "-", "1.", "a)", "?", "!",
    "[here](#)", "|", "[", "](", "e.g.", "photo", "consent", "sign", "AUP",
    "\n", "\n\n",
))  # fmt: skip
SENTENCES = st.lists(WORDS, max_size=60).map(" ".join)
ANY_TEXT = st.one_of(st.text(max_size=300), SENTENCES)
KINDS = st.sampled_from(("heading", "paragraph", "list_item", "table_cell", "note"))


@given(ANY_TEXT)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_every_quote_lies_in_it(text: str) -> None:
    source = source_from_text(text)

    reading = read_policy(source)

    assert set(reading.clauses) == set(ClauseName)
    for clause in reading.clauses.values():
        for quote in clause.quotes:
            assert quote.text
            assert fold(source.text[quote.start : quote.end]) == quote.text
    assert reading_to_lines(reading)
    assert reading_to_json(reading)["is_policy"] is reading.is_policy


@given(st.lists(st.tuples(KINDS, ANY_TEXT), max_size=8))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_passages_of_any_kind_are_read(pairs: list[tuple[str, str]]) -> None:
    source = source_from_blocks(Block(kind, text) for kind, text in pairs)  # type: ignore[arg-type]

    reading = read_policy(source)

    for clause in reading.clauses.values():
        for quote in clause.quotes:
            assert fold(source.text[quote.start : quote.end]) == quote.text


@given(SENTENCES)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_read_survives_the_way_to_json_and_back(text: str) -> None:
    policy = Policy("1", read_policy(source_from_text("Social media policy\n\n" + text)).clauses)

    assert policy_from_json(policy_to_json(policy)) == policy


@given(st.text(max_size=200))
def test_bringing_words_together_twice_changes_nothing_more(text: str) -> None:
    once = canonical(text)

    assert "\n" not in once
    assert once == once.strip()
