"""Look at a post's address again through the one guarded door, and keep what that proves."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.connectors.base import ConnectorError, Http, Response
from footprint.connectors.plain_text import text_of
from footprint.connectors.platforms import platform_of_link
from footprint.guidance.at_school import fact_for
from footprint.incidents.actions.telling import tell
from footprint.incidents.models import Incident, Recheck
from footprint.rulebook.decisions.recheck import (
    NEEDS_SIGNING_IN,
    NO_ANSWER,
    Answer,
    Looked,
    Verdict,
    judge,
    words_there,
)
from footprint.rulebook.terms import Platform

LOOKER = "system: looking again"


@dataclass(frozen=True)
class Found:
    """What was read, before anything is stored."""

    verdict: Verdict
    status: int | None = None
    digest: str = ""


def look(*, incident: Incident, http: Http, now: datetime) -> Found:
    """
    Read the address of the incident's post, if its platform shows posts without signing in.

    Touches no table for writing: reading is waiting for other people's machines.
    """
    capture = incident.capture
    url = capture.url if capture else ""
    if not can_look(incident, url, now):
        return Found(NEEDS_SIGNING_IN)
    try:
        response = http.get(url)
    except ConnectorError:
        return Found(NO_ANSWER)
    page = _words_of(response)
    there = words_there(capture.text if capture else "", page) if page is not None else None
    status = response.status if page is not None or response.status >= 300 else None
    answer = Answer(status, there, _elsewhere(url, response.final_url))
    earlier = [each.as_earlier for each in incident.rechecks.all()]
    verdict = judge(answer=answer, earlier=earlier, on=timezone.localdate(now))
    digest = hashlib.sha256(page.encode()).hexdigest() if page is not None else ""
    return Found(verdict, response.status, digest)


def can_look(incident: Incident, url: str, now: datetime) -> bool:
    """Whether guidance says that this platform shows posts without signing in."""
    platform = platform_of_link(url)
    if incident.mention and platform is Platform.WEB:
        platform = Platform(incident.mention.platform)
    key = f"channel.open.{platform.value}"
    found = fact_for(school=incident.school, key=key, on=timezone.localdate(now))
    held = (found.override or found.fact) if found else None
    return held is not None and held.value is True


@transaction.atomic
def keep_look(*, incident: Incident, found: Found, now: datetime) -> Recheck | None:
    """
    Keep what a look found; the owner is told once when the post is gone, and confirms it.

    Returns:
        None where this day's look was kept already.
    """
    facts = {
        "at": now,
        "result": found.verdict.result.value,
        "status": found.status,
        "digest": found.digest,
        "sentence": found.verdict.sentence,
    }
    kept, made = Recheck.objects.get_or_create(
        incident=incident, on=timezone.localdate(now), defaults=facts
    )
    if not made:
        return None
    record(
        by=LOOKER,
        action="incidents.looked_again",
        target=f"incident:{incident.pk}",
        now=now,
        school_id=incident.school_id,
        details={"result": kept.result, "status": kept.status},
    )
    if found.verdict.result is Looked.GONE:
        tell(
            incident,
            incident.owner,
            about="recheck:gone",
            subject=f"Footprint: please look at incident {incident.pk}",
            sentence=f"What incident {incident.pk} is about seems to have gone. Please confirm.",
            now=now,
        )
    return kept


def _words_of(response: Response) -> str | None:
    """The words of a page; None where it is none, such as a picture: that is never read."""
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in ("text/html", "text/plain", "application/xhtml+xml"):
        return None
    return text_of(response.body.decode("utf-8", errors="replace"))


def _elsewhere(asked: str, answered: str) -> bool:
    """Whether another page answered; http and https, and a slash at the end, are the same page."""
    one, other = urlsplit(asked), urlsplit(answered)
    return (_host(one.hostname), one.path.rstrip("/")) != (
        _host(other.hostname),
        other.path.rstrip("/"),
    )


def _host(name: str | None) -> str:
    return (name or "").lower().removeprefix("www.")
