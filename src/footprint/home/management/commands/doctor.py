"""`footprint doctor`: say whether everything is well; exit status 1 when something is not."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from footprint.home.doctor import examine


class Command(BaseCommand):
    help = "Check database, worker, mail, sources and audit trail."

    def handle(self, *args: Any, **options: Any) -> None:
        findings = examine(now=timezone.now())
        for found in findings:
            style = self.style.SUCCESS if found.well else self.style.ERROR
            word = "well" if found.well else "ILL"
            self.stdout.write(style(f"{found.subject}: {word}. {found.sentence}"))
        if not all(found.well for found in findings):
            sys.exit(1)
