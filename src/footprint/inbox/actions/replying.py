"""An answer in public: one writes it, another approves it, a person posts it on the platform."""

from datetime import datetime

from django.db import transaction

from footprint.inbox.actions.deciding import NotOffered, record_reply
from footprint.inbox.actions.taking import ChangedMeanwhile, change, check_open
from footprint.inbox.answering import findings_in
from footprint.inbox.models import Item, ReplyDraft
from footprint.incidents.actions import NotTold
from footprint.rulebook.terms import SEALED_MATTERS, Matter
from footprint.users.models import User


class NotYours(Exception):
    """Who wrote an answer does not approve it."""


@transaction.atomic
def write_reply(
    *, item: Item, text: str, kept_because: str, revision: int, by: User, now: datetime
) -> ReplyDraft:
    """
    Write an answer, or write it anew: what was written and approved before stands no more.

    Raises:
        NotOffered: somebody may have been harmed; it is not answered in public.
        NotTold: something was found in the words, and nobody said why it stays.
        AlreadyDecided, SafetyFirst, ChangedMeanwhile.
    """
    check_open(item)
    if any(item.safety.values()) or Matter(item.matter) in SEALED_MATTERS:
        raise NotOffered("Somebody may have been harmed. This is not answered in public.")
    if findings_in(item.school, text, on=now.date()) and not kept_because.strip():
        raise NotTold("Change the words that are listed, or say why they stay.")
    change(item, revision=revision, action="reply_written", by=by, now=now)
    item.reply_drafts.standing().update(sent_back_at=now, sent_back_by=by)
    return item.reply_drafts.create(
        text=text, kept_because=kept_because.strip(), written_by=by, written_at=now
    )


@transaction.atomic
def approve_reply(*, draft: ReplyDraft, revision: int, by: User, now: datetime) -> None:
    """
    Approve somebody else's answer, exactly as it stands.

    Raises:
        NotYours: they wrote it themselves.
        AlreadyDecided, SafetyFirst, ChangedMeanwhile.
    """
    check_open(draft.item)
    if draft.written_by == by:
        raise NotYours("You wrote this answer. Another person has to approve it.")
    change(draft.item, revision=revision, action="reply_approved", by=by, now=now)
    waiting = ReplyDraft.objects.standing().filter(pk=draft.pk, approved_at__isnull=True)
    if not waiting.update(approved_by=by, approved_at=now):
        raise ChangedMeanwhile("Somebody else was faster. Look at the answer again.")


@transaction.atomic
def send_back_reply(
    *, draft: ReplyDraft, because: str, revision: int, by: User, now: datetime
) -> None:
    """
    Send an answer back to its author, with the reason.

    Raises:
        NotTold, AlreadyDecided, SafetyFirst, ChangedMeanwhile.
    """
    check_open(draft.item)
    if not because.strip():
        raise NotTold("Say what should change.")
    change(draft.item, revision=revision, action="reply_sent_back", by=by, now=now)
    kept = draft._meta.get_field("sent_back_because").stored(draft, because.strip())
    waiting = ReplyDraft.objects.standing().filter(pk=draft.pk)
    if not waiting.update(sent_back_by=by, sent_back_at=now, sent_back_because=kept):
        raise ChangedMeanwhile("Somebody else was faster. Look at the answer again.")


@transaction.atomic
def record_approved(*, draft: ReplyDraft, revision: int, by: User, now: datetime) -> None:
    """
    Say that the approved answer was posted; exactly its words are kept.

    Raises:
        NotOffered: nobody has approved it.
        AlreadyDecided, SafetyFirst, ChangedMeanwhile.
    """
    if not draft.is_ready or draft.sent_back_at is not None:
        raise NotOffered("Another person has to approve this answer first.")
    record_reply(item=draft.item, reply=draft.text, revision=revision, by=by, now=now)
