"""What the worker calls about concerns: tell their readers, and erase what is due."""

from django.utils import timezone
from django_tasks import task

from footprint.concerns import actions
from footprint.concerns.models import Concern, ConcernQuerySet
from footprint.worker.failpoints import failpoint
from footprint.worker.periodic import periodic


@periodic(
    "*/15 * * * *",
    sentence="Tells those who may read them of concerns in which a safety question has a yes.",
)
@task()
def tell_of_urgent_concerns() -> int:
    """Four times an hour, so that no message shows the minute of a report; returns how many."""
    return _tell(Concern.objects.untold().urgent())


@periodic(
    "5 7,12,15 * * *",
    sentence="Tells those who may read them of all other new concerns, three times a day.",
)
@task()
def tell_of_concerns() -> int:
    """Queue the messages; run twice, it queues them once."""
    return _tell(Concern.objects.untold())


@periodic(
    "40 3 * * *",
    sentence="Erases the words of reports without a name, 90 days after they were closed.",
)
@task()
def erase_old_concerns() -> int:
    """Erase what is due; returns how many concerns."""
    now = timezone.now()
    today = timezone.localdate(now)
    count = 0
    for concern in Concern.objects.to_erase(today):
        count += actions.erase(concern=concern, today=today, now=now)
        failpoint("concerns.erased")
    return count


def _tell(concerns: ConcernQuerySet) -> int:
    now = timezone.now()
    count = 0
    for concern in concerns:
        count += actions.tell_circle(concern=concern, now=now)
        failpoint("concerns.told")
    return count
