"""
The end of a day as a moment.

A file of its own because days are the school's (Europe/London) and rows hold moments.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def end_of(day: date) -> datetime:
    """The first moment after that day, in the school's own calendar."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
