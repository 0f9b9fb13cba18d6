"""Make an item of a mention: read it, ask the rulebook, lay it on a desk. Nothing is decided."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.inbox.models import Item
from footprint.listening.actions import seal_mention
from footprint.listening.models import Mention
from footprint.policies.models import PolicyVersion
from footprint.rulebook.decisions.triage import TriageSuggestion, suggest
from footprint.rulebook.facts import Reason as Because
from footprint.rulebook.facts import Signal as Looks
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import SEALED_MATTERS, Matter, Role
from footprint.schools.calendars import calendar_of
from footprint.signals.reading import Signal, read
from footprint.users.access import holders
from footprint.users.models import User
from footprint.users.permissions import MATTERS, ROLE_WORDS
from footprint.worker.failpoints import failpoint

STAND_INS = (Role.OFFICE, Role.DSL, Role.DEPUTY_DSL, Role.HEADTEACHER, Role.CHAIR, Role.TRUST_LEAD)
NO_POLICY = Policy(version="", clauses={})


@transaction.atomic
def receive(*, mention: Mention, now: datetime) -> Item | None:
    """
    Make the item and mark the mention received, together.

    Returns:
        None when another worker was first. Run again after a crash it makes the item that is
        missing, and never a second one.
    """
    waiting = Mention.objects.not_received().filter(pk=mention.pk)
    if not waiting.update(received_at=now):
        return None
    signal = read(_words(mention))
    version = _version_on(mention, now)
    suggestion = _suggested(mention, signal, version, now)
    if suggestion.matter in SEALED_MATTERS:
        seal_mention(mention)
    desk, why_desk = staffed(mention.school_id, suggestion.desk, suggestion.matter)
    item = Item.objects.create(
        school_id=mention.school_id,
        mention=mention,
        received_at=now,
        policy_version=version,
        unread=signal.unread,
        **_stands(suggestion, desk),
        **_reasons(signal, (*suggestion.reasons, *why_desk)),
    )
    failpoint("inbox.recording")
    record(
        by="system: inbox.receive",
        action="inbox.received",
        target=f"item:{item.pk}",
        now=now,
        school_id=item.school_id,
        details={"kind": suggestion.kind.value, "desk": desk.value},
    )
    return item


def _version_on(mention: Mention, now: datetime) -> PolicyVersion | None:
    return PolicyVersion.objects.in_force(school_id=mention.school_id, on=timezone.localdate(now))


def _suggested(
    mention: Mention, signal: Signal, version: PolicyVersion | None, now: datetime
) -> TriageSuggestion:
    today = timezone.localdate(now)
    return suggest(
        policy=version.policy if version else NO_POLICY,
        signal=Looks(signal.kind, signal.flags, signal.urgent),
        received_on=today,
        calendar=calendar_of(mention.school, around=today),
    )


def _stands(suggestion: TriageSuggestion, desk: Role) -> dict[str, Any]:
    """What is suggested, and where the item therefore begins."""
    return {
        "matter": suggestion.matter.value,
        "suggested_kind": suggestion.kind.value,
        "suggested_flags": sorted(suggestion.flags),
        "suggested_urgent": suggestion.urgent,
        "suggested_desk": suggestion.desk.value,
        "suggested_due": suggestion.due,
        "desk": desk.value,
        "due_date": suggestion.due,
    }


def _reasons(signal: Signal, because: Iterable[Because]) -> dict[str, Any]:
    return {"reasons": [*_read_reasons(signal), *map(because_to_json, because)]}


def staffed(
    school_id: int, desk: Role, matter: Matter, *, but: Iterable[User] = ()
) -> tuple[Role, tuple[Because, ...]]:
    """
    The desk, or the next one with somebody at it: on an empty desk nobody would ever look.

    Args:
        but: people who do not count, because they are named in it.
    """
    out = list(but)
    for role in (desk, *STAND_INS):
        if matter in MATTERS[role] and holders(school_id, [role], but=out).exists():
            if role is desk:
                return desk, ()
            words = f"Nobody is {ROLE_WORDS[desk]} in Footprint, so it goes to: {ROLE_WORDS[role]}."
            return role, (Because(words),)
    return desk, (Because("Nobody in Footprint may open such a matter. Tell the headteacher."),)


def _words(mention: Mention) -> str:
    """Feeds repeat the title at the start of the text; read it once."""
    if mention.title and not mention.text.startswith(mention.title):
        return f"{mention.title}\n{mention.text}"
    return mention.text


def _read_reasons(signal: Signal) -> list[Mapping[str, Any]]:
    return [
        {"about": reason.about, "sentence": reason.sentence, "words": reason.words, "quote": None}
        for reason in signal.reasons
    ]


def because_to_json(reason: Because) -> Mapping[str, Any]:
    """A rulebook reason as an item keeps it."""
    quote = asdict(reason.quote) if reason.quote else None
    return {"about": "policy", "sentence": reason.sentence, "words": "", "quote": quote}
