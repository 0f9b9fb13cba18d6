"""
`footprint match --register FILE [POSTS]`: a post a line in, a line of JSON out.

A line may also be JSON itself, for what is known beside the text:
{"text": ..., "author_place": ..., "source": ..., "scope": [ids], "thread": [ids]}.
Works without a database and without Django; nothing is stored.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from footprint.matching.answers import Answer, Context
from footprint.matching.attribution import Attribution
from footprint.matching.register import RegisterUnreadable, read_register

CANNOT_BE_READ = 2
_LINES_AT_ONCE = 2_000


def main(argv: list[str]) -> int:
    """
    Read posts from a file or from standard input and say which school each is about.

    One line out for every line in, blank ones too. Bytes that are not UTF-8 are replaced.

    Returns:
        0 when all was read; 2, with one plain sentence on standard error, when the register or
        the posts cannot be. A reader who stops reading ends it quietly.
    """
    options = _parser().parse_args(argv)
    try:
        attribution = Attribution(read_register(options.register))
        if options.posts == "-":
            _write_all(attribution, sys.stdin.buffer)
        else:
            with open(options.posts, "rb") as posts:
                _write_all(attribution, posts)
    except RegisterUnreadable as problem:
        return _refuse(str(problem))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as problem:
        return _refuse(f"{problem.filename} cannot be opened: {problem.strerror}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="footprint match",
        description="Say which school posts are about: one post per line in, one of JSON out.",
    )
    parser.add_argument(
        "--register", type=Path, required=True, help="the register of schools: CSV, or CSV in gzip"
    )
    parser.add_argument("posts", nargs="?", default="-", help="a text file; - is standard input")
    return parser


def _write_all(attribution: Attribution, posts: BinaryIO) -> None:
    interactive = posts.isatty()
    while lines := list(islice(posts, 1 if interactive else _LINES_AT_ONCE)):
        read = [_read(line) for line in lines]
        answers = attribution.about_each([text for text, _ in read], [beside for _, beside in read])
        for answer in answers:
            sys.stdout.write(json.dumps(as_dict(answer), ensure_ascii=False) + "\n")
        sys.stdout.flush()


def as_dict(answer: Answer) -> dict[str, object]:
    """The answer as plain data."""
    return {
        "school": answer.school,
        "candidates": list(answer.candidates),
        "reasons": list(answer.reasons),
    }


def _read(line: bytes) -> tuple[str, Context]:
    """The text of a line and what is known beside it; a line that is no JSON is text."""
    text = line.decode("utf-8", errors="replace").strip("\r\n\ufeff")
    if not text.startswith("{"):
        return text, Context()
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        return text, Context()
    return str(given.get("text", "")), Context(
        author_place=str(given.get("author_place", "")),
        source=str(given.get("source", "")),
        scope=frozenset(_ids(given.get("scope"))),
        thread=frozenset(_ids(given.get("thread"))),
    )


def _ids(listed: object) -> Iterator[str]:
    if isinstance(listed, list):
        yield from (str(each) for each in listed)


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return CANNOT_BE_READ
