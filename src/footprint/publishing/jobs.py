"""What the worker calls about drafts, accounts and take-downs."""

import logging
from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from footprint.publishing import actions
from footprint.publishing.models import Draft, TakeDown
from footprint.schools.models import School
from footprint.worker.failpoints import failpoint
from footprint.worker.periodic import periodic

logger = logging.getLogger(__name__)
BATCH = 200
AHEAD = timedelta(days=3)  # so that a weekend does not lie between warning and end


@periodic(
    "*/10 * * * *",
    sentence="Makes a task for every published picture for which permission has gone.",
)
@task()
def make_waiting_take_downs() -> int:
    """Look at every school; returns how many tasks were made. Run twice, it makes them once."""
    made = 0
    for school in School.objects.all():
        try:
            by = "system: make_waiting_take_downs"
            made += actions.make_take_downs(school=school, by=by, now=timezone.now())
        except Exception:
            logger.exception("take-downs of school %s could not be made", school.pk)
        failpoint("publishing.take_downs_made")
    return made


@periodic("40 7 * * 1-5", sentence="Reminds of published things that have to come down.")
@task()
def remind_of_waiting_take_downs() -> int:
    """Queue this morning's reminders; returns how many. Run twice, it queues them once."""
    now = timezone.now()
    due = TakeDown.objects.due_by(timezone.localdate(now)).for_list()
    return actions.remind_of_take_downs(tasks=due, now=now)


@periodic("45 7 * * 1-5", sentence="Tells authors of drafts that end soon.")
@task()
def warn_of_ending_drafts() -> int:
    """Queue this morning's warnings; returns how many. Run twice, it queues them once."""
    now = timezone.now()
    soon = timezone.localdate(now) + AHEAD
    return sum(actions.warn_of_end(draft=draft, now=now) for draft in Draft.objects.ending_by(soon))


@periodic("20 1 * * *", sentence="Ends drafts that nobody finished, with their pictures.")
@task()
def expire_drafts() -> int:
    """End what is past its last day; returns how many. Run twice, it ends them once."""
    now = timezone.now()
    ended = 0
    for draft in Draft.objects.past(timezone.localdate(now))[:BATCH]:
        ended += actions.expire(draft=draft, by="system: expire_drafts", now=now)
        failpoint("publishing.expired")
    return ended


@periodic(
    "5 * * * *",
    sentence="Offers each official account as a use of pictures, so that families are asked.",
)
@task()
def offer_all_accounts() -> int:
    """Bring every school's register in step; returns how many schools. Run twice, once is done."""
    count = 0
    for school in School.objects.all():
        actions.offer_accounts(school=school, by="system: offer_all_accounts", now=timezone.now())
        count += 1
    return count
