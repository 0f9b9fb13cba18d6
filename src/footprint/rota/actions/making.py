"""Make the checks that are due. No event is recorded for each: the row itself is the record."""

from datetime import date, timedelta

from django.db import transaction

from footprint.rota.models import Channel, Due
from footprint.rulebook.decisions.channel_check import due_days
from footprint.rulebook.facts import SchoolCalendar


@transaction.atomic
def make_due(*, channel: Channel, calendar: SchoolCalendar, on: date) -> int:
    """
    Make every check of a channel that came due since the last time, up to this day.

    Args:
        calendar: around `on`; a day that was closed afterwards stays as it was made.

    Returns:
        how many were made: 0 when it is run again.
    """
    first = channel.made_until + timedelta(days=1) if channel.made_until else channel.begins_on
    if first > on:
        return 0
    moved = Channel.objects.filter(pk=channel.pk, made_until=channel.made_until)
    if not moved.update(made_until=on):  # another worker was first
        return 0
    days = due_days(plan=channel.plan, first=first, last=on, calendar=calendar)
    Due.objects.bulk_create(
        [Due(channel=channel, due_on=day) for day in days], ignore_conflicts=True
    )
    channel.made_until = on
    return len(days)
