"""
How many checks were due, done, late and missed: counts for governors, no names.

A file of its own because the rota's page and the governors' report show the same.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from footprint.rota.models import Due


@dataclass(frozen=True)
class Figures:
    """
    Of `due` checks, `done` were done, `late` of these after their day, `missed` not at all.

    A check that can still be done counts as waiting; it is neither done nor missed yet.
    """

    due: int
    done: int
    late: int
    waiting: int

    @property
    def missed(self) -> int:
        return self.due - self.done - self.waiting


def figures_of(school_id: int, *, first: date, last: date) -> Figures:
    """The checks that were due from the first to the last day, both counted."""
    due = Due.objects.of_school(school_id).between(first, last)
    counted = due.aggregate(
        due=Count("pk"),
        done=Count("pk", filter=Q(done_on__isnull=False)),
        late=Count("pk", filter=Q(done_on__gt=F("due_on"))),
    )
    return Figures(**counted, waiting=due.still_to_do().count())


def figures_by_channel(school_id: int, *, first: date, last: date) -> dict[int, Figures]:
    """{channel: its figures}, for every channel of which a check was due."""
    due = Due.objects.of_school(school_id).between(first, last).order_by()
    waiting = dict(
        due.still_to_do().values("channel").annotate(n=Count("pk")).values_list("channel", "n")
    )
    rows = due.values("channel").annotate(
        due=Count("pk"),
        done=Count("pk", filter=Q(done_on__isnull=False)),
        late=Count("pk", filter=Q(done_on__gt=F("due_on"))),
    )
    return {
        row["channel"]: Figures(
            row["due"], row["done"], row["late"], waiting.get(row["channel"], 0)
        )
        for row in rows
    }
