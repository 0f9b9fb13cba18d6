"""`footprint verify-audit`: does the whole audit trail hold?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from footprint.audit.models import Event
from footprint.audit.verifying import verify


class Command(BaseCommand):
    help = "Check that no event was changed, removed or put in. Status 1 if the chain is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--printed",
            default="",
            help="the code on a printed report, or its first 12 characters or more: "
            "says whether that state is still part of the trail",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = verify()
        problems = [*found.problems, *_printed(options["printed"].strip().lower())]
        if problems:
            raise CommandError("The audit trail does not hold:\n- " + "\n- ".join(problems))
        self.stdout.write(
            f"All {found.events} events hold. The last one is {found.head or 'none'}."
        )


SHORTEST = 12  # a shorter piece could fit an event by chance


def _printed(digest: str) -> list[str]:
    """An older copy of the database verifies in itself; a code on paper shows that it is older."""
    if not digest:
        return []
    if len(digest) < SHORTEST:
        return [f"Give at least {SHORTEST} characters of the printed code."]
    if Event.objects.filter(digest__startswith=digest).exists():
        return []
    return [f"No event carries the printed code {digest}: events since then are gone."]
