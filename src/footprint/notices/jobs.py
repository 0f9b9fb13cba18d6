"""What the worker calls to empty the outbox."""

from django.utils import timezone
from django_tasks import task

from footprint.notices.actions import send_next
from footprint.worker.periodic import periodic

BATCH = 200


@periodic("* * * * *", sentence="Sends the messages that wait in the outbox.")
@task()
def send_waiting() -> int:
    """Send what waits, at most `BATCH` at a time; returns how many were tried."""
    for count in range(BATCH):
        if send_next(now=timezone.now()) is None:
            return count
    return BATCH
