"""
The numbers of the governors' report: counts, never cases.

A file of its own because counting is neither a write nor a decision. Matters about an adult of the
school (allegations, low-level concerns) are left out of every count: even that there is one is for
very few to know.
So is, in the copy of each reader, any matter in which they or their family are named: a count that
goes up by one is a sign too.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from django.db.models import Sum as Total
from django.utils import timezone

from footprint.inbox.models import Decided, Item, ItemQuerySet
from footprint.incidents.models import (
    DeletionRequest,
    Incident,
    IncidentQuerySet,
    PlatformReport,
    Referral,
    ReferredTo,
    ReportAnswer,
    RequestOutcome,
)
from footprint.listening.models import DroppedCount, Source
from footprint.registers.lessons.figures import Figures as Lessons
from footprint.registers.lessons.figures import figures_of as lessons_of
from footprint.reports.disclosure import SMALLEST, Sum
from footprint.reports.periods import Period
from footprint.rota.figures import Figures as Checks
from footprint.rota.figures import figures_of as checks_of
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.terms import Matter, Outcome, Platform, Poster, PostKind, Step
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.users.models import User

ABOUT_ADULTS = (
    Matter.ALLEGATION.value,
    Matter.ALLEGATION_HEAD.value,
    Matter.LOW_LEVEL.value,
)
JUDGED = (PostKind.CRITICISM, PostKind.PRAISE)  # the kinds whose answers are compared
OTHER_KINDS = tuple(kind for kind in PostKind if kind not in JUDGED)


@dataclass(frozen=True)
class Figures:
    """
    All counts of one school and period.

    Args:
        counts: {name: count}; the names are those of `SUMS` and of this module.
        median_days: school days from arrival to decision; None where fewer than 5 were decided.
        looked_at: posts that sources held in the period; those that named no school are not kept.
        sources: those switched on now.
        unread: of these, those that could not be read at the last try.
        checks: looks of named people at channels that were due: about channels, not people.
        lessons: what was taught and offered: about lessons, not pupils.
    """

    counts: Mapping[str, int]
    median_days: float | None
    looked_at: int
    sources: int
    unread: int
    checks: Checks
    lessons: Lessons


def figures_of(school: School, period: Period, *, reader: User, now: datetime) -> Figures:
    """Count everything that may be counted for this reader, in the period in which it began."""
    items = _items_in(_items(school, reader), period)
    calendar = calendar_of(school, around=period.last)
    days = [_days_taken(item, calendar) for item in items if item.decided_on]
    sources = Source.objects.filter(school=school, is_active=True)
    counts = Counter(
        [
            *(name for item in items for name in _names_of_item(item)),
            *_names_of_incidents(incidents_for(school, reader), period),
            *_names_of_requests(incidents_for(school, reader), period),
            *_names_of_what_waits(school, reader, timezone.localdate(now)),
        ]
    )
    return Figures(
        counts={name: counts[name] for name in ALL_NAMES},
        median_days=median(days) if len(days) >= SMALLEST else None,
        looked_at=counts["seen"] + _dropped(school, period),
        sources=sources.count(),
        unread=sources.exclude(trouble="").count(),
        checks=checks_of(school.pk, first=period.first, last=period.last),
        lessons=lessons_of(school.pk, first=period.first, last=period.last),
    )


# --- mentions ---


@dataclass(frozen=True)
class _Seen:
    kind: str
    platform: str
    decided: str
    received_on: date
    decided_on: date | None
    due_date: date | None


def _items(school: School, reader: User) -> ItemQuerySet:
    found = Item.objects.of_school(school.pk).exclude(matter__in=ABOUT_ADULTS)
    return found.exclude(shut_out=reader)


def incidents_for(school: School, reader: User) -> IncidentQuerySet:
    """Those that may be counted for this reader."""
    found = Incident.objects.of_school(school.pk).exclude(matter__in=ABOUT_ADULTS)
    return found.exclude(shut_out=reader)


def _items_in(items: ItemQuerySet, period: Period) -> list[_Seen]:
    rows = items.filter(received_at__gte=period.begins, received_at__lt=period.ends).values_list(
        "kind",
        "suggested_kind",
        "mention__platform",
        "decided",
        "received_at",
        "decided_at",
        "due_date",
    )
    return [
        _Seen(
            kind or suggested,
            platform if platform in set(Platform) else Platform.OTHER,
            decided,
            timezone.localdate(received_at),
            timezone.localdate(decided_at) if decided_at else None,
            due_date,
        )
        for kind, suggested, platform, decided, received_at, decided_at, due_date in rows
    ]


def _names_of_item(item: _Seen) -> Iterable[str]:
    yield from ("seen", f"kind.{item.kind}", f"platform.{item.platform}")
    yield f"decided.{item.decided or 'waiting'}"
    group = item.kind if item.kind in JUDGED else "other"
    yield f"{'answered' if item.decided == Decided.REPLIED else 'unanswered'}.{group}"
    if group == "other":
        yield "kind.other"
    if item.decided_on is None:
        return
    yield "decided"
    if item.due_date is None:
        yield "no_due"
    else:
        yield from ("with_due", "late" if item.decided_on > item.due_date else "in_time")


def _days_taken(item: _Seen, calendar: SchoolCalendar) -> int:
    """School days after the day of arrival, up to the day of decision: 0 for the same day."""
    assert item.decided_on is not None  # noqa: S101 (the caller takes decided ones)
    length = (item.decided_on - item.received_on).days
    days = (item.received_on + timedelta(days=day) for day in range(1, length + 1))
    return sum(calendar.is_working_day(day) for day in days)


def _dropped(school: School, period: Period) -> int:
    rows = DroppedCount.objects.filter(
        source__school=school, day__gte=period.first, day__lte=period.last
    )
    return int(rows.aggregate(total=Total("count"))["total"] or 0)


# --- incidents ---


def _names_of_incidents(incidents: IncidentQuerySet, period: Period) -> Iterable[str]:
    rows = incidents.filter(opened_at__gte=period.begins, opened_at__lt=period.ends)
    for poster, step, outcome in rows.values_list("poster", "step", "outcome"):
        yield from ("incidents", f"poster.{poster or Poster.NOT_KNOWN}")
        if step == Step.CLOSED:
            yield from ("closed", f"outcome.{outcome}")
        else:
            yield "not_closed"


def _names_of_requests(incidents: IncidentQuerySet, period: Period) -> Iterable[str]:
    ours = {"incident__in": incidents}
    asked = DeletionRequest.objects.filter(
        **ours, asked_at__gte=period.begins, asked_at__lt=period.ends
    )
    for outcome, ended_at, due in asked.values_list("outcome", "outcome_at", "due_date"):
        yield from ("requests", f"request.{_end_of_request(outcome, ended_at, due)}")
    reports = PlatformReport.objects.filter(
        **ours, reported_at__gte=period.begins, reported_at__lt=period.ends
    )
    for answer in reports.values_list("answer", flat=True):
        yield from ("reports", f"report.{answer or 'waiting'}")
    referrals = Referral.objects.filter(
        **ours, referred_at__gte=period.begins, referred_at__lt=period.ends
    )
    for to in referrals.values_list("to", flat=True):
        yield from ("referrals", f"referral.{to}")


def _end_of_request(outcome: str, ended_at: datetime | None, due: date) -> str:
    if outcome != RequestOutcome.DELETED or ended_at is None:
        return outcome or "waiting"
    return "in_time" if timezone.localdate(ended_at) <= due else "late"


def _names_of_what_waits(school: School, reader: User, today: date) -> Iterable[str]:
    """What is open today, whenever it began."""
    for due in _items(school, reader).open().values_list("due_date", flat=True):
        yield from ("open_items", "overdue_items" if due and due < today else "waiting_items")
    for due in incidents_for(school, reader).open().values_list("next_date", flat=True):
        yield "open_incidents"
        yield "overdue_incidents" if due < today else "waiting_incidents"


# --- how the counts hang together ---


def _parts(prefix: str, ends: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{prefix}.{end}" for end in ends)


SUMS = (
    Sum("seen", _parts("kind", [*JUDGED, "other"])),
    Sum("kind.other", _parts("kind", OTHER_KINDS)),
    Sum("seen", _parts("platform", Platform)),
    Sum("seen", ("decided", "decided.waiting")),
    Sum("decided", _parts("decided", Decided.values)),
    Sum("decided", ("with_due", "no_due")),
    Sum("with_due", ("in_time", "late")),
    *(Sum(f"kind.{each}", (f"answered.{each}", f"unanswered.{each}")) for each in JUDGED),
    Sum("kind.other", ("answered.other", "unanswered.other")),
    Sum("decided.replied", _parts("answered", [*JUDGED, "other"])),
    Sum("incidents", _parts("poster", Poster)),
    Sum("incidents", ("closed", "not_closed")),
    Sum("closed", _parts("outcome", Outcome)),
    Sum(
        "requests",
        _parts(
            "request",
            [
                "in_time",
                "late",
                *(end for end in RequestOutcome.values if end != RequestOutcome.DELETED),
                "waiting",
            ],
        ),
    ),
    Sum("reports", _parts("report", [*ReportAnswer.values, "waiting"])),
    Sum("referrals", _parts("referral", ReferredTo.values)),
    Sum("open_items", ("overdue_items", "waiting_items")),
    Sum("open_incidents", ("overdue_incidents", "waiting_incidents")),
)
ALL_NAMES = tuple(dict.fromkeys(name for each in SUMS for name in each.names))
NEVER_SHOWN = frozenset(
    {
        "kind.other",
        "no_due",
        "late",
        "answered.other",
        *(f"unanswered.{group}" for group in [*JUDGED, "other"]),
        "waiting_items",
        "waiting_incidents",
    }
)
