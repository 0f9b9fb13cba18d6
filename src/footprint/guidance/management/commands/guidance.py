"""`footprint guidance check`: what is due to be looked up again, and what changes soon."""

import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from footprint.guidance.fact import Fact
from footprint.guidance.pack import DUE_AFTER_DAYS, OVERDUE_AFTER_DAYS, Pack, load_pack

SOON_DAYS = 90


class Command(BaseCommand):
    help = "Look after the guidance pack: `guidance check` lists what must be looked up again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("task", choices=["check"], help="what to do")
        parser.add_argument("--on", type=_day, help="another day than today, as 2027-03-01")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit status 1 when something is overdue."""
        on = options["on"] or timezone.localdate(timezone.now())
        pack = load_pack()
        overdue = pack.due_for_check(on=on, after_days=OVERDUE_AFTER_DAYS)
        due = [fact for fact in pack.due_for_check(on=on) if fact not in overdue]
        self._list(f"Overdue: {OVERDUE_AFTER_DAYS} days and more", map(_checked, overdue))
        self._list(f"Due for another look: {DUE_AFTER_DAYS} days and more", map(_checked, due))
        self._list("Changes soon", _changes(pack, on))
        self._list("Never checked against a source", map(_named, pack.unchecked(on=on)))
        self.stdout.write(_summary(pack, on, len(overdue)))
        if overdue:
            sys.exit(1)

    def _list(self, heading: str, lines: Iterator[str]) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(heading))
        for line in list(lines) or ["nothing"]:
            self.stdout.write(f"  {line}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("give the day as 2027-03-01") from None


def _named(fact: Fact) -> str:
    return f"{fact.key}: {fact.title}: {fact.words.rstrip('.')}"


def _checked(fact: Fact) -> str:
    if fact.is_announced:
        return f"{_named(fact)}. Announced for {fact.expected}: look again now"
    sources = "; ".join(map(str, fact.sources))
    return f"{_named(fact)}. Checked {fact.checked_on}; {sources}"


def _changes(pack: Pack, on: date) -> Iterator[str]:
    horizon = on + timedelta(days=SOON_DAYS)
    for fact in pack.coming(on=on):
        if fact.is_announced:
            yield f"{_named(fact)}. Announced for {fact.expected}"
        elif fact.valid_from and fact.valid_from.first <= horizon:
            yield f"{_named(fact)}. From {fact.valid_from}"
    for fact in pack.ending(on=on, within_days=SOON_DAYS):
        yield f"{_named(fact)}. Until {fact.valid_to}"


def _summary(pack: Pack, on: date, overdue: int) -> str:
    held = len(pack.facts(on=on))
    state = f"{overdue} overdue" if overdue else "none overdue"
    return f"{held} facts hold on {on.isoformat()}; {state}."
