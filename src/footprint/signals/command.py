"""`footprint triage [FILE]`: a post a line in, a line of JSON out. Nothing is stored."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from footprint.signals.reading import Reason, Signal, read


def main(argv: list[str]) -> int:
    """
    Read posts from a file or from standard input and write what they look like.

    One line out for every line in, blank ones too. Bytes that are not UTF-8 are replaced.
    Returns 0; 1 when the file cannot be read. A reader who stops reading ends it quietly.
    """
    arguments = _parser().parse_args(argv)
    try:
        if arguments.file == "-":
            _write_all(sys.stdin.buffer)
        else:
            with open(arguments.file, "rb") as posts:
                _write_all(posts)
    except BrokenPipeError:
        _let_go_of_output()
    except OSError as problem:
        sys.stderr.write(f"{arguments.file} could not be read: {problem.strerror}.\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="footprint triage",
        description="Say what posts look like: one post per line in, one line of JSON out.",
    )
    parser.add_argument("file", nargs="?", default="-", help="a text file; - is standard input")
    return parser


def _write_all(posts: BinaryIO) -> None:
    for line in _lines(posts):
        sys.stdout.write(json.dumps(as_dict(read(line)), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _lines(posts: BinaryIO) -> Iterator[str]:
    for line in posts:
        yield line.decode("utf-8", errors="replace").strip("\r\n\ufeff")


def as_dict(signal: Signal) -> dict[str, object]:
    """The signal as plain data: kind, flags (sorted), urgent, reasons and, if set, unread."""
    answer: dict[str, object] = {
        "kind": signal.kind.value,
        "flags": sorted(flag.value for flag in signal.flags),
        "urgent": signal.urgent,
        "reasons": [_sentence(reason) for reason in signal.reasons],
    }
    return answer | ({"unread": signal.unread} if signal.unread else {})


def _sentence(reason: Reason) -> str:
    shown = f" (“{reason.words}”)" if reason.words else ""
    return f"{reason.about}: {reason.sentence}{shown}"


def _let_go_of_output() -> None:
    """Python flushes standard output when it ends; a closed pipe would then print an error."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
