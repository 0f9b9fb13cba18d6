"""Invented pictures that carry a secret in every place where a picture file can carry one."""

import io
import struct
import zlib

from PIL import ExifTags, Image, ImageCms, PngImagePlugin

SECRET = "Puddleford-harbour-51.5033"
_XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description photoshop:City='
    f'"{SECRET}" xmp:CreateDate="2026-05-04"/></rdf:RDF></x:xmpmeta>'
).encode()


def plain(size: tuple[int, int] = (64, 48), colour: str = "teal") -> Image.Image:
    """A picture of one colour with a dark corner at the top left."""
    made = Image.new("RGB", size, colour)
    made.paste("black", (0, 0, size[0] // 4, size[1] // 4))
    return made


def saved(picture: Image.Image, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def exif(*, orientation: int = 1) -> Image.Exif:
    """Place, time, camera and words, each with the secret."""
    made = Image.Exif()
    made[ExifTags.Base.Make] = SECRET
    made[ExifTags.Base.DateTime] = "2026:05:04 10:00:00"
    made[ExifTags.Base.ImageDescription] = SECRET
    made[ExifTags.Base.Orientation] = orientation
    gps = made.get_ifd(ExifTags.IFD.GPSInfo)
    gps[1], gps[2], gps[29] = "N", (51.0, 30.0, 12.0), "2026:05:04"
    return made


def jpeg(*, orientation: int = 1) -> bytes:
    """EXIF, XMP, IPTC, a comment, a colour profile, and bytes after the end."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(
        plain(),
        "JPEG",
        exif=exif(orientation=orientation),
        comment=SECRET,
        icc_profile=profile,
        xmp=_XMP,
    )
    return data[:2] + _iptc() + data[2:] + SECRET.encode()


def _iptc() -> bytes:
    """A Photoshop segment with a city and a date created."""
    words = SECRET.encode()
    records = b"\x1c\x02\x5a" + struct.pack(">H", len(words)) + words
    records += b"\x1c\x02\x37" + struct.pack(">H", 8) + b"20260504"
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records
    body = b"Photoshop 3.0\x00" + block + b"\x00" * (len(block) % 2)
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def png() -> bytes:
    """Text chunks, EXIF, and bytes after the end."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", SECRET)
    notes.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    return saved(plain(), "PNG", pnginfo=notes, exif=exif()) + SECRET.encode()


def webp() -> bytes:
    return saved(plain(), "WEBP", exif=exif(), xmp=_XMP) + SECRET.encode()


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that say they are an enormous picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checked)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\x00" * 1000))
        + chunk(b"IEND", b"")
    )
