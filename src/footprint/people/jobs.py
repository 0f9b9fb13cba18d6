"""What the worker calls: access ends on the day somebody leaves; files do not wait for ever."""

import logging
from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from footprint.people.actions import end_access, let_file_expire
from footprint.people.models import Leaving, PeopleImport
from footprint.worker.periodic import periodic

logger = logging.getLogger(__name__)

BY = "system: people"
FILES_WAIT = timedelta(days=7)


@periodic("*/15 * * * *", sentence="Ends the access of people whose last day is over.")
@task()
def end_access_of_leavers() -> int:
    """End what is due; returns for how many. One that fails is logged, and the others go on."""
    now = timezone.now()
    ended = 0
    for leaving in Leaving.objects.due(timezone.localdate(now)).select_related("person__user"):
        try:
            ended += end_access(leaving=leaving, by=BY, now=now)
        except Exception:
            logger.exception("the access of leaver %s could not be ended", leaving.pk)
    return ended


@periodic(
    "20 3 * * *", sentence="Throws away files of people that nobody decided about for a week."
)
@task()
def expire_files() -> int:
    """Set aside what waited too long; returns how many."""
    now = timezone.now()
    waiting = PeopleImport.objects.waiting().uploaded_before(now - FILES_WAIT)
    for each in waiting:
        let_file_expire(waiting=each, now=now)
    return len(waiting)
