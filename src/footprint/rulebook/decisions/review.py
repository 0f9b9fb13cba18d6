"""
How near is the day on which the policy is due for its review?

A policy that nobody looked at again is followed all the same, and its ages, names and numbers go
stale. So the reminders begin two months ahead, and come back once a term when it is late.
"""

from datetime import date, timedelta

AHEAD = (60, 30, 0)  # days before the review, the furthest first
_TERMS = ((1, "spring"), (5, "summer"), (9, "autumn"))  # (first month, its term), in order


def review_stage(*, review_on: date | None, on: date) -> str | None:
    """
    The last reminder that has become due by a day, as a key that names it.

    Args:
        review_on: the review date as recorded at adoption; None where none was.
        on: the day asked about, in the school's own calendar (Europe/London).

    Returns:
        "60", "30" or "0" days before; "overdue-2027-spring" for each later term; None while it is
        further off. A missed morning is caught up at the next one, with the latest stage only.
    """
    if review_on is None:
        return None
    if on > review_on and term_of(on) != term_of(review_on):
        return f"overdue-{term_of(on)}"
    due = [days for days in AHEAD if on >= review_on - timedelta(days=days)]
    return str(due[-1]) if due else None


def term_of(day: date) -> str:
    """ "2027-spring": January to April; then summer to August, and autumn to December."""
    name = [term for first, term in _TERMS if day.month >= first][-1]
    return f"{day.year}-{name}"
