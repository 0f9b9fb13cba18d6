"""
Keep, show, lock and destroy exhibits.

A file of its own beside `actions.py` because bytes need more care than words: they are checked in
a process apart, sealed before they are stored, and never handed out as they came but to be kept.
"""

import hashlib
import secrets
from datetime import datetime
from typing import Any

from django.db import transaction

from footprint.audit.actions import record
from footprint.evidence.models import Exhibit, ExhibitState
from footprint.pictures.child import copy_in_child
from footprint.pictures.copying import Copy, Look
from footprint.schools.models import School
from footprint.users.models import User
from footprint.vault import keys


class NotToBeSeen(Exception):
    """The exhibit was locked or destroyed."""


class NotLocked(Exception):
    """Only what was locked is destroyed, and with the police's reference."""


def keep_exhibit(
    *, school: School, data: bytes, url: str, how: str, by: User, now: datetime
) -> Exhibit:
    """
    Keep a picture as it came, sealed.

    Args:
        data: JPEG, PNG or WebP.
        how: how it came to us, in words.

    Raises:
        PictureProblem: it is no picture that can be shown; nothing was stored.
    """
    copy_in_child(data)  # what cannot be shown proves nothing, and may be something else
    return _store(school=school, data=data, url=url, how=how, by=by, now=now)


@transaction.atomic
def _store(*, school: School, data: bytes, url: str, how: str, by: User, now: datetime) -> Exhibit:
    key, name = keys.make_key(school.pk), secrets.token_hex(16)
    kept = Exhibit.objects.create(
        school=school,
        name=name,
        seal_key=key,
        sealed=keys.seal_bytes(data, key=key, school_id=school.pk, about=name),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        url=url,
        how=how,
        kept_at=now,
        kept_by=by,
    )
    _record("evidence.exhibit_kept", kept, by, now, {"sha256": kept.sha256, "size": kept.size})
    return kept


def drawn(*, exhibit: Exhibit, look: Look, by: User, now: datetime) -> Copy:
    """
    Draw it anew, covered or clear. Every look is recorded.

    Raises:
        NotToBeSeen: see there.
    """
    data = _bytes(exhibit)
    with transaction.atomic():
        _record("evidence.exhibit_shown", exhibit, by, now, {"look": look.value})
    return copy_in_child(data, look=look)


def is_intact(exhibit: Exhibit) -> bool:
    """Whether the bytes still give the SHA-256 that was taken when they came."""
    return hashlib.sha256(_bytes(exhibit)).hexdigest() == exhibit.sha256


def _bytes(exhibit: Exhibit) -> bytes:
    if exhibit.state != ExhibitState.KEPT or exhibit.sealed is None:
        raise NotToBeSeen(exhibit.pk)
    return keys.unseal_bytes(
        bytes(exhibit.sealed),
        key=exhibit.seal_key,
        school_id=exhibit.school_id,
        about=exhibit.name,
    )


@transaction.atomic
def contain(*, exhibit: Exhibit, by: User, now: datetime) -> bool:
    """
    Lock it unseen, for good.

    Returns:
        False when it was locked before.
    """
    same = Exhibit.objects.filter(pk=exhibit.pk, state=ExhibitState.KEPT)
    if not same.update(state=ExhibitState.CONTAINED, contained_at=now, contained_by=by):
        return False
    _record("evidence.exhibit_contained", exhibit, by, now, {})
    return True


@transaction.atomic
def destroy(*, exhibit: Exhibit, police_reference: str, by: User, now: datetime) -> None:
    """
    Destroy what was locked, with its key: no backup opens it any more.

    Raises:
        NotLocked: see there.
    """
    reference = police_reference.strip()
    same = Exhibit.objects.filter(pk=exhibit.pk, state=ExhibitState.CONTAINED)
    gone = {"state": ExhibitState.DESTROYED, "sealed": None, "url": "", "how": ""}
    if not reference or not same.update(
        **gone, destroyed_at=now, destroyed_by=by, police_reference=reference
    ):
        raise NotLocked(exhibit.pk)
    keys.destroy_key(exhibit.seal_key)
    _record("evidence.exhibit_destroyed", exhibit, by, now, {"police_reference": reference})


def _record(
    action: str, exhibit: Exhibit, by: User, now: datetime, details: dict[str, Any]
) -> None:
    record(
        by=by.username,
        action=action,
        target=f"exhibit:{exhibit.pk}",
        now=now,
        school_id=exhibit.school_id,
        details=details,
    )
