"""What the worker calls each morning about permissions for pictures."""

from django.utils import timezone
from django_tasks import task

from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.givers import open_givers
from footprint.registers.image_permissions.models import ImageRequest, Protection
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.worker.failpoints import failpoint
from footprint.worker.periodic import periodic

BY = "system: remind_of_pictures"


@periodic(
    "30 7 * * *",
    sentence="Reminds twice of an unanswered question about pictures, then stops asking.",
)
@task()
def remind_of_pictures() -> int:
    """Queue the reminders of this morning; returns how many. Run twice, it queues them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    count = 0
    for school in School.objects.all():
        requests = list(ImageRequest.objects.of_school(school.pk).open().for_reminding())
        if not requests:
            continue
        still_open = open_givers(school=school, on=today)
        calendar = calendar_of(school, around=today)
        for request in requests:
            count += actions.remind_or_stop(
                request=request,
                is_open=request.giver_id in still_open,
                calendar=calendar,
                by=BY,
                now=now,
            )
            failpoint("image_permissions.reminded")
    return count


@periodic(
    "35 7 * * *",
    sentence="Asks the safeguarding leads to look again at who is protected from being published.",
)
@task()
def remind_of_protections() -> int:
    """Queue the reminders that are due; returns how many. Run twice, it queues them once."""
    now = timezone.now()
    due = Protection.objects.to_review_by(timezone.localdate(now)).with_names()
    return sum(actions.remind_of_protection(protection=each, now=now) for each in due)
