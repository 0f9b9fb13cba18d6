"""Capture the words of a post, with what proves when and by whom they were seen."""

import hashlib
import json
from datetime import UTC, datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.evidence.models import Capture
from footprint.schools.models import School
from footprint.users.models import User


@transaction.atomic
def capture(
    *,
    school: School,
    url: str,
    author: str,
    text: str,
    posted_at: datetime | None,
    method: str,
    by: User,
    now: datetime,
    seal_key: str = "",
) -> Capture:
    """
    Keep the words of a post as they were seen. There is no way to keep an image here.

    Args:
        author: the name as published.
        method: how the words came to us, such as "from the feed Puddleford news".
        seal_key: the key of the matter where that is sensitive.
    """
    kept = Capture.objects.create(
        seal_key=seal_key,
        school=school,
        url=url,
        author=author,
        text=text,
        posted_at=posted_at,
        captured_at=now,
        captured_by=by,
        method=method,
        sha256=digest(url=url, author=author, text=text, posted_at=posted_at),
    )
    record(
        by=by.username,
        action="evidence.captured",
        target=f"capture:{kept.pk}",
        now=now,
        school_id=school.pk,
        details={"sha256": kept.sha256},
    )
    return kept


def digest(*, url: str, author: str, text: str, posted_at: datetime | None) -> str:
    """The hex SHA-256 over the four facts as canonical JSON in UTF-8: anybody can check it."""
    facts = {
        "author": author,
        "posted_at": posted_at.astimezone(UTC).isoformat() if posted_at else None,
        "text": text,
        "url": url,
    }
    return hashlib.sha256(
        json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()
    ).hexdigest()
