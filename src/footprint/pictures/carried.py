"""What a picture file carries besides the picture: said as yes or no, never what it says."""

from __future__ import annotations

import re
from enum import StrEnum

from PIL import ExifTags, Image


class Carried(StrEnum):
    """What a copy leaves out."""

    PLACE = "place"  # where it was taken
    TIME = "time"  # when
    CAMERA = "camera"  # with which device or program
    WORDS = "words"  # captions, names, comments, an author
    SMALL_COPY = "small_copy"  # a thumbnail, which may show what was cut off later
    HISTORY = "history"  # the notes of an editing program
    COLOURS = "colours"  # a colour profile
    HIDDEN_BYTES = "hidden_bytes"  # bytes after the end of the picture


_TIMES = frozenset(
    {ExifTags.Base.DateTime, ExifTags.Base.DateTimeOriginal, ExifTags.Base.DateTimeDigitized}
)
_CAMERA = frozenset(
    {
        ExifTags.Base.Make,
        ExifTags.Base.Model,
        ExifTags.Base.Software,
        ExifTags.Base.LensModel,
        ExifTags.Base.BodySerialNumber,
        ExifTags.Base.CameraOwnerName,
        ExifTags.Base.MakerNote,
    }
)
_WORDS = frozenset(
    {
        ExifTags.Base.ImageDescription,
        ExifTags.Base.Artist,
        ExifTags.Base.Copyright,
        ExifTags.Base.UserComment,
        ExifTags.Base.XPTitle,
        ExifTags.Base.XPComment,
        ExifTags.Base.XPAuthor,
        ExifTags.Base.XPKeywords,
        ExifTags.Base.XPSubject,
    }
)
_PLACE_IN_XMP = re.compile(rb"GPSL|photoshop:City|Iptc4xmpCore:Location|LocationCreated", re.I)
_TIME_IN_XMP = re.compile(rb"CreateDate|DateTimeOriginal|DateCreated", re.I)
# Of an iTXt, tEXt or zTXt chunk Pillow makes entries of `info`; these are not such words.
_NO_WORDS = frozenset(
    {
        "exif",
        "xmp",
        "icc_profile",
        "photoshop",
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "dpi",
        "gamma",
        "srgb",
        "chromaticity",
        "transparency",
        "adobe",
        "adobe_transform",
        "progressive",
        "progression",
        "interlace",
        "aspect",
        "loop",
        "background",
        "timestamp",
        "duration",
        "mp",
        "mpoffset",
        "blend",
        "disposal",
        "default_image",
        "bbox",
    }
)
_CITY_IN_IPTC = b"\x1c\x02\x5a"
_DAY_IN_IPTC = b"\x1c\x02\x37"


def carried_by(picture: Image.Image, data: bytes) -> frozenset[Carried]:
    """What an opened picture and its bytes carry besides what is seen."""
    found = {*_in_exif(picture), *_in_xmp(picture), *_in_iptc(picture)}
    if picture.info.get("icc_profile"):
        found.add(Carried.COLOURS)
    if {str(name).lower() for name in picture.info} - _NO_WORDS:
        found.add(Carried.WORDS)
    if _end_of(data) < len(data.rstrip(b"\x00")):
        found.add(Carried.HIDDEN_BYTES)
    return frozenset(found)


def _in_exif(picture: Image.Image) -> set[Carried]:
    exif = picture.getexif()
    tags = {*exif, *exif.get_ifd(ExifTags.IFD.Exif)}
    found: set[Carried] = set()
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        found.add(Carried.PLACE)
    if tags & _TIMES:
        found.add(Carried.TIME)
    if tags & _CAMERA:
        found.add(Carried.CAMERA)
    if tags & _WORDS:
        found.add(Carried.WORDS)
    if exif.get_ifd(ExifTags.IFD.IFD1):
        found.add(Carried.SMALL_COPY)
    return found


def _in_xmp(picture: Image.Image) -> set[Carried]:
    xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    raw = xmp.encode() if isinstance(xmp, str) else bytes(xmp)
    if not raw:
        return set()
    found = {Carried.HISTORY}
    if _PLACE_IN_XMP.search(raw):
        found.add(Carried.PLACE)
    if _TIME_IN_XMP.search(raw):
        found.add(Carried.TIME)
    return found


def _in_iptc(picture: Image.Image) -> set[Carried]:
    blocks = picture.info.get("photoshop")
    raw = blocks.get(0x0404, b"") if isinstance(blocks, dict) else b""
    if not blocks:
        return set()
    found = {Carried.HISTORY}
    if b"\x1c\x02" in raw:
        found.add(Carried.WORDS)
    if _CITY_IN_IPTC in raw:
        found.add(Carried.PLACE)
    if _DAY_IN_IPTC in raw:
        found.add(Carried.TIME)
    return found


def _end_of(data: bytes) -> int:
    """Where the picture itself ends; the end of the bytes where that cannot be told."""
    if data.startswith(b"\x89PNG"):
        return _end_of_png(data)
    if data.startswith(b"RIFF"):
        size = 8 + int.from_bytes(data[4:8], "little")
        return size + size % 2
    return _end_of_jpeg(data)


def _end_of_png(data: bytes) -> int:
    at = 8
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        at += 12 + length
        if kind == b"IEND":
            return at
    return len(data)


_SCAN, _END, _START = 0xDA, 0xD9, 0xD8


def _end_of_jpeg(data: bytes) -> int:
    at = 2
    while (at := data.find(b"\xff", at)) != -1 and at + 4 <= len(data) + 2:
        kind = data[at + 1] if at + 1 < len(data) else 0
        if kind == _END:
            return at + 2
        if kind in (0x00, 0x01, 0xFF, _START) or 0xD0 <= kind <= 0xD7:
            at += 1 if kind == 0xFF else 2
        else:  # a segment with its length; after the one of a scan the colours follow
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return len(data)
