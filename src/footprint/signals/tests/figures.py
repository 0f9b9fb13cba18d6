"""Figures over labelled posts: per kind F1, per flag precision and recall, urgent recall."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from footprint.rulebook.terms import Flag, PostKind
from footprint.signals.reading import Signal, read

SAMPLES = Path(__file__).parent / "samples"


@dataclass(frozen=True)
class Labelled:
    """One row: what a person says of a post."""

    kind: PostKind
    flags: frozenset[Flag]
    urgent: bool
    text: str


@dataclass(frozen=True)
class Figures:
    """How the rules do on a set; shares from 0 to 1."""

    kind_accuracy: float
    kind_macro_f1: float
    precision: dict[Flag, float]
    recall: dict[Flag, float]
    urgent_recall: float
    false_alarms: float  # share of the posts that are not urgent


def labelled(path: Path) -> list[Labelled]:
    """Read a table with the columns kind, flags, urgent, text."""
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    return [_row(*row.split("\t", 3)) for row in rows if row]


def _row(kind: str, flags: str, urgent: str, text: str) -> Labelled:
    named = frozenset(Flag(flag) for flag in flags.split() if flag != "-")
    return Labelled(PostKind(kind), named, urgent == "1", text)


def measure(rows: list[Labelled]) -> Figures:
    """Read every post and compare."""
    pairs = [(row, read(row.text)) for row in rows]
    right = sum(row.kind == signal.kind for row, signal in pairs)
    urgent = [signal.urgent for row, signal in pairs if row.urgent]
    calm = [signal.urgent for row, signal in pairs if not row.urgent]
    return Figures(
        kind_accuracy=right / len(pairs),
        kind_macro_f1=sum(_f1(kind, pairs) for kind in PostKind) / len(PostKind),
        precision={flag: _share(flag, pairs, of_found=True) for flag in Flag},
        recall={flag: _share(flag, pairs, of_found=False) for flag in Flag},
        urgent_recall=sum(urgent) / max(len(urgent), 1),
        false_alarms=sum(calm) / max(len(calm), 1),
    )


def _f1(kind: PostKind, pairs: list[tuple[Labelled, Signal]]) -> float:
    counts = Counter((row.kind == kind, signal.kind == kind) for row, signal in pairs)
    hits = counts[True, True]
    return 2 * hits / max(2 * hits + counts[True, False] + counts[False, True], 1)


def _share(flag: Flag, pairs: list[tuple[Labelled, Signal]], *, of_found: bool) -> float:
    hits = sum(flag in row.flags and flag in signal.flags for row, signal in pairs)
    whole = sum(flag in (signal.flags if of_found else row.flags) for row, signal in pairs)
    return hits / whole if whole else 1.0
