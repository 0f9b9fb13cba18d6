"""
The ladder of removal for one incident: each rung with its clock and what proves it.

A file of its own because the incident's page and the pack for the helpline show the same rungs.
Nothing has to be climbed in order: where somebody may come to harm the helpline is asked at once.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.incidents.advice import advise, policy_of
from footprint.incidents.circle import members_of
from footprint.incidents.clocks import POSH, clocks_of
from footprint.incidents.models import Finding, Incident, ReferredTo
from footprint.incidents.wording import CONDUCT, FLAGS, PLATFORMS
from footprint.rulebook.decisions.ways import OFF_THE_TRACK
from footprint.rulebook.terms import ConductTag, Flag, Matter, Platform
from footprint.rulebook.writing.calls import Pack, PackReport, call_script, helpline_text
from footprint.users.models import User


@dataclass(frozen=True)
class Rung:
    """
    One rung.

    Args:
        done: when it was taken; None where it was not.
        proof: what shows it, in words.
        due: the day of its clock, while that runs; a clock of a closed incident does not.
        late: the clock's day has gone by.
    """

    title: str | Promise
    done: datetime | None
    proof: str
    due: date | None = None
    late: bool = False


def at_once(incident: Incident) -> bool:
    """Whether the helpline is asked now, and not after the platform had its time."""
    return Matter(incident.matter) in OFF_THE_TRACK or incident.dangerous


def rungs_of(incident: Incident, *, on: date) -> list[Rung]:
    """What was done to have the post removed; empty where removal is not offered."""
    advice = advise(incident)
    begun = incident.deletion_requests.exists() or incident.platform_reports.exists()
    if not incident.poster or not (advice.deletion or advice.platform or begun):
        return []
    found = [_asked(incident), _looked(incident), _met(incident), _reported(incident)]
    found += [_helpline(incident, on), _police(incident)]
    running = not incident.is_closed
    return [
        Rung(
            rung.title,
            rung.done,
            rung.proof,
            rung.due if running else None,
            running and rung.due is not None and rung.due < on,
        )
        for rung in found
    ]


def _asked(incident: Incident) -> Rung:
    title = _("Letter or call to the author")
    last = incident.deletion_requests.last()
    if last is None:
        return Rung(title, None, "")
    proof = last.get_outcome_display() or str(_("The words that were sent are kept below"))
    return Rung(title, last.asked_at, proof, None if last.outcome else last.due_date)


def _looked(incident: Incident) -> Rung:
    title = _("Looked again")
    looks = [f"looked_{finding.value}" for finding in Finding]
    last = incident.entries.filter(action__in=looks).last()
    return Rung(title, last.happened_at if last else None, last.text if last else "")


def _met(incident: Incident) -> Rung:
    title = _("Meeting")
    last = incident.meetings.last()
    if last is None:
        return Rung(title, None, "")
    proof = last.get_outcome_display() or last.invited
    return Rung(title, last.invited_at, proof, None if last.outcome else last.on)


def _reported(incident: Incident) -> Rung:
    title = _("Report to the platform")
    last = incident.platform_reports.last()
    if last is None:
        return Rung(title, None, "")
    said = last.get_answer_display() or str(_("No answer yet"))
    return Rung(title, last.reported_at, f"{last.reference}: {said}" if last.reference else said)


def _helpline(incident: Incident, on: date) -> Rung:
    title = _("Helpline for professionals")
    last = incident.referrals.filter(to=ReferredTo.HELPLINE).last()
    if last:
        return Rung(title, last.referred_at, last.reference or last.reason)
    if at_once(incident):
        return Rung(title, None, str(_("Now: there is a safeguarding worry")), on)
    clock = next((each for each in clocks_of(incident, on=on) if each.at_school.key == POSH), None)
    return Rung(title, None, "", clock.due if clock else None)


def _police(incident: Incident) -> Rung:
    title = _("Police or others")
    last = incident.referrals.filter(to=ReferredTo.POLICE).last()
    if last:
        return Rung(title, last.referred_at, last.reference or last.reason)
    offered = ReferredTo.POLICE in advise(incident).referrals
    words = _("Possible: it may be illegal or dangerous")
    if not offered:
        words = _("Only where it may be illegal or dangerous, which was not said")
    return Rung(title, None, str(words))


def call_words(incident: Incident, *, due: date | None) -> str:
    """What to say on the telephone, from the facts."""
    capture = incident.capture
    posted_at = capture.posted_at if capture else None
    return call_script(
        policy=policy_of(incident),
        school_name=incident.school.name,
        posted_on=timezone.localdate(posted_at) if posted_at else None,
        due=due,
    )


def pack_text(incident: Incident, *, caller: User) -> str:
    """The pack for the helpline, in words. No picture is ever part of it."""
    capture = incident.capture
    tags = [str(CONDUCT[tag]) for tag in ConductTag if tag in incident.conduct]
    flags = [str(FLAGS[flag]) for flag in Flag if flag in incident.flags]
    roles = [m.role_words for m in members_of(incident.school_id) if m.user == caller]
    return helpline_text(
        Pack(
            school=incident.school.name,
            caller=caller.name,
            role=next(iter(roles), ""),
            what=", ".join(dict.fromkeys([*tags, *flags])),
            words=capture.text if capture else "",
            where=capture.url if capture else "",
            posted_at=_local(capture.posted_at) if capture else None,
            captured_at=_local(capture.captured_at) if capture else None,
            reports=tuple(_reports(incident)),
            harm=incident.support,
            number=incident.pk,
        )
    )


def _reports(incident: Incident) -> list[PackReport]:
    return [
        PackReport(
            platform=str(PLATFORMS[Platform(each.platform)]),
            reported_at=timezone.localtime(each.reported_at),
            route=each.route,
            rule=each.rule,
            reference=each.reference,
            answer=each.get_answer_display(),
        )
        for each in incident.platform_reports.all()
    ]


def _local(moment: datetime | None) -> datetime | None:
    return timezone.localtime(moment) if moment else None
