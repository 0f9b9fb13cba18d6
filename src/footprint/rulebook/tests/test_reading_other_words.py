"""One sentence each: the same thing in many words, and sentences that only look like it."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.reading.source import Block, source_from_blocks
from footprint.rulebook.terms import ClauseName

SAMPLES = Path(__file__).parent / "samples"


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


OTHER_WORDS = rows("other_words.tsv")
LOOK_ALIKES = rows("look_alikes.tsv")


def stated(row: dict[str, str]) -> Any:
    """What the part says when the sentence is all that the policy has, as plain JSON."""
    blocks = [Block("heading", "Social media policy")]
    blocks += [Block("heading", row["heading"])] if row["heading"] else []
    reading = read_policy(source_from_blocks([*blocks, Block("paragraph", row["sentence"])]))
    clause, _, key = row["part"].partition(".")
    value = reading.clauses[ClauseName(clause)].get(key)
    return json.loads(json.dumps(value, default=dict))


@pytest.mark.parametrize("row", OTHER_WORDS, ids=lambda row: row["sentence"])
def test_the_same_thing_in_other_words_is_the_same_value(row: dict[str, str]) -> None:
    assert stated(row) == json.loads(row["value"])


@pytest.mark.parametrize("row", LOOK_ALIKES, ids=lambda row: row["sentence"])
def test_a_sentence_that_only_looks_like_it_states_nothing(row: dict[str, str]) -> None:
    assert stated(row) is None


def test_every_row_is_about_a_part_of_the_catalogue_and_the_tables_are_long() -> None:
    parts = {f"{name.value}.{part.key}" for name, each in BY_NAME.items() for part in each.parts}

    assert {row["part"] for row in (*OTHER_WORDS, *LOOK_ALIKES)} <= parts
    assert len(OTHER_WORDS) > 250
    assert len(LOOK_ALIKES) > 120
