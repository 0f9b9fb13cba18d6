"""Change a draft once: of two people at once, the second is told, and nothing of theirs is lost."""

from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils import timezone

from footprint.audit.actions import record
from footprint.publishing.clocks import draft_ends_on
from footprint.publishing.models import ALIVE, Draft, State
from footprint.users.models import User


class ChangedMeanwhile(Exception):
    """Somebody else changed the draft since the page was shown."""


class NotTheirs(Exception):
    """Only the author changes a draft."""


class NotNow(Exception):
    """What was asked does not follow where the draft stands; says why."""


def moved(
    draft: Draft,
    *,
    revision: int,
    of: tuple[State, ...],
    to: State,
    action: str,
    by: User,
    now: datetime,
    details: dict[str, Any] | None = None,
    fields: dict[str, Any] | None = None,
) -> None:
    """
    Write these fields if the draft still stands at `revision` in one of these states.

    Raises:
        ChangedMeanwhile: it does not. Call inside the action's transaction.
    """
    same = Draft.objects.filter(pk=draft.pk, revision=revision, state__in=of)
    if not same.update(state=to, **(fields or {})):
        raise ChangedMeanwhile(
            "This was changed while you were working, or it has been decided. Look at it again; "
            "what you wrote is still here."
        )
    tell(draft, action, by.username, now, details)


def rewritten(
    draft: Draft, *, revision: int, action: str, by: User, now: datetime, **fields: Any
) -> None:
    """
    Write what the author changed. Whatever was approved before is approved no more.

    Raises:
        NotTheirs, ChangedMeanwhile.
    """
    if draft.author_id != by.pk:
        raise NotTheirs("Only the author changes a draft. Send it back with a reason instead.")
    moved(
        draft,
        revision=revision,
        of=ALIVE,
        to=State.WRITING,
        action=action,
        by=by,
        now=now,
        details={"approval_voided": True} if draft.state == State.APPROVED else None,
        fields={
            "revision": F("revision") + 1,
            "changed_at": now,
            "expires_on": draft_ends_on(draft.school, timezone.localdate(now)),
            **fields,
        },
    )


def tell(
    draft: Draft, action: str, by: str, now: datetime, details: dict[str, Any] | None = None
) -> None:
    """One event about a draft."""
    record(
        by=by,
        action=f"publishing.{action}",
        target=f"draft:{draft.pk}",
        now=now,
        school_id=draft.school_id,
        details=details,
    )
