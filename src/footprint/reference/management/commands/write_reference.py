"""`footprint write-reference [--check]`: write docs/reference, or say which pages are stale."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.module_loading import autodiscover_modules

from footprint.reference.pages import reference_pages

FOLDER = Path("docs/reference")


class Command(BaseCommand):
    help = "Write docs/reference from the tables in the code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail if stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        autodiscover_modules("jobs")
        pages = reference_pages()
        if check:
            self._compare(pages)
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            (FOLDER / name).write_text(text)

    def _compare(self, pages: dict[str, str]) -> None:
        on_disk = {path.name: path.read_text() for path in FOLDER.glob("*.md")}
        stale = sorted(name for name in pages | on_disk if pages.get(name) != on_disk.get(name))
        if stale:
            self.stderr.write(f"stale: {', '.join(stale)}. Run `make docs`.")
            sys.exit(1)
