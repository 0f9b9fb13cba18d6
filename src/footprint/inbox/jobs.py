"""What the worker calls to turn new mentions into items."""

import logging

from django.utils import timezone
from django_tasks import task

from footprint.inbox.actions import receive, seal_item
from footprint.inbox.models import Item
from footprint.listening.models import Mention
from footprint.worker.failpoints import failpoint
from footprint.worker.periodic import periodic

logger = logging.getLogger(__name__)

BATCH = 500


@periodic("* * * * *", sentence="Lays new mentions on the desks, with what is suggested.")
@task()
def receive_waiting() -> int:
    """
    Receive what was stored but not received, oldest first; returns how many items were made.

    A mention that cannot be read is logged and left; the others go on.
    """
    made = 0
    for mention in Mention.objects.not_received().select_related("school")[:BATCH]:
        failpoint("inbox.receiving")
        try:
            made += receive(mention=mention, now=timezone.now()) is not None
        except Exception:
            logger.exception("mention %s could not be received", mention.pk)
        failpoint("inbox.received")
    return made


@periodic("*/5 * * * *", sentence="Seals what items say of posts whose incident became sensitive.")
@task()
def seal_items() -> int:
    """An incident that becomes sensitive seals its post; what the inbox said of it follows here."""
    waiting = list(Item.objects.not_yet_sealed()[:BATCH])
    for item in waiting:
        seal_item(item)
    return len(waiting)
