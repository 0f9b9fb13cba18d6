"""A complaint through the school's own stages: open, acknowledge, go on, end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.concerns.actions.taking import AlreadyClosed, NotTold
from footprint.concerns.models import (
    Complaint,
    ComplaintKind,
    ComplaintLine,
    Concern,
    How,
    Procedure,
)
from footprint.incidents.actions.naming import matter_and_owners
from footprint.incidents.circle import shut_out_by
from footprint.incidents.models import Incident
from footprint.rulebook.decisions.complaint import (
    PanelMember,
    Stage,
    panel_faults,
    rule_on_stage,
)
from footprint.rulebook.terms import Matter
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.users.models import User
from footprint.vault.fields import sealed_values
from footprint.vault.keys import make_key


class LastStage(Exception):
    """The procedure has no stage after this one."""


@dataclass(frozen=True)
class Complained:
    """
    What somebody complained of, in private; never a post.

    Args:
        about: what led to it, where that is known here already.
    """

    kind: ComplaintKind
    how: How
    by_whom: str
    words: str
    received_on: date
    about: Concern | Incident | None = None


@transaction.atomic
def set_procedure(
    *, school: School, stages: Sequence[Stage], source: str, by: User, now: datetime
) -> Procedure:
    """
    Write down the school's own stages. Complaints that are open keep theirs.

    Raises:
        NotTold: there is no stage, or nobody says where they stand.
    """
    if not stages or not source.strip():
        raise NotTold("Give at least one stage, and say where your procedure states them.")
    procedure, _made = Procedure.objects.update_or_create(
        school=school,
        defaults={
            "stages": _as_json(stages),
            "source": source.strip(),
            "changed_on": timezone.localdate(now),
            "changed_by": by,
        },
    )
    record(
        by=by.username,
        action="concerns.procedure_set",
        target=f"school:{school.pk}",
        school_id=school.pk,
        now=now,
        details={"stages": len(stages)},
    )
    return procedure


@transaction.atomic
def open_complaint(
    *,
    school: School,
    complained: Complained,
    shut_out: Iterable[User] = (),
    by: User,
    now: datetime,
) -> Complaint:
    """
    Open a complaint at the first stage of the procedure that the school goes by today.

    Whoever it is about, and whoever is shut out of what led to it, sees nothing of it.

    Raises:
        NotTold: the school has not written its procedure down yet.
        CannotSee: nobody would be left to hear it.
    """
    procedure = Procedure.objects.filter(school=school).first()
    if procedure is None:
        raise NotTold("First write down the stages of your own complaints procedure.")
    about = complained.about
    named = shut_out_by(school, users=shut_out)
    named |= set(about.shut_out.all()) if about else set()
    matter, _owners = matter_and_owners(
        school_id=school.pk,
        matter=Matter(about.matter) if about else Matter.CONDUCT,
        shut_out=named,
    )
    complaint = Complaint.objects.create(
        school=school,
        matter=matter.value,
        kind=complained.kind,
        how=complained.how,
        by_whom=complained.by_whom.strip(),
        words=complained.words.strip(),
        seal_key=make_key(school.pk),
        received_on=complained.received_on,
        stages=procedure.stages,
        source=procedure.source,
        stage_due=_due(school, procedure.as_stages()[0], complained.received_on, procedure.source),
        concern=about if isinstance(about, Concern) else None,
        incident=about if isinstance(about, Incident) else None,
    )
    complaint.shut_out.set(named)
    title = procedure.as_stages()[0].title
    _write(complaint, "complaint_opened", f"Opened. First stage: {title}.", by=by, now=now)
    return complaint


@transaction.atomic
def acknowledge(*, complaint: Complaint, by: User, now: datetime) -> None:
    """
    Record that the complainant was told that it has come.

    Raises:
        AlreadyClosed: it is closed, or was acknowledged before.
    """
    today = timezone.localdate(now)
    _change(complaint, acknowledged_on__isnull=True, to={"acknowledged_on": today})
    _write(complaint, "complaint_acknowledged", "Acknowledged.", by=by, now=now)


@transaction.atomic
def go_to_next_stage(
    *,
    complaint: Complaint,
    why: str,
    panel: Sequence[PanelMember] = (),
    by: User,
    now: datetime,
) -> None:
    """
    Begin the next stage, with its own last day.

    Args:
        panel: who hears it, where that is a panel; each is checked.

    Raises:
        LastStage, AlreadyClosed.
        NotTold: the reason is missing, or these people may not sit on a panel.
    """
    if not why.strip():
        raise NotTold("Say why the stage before did not settle it.")
    if panel and (faults := panel_faults(panel)):
        raise NotTold(" ".join(faults))
    stages, place = complaint.as_stages(), complaint.stage + 1
    if place >= len(stages):
        raise LastStage
    today = timezone.localdate(now)
    due = _due(complaint.school, stages[place], today, complaint.source)
    _change(complaint, stage=complaint.stage, to={"stage": place, "stage_due": due})
    who = f" Panel: {', '.join(_as_words(member) for member in panel)}." if panel else ""
    text = f"Next stage: {stages[place].title}. {why.strip()}{who}"
    _write(complaint, "complaint_stage", text, by=by, now=now)


@transaction.atomic
def end_complaint(*, complaint: Complaint, outcome: str, by: User, now: datetime) -> None:
    """
    Close it with its outcome.

    Raises:
        NotTold: the outcome is missing.
        AlreadyClosed.
    """
    if not outcome.strip():
        raise NotTold("Say how it ended.")
    today = timezone.localdate(now)
    given = {"closed_on": today, "closed_by": by, "outcome": outcome.strip()}
    _change(complaint, to=given)
    _write(complaint, "complaint_closed", f"Closed: {outcome.strip()}", by=by, now=now)


@transaction.atomic
def note_reading_complaint(*, complaint: Complaint, by: User, now: datetime) -> None:
    """Record that somebody opened it."""
    _record(complaint, "complaint_read", by=by, now=now)


def _due(school: School, stage: Stage, began_on: date, source: str) -> date | None:
    calendar = calendar_of(school, around=began_on)
    return rule_on_stage(stage=stage, began_on=began_on, calendar=calendar, source=source).due


def _as_json(stages: Sequence[Stage]) -> list[dict[str, object]]:
    return [{"title": stage.title, "school_days": stage.school_days} for stage in stages]


def _as_words(member: PanelMember) -> str:
    return f"{member.name} (independent)" if member.independent else member.name


def _change(complaint: Complaint, *, to: dict[str, Any], **standing: Any) -> None:
    """Compare and set: of two people at once, the second is told."""
    same = Complaint.objects.with_key(complaint.pk).open().filter(**standing)
    if not same.update(**sealed_values(complaint, to)):
        raise AlreadyClosed
    complaint.refresh_from_db(fields=list(to))


def _write(complaint: Complaint, action: str, text: str, *, by: User, now: datetime) -> None:
    ComplaintLine.objects.create(complaint=complaint, text=text, written_by=by, written_at=now)
    _record(complaint, action, by=by, now=now)


def _record(complaint: Complaint, action: str, *, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=f"concerns.{action}",
        target=f"complaint:{complaint.pk}",
        school_id=complaint.school_id,
        now=now,
        details={"stage": complaint.stage + 1},
    )
