"""
The guidance pack: ask it what holds for a nation on a day, and what is to come.

A file of its own because `footprint read`, the pages and every room above ask the same pack.
Free of Django and of any clock: the caller says which day is meant.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from footprint.guidance.fact import Fact, Theme
from footprint.guidance.loading import read_facts

FACTS = Path(__file__).parent / "facts"
DUE_AFTER_DAYS = 90  # from here on a fact is listed for re-checking
OVERDUE_AFTER_DAYS = 120  # from here on the check fails


@dataclass(frozen=True)
class Pack:
    """All facts, past, present and announced, in the order of the files."""

    entries: tuple[Fact, ...]

    def history(self, key: str, *, nation: str) -> tuple[Fact, ...]:
        """Everything of one key in one nation: what held, what holds, what is to come."""
        return tuple(fact for fact in self.entries if fact.key == key and nation in fact.nations)

    def fact(self, key: str, *, nation: str, on: date) -> Fact | None:
        """
        What holds in this nation on that day; None where the pack does not say.

        Never what was only announced. The answer may be unchecked: whoever shows it says so.
        """
        of_key = (fact for fact in self.facts(nation=nation, on=on) if fact.key == key)
        return next(of_key, None)

    def facts(
        self, *, theme: Theme | None = None, nation: str | None = None, on: date
    ) -> tuple[Fact, ...]:
        """All that holds on that day, of one theme and one nation where these are given."""
        return tuple(
            fact
            for fact in self.entries
            if fact.holds_on(on)
            and theme in (None, fact.theme)
            and (nation is None or nation in fact.nations)
        )

    def coming(
        self, *, on: date, nation: str | None = None, key: str | None = None
    ) -> tuple[Fact, ...]:
        """What is to come after that day: with a date, soonest first; then what is announced."""
        found = [
            fact
            for fact in self.entries
            if fact.begins_after(on)
            and (nation is None or nation in fact.nations)
            and key in (None, fact.key)
        ]
        return tuple(sorted(found, key=_when_it_begins))

    def ending(self, *, on: date, within_days: int) -> tuple[Fact, ...]:
        """What holds on that day and stops to hold within so many days, soonest first."""
        horizon = on + timedelta(days=within_days)
        return tuple(
            sorted(
                (
                    fact
                    for fact in self.facts(on=on)
                    if fact.valid_to is not None and fact.valid_to.last <= horizon
                ),
                key=lambda fact: fact.valid_to.last if fact.valid_to else date.max,
            )
        )

    def due_for_check(self, *, on: date, after_days: int = DUE_AFTER_DAYS) -> tuple[Fact, ...]:
        """
        What somebody must look up again.

        Checked facts that hold or are to come, whose check is `after_days` old or older; and what
        was announced, once its day to look again has come. Never checked at all: `unchecked`.
        """
        return tuple(
            fact
            for fact in self.entries
            if (fact.is_checked and _is_alive(fact, on) and _is_due(fact, on, after_days))
            or (fact.look_again_on is not None and fact.look_again_on <= on)
        )

    def unchecked(self, *, on: date) -> tuple[Fact, ...]:
        """What holds or is to come and was never seen in a source."""
        return tuple(fact for fact in self.entries if not fact.is_checked and _is_alive(fact, on))


def _when_it_begins(fact: Fact) -> date:
    return fact.valid_from.first if fact.valid_from else date.max


def _is_alive(fact: Fact, on: date) -> bool:
    return fact.holds_on(on) or fact.begins_after(on)


def _is_due(fact: Fact, on: date, after_days: int) -> bool:
    return fact.checked_on is not None and fact.checked_on.first + timedelta(days=after_days) <= on


@cache
def load_pack() -> Pack:
    """
    The pack that comes with this release; read once.

    Raises:
        BrokenPack: a file is not whole; names the file, the fact and what is wrong.
    """
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(FACTS.glob("*.toml"))}
    return Pack(read_facts(files))
