"""
How well and how fast a policy is read, beside a list of keywords, in one run.

    .venv/bin/python bench/reading.py              everything, under two minutes, no network
    .venv/bin/python bench/reading.py --differences    each value that was read otherwise
    .venv/bin/python bench/reading.py --no-speed
    .venv/bin/python bench/reading.py --held     only the sums for those that nobody tunes on

`bench/policies` holds invented policies, each with what a person reads in it. `blind_*` were
written blind and have been tuned on since; `dev_*` and `held_*` by somebody who never saw the
reader: the first may be tuned on, the second never. The three real ones beside the project are
used where present.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import reading_documents  # noqa: E402  (beside this script, found once the path is known)
import reading_scores  # noqa: E402
from reading_peer import keyword_clauses  # noqa: E402

from footprint.rulebook.reading.reader import read_policy  # noqa: E402

PAGES = (2, 20, 200)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    options.add_argument("--differences", action="store_true", help="list what was read otherwise")
    options.add_argument("--no-speed", action="store_true", help="figures of accuracy only")
    options.add_argument("--held", action="store_true", help="only the sums for held_*")
    options.add_argument("--one", nargs=3, metavar=("READER", "FORM", "FILE"))
    asked = options.parse_args()
    if asked.one:
        _measure(asked.one[0], asked.one[1], Path(asked.one[2]))
        return
    reading_scores.report(HERE / "policies", differences=asked.differences, held=asked.held)
    if not asked.no_speed and not asked.held:
        _speed()


def _speed() -> None:
    print(
        "\nOne document, in a process of its own: CPU seconds, and peak memory above an idle start"
    )
    print(f"{'':18}{'pages':>6}{'characters':>12}{'footprint':>20}{'keywords':>20}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        for form in ("text", "docx", "pdf"):
            for pages in PAGES:
                file = Path(scratch) / f"{pages}.{form}"
                file.write_bytes(reading_documents.made(HERE / "policies", form, pages))
                _compare(form, pages, file)


def _compare(form: str, pages: int, file: Path) -> None:
    ours, peer = (_child(reader, form, file) for reader in ("footprint", "keywords"))
    shown = [f"{cpu:8.3f} s {memory:6.1f} MB" for cpu, memory, _ in (ours, peer)]
    ratio = ours[0] / max(peer[0], 1e-6)
    print(f"{form:18}{pages:6}{ours[2]:12,.0f}{shown[0]:>20}{shown[1]:>20}{ratio:7.1f}x")


def _child(reader: str, form: str, file: Path) -> tuple[float, float, float]:
    """CPU seconds, megabytes, characters of one reading, measured where nothing else ran."""
    command = [sys.executable, __file__, "--one", reader, form, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=110)
    cpu, memory, characters = done.stdout.split()
    return float(cpu), float(memory), float(characters)


def _measure(reader: str, form: str, file: Path) -> None:
    """Print CPU seconds, megabytes above the start, and characters, for one file.

    What is imported before counts as the start: the product has it loaded anyway.
    """
    read = read_policy if reader == "footprint" else lambda source: keyword_clauses(source.text)
    data = file.read_bytes()
    before, start = _peak(), time.process_time()
    source = reading_documents.opened(data, form)
    read(source)
    cpu = time.process_time() - start
    print(cpu, max(0.0, _peak() - before), len(source.text))


def _peak() -> float:
    """The most memory that this process held so far, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says of a child starts at its parent's size on Linux
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
