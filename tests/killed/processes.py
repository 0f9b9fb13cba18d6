"""Real processes of Footprint, on a case's own database, feeds and mail server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.killed.databases import Database
from tests.killed.mailbox import Mailbox

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 90  # seconds until a process that does not end is taken for stuck


@dataclass(frozen=True)
class Footprint:
    """
    An installation that can be started again and again.

    Args:
        place: "host:port" of the feeds.
    """

    database: Database
    mailbox: Mailbox
    place: str
    log: Path

    def run(self, *words: str, at: datetime, failpoint: str = "") -> int:
        """Run a command to its end; returns its status, which is negative if it was killed."""
        with self.started(*words, at=at, failpoint=failpoint) as process:
            return process.wait(LONGEST)

    @contextmanager
    def started(
        self, *words: str, at: datetime, failpoint: str = ""
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Run a command beside the block; whatever happens, it does not outlive it."""
        command = [sys.executable, "-m", "tests.killed.footprint_at", at.isoformat(), *words]
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment(failpoint), stdout=log, stderr=log
            )
        try:
            yield process
        finally:
            process.kill()
            process.wait(LONGEST)

    def _environment(self, failpoint: str) -> dict[str, str]:
        return {
            **os.environ,
            **self.database.environment,
            "DJANGO_SETTINGS_MODULE": "footprint.config.settings_for_tests",
            "FOOTPRINT_MODE": "test",
            "FOOTPRINT_EMAIL_URL": self.mailbox.url,
            "FOOTPRINT_TEST_ALLOW": self.place,
            "FOOTPRINT_TEST_FAILPOINT": failpoint,
        }
