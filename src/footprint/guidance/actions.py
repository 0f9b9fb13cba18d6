"""Every write of this room: a school's own value beside a fact, and its end."""

from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.guidance.fact import Fact, Kind
from footprint.guidance.models import FactOverride
from footprint.guidance.pack import load_pack
from footprint.schools.models import School
from footprint.users.models import User

OwnValue = int | bool | str


class NoSuchFact(Exception):
    """The pack has no such fact for the school's nation."""


class ValueDoesNotFit(Exception):
    """The value is not of the kind that the fact asks for: a number, yes or no, words."""


class ChangedMeanwhile(Exception):
    """Somebody else gave or ended the school's own value since the page was shown."""


@transaction.atomic
def override_fact(
    *,
    school: School,
    key: str,
    value: OwnValue,
    reason: str,
    seen: int | None,
    by: User,
    now: datetime,
) -> FactOverride:
    """
    Put the school's own value beside a fact, in place of the one it gave before.

    Args:
        value: a number for an age or a duration (in the fact's unit), true or false for what is
            so or not, else words.
        seen: the key of the school's own value as the person saw it; None if there was none.

    Raises:
        NoSuchFact, ValueDoesNotFit: see there.
        ChangedMeanwhile: it is not what the person saw any more; nothing was written.
    """
    history = load_pack().history(key, nation=school.nation)
    if not history:
        raise NoSuchFact(key)
    if not _fits(value, history[0]) or not reason.strip():
        raise ValueDoesNotFit(key)
    School.objects.select_for_update().get(pk=school.pk)  # of two people at once, one is told
    before = FactOverride.objects.filter(school=school, key=key).current().first()
    if (before.pk if before else None) != seen:
        raise ChangedMeanwhile(key)
    if before:
        _end(before, by, now)
    override = FactOverride.objects.create(
        school=school, key=key, value=value, reason=reason, by=by, at=now
    )
    _record("guidance.fact_overridden", override, by, now)
    return override


@transaction.atomic
def end_override(*, override: FactOverride, by: User, now: datetime) -> None:
    """
    Go by the pack again.

    Raises:
        ChangedMeanwhile: it was ended or replaced before; nothing was written.
    """
    if not _end(override, by, now):
        raise ChangedMeanwhile(override.key)
    _record("guidance.override_ended", override, by, now)


def _end(override: FactOverride, by: User, now: datetime) -> int:
    return FactOverride.objects.filter(pk=override.pk).current().update(ended_at=now, ended_by=by)


def _fits(value: OwnValue, fact: Fact) -> bool:
    if fact.kind is Kind.YES_NO:
        return isinstance(value, bool)
    if fact.kind in (Kind.AGE, Kind.DURATION):
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    return isinstance(value, str) and bool(value.strip())


def _record(action: str, override: FactOverride, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"fact_override:{override.pk}",
        school_id=override.school_id,
        now=now,
        details={"key": override.key},
    )
