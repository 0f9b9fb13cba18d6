"""Tables with ruled lines: rows stay rows, where columns would be read downwards otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footprint.policies.documents.pdf.lines import Piece
from footprint.policies.documents.pdf.painting import Box, Painting

_TOUCH = 4.0  # points between lines that meet
_SAME = 3.0
MAX_LINES = 4_000


@dataclass
class Table:
    """A grid of ruled lines. `xs` and `ys` are its lines' places, from left and from the top."""

    box: Box
    xs: list[float]
    ys: list[float]
    down: list[Box]

    def row_of(self, piece: Piece) -> int:
        """The row of a piece, from 0 at the top."""
        middle = piece.base + piece.size * 0.3
        return max(0, sum(y > middle for y in self.ys) - 1)

    def cell_of(self, piece: Piece) -> int:
        """The first column of the cell that holds a piece: cells that are merged count as one."""
        column = max(0, sum(x <= piece.middle for x in self.xs) - 1)
        height = piece.base + piece.size * 0.3
        while column > 0 and not self._is_ruled(self.xs[column], height):
            column -= 1
        return column

    def _is_ruled(self, x: float, height: float) -> bool:
        return any(abs(b.x0 - x) <= _SAME + 1 and b.y0 <= height <= b.y1 for b in self.down)


def tables_of(painting: Painting) -> list[Table]:
    """The grids on a page that have at least two cells, from the top down."""
    lines = [*painting.across, *painting.down]
    if len(lines) > MAX_LINES:
        return []
    tables = (_table(group, painting) for group in _groups(lines))
    return sorted((t for t in tables if t), key=lambda table: -table.box.y1)


def _groups(lines: Sequence[Box]) -> Iterator[list[Box]]:
    """Lines that touch, directly or through others."""
    left = list(lines)
    while left:
        group, edge = [], [left.pop()]
        while edge:
            line = edge.pop()
            group.append(line)
            touching = [other for other in left if _touch(line, other)]
            edge += touching
            met = {id(other) for other in touching}
            left = [other for other in left if id(other) not in met]
        yield group


def _touch(a: Box, b: Box) -> bool:
    return (
        a.x0 <= b.x1 + _TOUCH
        and b.x0 <= a.x1 + _TOUCH
        and a.y0 <= b.y1 + _TOUCH
        and b.y0 <= a.y1 + _TOUCH
    )


def _table(group: Sequence[Box], painting: Painting) -> Table | None:
    standing = {id(box) for box in painting.down}
    down = [box for box in group if id(box) in standing]
    xs = _places([(b.x0 + b.x1) / 2 for b in down])
    ys = _places([(b.y0 + b.y1) / 2 for b in group if id(b) not in standing])[::-1]
    if len(ys) < 2 or len(xs) < 2 or (len(xs) - 1) * (len(ys) - 1) < 2:
        return None
    return Table(Box(xs[0] - 2, ys[-1] - 2, xs[-1] + 2, ys[0] + 2), xs, ys, down)


def _places(values: Sequence[float]) -> list[float]:
    """Sorted, those that differ by less than a line's width made one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _SAME:
            places.append(value)
    return places
