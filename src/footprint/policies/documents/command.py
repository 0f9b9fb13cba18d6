"""
`footprint read FILE`: what a document says, clause by clause; with --json the same for a program.

Works without a database and without Django: the file is opened in a child process, nothing is kept.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from textwrap import fill
from typing import TextIO
from zoneinfo import ZoneInfo

from footprint.guidance.checks import outdated_facts
from footprint.guidance.fact import NATIONS
from footprint.policies.documents.as_source import source_of
from footprint.policies.documents.child import open_in_child
from footprint.policies.documents.problem import DocumentProblem
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.reading.showing import Line, LineKind, reading_to_json, reading_to_lines

CANNOT_BE_READ = 2
_WIDEST = 100

# How each kind of line looks: indent, and the terminal's codes for colour and weight.
_LOOKS: Mapping[LineKind, tuple[str, str]] = {
    "verdict": ("", "1"),
    "clause": ("", "1;36"),
    "value": ("  ", ""),
    "quote": ("    ", "2"),
    "unclear": ("  ", "33"),
    "finding": ("", "1;33"),
    "advice": ("  ", ""),
    "missing": ("", "31"),
}
_APART = frozenset({"clause", "finding"})  # begin after an empty line


def main(argv: list[str]) -> int:
    """
    Read one file and print what was found.

    Returns:
        0 when it was read (also when it is no policy); 2, with one plain sentence on standard
        error, when it cannot be.
    """
    options = _options(argv)
    try:
        document = open_in_child(options.file.read_bytes(), filename=options.file.name)
    except OSError as error:
        return _refuse(f"{options.file} cannot be opened: {error.strerror}.")
    except DocumentProblem as problem:
        return _refuse(problem.sentence)
    dated = partial(outdated_facts, on=_today(), nation=options.nation)
    reading = read_policy(source_of(document), checks=[dated])
    if options.json:
        _print([json.dumps(reading_to_json(reading), ensure_ascii=False, indent=2)])
    else:
        notes = (Line("unclear", note) for note in document.notes)
        first, *rest = reading_to_lines(reading)
        if not reading.is_policy:  # nobody asks a recipe what it does not say of friend requests
            rest = [line for line in rest if line.kind != "missing"]
        _print(_dressed([first, *notes, *rest], colour=_wants_colour(sys.stdout)))
    return 0


def _today() -> date:
    """The day in the schools' calendar, wherever this machine stands."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="footprint read",
        description="Say what a social media policy states, and what it does not.",
    )
    parser.add_argument("file", type=Path, help="a policy: PDF, DOCX, ODT, HTML or text")
    parser.add_argument("--json", action="store_true", help="print JSON, for another program")
    parser.add_argument(
        "--nation", choices=NATIONS, default="england", help="whose dated facts to compare with"
    )
    return parser.parse_args(argv)


def _dressed(lines: Iterable[Line], *, colour: bool) -> Iterator[str]:
    """The lines indented and wrapped; what is missing comes last, under a heading of its own."""
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
    before = ""
    for line in lines:
        if line.kind in _APART or (line.kind == "missing" and before != "missing"):
            yield ""
        indent, code = _LOOKS[line.kind]
        text = fill(line.text, width, initial_indent=indent, subsequent_indent=indent)
        yield f"\033[{code}m{text}\033[0m" if colour and code else text
        before = line.kind


def _wants_colour(stream: TextIO) -> bool:
    """Only for a person: https://no-color.org, and never into a file or another program."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _print(lines: Iterable[str]) -> None:
    """A reader who stops reading (`| head`) ends it quietly."""
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return CANNOT_BE_READ
