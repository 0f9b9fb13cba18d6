"""What the worker calls each school day about the rota."""

from django.utils import timezone
from django_tasks import task

from footprint.rota import actions
from footprint.rota.models import Channel
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.worker.periodic import periodic


@periodic(
    "5 6 * * *",
    sentence="Makes the checks of channels that are due; tells of those that were not done.",
)
@task()
def make_due_checks() -> int:
    """Returns how many checks came due. Run twice, it makes and tells once."""
    now = timezone.now()
    today = timezone.localdate(now)
    count = 0
    for school in School.objects.all():
        calendar = calendar_of(school, around=today)
        for channel in Channel.objects.of_school(school.pk).going_on(today):
            count += actions.make_due(channel=channel, calendar=calendar, on=today)
        actions.escalate(school=school, calendar=calendar, on=today, now=now)
    return count
