"""Documents are parsed in a process of their own, with limits, that knows no secret and ends after.

Runs as `python -m footprint.policies.documents.child`: the file on stdin, JSON on stdout. Must
never import Django: it would bring settings and their secrets in.
"""

import sys

from footprint.confined.running import live, run_confined
from footprint.policies.documents.opening import MAX_BYTES, open_document
from footprint.policies.documents.passing import (
    Garbled,
    answer_from_json,
    document_to_json,
    problem_to_json,
)
from footprint.policies.documents.problem import DocumentProblem
from footprint.policies.documents.text import Document
from footprint.policies.documents.tidying import tidy

_MOST_SAID = 64 * 1024 * 1024  # bytes of JSON
_TOO_LONG = (
    "This document took too long to read. Save it again without pictures, or upload its text."
)
_TOO_MUCH_MEMORY = (
    "This document needs too much memory to read. Save it again without pictures and upload that."
)
_CRASHED = (
    "This document could not be read: something in it is broken. Open it on your computer, save "
    "it again and upload the new copy."
)


def open_in_child(
    data: bytes, filename: str, *, seconds: float = 30, megabytes: int = 512
) -> Document:
    """
    `open_document`, in a child process.

    Args:
        seconds: the longest it may take, on the clock and of the processor.
        megabytes: the most address space it may take.

    Raises:
        DocumentProblem: also where the child crashed, hung or ran out of memory.
    """
    if len(data) > MAX_BYTES:  # before anything is copied
        return open_document(data, filename=filename)
    said = run_confined(
        module=__spec__.name,
        arguments=[tidy(filename)[:200]],
        data=data,
        seconds=seconds,
        megabytes=megabytes,
        most_said=_MOST_SAID,
    )
    try:
        return answer_from_json(said.answer)
    except Garbled:
        raise DocumentProblem(_TOO_LONG if said.too_slow else _CRASHED) from None


def _said(arguments: list[str], data: bytes) -> bytes:
    [filename] = arguments
    try:
        answer = document_to_json(open_document(data, filename=filename))
    except DocumentProblem as problem:
        answer = problem_to_json(problem)
    except MemoryError:
        answer = problem_to_json(DocumentProblem(_TOO_MUCH_MEMORY))
    return answer.encode("ascii")


if __name__ == "__main__":
    live(_said, sys.argv[1:], MAX_BYTES + 1)
