"""Something that a person of the school saw online, in words only."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.db import transaction

from footprint.audit.actions import record
from footprint.connectors.platforms import platform_of_link
from footprint.listening.models import Mention
from footprint.rulebook.terms import Platform
from footprint.schools.models import School
from footprint.users.models import User

TRACKING = ("utm_", "fbclid", "gclid", "igsh", "mibextid")  # say who shared a link, not where


class AlreadyReported(Exception):
    """The same person told of the same address before: `mention` is what they said then."""

    def __init__(self, mention: Mention) -> None:
        super().__init__(mention.pk)
        self.mention = mention


@dataclass(frozen=True)
class Sighting:
    """
    What a person saw.

    Args:
        url: of the post, or "".
        where: in words, for what has no address, such as a closed group.
        words: what it says.
        platform: None where the link is to tell, or nobody knows.
        author: the name as published, or "".
        seen_at: when they saw it, as they say; aware.
        again: they told of this address before, and there is something new.
    """

    words: str
    platform: Platform | None
    seen_at: datetime
    url: str = ""
    where: str = ""
    author: str = ""
    again: bool = False


@transaction.atomic
def record_sighting(*, school: School, sighting: Sighting, by: User, now: datetime) -> Mention:
    """
    Keep what a person saw, in words only. The school's names need not be in it: they know.

    Sending the same form twice keeps it once and answers with what was kept. Only the person's
    own earlier reports are compared: a sign that others told of this post, or that a source found
    it, would tell the one whom it is about that the school knows.

    Raises:
        AlreadyReported: they told of this address before, in other words; nothing was stored.
    """
    url = without_tracking(sighting.url)
    own = Mention.objects.sighted_by(by).filter(school=school)
    external_id = _external_id(url, sighting, by)
    earlier = own.filter(url=url).order_by("pk").first() if url else None
    if earlier and not sighting.again and earlier.external_id != external_id:
        raise AlreadyReported(earlier)

    mention, made = Mention.objects.get_or_create(
        school=school,
        platform=(sighting.platform or _platform_of(url)).value,
        external_id=external_id,
        defaults={
            "seen_by_user": by,
            "url": url,
            "title": sighting.where,
            "author": sighting.author,
            "text": sighting.words,
            "found_at": now,
            "seen_at": sighting.seen_at,
            "matched": "Seen and reported by a person of the school.",
        },
    )
    if made:
        record(
            by=by.username,
            action="listening.sighting_recorded",
            target=f"mention:{mention.pk}",
            school_id=school.pk,
            now=now,
        )
    return mention


def without_tracking(url: str) -> str:
    """The address without the parts that only say who shared it; "" stays ""."""
    if not url:
        return ""
    parts = urlsplit(url.strip())
    all_of_it = parse_qsl(parts.query, keep_blank_values=True)
    query = [(name, value) for name, value in all_of_it if not name.lower().startswith(TRACKING)]
    kept = urlencode(query) if len(query) < len(all_of_it) else parts.query
    return urlunsplit(
        (parts.scheme.lower(), parts.netloc.lower(), parts.path, kept, parts.fragment)
    )


def _platform_of(url: str) -> Platform:
    return platform_of_link(url) if url else Platform.OTHER


def _external_id(url: str, sighting: Sighting, by: User) -> str:
    """The same for the same words of the same person about the same place."""
    said = [url, sighting.where, sighting.author, " ".join(sighting.words.split()), by.pk]
    return "sighting:" + hashlib.sha256(json.dumps(said).encode()).hexdigest()
