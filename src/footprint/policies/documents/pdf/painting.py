"""What is painted on a page besides text: backgrounds, lines of tables, pictures."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_MOST_OBJECTS = 60_000
_DEEPEST = 6
_THIN = 3.5  # points: pdfium counts the width of the stroke on either side
_LONG = 6.0
_WHITE = (255, 255, 255)

Matrix = tuple[float, float, float, float, float, float]
_STILL: Matrix = (1, 0, 0, 1, 0, 0)


class Box(NamedTuple):
    """A rectangle on the page, in points."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


class _Patch(NamedTuple):
    order: int
    box: Box
    colour: tuple[int, int, int] | None  # None: a picture or a pattern


@dataclass
class Painting:
    """`order` gives the place in the painting order of each object, by its address."""

    order: dict[int, int] = field(default_factory=dict)
    patches: list[_Patch] = field(default_factory=list)
    across: list[Box] = field(default_factory=list)  # thin lines, lying
    down: list[Box] = field(default_factory=list)  # thin lines, standing
    pictures: list[Box] = field(default_factory=list)

    def behind(
        self,
        x: float,
        y: float,
        order: int,
        unturned: Callable[[float, float], tuple[float, float]],
    ) -> tuple[int, int, int] | None:
        """The colour under a point for what is painted as number `order`; None if not known."""
        if not self.patches:
            return _WHITE
        x, y = unturned(x, y)
        for patch in reversed(self.patches):
            if patch.order < order and patch.box.holds(x, y):
                return patch.colour
        return _WHITE

    def turn(self, point: Callable[[float, float], tuple[float, float]]) -> None:
        """Lines and pictures in the coordinates of the page as it is looked at."""
        turned = [_turned(box, point) for box in (*self.across, *self.down)]
        self.across = [box for box in turned if box.x1 - box.x0 >= box.y1 - box.y0]
        self.down = [box for box in turned if box.x1 - box.x0 < box.y1 - box.y0]
        self.pictures = [_turned(box, point) for box in self.pictures]


def _turned(box: Box, point: Callable[[float, float], tuple[float, float]]) -> Box:
    (ax, ay), (bx, by) = point(box.x0, box.y0), point(box.x1, box.y1)
    return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def read_painting(page: "pdfium.PdfPage") -> Painting:
    """Everything painted on the page, in the coordinates of the file."""
    painting = Painting()
    for number, (item, kind, matrix) in enumerate(_objects(page, None, _STILL, 0)):
        if number >= _MOST_OBJECTS:
            break
        painting.order[ctypes.cast(item, ctypes.c_void_p).value or 0] = number
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(painting, item, number, _bounds(item, matrix))
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            box = _bounds(item, matrix)
            painting.patches.append(_Patch(number, box, None))
            painting.pictures.append(box)
    return painting


def _objects(
    page: Any,
    form: Any,
    matrix: Matrix,
    depth: int,
) -> Iterator[tuple[Any, int, Matrix]]:
    """Objects of a page and of the forms in it, in painting order."""
    count = raw.FPDFFormObj_CountObjects(form) if depth else raw.FPDFPage_CountObjects(page)
    for index in range(min(count, _MOST_OBJECTS)):
        item = (
            raw.FPDFFormObj_GetObject(form, index) if depth else raw.FPDFPage_GetObject(page, index)
        )
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _objects(page, item, _times(_matrix(item), matrix), depth + 1)
        else:
            yield item, kind, matrix


def _matrix(item: object) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return _STILL
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _bounds(item: object, m: Matrix) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *sides)
    x0, y0, x1, y1 = (side.value for side in sides)
    corners = [
        (x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]) for x in (x0, x1) for y in (y0, y1)
    ]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(up), max(across), max(up))


def _add_path(painting: Painting, item: object, number: int, box: Box) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not (fill.value or stroke.value):
        return
    width, height = box.x1 - box.x0, box.y1 - box.y0
    behind_words = fill.value and min(width, height) > _THIN
    if behind_words and (colour := _colour(item)) is not None:
        painting.patches.append(_Patch(number, box, colour))
    if height <= _THIN and width >= _LONG:
        painting.across.append(box)
    elif width <= _THIN and height >= _LONG:
        painting.down.append(box)
    elif stroke.value and width >= _LONG and height >= _LONG:
        _add_frame(painting, box)


def _add_frame(painting: Painting, box: Box) -> None:
    """A stroked rectangle is four lines: some programs draw each cell of a table so."""
    painting.across += [Box(box.x0, y, box.x1, y) for y in (box.y0, box.y1)]
    painting.down += [Box(x, box.y0, x, box.y1) for x in (box.x0, box.x1)]


def _colour(item: object) -> tuple[int, int, int] | None:
    """The fill of a path; None where it shines through so much that it hides nothing."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *parts) or parts[3].value < 128:
        return None
    return parts[0].value, parts[1].value, parts[2].value
