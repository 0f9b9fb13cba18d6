"""Documents are parsed in a process of their own, with limits, that knows no secret and ends after.

A parser that crashes, hangs, eats memory or is taken over by a crafted file then costs one upload
and one plain sentence. Runs as `python -m footprint.policies.documents.child`: the file on stdin,
JSON on stdout. Must never import Django: it would bring settings and their secrets in.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

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

_SOURCE = Path(__file__).resolve().parents[3]
_MOST_SAID = 64 * 1024 * 1024  # bytes of JSON
_OPEN_FILES = 64
_MEGABYTE = 1024 * 1024
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
    with tempfile.TemporaryFile() as source, tempfile.TemporaryDirectory() as folder:
        source.write(data)
        source.seek(0)
        command = [sys.executable, "-P", "-B", "-m", __spec__.name, tidy(filename)[:200]]
        limits = [str(max(1, round(seconds))), str(megabytes)]
        with subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
            [*command, *limits],
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_bare_environment(),
            start_new_session=True,
        ) as child:
            said, late = _listen(child, seconds)
    return _answer(said, late=late, status=child.returncode)


def _bare_environment() -> dict[str, str]:
    """What Python and tesseract need to start, and none of the settings."""
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "PYTHONPATH": str(_SOURCE), "OMP_THREAD_LIMIT": "1"}


def _listen(child: subprocess.Popen[bytes], seconds: float) -> tuple[bytes, bool]:
    """What the child said, and whether it had to be stopped. The whole session ends either way."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        _end_session(child.pid)

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        return (child.stdout.read(_MOST_SAID) if child.stdout else b""), late.is_set()
    finally:
        timer.cancel()
        # Before anybody waits for it: until then the number cannot be another process's.
        _end_session(child.pid)


def _end_session(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _answer(said: bytes, *, late: bool, status: int) -> Document:
    try:
        return answer_from_json(said)
    except Garbled:
        slow = late or status == -signal.SIGXCPU
        raise DocumentProblem(_TOO_LONG if slow else _CRASHED) from None


def _limit(seconds: int, megabytes: int) -> None:
    """No more than this, for this process and all it starts."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _said(filename: str) -> str:
    try:
        document = open_document(sys.stdin.buffer.read(MAX_BYTES + 1), filename=filename)
    except DocumentProblem as problem:
        return problem_to_json(problem)
    except MemoryError:
        return problem_to_json(DocumentProblem(_TOO_MUCH_MEMORY))
    return document_to_json(document)


def main(arguments: list[str]) -> None:
    """The child's whole life: limits, one document, one answer."""
    filename, seconds, megabytes = arguments
    answer = os.dup(1)
    os.dup2(2, 1)  # a library that prints must not spoil the answer
    _limit(int(seconds), int(megabytes))
    said = _said(filename)
    with os.fdopen(answer, "wb") as out:
        out.write(said.encode("ascii"))


if __name__ == "__main__":
    main(sys.argv[1:])
