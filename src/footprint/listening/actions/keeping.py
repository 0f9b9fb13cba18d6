"""
Which posts are kept: those that name the school, each once. The others are counted, never stored.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import F
from django.utils import timezone

from footprint.connectors.base import FoundPost
from footprint.listening.actions.judging import Judge, Verdict
from footprint.listening.models import DroppedCount, Mention, Reason, Source
from footprint.rulebook.terms import Platform
from footprint.schools.models import School

MOST_MARKS = 2000  # more than a feed lists in one go
LONGEST_TEXT = 50_000  # characters; a post beyond it is cut
LONGEST_URL = 2000


@dataclass(frozen=True)
class Stored:
    """
    What became of posts that were looked at.

    Args:
        already: kept before, by an earlier look or another source.
        marks: short hashes of posts that were not kept, newest first, so that the next look
            does not count them again.
    """

    kept: int = 0
    already: int = 0
    no_school: int = 0
    another_school: int = 0
    marks: list[str] = field(default_factory=list)

    @property
    def found(self) -> int:
        """All that was looked at."""
        return self.kept + self.already + self.no_school + self.another_school

    def __add__(self, other: "Stored") -> "Stored":
        return Stored(
            self.kept + other.kept,
            self.already + other.already,
            self.no_school + other.no_school,
            self.another_school + other.another_school,
            other.marks or self.marks,
        )


Judged = tuple[FoundPost, Verdict]


def keep_posts(
    *, school: School, posts: Iterable[FoundPost], now: datetime, source: Source | None = None
) -> Stored:
    """
    Keep the posts that name this school. Called inside the transaction of the caller.

    Args:
        source: where they were found; without one (an upload) nothing is counted by day.
    """
    judge = Judge(school)
    beside = source.label if source else ""
    judged = [(post, judge.verdict(post, beside=beside)) for post in posts]
    naming = [(post, verdict) for post, verdict in judged if verdict.is_kept]
    dropped = [(post, verdict) for post, verdict in judged if not verdict.is_kept]
    kept = _keep(school, naming, source, now)
    totals = {reason: _of(dropped, reason) for reason in Reason}
    marks: list[str] = []
    if source is not None:
        marks = _count_once(source, dropped, timezone.localdate(now))
    return Stored(
        kept=kept,
        already=len(naming) - kept,
        no_school=totals[Reason.NO_SCHOOL],
        another_school=totals[Reason.ANOTHER_SCHOOL],
        marks=marks,
    )


def _keep(school: School, naming: Sequence[Judged], source: Source | None, now: datetime) -> int:
    """Store what is not there yet; returns how many. Another worker's row is never doubled."""
    wanted: dict[tuple[str, str], Mention] = {}
    for post, verdict in naming:
        mention = _mention(school, post, verdict, source, now)
        wanted.setdefault((mention.platform, mention.external_id), mention)
    ids = [external_id for _, external_id in wanted]
    there = set(
        Mention.objects.filter(school=school, external_id__in=ids).values_list(
            "platform", "external_id"
        )
    )
    new = [mention for key, mention in wanted.items() if key not in there]
    Mention.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _mention(
    school: School, post: FoundPost, verdict: Verdict, source: Source | None, now: datetime
) -> Mention:
    return Mention(
        school=school,
        source=source,
        platform=_platform(post, source),
        external_id=post.external_id,
        url=_link(post.url),
        title=post.title[:500],
        author=post.author[:200],
        text=post.text[:LONGEST_TEXT],
        published_at=post.published_at,
        found_at=now,
        matched=verdict.sentence[:500],
    )


def _platform(post: FoundPost, source: Source | None) -> str:
    """What the post's own link says; where it says nothing, what staff said of the source."""
    if post.platform is Platform.WEB and source is not None:
        return source.platform
    return post.platform.value


def _link(url: str) -> str:
    """A link that a page may show. Anything but a web address could run when it is pressed."""
    fits = url.startswith(("https://", "http://")) and len(url) <= LONGEST_URL
    return url if fits else ""


def _of(dropped: Sequence[Judged], reason: Reason) -> int:
    return sum(1 for _, verdict in dropped if verdict.reason == reason)


def _count_once(source: Source, dropped: Sequence[Judged], day: date) -> list[str]:
    """Add to the day's counts what was not counted before; returns the marks to remember."""
    known = set(source.counted)
    marked: Mapping[str, Verdict] = {_mark(post): verdict for post, verdict in dropped}
    news = Counter(verdict.reason for mark, verdict in marked.items() if mark not in known)
    for reason, count in news.items():
        row, _ = DroppedCount.objects.get_or_create(source=source, day=day, reason=reason)
        DroppedCount.objects.filter(pk=row.pk).update(count=F("count") + count)
    older = [mark for mark in source.counted if mark not in marked]
    return [*marked, *older][:MOST_MARKS]


def _mark(post: FoundPost) -> str:
    """Enough of a hash to know the post again, and nothing of the post."""
    return hashlib.sha256(f"{post.platform}|{post.external_id}".encode()).hexdigest()[:16]
