"""What the worker calls each morning about policies."""

from django.utils import timezone
from django_tasks import task

from footprint.policies.actions.reminding import remind_of_review
from footprint.policies.models import PolicyVersion
from footprint.schools.models import School
from footprint.worker.periodic import periodic


@periodic(
    "15 7 * * *",
    sentence="Reminds the head and the chair that the policy is due for its review.",
)
@task()
def remind_of_reviews() -> int:
    """Queue the reminders of this morning; returns how many. Run twice, it queues them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    in_force = PolicyVersion.objects.in_force_at_schools(School.objects.all(), on=today)
    count = 0
    for version in in_force.values():
        count += remind_of_review(version=version, now=now)
    return count
