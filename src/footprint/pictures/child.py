"""Pictures are re-drawn in a process of their own, with limits, that knows no secret.

Runs as `python -m footprint.pictures.child`: the picture on stdin; a line of JSON and
the bytes of the copy on stdout. Must never import Django: it would bring settings in.
"""

import json
import sys
from typing import Any

from footprint.confined.running import Said, live, run_confined
from footprint.pictures.carried import Carried
from footprint.pictures.copying import (
    LONGEST_SIDE,
    MAX_BYTES,
    Copy,
    Look,
    PictureFormat,
    PictureProblem,
    clean_copy,
)

_MOST_SAID = 32 * 1024 * 1024
_MARKS = {PictureFormat.JPEG: b"\xff\xd8\xff", PictureFormat.PNG: b"\x89PNG\r\n\x1a\n"}
_TOO_LONG = "This picture took too long to read. Save a smaller copy and upload that."
_TOO_MUCH_MEMORY = "This picture needs too much memory. Save a smaller copy and upload that."
_CRASHED = (
    "This picture could not be read: something in it is broken. Open it on your device, save it "
    "again and upload the new copy."
)


def copy_in_child(
    data: bytes, *, look: Look = Look.CLEAR, seconds: float = 20, megabytes: int = 900
) -> Copy:
    """
    `clean_copy`, in a child process.

    Raises:
        PictureProblem: also where the child crashed, hung or ran out of memory.
    """
    if len(data) > MAX_BYTES:  # before anything is copied
        return clean_copy(data)
    said = run_confined(
        module=__spec__.name,
        arguments=[look.value],
        data=data,
        seconds=seconds,
        megabytes=megabytes,
        most_said=_MOST_SAID,
    )
    return _answer(said)


def _answer(said: Said) -> Copy:
    """What the child said, believed only where it is what a child may say."""
    head, _, data = said.answer.partition(b"\n")
    try:
        told: dict[str, Any] = json.loads(head)
        if "problem" in told:
            raise PictureProblem(str(told["problem"])[:500])
        return _copy(told, data)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PictureProblem(_TOO_LONG if said.too_slow else _CRASHED) from None


def _copy(told: dict[str, Any], data: bytes) -> Copy:
    kind = PictureFormat(told["format"])
    width, height = int(told["width"]), int(told["height"])
    if not data.startswith(_MARKS[kind]) or not 0 < max(width, height) <= LONGEST_SIDE:
        raise ValueError("no such copy")
    return Copy(kind, width, height, frozenset(map(Carried, told["carried"])), data)


def _said(arguments: list[str], data: bytes) -> bytes:
    try:
        made = clean_copy(data, Look(arguments[0]))
    except PictureProblem as problem:
        return json.dumps({"problem": problem.sentence}).encode()
    except MemoryError:
        return json.dumps({"problem": _TOO_MUCH_MEMORY}).encode()
    told = {
        "format": made.format.value,
        "width": made.width,
        "height": made.height,
        "carried": sorted(made.carried),
    }
    return json.dumps(told).encode() + b"\n" + made.data


if __name__ == "__main__":
    live(_said, sys.argv[1:], MAX_BYTES + 1)
