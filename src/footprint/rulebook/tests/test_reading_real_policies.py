"""The three real policies beside the project, row by row of what a person read in them."""

import csv
from functools import cache
from pathlib import Path

import pytest

from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.reading.result import FindingKind, Reading
from footprint.rulebook.reading.wording import fold
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.real_policy_rows import ROWS

FOLDER = Path(__file__).resolve().parents[5] / "shared" / "policies"
SCHOOLS = ("trent", "st-margarets", "nest")

pytestmark = pytest.mark.skipif(
    not (FOLDER / "expected.tsv").exists(), reason="the real policies are not beside the project"
)


# The table says that this school's document is silent; its own text sends parents on to the
# procedure. The text is what counts, so the reader is left to disagree with the table here.
DISPUTED = {("nest", "complaints_procedure")}


@cache
def reading_of(school: str) -> Reading:
    return read_policy(source_from_text((FOLDER / f"{school}.txt").read_text(encoding="utf-8")))


def as_a_person_reads_it(school: str) -> str:
    text = (FOLDER / f"{school}.txt").read_text(encoding="utf-8")
    return fold(text.replace("[", "").replace("](#)", "").replace("**Error", "Error"))


def rows() -> list[dict[str, str]]:
    with (FOLDER / "expected.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def wrong_rows(school: str) -> list[tuple[str, str, str]]:
    clauses = reading_of(school).clauses
    wrong = []
    for row, (name, what, says) in zip(rows(), ROWS, strict=True):
        assert (row["clause"], row["what"].startswith(what)) == (name, True)
        if not says(clauses[ClauseName(name)], row[school]):
            wrong.append((name, row["what"], row[school]))
    return wrong


@pytest.mark.parametrize("school", SCHOOLS)
def test_every_row_of_the_table_comes_out_right(school: str) -> None:
    wrong = wrong_rows(school)

    disputed = {name for each, name in DISPUTED if each == school}
    assert len(wrong) <= 3, wrong
    assert [row for row in wrong if row[0] not in disputed] == []
    assert {name for name, _, _ in wrong} == disputed


@pytest.mark.parametrize("school", SCHOOLS)
def test_every_value_comes_with_a_sentence_of_the_document(school: str) -> None:
    document = as_a_person_reads_it(school)
    source = source_from_text((FOLDER / f"{school}.txt").read_text(encoding="utf-8"))

    for clause in reading_of(school).clauses.values():
        for value in clause.values.values():
            assert value.quote is not None
            assert fold(source.text[value.quote.start : value.quote.end]) == value.quote.text
            assert value.quote.text[:40] in document


def test_the_disputed_row_is_in_the_text() -> None:
    clause = reading_of("nest").clauses[ClauseName.COMPLAINTS_PROCEDURE]
    document = fold((FOLDER / "nest.txt").read_text(encoding="utf-8"))

    assert clause.quote is not None
    assert "complaints procedure" in clause.quote.text
    assert clause.quote.text in document


@pytest.mark.parametrize(
    ("school", "kind", "times"),
    [
        ("trent", FindingKind.BROKEN_REFERENCE, 1),
        ("trent", FindingKind.DEAD_LINK, 4),
        ("trent", FindingKind.UNDATED_NUMBER, 1),
        ("nest", FindingKind.BROKEN_REFERENCE, 1),
        ("nest", FindingKind.DEAD_LINK, 3),
        ("st-margarets", FindingKind.BROKEN_REFERENCE, 0),
        ("st-margarets", FindingKind.DUTY_WITHOUT_NUMBER, 1),
        ("st-margarets", FindingKind.DUTY_WITHOUT_PERSON, 1),
    ],
)
def test_what_is_broken_in_the_document_is_found(
    school: str, kind: FindingKind, times: int
) -> None:
    assert [finding.kind for finding in reading_of(school).findings].count(kind) == times
