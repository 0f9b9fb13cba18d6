"""
The clocks that guidance sets beside the policy: helpline after a silent platform, LADO.

A file of its own because the incident's page, its forms and the inbox show the same clocks. No
period stands here: each is a dated fact of the guidance pack, or the school's own value with its
reason, and is shown as that. Nothing waits for a clock: it says when something is late.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.guidance.at_school import FactAtSchool, fact_for
from footprint.guidance.fact import Kind, Unit
from footprint.incidents.accusing import lado_since
from footprint.incidents.models import Incident, PlatformReport, ReferredTo, ReportAnswer
from footprint.rulebook.decisions.period import PeriodUnit, period_over_on
from footprint.rulebook.terms import Matter
from footprint.schools.calendars import bank_holidays_of, calendar_of
from footprint.schools.models import School

POSH, HARMFUL_CONTENT, LADO = "clock.posh", "clock.report_harmful_content", "clock.lado"
ABOUT_ADULTS = frozenset({Matter.ALLEGATION, Matter.ALLEGATION_HEAD})


@dataclass(frozen=True)
class Clock:
    """
    One clock.

    Args:
        title: what is to be done by then, or may be done from then on.
        is_limit: the last day to act; else the first day from which one can.
        due: in the school's own calendar.
        at_school: the fact that it rests on, with the school's own value where there is one.
    """

    title: str | Promise
    is_limit: bool
    due: date
    at_school: FactAtSchool


def clocks_of(incident: Incident, *, on: date) -> list[Clock]:
    """What runs for an open incident, the soonest first."""
    if incident.is_closed:
        return []
    found = [*_after_platform(incident, on), *_after_accusation(incident, on)]
    return sorted(found, key=lambda clock: clock.due)


def clocks_of_matter(
    *, school: School, matter: Matter | None, since: datetime, on: date
) -> list[Clock]:
    """The same for what has just been said of a post, before there is an incident."""
    if matter not in ABOUT_ADULTS:
        return []
    found = _clock(school, LADO, _("Speak to the LADO"), since, on, is_limit=True)
    return [found] if found else []


def helpline_from(*, school: School, reported_on: date) -> date | None:
    """When to turn to the helpline after a report to a platform; None where no fact says it."""
    at_school = fact_for(school=school, key=POSH, on=reported_on)
    return _over(school, at_school, reported_on) if at_school else None


def _after_platform(incident: Incident, on: date) -> Iterator[Clock]:
    """The last report that brought nothing: no answer yet, or none that helps."""
    report = incident.platform_reports.exclude(answer=ReportAnswer.REMOVED).last()
    if report is None:
        return
    if not incident.referrals.filter(to=ReferredTo.HELPLINE).exists():
        yield from _waited(incident, report, POSH, _("Ask the helpline for professionals"), on)
    title = _("Anybody may turn to Report Harmful Content")
    yield from _waited(incident, report, HARMFUL_CONTENT, title, on)


def _waited(
    incident: Incident, report: PlatformReport, key: str, title: Promise, on: date
) -> Iterator[Clock]:
    refused = report.answer == ReportAnswer.REFUSED and report.answered_at is not None
    clock = _clock(incident.school, key, title, report.reported_at, on, is_limit=False)
    if clock and refused and report.answered_at:  # after a refusal nobody has to wait any longer
        day = min(clock.due, timezone.localdate(report.answered_at))
        clock = Clock(clock.title, clock.is_limit, day, clock.at_school)
    if clock:
        yield clock


def _after_accusation(incident: Incident, on: date) -> Iterator[Clock]:
    since = lado_since(incident)
    if since and not incident.referrals.filter(to=ReferredTo.LADO).exists():
        yield from clocks_of_matter(
            school=incident.school, matter=Matter(incident.matter), since=since, on=on
        )


def _clock(
    school: School, key: str, title: Promise, since: datetime, on: date, *, is_limit: bool
) -> Clock | None:
    at_school = fact_for(school=school, key=key, on=on)
    due = _over(school, at_school, timezone.localdate(since)) if at_school else None
    return Clock(title, is_limit, due, at_school) if at_school and due else None


def _over(school: School, at_school: FactAtSchool, began_on: date) -> date | None:
    """The school's own number, else the pack's; None where neither gives one."""
    fact = at_school.any_fact
    held = at_school.override or at_school.fact
    if held is None or fact.kind is not Kind.DURATION or not isinstance(held.value, int):
        return None
    if fact.unit not in (Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.SCHOOL_DAYS):
        return None
    return period_over_on(
        began_on=began_on,
        number=held.value,
        unit=PeriodUnit(fact.unit.value),
        school_days=calendar_of(school, around=began_on),
        working_days=bank_holidays_of(school, around=began_on),
    )
