"""
One incident as a tagged PDF, with what proves its evidence.

A file of its own because paper shows in order what the page shows in pieces: facts, the post and
its chain of custody, what was asked of whom, who is named, and every line of the timeline.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from footprint.design.papers import print_pdf
from footprint.incidents.accusing import could_name_accused
from footprint.incidents.models import Entry, Incident
from footprint.users.models import User

TEMPLATE = Path(__file__).parent / "templates" / "incidents" / "pack.typ"


@dataclass(frozen=True)
class Row:
    """One thing that is said, under its heading."""

    label: str
    text: str


@dataclass(frozen=True)
class Section:
    title: str
    rows: tuple[Row, ...]


def as_pdf(
    incident: Incident,
    facts: dict[str, Any],
    lines: Iterable[tuple[Entry, object]],
    *,
    by: User,
    now: datetime,
) -> bytes:
    """
    The whole incident.

    Args:
        facts: as the page shows them (`views.showing.facts`).
        lines: of the timeline, each with its title, by when it happened.
    """
    sections = [
        Section(_("Facts"), tuple(_facts(incident, facts))),
        Section(_("The post, and its chain of custody"), tuple(_post(incident, facts))),
        Section(_("What was asked of others"), tuple(_asked(facts))),
        Section(_("Who is named"), tuple(_named(incident))),
        Section(_("Timeline"), tuple(_timeline(lines))),
        Section(_("Who can see it"), tuple(_seeing(facts))),
    ]
    number = {"number": incident.pk}
    data = {
        "title": f"{_('Incident %(number)s') % number}: {incident.title}",
        "footer": f"{incident.school.name}, {_('Incident %(number)s') % number}",
        "printed": _("Printed on %(at)s by %(name)s") % {"at": _moment(now), "name": by.name},
        "words": {"confidential": _("Confidential: for those listed at the end, and nobody else.")},
        "sections": [asdict(section) for section in sections if section.rows],
    }
    return print_pdf(TEMPLATE, data)


def _facts(incident: Incident, facts: dict[str, Any]) -> Iterable[Row]:
    if could_name_accused(incident):
        warning = _("Name no accused teacher in public: section 141F of the Education Act 2002.")
        yield Row(_("Take care"), warning)
    yield Row(_("Looked after by"), incident.owner.name)
    opened = f"{_moment(incident.opened_at)}, {incident.opened_by.name}"
    yield Row(_("Opened"), opened)
    for label, key in ((_("Posted by"), "poster"), (_("Mainly"), "kind")):
        if facts[key]:
            yield Row(label, str(facts[key]))
    for label, key in ((_("Conduct"), "conduct"), (_("Contains or reports"), "flags")):
        if facts[key]:
            yield Row(label, ", ".join(map(str, facts[key])))
    yield Row(_("Support for the person affected"), incident.support or _("Not recorded yet"))
    if incident.is_closed and incident.closed_at and incident.closed_by:
        yield Row(_("Closed"), f"{_moment(incident.closed_at)}, {incident.closed_by.name}")
        yield Row(_("Outcome"), str(facts["outcome"]))
        yield Row(_("Clause"), str(facts["clause"]))
        yield Row(_("Reason"), incident.closed_reason)
        yield Row(_("Lesson"), incident.lesson)


def _post(incident: Incident, facts: dict[str, Any]) -> Iterable[Row]:
    kept = incident.capture
    if kept is None:
        return
    yield Row(_("Words"), kept.text)
    if kept.url:
        yield Row(_("Address"), kept.url)
    if kept.author:
        yield Row(_("Name shown"), kept.author)
    captured = f"{_moment(kept.captured_at)}, {kept.captured_by.name} ({kept.method})"
    yield Row(_("Captured"), captured)
    intact = (
        _("Computed again when this was printed: unchanged.")
        if facts["is_intact"]
        else _("Computed again when this was printed: it does NOT fit.")
    )
    yield Row(_("SHA-256"), f"{kept.sha256}\n{intact}")


def _asked(facts: dict[str, Any]) -> Iterable[Row]:
    for request, how in facts["requests"]:
        end = request.get_outcome_display() or _("waiting")
        said = f"{_moment(request.asked_at)}, {request.asked_by.name}, {how}. {end}"
        yield Row(_("Deletion request"), f"{said}\n\n{request.letter}".strip())
    for report, platform in facts["reports"]:
        parts = (report.route, report.rule, report.reference, report.get_answer_display())
        said = f"{_moment(report.reported_at)}, {report.reported_by.name}"
        yield Row(f"{_('Report to')} {platform}", "\n".join([said, *filter(None, parts)]))
    for referral in facts["referrals"]:
        said = f"{_moment(referral.referred_at)}, {referral.referred_by.name}"
        told = "\n".join(filter(None, (said, referral.reason, referral.reference)))
        yield Row(f"{_('Referral')}: {referral.get_to_display()}", told)


def _named(incident: Incident) -> Iterable[Row]:
    for naming in incident.namings.for_list():
        said = naming.get_named_as_display()
        if naming.taken_back_at:
            said += f" ({_('taken back')}: {naming.taken_back_because})"
        yield Row(naming.name, str(said))


def _timeline(lines: Iterable[tuple[Entry, object]]) -> Iterable[Row]:
    for entry, title in lines:
        label = f"{_moment(entry.happened_at)}: {title}, {entry.written_by.name}"
        if entry.is_back_dated:
            label += f" ({_('back-dated: written on')} {_moment(entry.written_at)})"
        yield Row(label, entry.text)


def _seeing(facts: dict[str, Any]) -> Iterable[Row]:
    for member in facts["members"]:
        yield Row(member.user.name, member.role_words)


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "j F Y, H:i")
