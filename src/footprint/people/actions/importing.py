"""A file of people: taken in, columns confirmed, questions answered, written or set aside."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.people.actions.writing import write_plan
from footprint.people.importing.columns import FIELDS, headings_key, holds_names, known_headings
from footprint.people.importing.oneroster.archive import looks_like_zip, open_archive
from footprint.people.importing.oneroster.roster import school_of, schools_in
from footprint.people.importing.preview import ORG, plan_of, table_of
from footprint.people.importing.table import read_table
from footprint.people.models import ColumnMapping, FileKind, ImportState, PeopleImport
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User

MOST_PROBLEMS = 1_000
LARGEST_CSV = 5_000_000
LARGEST_ZIP = 10_000_000


class NotWaiting(Exception):
    """Somebody decided about this file meanwhile."""


class ColumnsNotUsable(Exception):
    """No column holds the names, or a heading or field is not there."""


class ChangedMeanwhile(Exception):
    """The register is not as it was when the preview was made: look again. Nothing was written."""


class ProblemsLeft(Exception):
    """Rows have problems or open questions, and nobody said to go on without them."""


@transaction.atomic
def take_in_file(
    *, school: School, data: bytes, file_name: str, by: User, now: datetime
) -> PeopleImport:
    """
    Keep a file until somebody has decided about it. Nobody is written yet.

    Where this school has confirmed the columns of such a file before, they hold again.

    Raises:
        FileRefused: the file as a whole cannot be trusted; it is not kept.
    """
    kind = FileKind.ONEROSTER if looks_like_zip(data) else FileKind.CSV
    columns, audience = _known_choices(school, data, kind)
    waiting = PeopleImport.objects.create(
        school=school,
        kind=kind,
        file_name=file_name[:200],
        content=data,
        columns=columns,
        audience=audience,
        uploaded_at=now,
        uploaded_by=by,
    )
    _record("people.file_taken_in", waiting, by, now, {"kind": kind.value})
    return waiting


def _known_choices(
    school: School, data: bytes, kind: FileKind
) -> tuple[dict[str, str] | None, str]:
    if kind is FileKind.ONEROSTER:
        org = school_of(open_archive(data), name=school.name)
        return ({ORG: org.key} if org else None), ""
    table = read_table(data, known=known_headings)
    known = ColumnMapping.objects.filter(
        school=school, headings_key=headings_key(table.headings)
    ).first()
    return (known.columns, known.audience) if known else (None, "")


@transaction.atomic
def confirm_columns(
    *,
    waiting: PeopleImport,
    columns: Mapping[str, str],
    audience: Audience | None,
    by: User,
    now: datetime,
) -> None:
    """
    Say which column holds what, and remember it for the next file with these headings.

    Args:
        columns: field -> heading.
        audience: what everybody is whose row does not say.

    Raises:
        NotWaiting, ColumnsNotUsable: see there.
    """
    headings = table_of(waiting).headings
    if not holds_names(columns) or any(
        field not in FIELDS or heading not in headings for field, heading in columns.items()
    ):
        raise ColumnsNotUsable
    _change_waiting(
        waiting, columns=dict(columns), audience=audience.value if audience else "", answers={}
    )
    ColumnMapping.objects.update_or_create(
        school=waiting.school,
        headings_key=headings_key(headings),
        defaults={
            "columns": dict(columns),
            "audience": audience.value if audience else "",
            "saved_at": now,
            "saved_by": by,
        },
    )
    _record("people.columns_confirmed", waiting, by, now, {"fields": sorted(columns)})


@transaction.atomic
def choose_org(*, waiting: PeopleImport, org: str, by: User, now: datetime) -> None:
    """
    Say which school of a OneRoster export this school is.

    Raises:
        NotWaiting, ColumnsNotUsable: see there.
    """
    archive = open_archive(bytes(waiting.content or b""))
    if org not in {each.key for each in schools_in(archive)}:
        raise ColumnsNotUsable
    _change_waiting(waiting, columns={ORG: org}, answers={})
    _record("people.columns_confirmed", waiting, by, now, {"fields": [ORG]})


@transaction.atomic
def answer_questions(
    *, waiting: PeopleImport, answers: Mapping[str, str], by: User, now: datetime
) -> None:
    """
    Say of whom the register knows somebody of the file is. Earlier answers stay.

    Args:
        answers: {ref: key of the person in the register, or "new"}.

    Raises:
        NotWaiting: see there.
    """
    _change_waiting(waiting, answers={**waiting.answers, **answers})
    _record("people.questions_answered", waiting, by, now, {"answers": len(answers)})


@transaction.atomic
def write_file(
    *,
    waiting: PeopleImport,
    seen: str,
    without_the_rest: bool,
    leavers: Iterable[int],
    by: User,
    now: datetime,
) -> PeopleImport:
    """
    Write what the preview showed, all of it or nothing.

    Args:
        seen: the digest of the plan that the person saw.
        without_the_rest: go on without the rows that have problems or open questions.
        leavers: keys of people who are not in the file and whom somebody ticked as having left;
            only those whom the preview listed are.

    Raises:
        NotWaiting, ChangedMeanwhile, ProblemsLeft: see there.
    """
    on = timezone.localdate(now)
    _decide(waiting, ImportState.WRITTEN, by, now)
    plan = plan_of(waiting, on=on, by_pk=by.pk)
    if plan.digest != seen:
        raise ChangedMeanwhile(waiting.pk)
    if (plan.problems or plan.questions) and not without_the_rest:
        raise ProblemsLeft(waiting.pk)
    missing = {known.pk for known in plan.missing}
    try:
        with transaction.atomic():
            counts = write_plan(
                plan, waiting.school, leavers=missing & set(leavers), by=by, now=now
            )
    except IntegrityError:
        raise ChangedMeanwhile(waiting.pk) from None
    problems = [problem.sentence for problem in plan.problems]
    problems += [f"Row {asked.row}: {asked.why} Nobody answered." for asked in plan.questions]
    counts["left_out"] = len({problem.row for problem in plan.problems}) + len(plan.questions)
    PeopleImport.objects.filter(pk=waiting.pk).update(
        content=None, counts=counts, problems=problems[:MOST_PROBLEMS], answers={}
    )
    waiting.refresh_from_db()
    _record("people.file_written", waiting, by, now, counts)
    return waiting


@transaction.atomic
def set_file_aside(*, waiting: PeopleImport, by: User, now: datetime) -> None:
    """
    Throw a file away without writing anybody.

    Raises:
        NotWaiting: see there.
    """
    _decide(waiting, ImportState.SET_ASIDE, by, now)
    _record("people.file_set_aside", waiting, by, now, {})


@transaction.atomic
def let_file_expire(*, waiting: PeopleImport, now: datetime) -> None:
    """The same, where nobody decided for too long: the file holds names, and serves nothing."""
    _decide(waiting, ImportState.SET_ASIDE, None, now)
    record(
        by="system: people",
        action="people.file_expired",
        target=f"people_import:{waiting.pk}",
        school_id=waiting.school_id,
        now=now,
    )


def _decide(waiting: PeopleImport, state: ImportState, by: User | None, now: datetime) -> None:
    """Compare and set: of two at once, one is told. The file itself stays in `waiting` only."""
    decided = PeopleImport.objects.waiting().filter(pk=waiting.pk)
    if not decided.update(state=state, decided_at=now, decided_by=by, content=None, answers={}):
        raise NotWaiting(waiting.pk)


def _change_waiting(waiting: PeopleImport, **values: object) -> None:
    if not PeopleImport.objects.waiting().filter(pk=waiting.pk).update(**values):
        raise NotWaiting(waiting.pk)
    for name, value in values.items():
        setattr(waiting, name, value)


def _record(
    action: str, waiting: PeopleImport, by: User, now: datetime, details: Mapping[str, object]
) -> None:
    record(
        by=by.username,
        action=action,
        target=f"people_import:{waiting.pk}",
        school_id=waiting.school_id,
        now=now,
        details=details,
    )
