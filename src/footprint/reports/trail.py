"""
The audit trail as one person may read it.

A file of its own because it only reads, and because what it leaves out matters as much as what it
shows: whoever must not know of a matter gets no sign of it here either, not even a gap. So events
carry no number on the page, and pages are cut by time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.audit.models import Event, EventQuerySet
from footprint.concerns.models import Complaint, Concern
from footprint.inbox.models import Item
from footprint.incidents.models import Incident, IncidentExhibit
from footprint.listening.models import Mention
from footprint.registers.connection_exceptions.models import ConnectionAttempt
from footprint.users.access import matters_at
from footprint.users.models import User

PAGE = 50

# Kinds of things that are no matter about people: everybody who may read the trail sees these.
OPEN_KINDS: Mapping[str, Promise] = {
    "school": _("School"),
    "school_name": _("Name of the school"),
    "closure": _("Days closed"),
    "user": _("Account"),
    "source": _("Source"),
    "upload": _("Spreadsheet"),
    "policy_version": _("Policy version"),
    "fact_override": _("Own value of a dated fact"),
    "person": _("Person"),
    "people_import": _("Import of people"),
    "agreement_text": _("Agreement"),
    "signature": _("Signature"),
    "image_permission": _("Permission for pictures"),
    "connection": _("Declared link"),
    "official_account": _("Official account"),
    "lookalike": _("Lookalike of the school"),
    "check": _("Check of a channel"),
    "checked_channel": _("Channel on the rota"),
    "cover": _("Cover for somebody away"),
    "draft": _("Draft"),
    "lesson": _("Lesson"),
    "family_offer": _("Offer to families"),
}
# Kinds that lead to a matter: shown only where the matter itself is.
MATTER_KINDS: Mapping[str, Promise] = {
    "mention": _("Post"),
    "item": _("Mention"),
    "incident": _("Incident"),
    "capture": _("Capture"),
    "exhibit": _("Picture as evidence"),
    "concern": _("Concern"),
    "complaint": _("Complaint"),
    "connection_attempt": _("Report of an attempt to connect"),
}
ROOMS: Mapping[str, Promise] = {
    "concerns": _("Concerns"),
    "evidence": _("Evidence"),
    "guidance": _("Guidance"),
    "inbox": _("Inbox"),
    "incidents": _("Incidents"),
    "listening": _("Listening"),
    "policies": _("Policy"),
    "schools": _("School"),
    "users": _("Accounts of staff"),
    "people": _("People"),
    "agreements": _("Agreements"),
    "image_permissions": _("Pictures"),
    "connection_exceptions": _("Connections"),
    "official_accounts": _("Official accounts"),
    "lessons": _("Lessons"),
    "publishing": _("Publishing"),
    "rota": _("Checks"),
}


@dataclass(frozen=True)
class Line:
    """One event in words. `details` is empty for those who may know that, but not what."""

    at: datetime
    by: str
    what: str
    target: str
    details: str


@dataclass(frozen=True)
class Page:
    """Newest first; `older` is the moment before which the next page begins, None at the end."""

    lines: list[Line]
    older: datetime | None


def page_of(user: User, school_id: int, *, before: datetime | None = None) -> Page:
    """
    One page of the trail of one school.

    Args:
        before: the `older` of the page before; None for the newest.
    """
    events = _visible(user, school_id).order_by("-at", "-number")
    if before:
        events = events.filter(at__lt=before)
    shown = list(events[:PAGE])
    if len(shown) == PAGE:  # those of the same moment stay together, or the cut would lose some
        known = {event.number for event in shown}
        shown += [each for each in events.filter(at=shown[-1].at) if each.number not in known]
    older = shown[-1].at if shown and events.filter(at__lt=shown[-1].at).exists() else None
    with_details = bool(matters_at(user, school_id))
    return Page([_line(event, with_details) for event in shown], older)


def _visible(user: User, school_id: int) -> EventQuerySet:
    kinds = Q(pk__in=[])
    for kind in (*OPEN_KINDS, *MATTER_KINDS):
        kinds |= Q(target__startswith=f"{kind}:")
    return (
        Event.objects.of_schools({school_id})
        .filter(kinds)
        .exclude(target__in=list(_hidden_targets(user, school_id)))
    )


def _hidden_targets(user: User, school_id: int) -> Iterable[str]:
    """
    The matters that this person must get no sign of.

    Those who see no matter of any class, such as the data protection officer, may read that
    something was done, without details, unless they are shut out of it themselves.
    """
    items = Item.objects.of_school(school_id)
    incidents = Incident.objects.of_school(school_id)
    attempts = ConnectionAttempt.objects.of_school(school_id)
    concerns = Concern.objects.of_school(school_id)
    complaints = Complaint.objects.of_school(school_id)
    if matters_at(user, school_id):
        items = items.exclude(pk__in=Item.objects.seen_by(user).values("pk"))
        incidents = incidents.exclude(pk__in=Incident.objects.seen_by(user).values("pk"))
        attempts = attempts.exclude(pk__in=ConnectionAttempt.objects.seen_by(user).values("pk"))
        concerns = concerns.exclude(pk__in=Concern.objects.seen_by(user).values("pk"))
        complaints = complaints.exclude(pk__in=Complaint.objects.seen_by(user).values("pk"))
        waiting = Mention.objects.not_received().filter(school_id=school_id)
        yield from (f"mention:{pk}" for pk in waiting.values_list("pk", flat=True))
    else:
        items = items.filter(shut_out=user)
        incidents = incidents.filter(shut_out=user)
        attempts = attempts.shutting_out(user)
        concerns = concerns.shutting_out(user)
        complaints = complaints.shutting_out(user)
    for pk, mention in items.values_list("pk", "mention_id"):
        yield from (f"item:{pk}", f"mention:{mention}")
    for pk, capture in incidents.values_list("pk", "capture_id"):
        yield from (f"incident:{pk}", f"capture:{capture}")
    for exhibit in IncidentExhibit.objects.filter(incident__in=incidents).values_list("exhibit"):
        yield f"exhibit:{exhibit[0]}"
    yield from (f"complaint:{pk}" for pk in complaints.values_list("pk", flat=True))
    yield from (f"concern:{pk}" for pk in concerns.values_list("pk", flat=True))
    yield from (f"connection_attempt:{pk}" for pk in attempts.values_list("pk", flat=True))


def _line(event: Event, with_details: bool) -> Line:
    room, _dot, done = event.action.partition(".")
    kind, _colon, key = event.target.partition(":")
    told = with_details or kind in OPEN_KINDS
    return Line(
        at=event.at,
        by=event.by,
        what=f"{ROOMS.get(room, room)}: {done.replace('_', ' ')}",
        target=f"{ {**OPEN_KINDS, **MATTER_KINDS}[kind] } {key}",
        details=_in_words(event.details) if told else "",
    )


def _in_words(details: Mapping[str, object]) -> str:
    told = {name: _value_in_words(value) for name, value in details.items()}
    return ", ".join(f"{name.replace('_', ' ')}: {words}" for name, words in told.items() if words)


def _value_in_words(value: object) -> str:
    """Yes, no, a number, words, or several of them; nothing where there is nothing to say."""
    if isinstance(value, bool):
        return str(_("yes")) if value else str(_("no"))
    if isinstance(value, list):
        return " and ".join(_value_in_words(each) for each in value)
    return "" if value is None else str(value).replace("_", " ")
