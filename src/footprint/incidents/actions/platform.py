"""Report a post to the platform that hosts it, and record what the platform did."""

from datetime import date, datetime

from django.db import transaction

from footprint.incidents.actions.taking import ChangedMeanwhile, NotTold, change, take, write
from footprint.incidents.advice import check_platform
from footprint.incidents.models import Incident, PlatformReport, ReportAnswer
from footprint.rulebook.decisions.incident_steps import Need, check_may_follow
from footprint.rulebook.terms import Platform, Step
from footprint.users.models import User


@transaction.atomic
def report(
    *,
    incident: Incident,
    platform: Platform,
    route: str,
    rule: str,
    reference: str,
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
) -> PlatformReport:
    """
    Record that the post was reported to its platform. A person reports; Footprint sends nothing.

    Args:
        route: the form or address that was used.
        rule: the platform's rule that the post breaks; may be empty.
        reference: the number that the platform gave; may be empty.

    Raises:
        NotOffered: a fair opinion, or somebody may be telling of harm.
        NotTold: the route is missing.
        StepNotAllowed, ChangedMeanwhile.
    """
    check_may_follow(step=Step.PLATFORM_REPORTED, after=incident.stands_at)
    check_platform(incident)
    if not route.strip():
        raise NotTold("Say by which form or address it was reported.")
    take(
        Step.PLATFORM_REPORTED,
        incident,
        revision=revision,
        given={Need.ROUTE},
        next_date=next_date,
    )
    made = incident.platform_reports.create(
        platform=platform.value,
        route=route.strip(),
        rule=rule.strip(),
        reference=reference.strip(),
        reported_at=now,
        reported_by=by,
    )
    write(
        incident,
        action="platform_reported",
        text=f"Reported to the platform by: {made.route}",
        by=by,
        now=now,
        details={"report": made.pk, "platform": platform.value},
    )
    return made


@transaction.atomic
def record_answer(
    *,
    report: PlatformReport,
    answer: ReportAnswer,
    note: str,
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Record what the platform did. Its word is no proof: somebody still looks again.

    Raises:
        ChangedMeanwhile: somebody recorded an answer already, or changed the incident.
        StepNotAllowed: the incident is closed.
    """
    incident = report.incident
    change(incident, revision=revision, next_date=next_date)
    waiting = PlatformReport.objects.filter(pk=report.pk, answer="")
    if not waiting.update(answer=answer, answered_at=now):
        raise ChangedMeanwhile("Somebody else already recorded what the platform did.")
    write(
        incident,
        action="platform_answered",
        text=" ".join(part for part in (f"{answer.label}.", note.strip()) if part),
        by=by,
        now=now,
        details={"report": report.pk, "answer": answer.value},
    )
