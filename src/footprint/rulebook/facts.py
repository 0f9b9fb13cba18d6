"""
All that a decision may look at besides the policy, and the shape of what it answers.

Everything here is frozen and plain: no table, no clock, no text of a post.
"""

from dataclasses import dataclass, field
from datetime import date

from footprint.rulebook.policy import Clause, Quote
from footprint.rulebook.terms import ConnectionKind, Flag, Party, PostKind

_SATURDAY = 5


@dataclass(frozen=True)
class Reason:
    """
    Why a decision says what it says.

    Args:
        sentence: plain words for busy people, one or two sentences.
        quote: the sentence of the school's own policy behind it; None where the policy is
            silent, or where the reason is the school's own choice or national guidance. The
            sentence then says which.
    """

    sentence: str
    quote: Quote | None = None


def silent(what: str, then: str = "") -> Reason:
    """
    The reason to give where the policy is silent.

    Args:
        what: completes "Your policy does not say ...", without the full stop.
        then: what follows from it, a sentence of its own.
    """
    return Reason(f"Your policy does not say {what}. {then}".rstrip())


def stated(sentence: str, clause: Clause, key: str = "") -> Reason:
    """A reason with the sentence behind one value of a clause, else the first of the clause."""
    return Reason(sentence, clause.quote_for(key))


@dataclass(frozen=True)
class Signal:
    """
    What a post looks like: suggested by `signals`, or as a person confirmed it.

    Args:
        kind: what it mainly is.
        flags: what it contains or reports.
        urgent: True where a person should see it today.
    """

    kind: PostKind
    flags: frozenset[Flag] = frozenset()
    urgent: bool = False


@dataclass(frozen=True)
class SchoolCalendar:
    """
    The days on which a school is closed on top of weekends: bank holidays, breaks, training days.

    Args:
        closed: in the school's own calendar (Europe/London).
    """

    closed: frozenset[date] = field(default_factory=frozenset)

    def is_working_day(self, day: date) -> bool:
        """Whether the school works on a day: Monday to Friday, and not closed."""
        return day.weekday() < _SATURDAY and day not in self.closed


@dataclass(frozen=True)
class Connection:
    """One person's tie to another on social media, or the attempt: `by` began it."""

    by: Party
    to: Party
    kind: ConnectionKind


@dataclass(frozen=True)
class ApprovedException:
    """
    An exception for one pair of people that the school approved.

    Args:
        starts_on: its first day.
        ends_on: its last day; None while no end was set.
    """

    starts_on: date
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day; its first and last days count."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
