"""The report in words: every term has one, small numbers stay hidden in every shape."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from footprint.design.exports import safe_cell
from footprint.registers.lessons.figures import Figures as Lessons
from footprint.reports.exporting import as_csv
from footprint.reports.figures import ALL_NAMES, Figures
from footprint.reports.presenting import (
    KINDS,
    OUTCOMES,
    PLATFORMS,
    POSTERS,
    Row,
    Section,
    sections_of,
)
from footprint.rota.figures import Figures as Checks
from footprint.rulebook.terms import Outcome, Platform, Poster, PostKind

NO_LESSONS = Lessons(lessons=0, cells=0, gaps=0, in_part=0, offers=0, agreements=0)


def figures(**counts: int) -> Figures:
    named = {name.replace("__", "."): count for name, count in counts.items()}
    none = Checks(due=0, done=0, late=0, waiting=0)
    counts = {name: named.get(name, 0) for name in ALL_NAMES}
    return Figures(counts, None, 0, 0, 0, none, NO_LESSONS)


def rows(found: Figures) -> dict[str, Row]:
    return {row.label: row for section in sections_of(found) for row in section.rows}


def test_every_term_has_its_word() -> None:
    assert set(KINDS) == set(PostKind)
    assert set(PLATFORMS) == set(Platform)
    assert set(POSTERS) == set(Poster)
    assert set(OUTCOMES) == set(Outcome)


def test_an_empty_report_shows_zeros_and_no_empty_lines() -> None:
    found = rows(figures())

    assert found["Named the school"].value == "0"
    assert "Instagram" not in found
    assert found["School days from arrival to decision, in the middle"].value == "too few to say"


def test_a_small_number_is_never_shown_nor_given_away() -> None:
    seen = {"seen": 20, "kind__criticism": 17, "kind__praise": 3}
    found = rows(
        figures(
            **seen,
            platform__x=20,
            decided__waiting=20,
            unanswered__criticism=17,
            unanswered__praise=3,
        )
    )

    assert found["Praise"].value == "fewer than 5"
    assert found["Criticism"].value == "not shown"
    assert "17" not in {row.value for row in found.values()}


def test_counts_stand_beside_what_they_are_part_of() -> None:
    found = rows(
        figures(
            seen=20,
            kind__criticism=20,
            platform__x=20,
            decided=10,
            decided__replied=10,
            decided__waiting=10,
            with_due=10,
            in_time=10,
            answered__criticism=10,
            unanswered__criticism=10,
        )
    )

    assert (found["Criticism that got a reply"].value, found["Criticism that got a reply"].of) == (
        "10",
        "20",
    )
    assert (found["Decided by the date they were due"].of) == "10"


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("Oakfield", "Oakfield"),
        ("12", "12"),
        ("", ""),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet_program(cell: str, safe: str) -> None:
    assert safe_cell(cell) == safe


def test_the_table_has_a_line_for_each_count_in_text_that_excel_reads() -> None:
    data = as_csv("=Oakfield", "November", [Section("Part", (Row("What, so", "5", "10"),))])

    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(StringIO(data.decode("utf-8-sig"))))
    assert lines[1] == ["'=Oakfield", "November", "Part", "What, so", "5", "10"]


def test_checks_are_shown_as_they_are_because_they_are_about_channels() -> None:
    whole = replace(figures(), checks=Checks(due=4, done=2, late=1, waiting=1))
    found = rows(whole)
    assert (found["Done"].value, found["Done"].of) == ("2", "4")
    assert (found["Of these, after their day"].value, found["Missed"].value) == ("1", "1")
    assert "Missed" not in rows(figures())  # where nothing was due there is nothing to say


def test_lessons_are_shown_with_their_gaps_once_there_are_any() -> None:
    taught = Lessons(lessons=3, cells=16, gaps=11, in_part=2, offers=4, agreements=1)

    found = rows(replace(figures(), lessons=taught))

    assert found["Lessons about life online"].value == "3"
    gaps = found["Year groups and strands without a lesson"]
    assert (gaps.value, gaps.of) == ("11", "16")
    assert (found["Of these, a family agreement"].value, found["Offers to families"].value) == (
        "1",
        "4",
    )
    assert "Lessons about life online" not in rows(figures())


def test_no_gap_is_shown_while_the_years_are_not_known() -> None:
    found = rows(replace(figures(), lessons=replace(NO_LESSONS, lessons=2)))

    assert found["Lessons about life online"].value == "2"
    assert "Year groups and strands without a lesson" not in found
