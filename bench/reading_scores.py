"""What was read against what a person reads: clauses stated or not, and their values."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reading_peer import keyword_clauses

from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.reading.showing import reading_to_json
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests import test_reading_real_policies as real

Place = tuple[str, str]
Values = dict[Place, Any]
HELD = "held_"
GROUPS = ("blind_", "dev_", HELD)  # the rest is what the reader was tuned on first


@dataclass(frozen=True)
class Score:
    """
    Counts of one document, or of several added up.

    Args:
        right: found as expected; wrong: found, but other than expected, or not expected at all;
        missed: expected, and not found with that value.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)


def compared(expected: Iterable[Any], found: Iterable[Any]) -> Score:
    """Two sets of things."""
    one, other = set(expected), set(found)
    return Score(len(one & other), len(other - one), len(one - other))


def report(folder: Path, *, differences: bool, held: bool) -> None:
    """
    Print the figures for all invented policies in the folder, then for the real ones.

    Args:
        held: whether to show the sums of those held back instead, and nothing else.
    """
    paths = sorted(folder.glob("*.json"))
    tuned_on = [path for path in paths if not path.stem.startswith(GROUPS)]
    print(
        "                              clauses                 values           keywords: clauses"
    )
    print(
        f"{'':24}{'precision':>11}{'recall':>8}{'precision':>12}{'recall':>8}{'precision':>14}{'recall':>8}"
    )
    if held:  # of these no difference is ever shown: nobody tunes on them
        _group("held", [each for each in paths if each.stem.startswith(HELD)], quiet=True)
        return
    _group("invented", tuned_on, differences=differences)
    for start in GROUPS:
        group = [path for path in paths if path.stem.startswith(start)]
        if group and start != HELD:
            _group(start.strip("_"), group, differences=differences)
    _real_policies()


def _group(
    name: str, paths: Iterable[Path], *, differences: bool = False, quiet: bool = False
) -> None:
    """The figures of each document (not of those held back) and of all together."""
    clauses, values, peer = Score(), Score(), Score()
    unread = []
    for path in paths:
        wanted = _expected(path)
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        result = reading_to_json(read_policy(source_from_text(text)))
        found = _values({key: each["values"] for key, each in result["clauses"].items()})
        if not result["is_policy"]:
            unread.append(path.stem)
        stated = {clause for clause, _ in wanted}
        scores = (
            compared(stated, {clause for clause, _ in found}),
            _of_values(wanted, found),
            compared(stated, {each.value for each in keyword_clauses(text)}),
        )
        if not quiet:
            _line(path.stem, *scores)
        clauses, values, peer = clauses + scores[0], values + scores[1], peer + scores[2]
        if differences:
            _show(wanted, found)
    _line(f"ALL {name}", clauses, values, peer)
    total = values.right + values.missed
    missed = len(unread) if quiet else unread or "none"
    print(f"  {values.right} of {total} values right; not taken for a policy: {missed}\n")


def _expected(path: Path) -> Values:
    """What a person read, for the parts that the catalogue has."""
    data = json.loads(path.read_text(encoding="utf-8"))["clauses"]
    parts = {(name.value, part.key) for name, entry in BY_NAME.items() for part in entry.parts}
    return {place: value for place, value in _values(data).items() if place in parts}


def _values(clauses: Mapping[str, Mapping[str, Any]]) -> Values:
    return {
        (name, key): _plain(value) for name, each in clauses.items() for key, value in each.items()
    }


def _plain(value: Any) -> Any:
    """Capitals do not matter ("School office"), nor an "on" before a time ("on the same day")."""
    if isinstance(value, str):
        return value.casefold().removeprefix("on ")
    if isinstance(value, list):
        return tuple(_plain(each) for each in value)
    if isinstance(value, dict):
        return tuple(sorted((key.casefold(), _plain(each)) for key, each in value.items()))
    return value


def _of_values(wanted: Values, found: Values) -> Score:
    return compared(wanted.items(), found.items())


def _line(name: str, clauses: Score, values: Score, peer: Score) -> None:
    print(
        f"{name:24}{clauses.precision:11.2f}{clauses.recall:8.2f}{values.precision:12.2f}"
        f"{values.recall:8.2f}{peer.precision:14.2f}{peer.recall:8.2f}"
    )


def _show(wanted: Values, found: Values) -> None:
    for place in sorted(wanted.keys() | found.keys()):
        if wanted.get(place) != found.get(place):
            print(f"    {'.'.join(place)}: wanted {wanted.get(place)}, read {found.get(place)}")


def _real_policies() -> None:
    """Every row of the table beside the project, checked as the tests check it."""
    if not (real.FOLDER / "expected.tsv").exists():
        print("The three real policies are not beside the project: left out.")
        return
    rows, right, clauses, peer = real.rows(), 0, Score(), Score()
    for school in real.SCHOOLS:
        right += len(rows) - len(real.wrong_rows(school))
        stated = {row["clause"] for row in rows if not row[school].startswith("-")}
        read = real.reading_of(school).clauses
        clauses += compared(stated, {name.value for name in ClauseName if read[name].is_stated})
        text = (real.FOLDER / f"{school}.txt").read_text(encoding="utf-8")
        peer += compared(stated, {each.value for each in keyword_clauses(text)})
    total = len(rows) * len(real.SCHOOLS)
    print(
        f"{'ALL real (three)':24}{clauses.precision:11.2f}{clauses.recall:8.2f}"
        f"{'':20}{peer.precision:14.2f}{peer.recall:8.2f}"
    )
    print(f"  {right} of {total} rows of the table right ({right / total:.2f})")
