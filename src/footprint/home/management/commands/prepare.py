"""`footprint prepare`: bring database and static files up to date; in the demo, fill it once."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from footprint.schools.models import School


class Command(BaseCommand):
    help = "Migrate, collect static files if they changed, fill the demo if it is empty."

    def handle(self, *args: Any, **options: Any) -> None:
        settings.DATA.mkdir(parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        self._collect_static()
        if settings.DEMO and not School.objects.exists():
            self.stdout.write("Making the sample school; this happens once ...")
            call_command("sample_data")

    def _collect_static(self) -> None:
        """Only if a file changed: compressing them takes longer than everything else here."""
        stamp = settings.DATA / "static.stamp"
        wanted = _fingerprint()
        if stamp.exists() and stamp.read_text() == wanted:
            return
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        stamp.write_text(wanted)


def _fingerprint() -> str:
    """A digest of every static file's place, size and time of change."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            state = Path(storage.path(name)).stat()
            digest.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()
