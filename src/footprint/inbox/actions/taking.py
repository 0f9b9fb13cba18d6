"""Change an item once: of two people at once, the second is told, and nothing of theirs is lost."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from footprint.audit.actions import record
from footprint.inbox.models import Item
from footprint.listening.actions import seal_mention
from footprint.rulebook.terms import SEALED_MATTERS, Matter
from footprint.users.models import User
from footprint.vault.fields import sealed_values


class ChangedMeanwhile(Exception):
    """Somebody else changed the item since the page was shown."""


class AlreadyDecided(Exception):
    """The item was decided already; reopen it first."""


class SafetyFirst(Exception):
    """The four safety questions come before everything else."""


def change(
    item: Item,
    *,
    revision: int,
    action: str,
    by: User,
    now: datetime,
    details: dict[str, Any] | None = None,
    **fields: Any,
) -> None:
    """
    Write these fields if the item still stands at `revision`, with one audit event.

    Raises:
        ChangedMeanwhile: it does not. Call inside the action's transaction.
    """
    same = Item.objects.filter(pk=item.pk, revision=revision)
    becomes = Matter(fields.get("matter", item.matter))
    if becomes in SEALED_MATTERS:
        seal_mention(item.mention)
        _seal_drafts(item)
        fields = {**words_of(item), **fields}
    if not same.update(revision=F("revision") + 1, **sealed_values(item, fields)):
        raise ChangedMeanwhile(
            "Somebody else changed this while you were working. Look at it again; "
            "what you wrote is still here."
        )
    record(
        by=by.username,
        action=f"inbox.{action}",
        target=f"item:{item.pk}",
        now=now,
        school_id=item.school_id,
        details=details,
    )


def words_of(item: Item) -> dict[str, Any]:
    """What the item itself says of its post: sealed once it is written under a sealed mention."""
    return {name: getattr(item, name) for name in ("reasons", "decided_reason", "reply")}


@transaction.atomic
def seal_item(item: Item) -> None:
    """Seal what the item says, after its mention was. Twice is once."""
    same = Item.objects.filter(pk=item.pk)
    same.update(**sealed_values(item, words_of(item)))
    _seal_drafts(item)


def _seal_drafts(item: Item) -> None:
    """What was to be answered is as sensitive as the post that it answers."""
    for draft in item.reply_drafts.all():
        draft.item = item
        words = {name: getattr(draft, name) for name in ("text", "kept_because")}
        words["sent_back_because"] = draft.sent_back_because
        item.reply_drafts.filter(pk=draft.pk).update(**sealed_values(draft, words))


def check_open(item: Item) -> None:
    """
    Raises:
        AlreadyDecided, SafetyFirst: nothing may be decided about it now.
    """
    if item.decided:
        raise AlreadyDecided("This was already decided. Reopen it to decide again.")
    if item.safety_at is None:
        raise SafetyFirst("Answer the four safety questions first.")
