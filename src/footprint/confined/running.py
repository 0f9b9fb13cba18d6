"""Run one of our own modules in a process of its own, with limits, that ends after one answer.

A parser that crashes, hangs, eats memory or is taken over by a crafted file then costs one upload
and one plain sentence. What runs here must never import Django: it would bring settings and their
secrets in.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[2]
_OPEN_FILES = 64
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Said:
    """
    What the child wrote, and whether it took longer than it was given.

    Nothing in it may be trusted: a parser that was taken over may write anything.
    """

    answer: bytes
    too_slow: bool


def run_confined(
    *,
    module: str,
    arguments: Sequence[str],
    data: bytes,
    seconds: float,
    megabytes: int,
    most_said: int,
) -> Said:
    """
    Run `python -m module`, which calls `live`, with `data` on its standard input.

    Args:
        seconds: the longest it may take, on the clock and of the processor.
        megabytes: the most address space it may take.
        most_said: bytes of its answer that are read; the rest is dropped.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryDirectory() as folder:
        source.write(data)
        source.seek(0)
        command = [sys.executable, "-P", "-B", "-m", module, *arguments]
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
            answer, late = _listen(child, seconds, most_said)
    return Said(answer, late or child.returncode == -signal.SIGXCPU)


def live(work: Callable[[list[str], bytes], bytes], arguments: Sequence[str], most: int) -> None:
    """
    The child's whole life: limits, one file of at most `most` bytes, one answer.

    Args:
        work: is handed the arguments that `run_confined` was given, and the file.
        arguments: as the process was started, without its name.
    """
    *given, seconds, megabytes = arguments
    answer = os.dup(1)
    os.dup2(2, 1)  # a library that prints must not spoil the answer
    limit(int(seconds), int(megabytes))
    said = work(given, sys.stdin.buffer.read(most))
    with os.fdopen(answer, "wb") as out:
        out.write(said)


def limit(seconds: int, megabytes: int) -> None:
    """No more than this, for this process and all it starts."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bare_environment() -> dict[str, str]:
    """What Python and tesseract need to start, and none of the settings."""
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "PYTHONPATH": str(_SOURCE), "OMP_THREAD_LIMIT": "1"}


def _listen(child: subprocess.Popen[bytes], seconds: float, most: int) -> tuple[bytes, bool]:
    """What the child said, and whether it had to be stopped. The whole session ends either way."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        _end_session(child.pid)

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        return (child.stdout.read(most) if child.stdout else b""), late.is_set()
    finally:
        timer.cancel()
        # Before anybody waits for it: until then the number cannot be another process's.
        _end_session(child.pid)


def _end_session(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
