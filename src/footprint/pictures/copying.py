"""One uploaded picture in, one clean copy out, with what the original carried besides."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image, ImageCms, ImageFilter, ImageOps

from footprint.pictures.carried import Carried, carried_by

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 50_000_000
COVERED_SIDE, BLUR = 320, 14  # pixels: a face in a picture of a group is then one grey spot
LONGEST_SIDE = 2400  # pixels of a copy: more than any account shows
_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 88
_SAVE_AS = "Save it as a JPEG or PNG picture and upload that."
_OTHERS = {
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF",
    b"BM": "a BMP picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"<svg": "a drawing (SVG)",
    b"<?xm": "a drawing (SVG)",
    b"PK\x03\x04": "a zip folder or an Office document",
}


class PictureFormat(StrEnum):
    """What a copy is saved as; a WebP picture becomes a JPEG, which every site takes."""

    JPEG = "jpeg"
    PNG = "png"


class Look(StrEnum):
    """How a copy shows what it shows: as it is, or so that one can turn back before seeing it."""

    CLEAR = "clear"
    COVERED = "covered"


class PictureProblem(Exception):
    """
    A picture cannot be used.

    Args:
        sentence: plain words for the person who uploaded it: what is wrong and what to do.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Copy:
    """A clean copy: what it is, its size, and what the original carried that it does not."""

    format: PictureFormat
    width: int
    height: int
    carried: frozenset[Carried]
    data: bytes


def clean_copy(data: bytes, look: Look = Look.CLEAR) -> Copy:
    """
    Re-draw a picture. Call it in a child process (`child.copy_in_child`): decoders have bugs.

    Nothing of the original's bytes is taken over: the colours are put into a new picture, turned
    upright, in plain sRGB, at most `LONGEST_SIDE` pixels long.

    Raises:
        PictureProblem: with one sentence for the person who uploaded it.
    """
    _check(data)
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as original:
            _check_opened(original)
            carried = carried_by(original, data)
            return _redrawn(original, carried, look)
    except (PictureProblem, MemoryError):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large() from None
    except Exception:  # decoders promise no list of errors; none of them may reach the page
        raise PictureProblem(
            "This picture is damaged or incomplete. Open it on your device, save it again and "
            "upload the new copy."
        ) from None


def _check(data: bytes) -> None:
    """By its bytes, never by its name."""
    if not data:
        raise PictureProblem("This file is empty. Check that it opens on your device.")
    if len(data) > MAX_BYTES:
        raise PictureProblem(
            "This picture is larger than 10 MB. Save a smaller copy and upload that."
        )
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    if is_webp or data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return
    if data[4:8] == b"ftyp":
        raise PictureProblem(f"This is a film or an iPhone (HEIC) picture. {_SAVE_AS}")
    for mark, what in _OTHERS.items():
        if data.startswith(mark):
            raise PictureProblem(f"This is {what}. {_SAVE_AS}")
    raise PictureProblem(f"This is no picture that can be used here. {_SAVE_AS}")


def _check_opened(original: Image.Image) -> None:
    if original.width * original.height > MAX_PIXELS:
        raise _too_large()
    moves = getattr(original, "is_animated", False) and original.format != "MPO"
    if moves:  # the pictures inside a phone's JPEG are views of the same moment
        raise PictureProblem(
            "This picture moves. Only the first view could be checked, so use a still picture."
        )


def _too_large() -> PictureProblem:
    return PictureProblem(
        "This picture has too many pixels. Save a smaller copy, at most 7,000 pixels wide, and "
        "upload that."
    )


def _redrawn(original: Image.Image, carried: frozenset[Carried], look: Look) -> Copy:
    profile = original.info.get("icc_profile")
    original.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is then decoded smaller at once
    upright = ImageOps.exif_transpose(original)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    see_through = upright.has_transparency_data
    plain = _in_plain_colours(upright, profile, "RGBA" if see_through else "RGB")
    shown = plain if look is Look.CLEAR else _covered(plain)
    made = Image.new(shown.mode, shown.size)
    made.paste(shown)
    as_png = look is Look.CLEAR and (see_through or original.format == "PNG")
    kind = PictureFormat.PNG if as_png else PictureFormat.JPEG
    out = io.BytesIO()
    if kind is PictureFormat.JPEG:
        made.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    else:
        made.save(out, "PNG", optimize=False)
    return Copy(kind, made.width, made.height, carried, out.getvalue())


def _covered(picture: Image.Image) -> Image.Image:
    """Small, grey and out of focus: shapes can be told, people and words cannot."""
    small = picture.convert("L")
    small.thumbnail((COVERED_SIDE, COVERED_SIDE))
    return small.filter(ImageFilter.GaussianBlur(BLUR)).convert("RGB")


def _in_plain_colours(picture: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
    """Without its colour profile a picture would look wrong; so the colours are worked out."""
    if profile and mode == "RGB" and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            plain = ImageCms.createProfile("sRGB")
            made = ImageCms.profileToProfile(picture, source, plain, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None  # a broken profile: the colours as they are
        if made is not None:
            return made
    return picture.convert(mode)
