"""A copy shows what the original shows, and carries nothing of what it carried."""

import io
import subprocess
import sys
from collections.abc import Callable

import pytest
from PIL import Image

from footprint.confined.running import Said
from footprint.pictures import child
from footprint.pictures.carried import Carried
from footprint.pictures.child import copy_in_child
from footprint.pictures.copying import (
    COVERED_SIDE,
    LONGEST_SIDE,
    MAX_BYTES,
    Look,
    PictureFormat,
    PictureProblem,
    clean_copy,
)
from footprint.pictures.tests import files as pictures
from footprint.pictures.tests.files import SECRET, plain, saved

C = Carried


@pytest.mark.parametrize(
    ("make", "carried"),
    [
        (
            pictures.jpeg,
            {C.PLACE, C.TIME, C.CAMERA, C.WORDS, C.HISTORY, C.COLOURS, C.HIDDEN_BYTES},
        ),
        (pictures.png, {C.PLACE, C.TIME, C.CAMERA, C.WORDS, C.HISTORY, C.HIDDEN_BYTES}),
        (pictures.webp, {C.PLACE, C.TIME, C.CAMERA, C.WORDS, C.HISTORY, C.HIDDEN_BYTES}),
    ],
)
def test_a_copy_carries_nothing_and_says_what_was_left_out(
    make: Callable[[], bytes], carried: set[Carried]
) -> None:
    original = make()
    assert SECRET.encode() in original

    copy = copy_in_child(original)

    assert copy.carried == carried
    assert SECRET.encode() not in copy.data
    for mark in (b"Exif", b"xmp", b"8BIM", b"ICC_PROFILE", b"iCCP", b"tEXt", b"iTXt", b"eXIf"):
        assert mark not in copy.data
    with Image.open(io.BytesIO(copy.data)) as opened:
        assert dict(opened.getexif()) == {}
        assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & set(opened.info)
        assert opened.size == (64, 48)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_carries_nothing_is_said_to_carry_nothing(form: str) -> None:
    assert clean_copy(saved(plain(), form)).carried == frozenset()


def test_a_picture_taken_sideways_stands_upright() -> None:
    copy = clean_copy(pictures.jpeg(orientation=6))

    with Image.open(io.BytesIO(copy.data)) as opened:
        assert opened.size == (48, 64)
        assert max(opened.convert("L").crop((40, 0, 48, 6)).tobytes()) < 60


def test_what_is_see_through_stays_so() -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))

    copy = clean_copy(saved(clear, "WEBP", lossless=True))

    assert copy.format is PictureFormat.PNG
    with Image.open(io.BytesIO(copy.data)) as opened:
        assert opened.convert("RGBA").getpixel((1, 1)) == (0, 0, 0, 0)


def test_a_copy_is_never_larger_than_any_site_shows() -> None:
    copy = copy_in_child(saved(plain((6000, 1500)), "JPEG"))

    assert (copy.width, copy.height) == (LONGEST_SIDE, LONGEST_SIDE // 4)


def _moving(form: str) -> bytes:
    views = [plain(colour=colour) for colour in ("red", "blue")]
    return saved(views[0], form, save_all=True, append_images=views[1:])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"x" * (MAX_BYTES + 1), "larger than 10 MB"),
        (b"\xff\xd8\xff\xe0 and no picture", "damaged"),
        (pictures.jpeg()[:300], "damaged"),
        (pictures.png()[:60], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "damaged"),
        (b"RIFF\xff\xff\xff\xffWEBP" + b"\x00" * 64, "damaged"),
        (pictures.png_that_claims(40_000, 40_000), "too many pixels"),
        (saved(plain(), "GIF"), "GIF picture"),
        (saved(plain(), "TIFF"), "TIFF picture"),
        (saved(plain(), "BMP"), "BMP picture"),
        (b"%PDF-1.7", "a PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1", "no picture that can be used"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a drawing"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 30, "HEIC"),
        (b"PK\x03\x04rest", "zip folder"),
        (b"Only words.", "no picture that can be used"),
        (_moving("WEBP"), "moves"),
        (_moving("PNG"), "moves"),
    ],
)
def test_what_is_no_still_picture_is_refused_with_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(PictureProblem, match=sentence):
        copy_in_child(data)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"null",
        b"[]\nx",
        b'{"format": "jpeg"}\n',
        b'{"format":"jpeg","width":1,"height":1,"carried":[]}\n<script>',
        b'{"format":"jpeg","width":1,"height":1,"carried":["x"]}\n\xff\xd8\xff',
        b'{"format":"jpeg","width":99999,"height":1,"carried":[]}\n\xff\xd8\xff',
        b'{"format":"svg","width":1,"height":1,"carried":[]}\n<svg>',
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "run_confined", lambda **_: Said(answer, False))

    with pytest.raises(PictureProblem, match="something in it is broken"):
        copy_in_child(b"\xff\xd8\xff")


def test_a_child_that_took_too_long_is_said_to_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "run_confined", lambda **_: Said(b"", True))

    with pytest.raises(PictureProblem, match="took too long"):
        copy_in_child(b"\xff\xd8\xff")


def test_the_child_never_imports_django() -> None:
    code = (
        "import sys; import footprint.pictures.child; "
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_covered_copy_shows_shapes_and_no_face_or_word() -> None:
    picture = plain((1200, 900), "white")
    for left in range(0, 1200, 40):  # stripes as fine as the features of a face in a group
        picture.paste("black", (left, 0, left + 20, 900))

    copy = copy_in_child(saved(picture, "PNG"), look=Look.COVERED)

    assert (copy.format, max(copy.width, copy.height)) == (PictureFormat.JPEG, COVERED_SIDE)
    with Image.open(io.BytesIO(copy.data)) as opened:
        middle = opened.convert("L").crop((180, 130, 280, 200))  # away from the dark corner
        darkest, lightest = middle.getextrema()
        assert lightest - darkest < 16  # type: ignore[operator]
