"""Mentions and items for tests of this and of the rooms above."""

from datetime import datetime
from itertools import count

from footprint.inbox.actions import answer_safety, receive
from footprint.inbox.models import Item
from footprint.listening.models import Mention
from footprint.rulebook.terms import Platform, SafetyQuestion
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW

_numbers = count(1)


def make_mention(
    school: School,
    text: str,
    *,
    platform: Platform = Platform.FACEBOOK,
    now: datetime = NOW,
    title: str = "",
    author: str = "Puddleford Mums",
) -> Mention:
    """A stored post that names the school."""
    number = next(_numbers)
    return Mention.objects.create(
        school=school,
        platform=platform.value,
        external_id=f"post-{number}",
        url=f"https://talk.example/{number}",
        title=title,
        author=author,
        text=text,
        published_at=now,
        found_at=now,
        matched="names “Oakfield Primary”",
    )


def make_item(school: School, text: str, *, now: datetime = NOW, **facts: object) -> Item:
    """A mention, received: what the worker would have made of it."""
    item = receive(mention=make_mention(school, text, now=now, **facts), now=now)  # type: ignore[arg-type]
    assert item is not None
    return item


def make_safe_item(school: School, text: str, by: User, *, now: datetime = NOW) -> Item:
    """An item whose safety questions were all answered no."""
    item = make_item(school, text, now=now)
    answer_safety(
        item=item,
        answers=dict.fromkeys(SafetyQuestion, False),
        subject_is_head=False,
        revision=item.revision,
        by=by,
        now=now,
    )
    item.refresh_from_db()
    return item
