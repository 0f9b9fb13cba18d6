"""One incident on one page, and the same on paper."""

from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from footprint.evidence.actions import digest
from footprint.guidance.at_school import fact_for
from footprint.incidents import actions
from footprint.incidents.advice import Advice, advise, is_fair_opinion
from footprint.incidents.circle import circle
from footprint.incidents.models import Entry, Incident
from footprint.incidents.printing import as_pdf
from footprint.incidents.views.asking import about, seen_incident
from footprint.incidents.views.offering import also_now, routes_now
from footprint.incidents.wording import (
    ASKED_HOW,
    CONDUCT,
    ENTRIES,
    FLAGS,
    KINDS,
    OUTCOMES,
    PLATFORMS,
    POSTERS,
)
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.decisions.ways import OFF_THE_TRACK
from footprint.rulebook.terms import (
    ClauseName,
    ConductTag,
    Flag,
    Matter,
    Outcome,
    Platform,
    Poster,
    PostKind,
    Step,
)
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_READ)
def show_incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything about one incident, and what may be done next."""
    incident = seen_incident(request, pk)
    _note_reading(request, incident, printed=False)
    advice = advise(incident)
    may_change = may(request.user, Permission.INCIDENTS_CHANGE, request.school_id)
    context = {
        **about(incident),
        **facts(incident),
        **_next(incident, advice, may_change),
        "may_change": may_change and not incident.is_closed,
        "may_note": may_change,
        "may_close": may(request.user, Permission.INCIDENTS_CLOSE, request.school_id)
        and not incident.is_closed,
        "timeline": list(reversed(timeline(incident))),
        "looks": looks_of(incident),
        "fake": fake_of(request, incident),
    }
    return TemplateResponse(request, "incidents/show_incident.html", context)


@requires(Permission.INCIDENTS_READ)
def print_incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """Facts, timeline and captures with what proves them, for paper."""
    incident = seen_incident(request, pk)
    now = timezone.now()
    _note_reading(request, incident, printed=True)
    context = {
        **about(incident),
        **facts(incident),
        "timeline": timeline(incident),
        "printed_at": now,
    }
    return TemplateResponse(request, "incidents/print_incident.html", context)


@requires(Permission.INCIDENTS_READ)
def print_pack(request: SignedInRequest, pk: int) -> HttpResponse:
    """The same as a PDF, to hand to those who may have it."""
    incident = seen_incident(request, pk)
    _note_reading(request, incident, printed=True)
    pdf = as_pdf(incident, facts(incident), timeline(incident), by=request.user, now=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="incident-{incident.pk}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def facts(incident: Incident) -> dict[str, Any]:
    """What is known of the incident, in words; for the page and for paper."""
    requests = incident.deletion_requests.select_related("asked_by", "outcome_by")
    reports = incident.platform_reports.select_related("reported_by")
    return {
        "poster": POSTERS[Poster(incident.poster)] if incident.poster else "",
        "kind": KINDS[PostKind(incident.kind)] if incident.kind else "",
        "conduct": [CONDUCT[ConductTag(tag)] for tag in incident.conduct],
        "flags": [FLAGS[Flag(flag)] for flag in incident.flags],
        "outcome": OUTCOMES[Outcome(incident.outcome)] if incident.outcome else "",
        "clause": _clause_title(incident),
        "members": circle(incident),
        "shut_out": list(incident.shut_out.order_by("name", "pk")),
        "requests": [(each, ASKED_HOW.get(each.asked_how, each.asked_how)) for each in requests],
        "reports": [(each, PLATFORMS[Platform(each.platform)]) for each in reports],
        "referrals": list(incident.referrals.select_related("referred_by")),
        "is_intact": _is_intact(incident),
        "exhibits": [each.exhibit for each in incident.exhibits.select_related("exhibit")],
        "openings": list(incident.openings.select_related("user")),
    }


def fake_of(request: SignedInRequest, incident: Incident) -> dict[str, Any] | None:
    """The fake account, who must file and how; None where it is about none."""
    account = incident.fake_accounts.select_related("lookalike").first()
    if account is None:
        return None
    today = timezone.localdate()
    keys = (f"fake.who.{account.of_whom}", f"fake.form.{account.platform}")
    found = [fact_for(school=incident.school, key=key, on=today) for key in keys]
    listed = account.lookalike and may(request.user, Permission.ACCOUNTS_CHANGE, request.school_id)
    url = reverse("official_accounts:show_lookalike", args=[account.lookalike_id]) if listed else ""
    return {
        "account": account,
        "facts": [each for each in found if each],
        "has_form": found[1] is not None,
        "lookalike_url": url,
    }


def looks_of(incident: Incident) -> dict[str, Any]:
    """The looks by the clock: the last, when it was last seen there, when first not."""
    looks = incident.rechecks.all()
    return {
        "last": looks.last(),
        "last_seen": looks.seen().last(),
        "first_gone": looks.first_gone(),
    }


def timeline(incident: Incident) -> list[tuple[Entry, object]]:
    """Every line with its title, by when it happened."""
    found = incident.entries.select_related("written_by").order_by("happened_at", "pk")
    return [(entry, ENTRIES.get(entry.action, entry.action)) for entry in found]


def _next(incident: Incident, advice: Advice, may_change: bool) -> dict[str, Any]:
    started = incident.stands_at is not Step.OPENED and not incident.is_closed
    shown = started and may_change
    overrides = list(incident.overrides.select_related("asked_by", "decided_by"))
    is_opinion = started and is_fair_opinion(incident)
    return {
        "is_new": incident.stands_at is Step.OPENED,
        "routes": routes_now(incident, advice) if shown else [],
        "also": also_now(incident, advice) if shown else [],
        "is_opinion": is_opinion,
        "overrides": overrides,
        "may_ask_override": is_opinion and all(each.answer == "refused" for each in overrides),
        "opinion_reasons": advice.opinion.reasons,
        "first": advice.routes.reasons[:1] if incident.poster == Poster.NOT_KNOWN else (),
        "missing": [each.value for each in actions.missing(incident)],
    }


def _note_reading(request: SignedInRequest, incident: Incident, *, printed: bool) -> None:
    if Matter(incident.matter) in OFF_THE_TRACK or printed:
        actions.note_reading(
            incident=incident, by=request.user, now=timezone.now(), printed=printed
        )


def _is_intact(incident: Incident) -> bool:
    """Whether the capture's words still give the SHA-256 that was taken when they were kept."""
    kept = incident.capture
    if kept is None:
        return False
    again = digest(url=kept.url, author=kept.author, text=kept.text, posted_at=kept.posted_at)
    return again == kept.sha256


def _clause_title(incident: Incident) -> str:
    return BY_NAME[ClauseName(incident.closed_clause)].title if incident.closed_clause else ""
