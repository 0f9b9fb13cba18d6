"""The supervisor: starts, says so when it is true, replaces the dead, leaves no orphan."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Timer
from urllib.request import urlopen

import pytest

COMMAND = [sys.executable, "-m", "footprint.cli", "serve", "--port"]
PATIENCE = 60.0  # seconds; only a hang is ended by it


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, port: int) -> subprocess.Popen[str]:
    env = {
        **{key: value for key, value in os.environ.items() if not key.startswith("FOOTPRINT_")},
        "FOOTPRINT_MODE": "demo",
        "FOOTPRINT_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "footprint.config.settings",
        "DATABASE_URL": "",
    }
    return subprocess.Popen(
        [*COMMAND, str(port)], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def read_until(process: subprocess.Popen[str], wanted: str) -> str:
    """What it says until a line fits; a process that hangs is killed and fails the test."""
    assert process.stdout is not None
    said = ""
    timer = Timer(PATIENCE, process.kill)
    timer.start()
    try:
        for line in process.stdout:
            said += line
            if re.search(wanted, line):
                return said
    finally:
        timer.cancel()
    raise AssertionError(f"never said {wanted!r}, but: {said}")


def children(pid: int) -> dict[str, int]:
    """{worker or web: process id} of a supervisor's children."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (status := _status(entry)) and status[0] == pid:
            found["worker" if "worker" in status[1] else "web"] = int(entry.name)
    return found


def _status(entry: Path) -> tuple[int, str] | None:
    try:
        parent = re.search(r"PPid:\s+(\d+)", (entry / "status").read_text())
        words = (entry / "cmdline").read_text().replace("\0", " ")
    except OSError:
        return None
    return (int(parent.group(1)), words) if parent else None


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs Linux's /proc to find the children")
def test_it_serves_the_sample_school_and_replaces_a_killed_worker(tmp_path: Path) -> None:
    port = free_port()
    with start(tmp_path, port) as process:
        try:
            said = read_until(process, "is ready")
            assert "13 invented schools are ready" in said
            with urlopen(f"http://127.0.0.1:{port}/account/sign-in/") as page:
                assert page.status == 200
            os.kill(children(process.pid)["worker"], signal.SIGKILL)
            read_until(process, "worker-1 ended with -9; starting it again")
            read_until(process, "Starting worker")
        finally:
            process.terminate()
        assert process.wait(PATIENCE) == 0


def test_production_without_settings_says_what_to_set_and_does_not_start(tmp_path: Path) -> None:
    env = {key: value for key, value in os.environ.items() if not key.startswith("FOOTPRINT_")}
    env |= {"FOOTPRINT_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "footprint.config.settings"}

    done = subprocess.run(
        [*COMMAND, str(free_port())], env=env, capture_output=True, text=True, timeout=PATIENCE
    )

    assert done.returncode != 0
    assert "FOOTPRINT_SECRET_KEY" in done.stderr
    assert "FOOTPRINT_BASE_URL" in done.stderr
