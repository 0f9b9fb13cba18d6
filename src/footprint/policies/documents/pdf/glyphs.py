"""What stands where on a page: every visible character, its place, size and weight; lines drawn.

Coordinates are points on the page as it is looked at (after /Rotate), origin bottom left. What no
reader sees is left out and counted: render mode 3, coloured as its background, off the page, tiny.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from footprint.policies.documents.pdf.painting import Painting, read_painting

_TINY = 1.0  # points
_MODE_INVISIBLE, _MODE_CLIP = 3, 7
_SEE_THROUGH = 12  # alpha of 255
_SAME_COLOUR = 14  # of 255, in every channel: black on white is 255 apart, pale grey print about 60
_BOLD = 600


class Glyph(NamedTuple):
    """One character, its extent and baseline in points; `spaced`: a space stands before it."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    spaced: bool


class _Look(NamedTuple):
    """What all characters of one text object share."""

    mode: int
    colour: tuple[int, int, int, int]
    order: int
    bold: bool
    upright: bool
    size: float  # points on the page


@dataclass
class PageGlyphs:
    """The characters of one page in the file's order; None stands for a line break in the file."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph | None] = field(default_factory=list)
    hidden: int = 0  # passages, not characters
    hidden_layer: list[Glyph | None] = field(default_factory=list)  # what mode 3 hides
    turned: int = 0
    painting: Painting = field(default_factory=Painting)


def read_page(page: "pdfium.PdfPage", number: int) -> PageGlyphs:
    """Everything on one page. Raises pdfium.PdfiumError where the page cannot be loaded."""
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation() % 360
    sideways = turn in (90, 270)
    width, height = (top - bottom, right - left) if sideways else (right - left, top - bottom)
    found = PageGlyphs(number, width, height, painting=read_painting(page))
    textpage = page.get_textpage()
    try:
        _Reader(textpage, found, (left, bottom, right, top), turn).read()
    finally:
        textpage.close()
    found.painting.turn(lambda x, y: _turned(x, y, (left, bottom, right, top), turn))
    return found


def _turned(
    x: float, y: float, box: tuple[float, float, float, float], turn: int
) -> tuple[float, float]:
    left, bottom, right, top = box
    if turn == 90:
        return y - bottom, right - x
    if turn == 180:
        return right - x, top - y
    if turn == 270:
        return top - y, x - left
    return x - left, y - bottom


class _Reader:
    """Goes through the characters of one page once."""

    def __init__(
        self,
        textpage: Any,
        found: PageGlyphs,
        box: tuple[float, float, float, float],
        turn: int,
    ) -> None:
        self._text = textpage
        self._found = found
        self._box = box
        self._turn = turn
        self._looks: dict[int, _Look] = {}
        self._was_hidden = False
        self._spaced = False
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rect = raw.FS_RECTF()

    def read(self) -> None:
        for index in range(raw.FPDFText_CountChars(self._text)):
            code = raw.FPDFText_GetUnicode(self._text, index)
            if code in (10, 13):
                self._end_run()
            elif code > 0 and not 0xD800 <= code < 0xE000:
                self._take(index, "-" if code in (2, 0xFFFE) else chr(code))

    def _end_run(self) -> None:
        for glyphs in (self._found.glyphs, self._found.hidden_layer):
            if glyphs and glyphs[-1] is not None:
                glyphs.append(None)

    def _take(self, index: int, char: str) -> None:
        if char.isspace():
            self._spaced = True
            return
        look = self._look(index)
        glyph = self._glyph(index, char, look)
        self._spaced = False
        if not look.upright:
            self._found.turned += 1
        elif self._is_visible(glyph, look):
            self._found.glyphs.append(glyph)
            self._was_hidden = False
        else:
            self._found.hidden += not self._was_hidden
            self._was_hidden = True
            if look.mode == _MODE_INVISIBLE:
                self._found.hidden_layer.append(glyph)

    def _look(self, index: int) -> _Look:
        text_object = raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        if key not in self._looks:
            weight = raw.FPDFText_GetFontWeight(self._text, index)
            named = b"bold" in self._font_name(index).lower()
            self._looks[key] = _Look(
                raw.FPDFTextObj_GetTextRenderMode(text_object) if key else 0,
                _fill_colour(text_object) if key else (0, 0, 0, 255),
                self._found.painting.order.get(key, 1 << 30),
                named or (weight >= _BOLD and b"regular" not in self._font_name(index).lower()),
                self._is_upright(index),
                self._size(index),
            )
        return self._looks[key]

    def _font_name(self, index: int) -> bytes:
        buffer = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._text, index, buffer, 128, flags)
        return buffer.value

    def _size(self, index: int) -> float:
        """By font and matrix: the boxes of single characters are not to be relied on."""
        matrix = raw.FS_MATRIX()
        size = abs(raw.FPDFText_GetFontSize(self._text, index))
        if not raw.FPDFText_GetMatrix(self._text, index, matrix):
            return float(size)
        return float(size * math.hypot(matrix.c, matrix.d))

    def _is_upright(self, index: int) -> bool:
        """Within eight degrees of the way the page is looked at; a watermark is not."""
        angle = _degrees(raw.FPDFText_GetCharAngle(self._text, index))
        off = (angle + self._turn) % 360 if self._turn else angle % 360
        # On a page lying on its side the words lie too, to either side.
        return min(off, 360 - off) <= 8 or (self._turn in (90, 270) and abs(off - 180) <= 8)

    def _glyph(self, index: int, char: str, look: _Look) -> Glyph:
        raw.FPDFText_GetLooseCharBox(self._text, index, self._rect)
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        rect = self._rect
        ax, _ = _turned(rect.left, rect.bottom, self._box, self._turn)
        bx, _ = _turned(rect.right, rect.top, self._box, self._turn)
        _, base = _turned(self._x.value, self._y.value, self._box, self._turn)
        x0, x1 = min(ax, bx), max(ax, bx)
        return Glyph(char, x0, x1, base, look.size, look.bold, self._spaced)

    def _is_visible(self, glyph: Glyph, look: _Look) -> bool:
        page = self._found
        middle = (glyph.x0 + glyph.x1) / 2
        if look.mode in (_MODE_INVISIBLE, _MODE_CLIP) or look.size < _TINY:
            return False
        if not (-1 <= middle <= page.width + 1 and -1 <= glyph.base <= page.height + 1):
            return False
        filled = look.mode in (0, 2, 4, 6)
        if filled and look.colour[3] <= _SEE_THROUGH:
            return False
        behind = page.painting.behind(
            middle, glyph.base + look.size / 4, look.order, self._unturned
        )
        if behind is None or look.mode not in (0, 4):
            return True  # on a picture, or only outlined: we cannot know, so it counts
        return any(abs(a - b) > _SAME_COLOUR for a, b in zip(look.colour[:3], behind, strict=True))

    def _unturned(self, x: float, y: float) -> tuple[float, float]:
        """Back to the coordinates of the file, in which the painting was read."""
        left, bottom, right, top = self._box
        if self._turn == 90:
            return right - y, x + bottom
        if self._turn == 180:
            return right - x, top - y
        if self._turn == 270:
            return y + left, top - x
        return x + left, y + bottom


def _degrees(radians: float) -> float:
    """Degrees of an angle that pdfium gives in radians (-1 where it has none)."""
    return 0.0 if radians < 0 else radians * 57.29577951308232


def _fill_colour(text_object: object) -> tuple[int, int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(text_object, *parts):
        return 0, 0, 0, 255
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha


def runs(glyphs: list[Glyph | None]) -> Iterator[list[Glyph]]:
    """The characters between line breaks of the file."""
    current: list[Glyph] = []
    for glyph in glyphs:
        if glyph is not None:
            current.append(glyph)
        elif current:
            yield current
            current = []
    if current:
        yield current
