"""
The span of days that a report is about.

A file of its own because the form, the page, the PDF and the table all speak of the same span.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Schools' term dates differ by council; these days stand for the beginning of each term.
TERM_BEGINS = ((9, 1), (4, 16), (1, 1))
TERM, OWN = "term", "own"
SPANS = {
    TERM: gettext_lazy("This term so far"),
    "30": gettext_lazy("The last 30 days"),
    "90": gettext_lazy("The last 90 days"),
    "365": gettext_lazy("The last 365 days"),
    OWN: gettext_lazy("From one day to another"),
}


@dataclass(frozen=True)
class Period:
    """First and last day, both included, in the school's own calendar."""

    first: date
    last: date

    def __str__(self) -> str:
        return _("%(first)s to %(last)s") % {
            "first": date_format(self.first, "j F Y"),
            "last": date_format(self.last, "j F Y"),
        }

    @property
    def begins(self) -> datetime:
        return _midnight(self.first)

    @property
    def ends(self) -> datetime:
        """The moment after its last one."""
        return _midnight(self.last + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())


def period_of(span: str, *, today: date) -> Period:
    """The period that one of `SPANS` means today; `OWN` has days of its own and is not known."""
    if span == TERM:
        return Period(_term_began(today), today)
    return Period(today - timedelta(days=int(span) - 1), today)


def _term_began(today: date) -> date:
    return next(
        begin for month, day in TERM_BEGINS if (begin := date(today.year, month, day)) <= today
    )
