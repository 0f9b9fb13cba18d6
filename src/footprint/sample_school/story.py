"""
What happened to the invented schools lately: posts come in, people decide.

A file of its own because it plays the product's own actions in order, as its users would.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

from footprint.connectors.base import Batch, FoundPost
from footprint.inbox import actions as inbox
from footprint.inbox.models import Item
from footprint.incidents.models import Incident
from footprint.listening import actions as listening
from footprint.listening.models import Mention, Source
from footprint.rulebook.terms import Flag, Platform, PostKind, Role, SafetyQuestion
from footprint.sample_school.endings import INCIDENT_ENDINGS
from footprint.sample_school.founding import person
from footprint.schools.models import School
from footprint.users.models import User

POSTS = Path(__file__).parent / "data" / "posts.tsv"
DESK_ORDER = (
    Role.SOCIAL_MEDIA_MANAGER,
    Role.OFFICE,
    Role.DSL,
    Role.HEADTEACHER,
    Role.CHAIR,
)
REPLY = "Thank you for writing. Please e-mail the school office, so that we can help you."


@dataclass(frozen=True)
class Post:
    """One line of `data/posts.tsv`."""

    school: str
    days_ago: int
    platform: Platform
    author: str
    ending: str
    flags: frozenset[Flag]
    text: str


def read_posts() -> list[Post]:
    """The posts in the order they were written, oldest first."""
    with POSTS.open(encoding="utf-8", newline="") as lines:
        rows = [_post(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return sorted(rows, key=lambda post: -post.days_ago)


def _post(row: Mapping[str, str]) -> Post:
    return Post(
        school=row["school"],
        days_ago=int(row["days_ago"]),
        platform=Platform(row["platform"]),
        author=row["author"],
        ending=row["ending"],
        flags=frozenset(Flag(flag) for flag in row["flags"].split()),
        text=row["text"],
    )


def tell(schools: list[School], *, now: datetime) -> None:
    """Play every post from the day it was written to how it ended."""
    by_name = {school.name: school for school in schools}
    sources = {name: _source(school, now) for name, school in by_name.items()}
    for number, post in enumerate(read_posts(), start=1):
        school = by_name[post.school]
        when = _moment(post, number, now)
        item = _arrive(post, sources[post.school], number, when)
        _end(item, post, school, when + timedelta(hours=2))
    for source in sources.values():
        _rest(source, now)


def _moment(post: Post, number: int, now: datetime) -> datetime:
    """During the school's day, as far as that has come yet today."""
    opening = timezone.localtime(now).replace(hour=8, minute=0) - timedelta(days=post.days_ago)
    return min(opening + timedelta(minutes=23 * (number % 20)), now - timedelta(hours=3))


def _source(school: School, now: datetime) -> Source:
    head = person(school, Role.HEADTEACHER)
    assert head is not None  # noqa: S101 (every sample school has one)
    return listening.add_source(
        school=school,
        kind="feed",
        details=listening.SourceDetails(
            label="Alerts for our name (invented)",
            address=f"https://alerts.example/feeds/{school.pk}",
            every_minutes=60,
        ),
        platform=Platform.WEB,
        by=head,
        now=now - timedelta(days=90),
    )


def _rest(source: Source, now: datetime) -> None:
    """Switch it off: the demonstration asks nothing of the network."""
    source.refresh_from_db()
    listening.switch_source(
        source=source, on=False, revision=source.revision, by=source.added_by, now=now
    )


def _arrive(post: Post, source: Source, number: int, when: datetime) -> Item:
    found = FoundPost(
        platform=post.platform,
        external_id=f"sample-{number}",
        url=f"https://posts.example/{post.platform.value}/{number}",
        author=post.author,
        text=post.text,
        published_at=when - timedelta(minutes=40),
    )
    listening.take_lease(source=source, now=when)
    listening.store_batch(source=source, batch=Batch((found,)), now=when)
    listening.record_success(source=source, problems=(), now=when)
    mention = Mention.objects.get(school=source.school, external_id=found.external_id)
    item = inbox.receive(mention=mention, now=when)
    assert item is not None  # noqa: S101 (nobody else is at work yet)
    return item


def _end(item: Item, post: Post, school: School, when: datetime) -> None:
    if post.ending == "open":
        return
    actor = _who_may_see(item, school)
    unsafe = {SafetyQuestion.NUDE_IMAGE} if post.ending == "safeguarding" else set()
    inbox.answer_safety(
        item=item,
        answers={question: question in unsafe for question in SafetyQuestion},
        subject_is_head=False,
        revision=item.revision,
        by=actor,
        now=when,
    )
    item.refresh_from_db()
    if post.ending in SIMPLE_ENDINGS:
        SIMPLE_ENDINGS[post.ending](item, _who_may_see(item, school), when)
        return
    _open_incident(item, post, school, when + timedelta(minutes=20))


def _who_may_see(item: Item, school: School) -> User:
    people = (person(school, role) for role in DESK_ORDER)
    seen = (
        user for user in people if user and Item.objects.seen_by(user).with_key(item.pk).exists()
    )
    return next(seen)


def _reply(item: Item, by: User, when: datetime) -> None:
    _confirm(item, by, when)
    inbox.record_reply(item=item, reply=REPLY, revision=item.revision, by=by, now=when)


def _leave(item: Item, by: User, when: datetime) -> None:
    _confirm(item, by, when)
    inbox.leave(
        item=item,
        reason="News about us; no answer is expected.",
        revision=item.revision,
        by=by,
        now=when,
    )


def _pass_on(item: Item, by: User, when: datetime) -> None:
    _confirm(item, by, when)
    inbox.pass_on(
        item=item,
        to="The staff whom it thanks",
        note="Read out in the staff room",
        revision=item.revision,
        by=by,
        now=when,
    )


def _confirm(item: Item, by: User, when: datetime) -> None:
    """As suggested; the sample's people have no reason to disagree."""
    inbox.confirm(
        item=item,
        kind=item.shown_kind,
        flags=frozenset(item.shown_flags),
        revision=item.revision,
        by=by,
        now=when,
    )
    item.refresh_from_db()


SIMPLE_ENDINGS: Mapping[str, Callable[[Item, User, datetime], None]] = {
    "replied": _reply,
    "no_action": _leave,
    "passed_on": _pass_on,
}


def _open_incident(item: Item, post: Post, school: School, when: datetime) -> None:
    dsl = person(school, Role.DSL)
    assert dsl is not None  # noqa: S101 (every sample school has one)
    flags = post.flags or frozenset(item.shown_flags)
    kind = item.shown_kind if flags else PostKind.CONCERN
    inbox.confirm(item=item, kind=kind, flags=flags, revision=item.revision, by=dsl, now=when)
    item.refresh_from_db()
    ending = INCIDENT_ENDINGS[post.ending]
    incident: Incident = inbox.open_as_incident(
        item=item,
        title=ending.title(flags),
        next_date=when.date() + timedelta(days=1),
        revision=item.revision,
        by=dsl,
        now=when,
    )
    ending.play(incident, dsl, when + timedelta(minutes=10))
