"""Nothing lost, nothing doubled: what must hold whatever was killed, once all work is done."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Sum

from footprint.audit.models import Event
from footprint.audit.verifying import verify
from footprint.inbox.models import Item
from footprint.listening.models import DroppedCount, Mention, Source
from footprint.notices.models import Notice
from tests.killed.mailbox import Mailbox
from tests.killed.town import Press


def check_posts(press: Press) -> None:
    """Each post that names the school: one mention, one item. Each other post: counted once."""
    mentions = Mention.objects.exclude(source=None)
    items = Item.objects.filter(mention__in=mentions)
    same("kept", mentions.values_list("title", flat=True), press.ours)
    same("items", items.values_list("mention__title", flat=True), press.ours)
    same("not received", Mention.objects.not_received(), [])
    same("sources in trouble", Source.objects.exclude(trouble="").values_list("trouble"), [])
    same("not kept", [DroppedCount.objects.aggregate(all=Sum("count"))["all"]], [press.nobodys])


def check_messages(mailbox: Mailbox, *, repeats: int) -> None:
    """
    Each message that was queued came to its address, and came again at most this often.

    A repeat bears the Message-ID of the first, or it would count as a message of its own here.
    """
    same("not sent", Notice.objects.filter(sent_at=None), [])
    same("sent to", mailbox.addresses.elements(), Notice.objects.values_list("to", flat=True))
    assert mailbox.repeats <= repeats, f"{mailbox.repeats} repeats: {mailbox.taken}"


def check_records() -> None:
    """The audit chain holds and tells of each thing once; the database itself is sound."""
    same("breaks of the audit chain", verify().problems, [])
    told = Event.objects.filter(action="inbox.received").values_list("target", flat=True)
    same("told of", told, [f"item:{pk}" for pk in Item.objects.values_list("pk", flat=True)])
    kept = Event.objects.filter(action="listening.mentions_kept").values_list("details", flat=True)
    mentions = Mention.objects.exclude(source=None).count()
    same("told of as kept", [sum(each["kept"] for each in kept)], [mentions])
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            same("integrity", cursor.execute("PRAGMA integrity_check").fetchone(), ["ok"])


def same(what: str, found: Iterable[Any], wanted: Iterable[Any]) -> None:
    """In any order. Says what is lost and what is doubled, which pytest does for tests only."""
    there, expected = Counter(found), Counter(wanted)
    lost, doubled = expected - there, there - expected
    assert there == expected, f"{what}: lost {dict(lost)}, too many {dict(doubled)}"
