"""What the worker calls each morning about incidents."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urlsplit

from django.utils import timezone
from django_tasks import task

from footprint.connectors.base import Http
from footprint.incidents import actions
from footprint.incidents.actions.reminding import AHEAD
from footprint.incidents.models import Incident
from footprint.listening.actions import way_out
from footprint.rulebook.facts import SchoolCalendar
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.worker.failpoints import failpoint
from footprint.worker.periodic import periodic

MOST_LOOKS = 200  # of one morning
MOST_OF_A_SITE = 20
MOST_BYTES = 2_000_000
PATIENCE = 10.0  # seconds for one address


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


@periodic(
    "30 5 * * *",
    sentence="Looks whether posts whose removal was asked for are still at their address.",
)
@task()
def look_again() -> int:
    """Look once a day at each; returns how many looks were kept. Run twice, it keeps them once."""
    now = timezone.now()
    return look_at(Incident.objects.to_look_at(), http=_door(now), now=now)


def look_at(incidents: Iterable[Incident], *, http: Http, now: datetime) -> int:
    """
    One after another, a few of each site and no more than `MOST_LOOKS`: nobody is pressed.

    What is left out today is no "gone": nothing is kept of it.
    """
    today = timezone.localdate(now)
    asked: Counter[str] = Counter()
    count = 0
    for incident in incidents:
        capture = incident.capture
        site = site_of(capture.url if capture else "")
        done = incident.rechecks.filter(on=today).exists()
        if done or not site or "sexual" in incident.flags or asked[site] >= MOST_OF_A_SITE:
            continue
        asked[site] += 1
        found = actions.look(incident=incident, http=http, now=now)
        count += actions.keep_look(incident=incident, found=found, now=now) is not None
        failpoint("incidents.looked_again")
        if count >= MOST_LOOKS:
            break
    return count


def _door(now: datetime) -> Http:
    return replace(way_out(now=now, deadline=PATIENCE), max_bytes=MOST_BYTES)


def site_of(url: str) -> str:
    """The site of a public address; "" for what is none."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _calendar(known: dict[int, SchoolCalendar], school: School, today: date) -> SchoolCalendar:
    if school.pk not in known:
        known[school.pk] = calendar_of(school, around=today)
    return known[school.pk]
