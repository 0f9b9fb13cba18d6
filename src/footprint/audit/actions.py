"""Append an event to the chain. Called inside the transaction of the change that it records."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from footprint.audit.models import ChainHead, Event


class NobodyNamed(ValueError):
    """An act without a person (or a named job) behind it is a defect of the caller."""


@transaction.atomic
def record(
    *,
    by: str,
    action: str,
    target: str,
    now: datetime,
    school_id: int | None = None,
    details: Mapping[str, Any] | None = None,
) -> Event:
    """
    Append one event.

    Args:
        by: the user's e-mail address, or "system: " and the job's name.
        target: the kind and key of what was acted on, such as "incident:12".
        details: JSON values; what a reader of the log needs to know. No post text, no narrative.

    Raises:
        NobodyNamed: `by` is empty.
    """
    if not by:
        raise NobodyNamed(action)
    ChainHead.objects.get_or_create(pk=1)
    head = ChainHead.objects.select_for_update().get(pk=1)  # PostgreSQL: one appender at a time
    salt = secrets.token_hex(16)
    event = Event(
        number=head.number + 1,
        at=now,
        by=by,
        action=action,
        target=target,
        school_id=school_id,
        details=dict(details or {}),
        salt=salt,
        commitment=commitment(salt, details or {}),
    )
    event.digest = chained(head.digest, event)
    event.save(force_insert=True)
    ChainHead.objects.filter(pk=1).update(number=event.number, digest=event.digest)
    return event


def commitment(salt: str, details: Mapping[str, Any]) -> str:
    """The hex SHA-256 that stands for the details in the chain."""
    return _sha256(salt + json.dumps(details, sort_keys=True, ensure_ascii=False))


def chained(previous: str, event: Event) -> str:
    """The hex SHA-256 of an event on top of the digest before it."""
    facts = [
        event.number,
        event.at.astimezone(UTC).isoformat(),
        event.by,
        event.action,
        event.target,
        event.school_id,
        event.commitment,
    ]
    return _sha256(previous + json.dumps(facts, ensure_ascii=False))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
