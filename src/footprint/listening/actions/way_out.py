"""The guarded way out to the web, as this installation's settings allow it."""

from datetime import datetime

from django.conf import settings

from footprint.connectors.http import Guard, GuardedHttp

PATIENCE = 10.0  # seconds that a person waits in front of a page


def way_out(*, now: datetime, deadline: float = 30.0) -> GuardedHttp:
    """
    The way out for one run or one page.

    Args:
        now: aware; a source's "come back on Tuesday" is counted from it.
        deadline: seconds for one address, all told.
    """
    return GuardedHttp(
        now=now, guard=Guard(allowed_private=settings.FETCH_ALLOW), deadline=deadline
    )
