"""
`footprint serve`: prepare once, then web and workers as children, restarted when they die.

No Django in this process: it idles at a dozen megabytes and survives whatever the others do.
"""

import argparse
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

COMMAND = [sys.executable, "-m", "footprint.cli"]
PAUSE_SECONDS = 2  # before a child that died young is started again
WAIT_SECONDS = 15  # for children to finish their request or task
PR_SET_PDEATHSIG = 1


def main(argv: list[str]) -> int:
    """Serve until stopped; the exit status is that of the preparation if that fails."""
    options = _options(argv)
    if options.web:  # machines with workers only leave the database to the one with the web
        prepared = subprocess.run([*COMMAND, "prepare"], check=False)  # noqa: S603 (our own)
        if prepared.returncode:
            return prepared.returncode
    Supervisor(_commands(options), _door(options)).run()
    return 0


def _door(options: argparse.Namespace) -> tuple[str, int] | None:
    """Where the web answers; "every address" is asked on this machine's own."""
    if not options.web:
        return None
    return ("127.0.0.1" if options.host == "0.0.0.0" else options.host, options.port)  # noqa: S104


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="footprint serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on")
    parser.add_argument("--web", type=int, default=1, help="web processes")
    parser.add_argument("--workers", type=int, default=1, help="worker processes")
    return parser.parse_args(argv)


def _commands(options: argparse.Namespace) -> dict[str, list[str]]:
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", options.host]
    web += ["--port", str(options.port), "--workers", str(options.web)]
    # granian's default is hundreds of threads, each with a database connection of its own
    web += ["--blocking-threads", "4", "--no-ws", "--respawn-failed-workers"]
    web += ["--log-level", "warning", "footprint.config.wsgi:application"]
    commands = {"web": web} if options.web else {}
    for number in range(1, options.workers + 1):
        commands[f"worker-{number}"] = [*COMMAND, "worker", "--interval", "0.5", "--no-reload"]
    return commands


class Supervisor:
    """
    Keeps one child process for each command until told to stop.

    Args:
        door: host and port that answer once the web is up; None without a web.
    """

    def __init__(self, commands: dict[str, list[str]], door: tuple[str, int] | None) -> None:
        self.commands = commands
        self.door = door
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.born: dict[str, float] = {}
        self.stopping = False

    def run(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        for name in self.commands:
            self._start(name)
        announced = False
        while not self.stopping:
            self._restart_the_dead()
            announced = announced or self._announce()
            time.sleep(0.2)
        self._end()

    def _announce(self) -> bool:
        """Say that it is ready, once that is true."""
        if self.door is None:
            print("Footprint's workers run - Ctrl+C stops them", flush=True)  # noqa: T201
            return True
        try:
            socket.create_connection(self.door, timeout=1).close()
        except OSError:
            return False
        host, port = self.door
        print(f"Footprint is ready on http://{host}:{port}/ - Ctrl+C stops it", flush=True)  # noqa: T201
        return True

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _start(self, name: str) -> None:
        self.children[name] = subprocess.Popen(  # noqa: S603 (our own commands)
            self.commands[name],
            preexec_fn=_die_with_parent,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "footprint.config.settings"},
        )
        self.born[name] = time.monotonic()

    def _restart_the_dead(self) -> None:
        for name, child in list(self.children.items()):
            if child.poll() is None:
                continue
            sys.stderr.write(f"{name} ended with {child.returncode}; starting it again\n")
            if time.monotonic() - self.born[name] < PAUSE_SECONDS:
                time.sleep(PAUSE_SECONDS)
            self._start(name)

    def _end(self) -> None:
        for child in self.children.values():
            child.terminate()
        for child in self.children.values():
            try:
                child.wait(WAIT_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()


def _die_with_parent() -> None:
    """Linux: no orphans after a kill -9 of the supervisor. Elsewhere there is no such call."""
    try:
        ctypes.CDLL("libc.so.6").prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    except OSError:
        return
