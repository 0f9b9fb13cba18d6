"""What the worker calls each morning about incidents."""

from datetime import date

from django.utils import timezone
from django_tasks import task

from footprint.incidents import actions
from footprint.incidents.actions.reminding import AHEAD
from footprint.incidents.models import Incident
from footprint.rulebook.facts import SchoolCalendar
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.worker.failpoints import failpoint
from footprint.worker.periodic import periodic


@periodic(
    "0 7 * * *",
    sentence="Reminds people of deletion requests and next dates of incidents; says what is late.",
)
@task()
def remind_of_dates() -> int:
    """Queue the reminders of this morning; returns how many. Run twice, it queues them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    calendars: dict[int, SchoolCalendar] = {}
    count = 0
    for incident in Incident.objects.with_clocks_by(today + AHEAD):
        calendar = _calendar(calendars, incident.school, today)
        count += actions.remind(incident=incident, calendar=calendar, now=now)
        failpoint("incidents.reminded")
    return count


def _calendar(known: dict[int, SchoolCalendar], school: School, today: date) -> SchoolCalendar:
    if school.pk not in known:
        known[school.pk] = calendar_of(school, around=today)
    return known[school.pk]
