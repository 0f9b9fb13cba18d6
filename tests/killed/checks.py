"""Nothing lost, nothing doubled: what must hold whatever was killed, once all work is done."""

from collections import Counter

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
    assert sorted(mentions.values_list("title", flat=True)) == press.ours
    items = Item.objects.filter(mention__in=mentions)
    assert sorted(items.values_list("mention__title", flat=True)) == press.ours
    assert not Mention.objects.not_received().exists()
    assert DroppedCount.objects.aggregate(all=Sum("count"))["all"] == press.nobodys
    assert not Source.objects.exclude(trouble="").exists()


def check_messages(mailbox: Mailbox, *, repeats: int) -> None:
    """
    Each message that was queued came to its address, and came again at most this often.

    A repeat bears the Message-ID of the first, or it would count as a message of its own here.
    """
    assert not Notice.objects.filter(sent_at=None).exists()
    assert mailbox.addresses == Counter(Notice.objects.values_list("to", flat=True))
    assert mailbox.repeats <= repeats


def check_records() -> None:
    """The audit chain holds and tells of each thing once; the database itself is sound."""
    assert verify().problems == ()
    received = Event.objects.filter(action="inbox.received").values_list("target", flat=True)
    assert sorted(received) == sorted(
        f"item:{pk}" for pk in Item.objects.values_list("pk", flat=True)
    )
    kept = Event.objects.filter(action="listening.mentions_kept").values_list("details", flat=True)
    assert sum(each["kept"] for each in kept) == Mention.objects.exclude(source=None).count()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
