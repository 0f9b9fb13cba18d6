"""Add a source, change it, switch it on and off."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from footprint.audit.actions import record
from footprint.listening.models import Source
from footprint.rulebook.terms import Platform
from footprint.schools.models import School
from footprint.users.models import User


class AlreadyListening(Exception):
    """The school listens to this address already."""


class SourceChangedMeanwhile(Exception):
    """Somebody else saved the source since the page was shown."""


@dataclass(frozen=True)
class SourceDetails:
    """
    What a person says about a source.

    Args:
        every_minutes: the pause between two looks, in minutes.
    """

    label: str
    address: str
    every_minutes: int


@transaction.atomic
def add_source(
    *,
    school: School,
    kind: str,
    details: SourceDetails,
    platform: Platform,
    by: User,
    now: datetime,
) -> Source:
    """
    Listen to one more address; it is due at once.

    Args:
        kind: a key of `connectors.registry`.
        platform: where the posts stand whose own links do not tell. It cannot be changed later:
            together with a post's id it is what "kept before" means.

    Raises:
        AlreadyListening: the school has a source with this address.
    """
    if _listens_already(school.pk, kind, details.address):
        raise AlreadyListening(details.address)
    source = Source.objects.create(
        school=school,
        kind=kind,
        label=details.label,
        address=details.address,
        platform=platform.value,
        every_minutes=details.every_minutes,
        next_fetch_at=now,
        added_at=now,
        added_by=by,
    )
    _record("listening.source_added", source, by=by.username, now=now)
    return source


@transaction.atomic
def change_source(
    *, source: Source, details: SourceDetails, revision: int, by: User, now: datetime
) -> None:
    """
    Change a source. Another address is read from its beginning, at once.

    Args:
        revision: of the source as the person saw it.

    Raises:
        AlreadyListening: the school has another source with this address.
        SourceChangedMeanwhile: it is not what the person saw any more.
    """
    changes: dict[str, object] = {
        "label": details.label,
        "every_minutes": details.every_minutes,
    }
    if details.address != source.address:
        if _listens_already(source.school_id, source.kind, details.address):
            raise AlreadyListening(details.address)
        # The lease goes too: what is being read at this moment belongs to the old address, and
        # its checkpoint would make the new one skip posts.
        changes |= _afresh(now) | {"address": details.address, "checkpoint": {}, "counted": []}
    _save(source, revision, changes)
    _record("listening.source_changed", source, by=by.username, now=now)


@transaction.atomic
def switch_source(*, source: Source, on: bool, revision: int, by: User, now: datetime) -> None:
    """
    Switch a source on or off. What was found stays; switched on, it is due at once.

    Raises:
        SourceChangedMeanwhile: it is not what the person saw any more.
    """
    changes = _afresh(now) if on else {"lease_until": None}
    _save(source, revision, changes | {"is_active": on})
    action = "listening.source_switched_on" if on else "listening.source_switched_off"
    _record(action, source, by=by.username, now=now)


def _afresh(now: datetime) -> dict[str, object]:
    return {"next_fetch_at": now, "lease_until": None, "failures": 0, "trouble": "", "problems": []}


def _listens_already(school_id: int, kind: str, address: str) -> bool:
    return Source.objects.of_school(school_id).filter(kind=kind, address=address).exists()


def _save(source: Source, revision: int, changes: dict[str, object]) -> None:
    """Compare and set: of two people at once, one is told."""
    mine = Source.objects.filter(pk=source.pk, revision=revision)
    try:
        with transaction.atomic():
            saved = mine.update(revision=F("revision") + 1, **changes)
    except IntegrityError:
        raise AlreadyListening(source.pk) from None
    if not saved:
        raise SourceChangedMeanwhile(source.pk)


def _record(action: str, source: Source, *, by: str, now: datetime) -> None:
    record(by=by, action=action, target=f"source:{source.pk}", school_id=source.school_id, now=now)
