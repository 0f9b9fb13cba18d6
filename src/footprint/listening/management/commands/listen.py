"""
`footprint listen --once [--all]`: read the sources now and say what became of each.

It only listens. What the inbox makes of the mentions is the inbox's own job, which the worker
runs; a command that does both belongs in a room above the two.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from footprint.listening.jobs import Outcome, fetch
from footprint.listening.models import Source


class Command(BaseCommand):
    help = "Read the sources that are due and keep what names the school."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="read them once, then stop")
        parser.add_argument("--all", action="store_true", help="also those that are not due yet")

    def handle(self, *args: Any, once: bool, all: bool, **options: Any) -> None:
        if not once:
            raise CommandError(
                "Say --once to read the sources now. To listen all the time, start "
                "`footprint worker`: it reads every source when it is due."
            )
        now = timezone.now()
        sources = Source.objects.free_at(now) if all else Source.objects.due_by(now)
        outcomes = []
        for outcome in fetch(sources.select_related("school")):
            self.stdout.write(line_about(outcome))
            outcomes.append(outcome)
        failed = sum(1 for outcome in outcomes if outcome.error)
        if failed:
            raise CommandError(f"{failed} of {len(outcomes)} sources could not be read.")
        self.stdout.write(f"{len(outcomes)} sources read." if outcomes else "No source was due.")


def line_about(outcome: Outcome) -> str:
    """One line for the person at the terminal: found, kept, not kept, trouble."""
    stored = outcome.stored
    parts = [
        f"{stored.found} found",
        f"{stored.kept} kept",
        f"{stored.already} kept before",
        f"{stored.no_school} name no school of ours",
        f"{stored.another_school} about another school",
    ]
    told = f"{outcome.source.school}, {outcome.source.label}: {', '.join(parts)}."
    problems = "".join(f"\n  {sentence}" for sentence in outcome.source.problems)
    trouble = f"\n  Could not be read: {outcome.error.message}" if outcome.error else ""
    return told + trouble + (problems if not outcome.error else "")
