"""Complaints: the list, one of them, its stages, and the school's own procedure."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.concerns.actions import complaining as actions
from footprint.concerns.actions.taking import AlreadyClosed, NotTold
from footprint.concerns.forms import ComplaintForm, NextStageForm, OutcomeForm, ProcedureForm
from footprint.concerns.forms.complaining import stage_line
from footprint.concerns.models import Complaint, ComplaintKind, Concern, Procedure
from footprint.design.forms import Form
from footprint.guidance.at_school import FactAtSchool, fact_for
from footprint.guidance.fact import Unit
from footprint.incidents.actions import CannotSee
from footprint.incidents.circle import circle_of, members_of
from footprint.incidents.models import Incident
from footprint.policies.models import PolicyVersion
from footprint.policies.presenting import shown_clause
from footprint.rulebook.decisions.complaint import stated_stages
from footprint.rulebook.terms import ClauseName, Matter
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

LAWS = ("law.complaints_maintained", "law.complaints_academy")
DATA_PROTECTION = "clock.dp_complaint"


@requires(Permission.INCIDENTS_READ)
def list_complaints(request: SignedInRequest) -> HttpResponse:
    """Those of the classes open to this person; the open ones first."""
    seen = Complaint.objects.seen_by(request.user).of_school(request.school_id)
    today = timezone.localdate()
    show = "closed" if request.GET.get("show") == "closed" else "open"
    rows = seen.closed() if show == "closed" else seen.open()
    context = {
        "tabs": [("open", _("Open"), show == "open"), ("closed", _("Closed"), show != "open")],
        "show": show,
        "rows": [_row(complaint, today) for complaint in rows],
        "has_procedure": Procedure.objects.of_school(request.school_id) is not None,
        "may_change": may(request.user, Permission.INCIDENTS_CHANGE, request.school_id),
        "may_set": may(request.user, Permission.GUIDANCE_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "concerns/list_complaints.html", context)


@requires(Permission.INCIDENTS_READ)
def show_complaint(request: SignedInRequest, pk: int) -> HttpResponse:
    """One complaint; that it was read is recorded."""
    complaint = _seen(request, pk)
    today = timezone.localdate()
    actions.note_reading_complaint(complaint=complaint, by=request.user, now=timezone.now())
    shut_out = set(complaint.shut_out.values_list("pk", flat=True))
    matter = Matter(complaint.matter)
    context = {
        **_row(complaint, today),
        "lines": complaint.lines.select_related("written_by"),
        "facts": _facts(complaint.school, today),
        "acknowledge_by": _acknowledge_by(complaint, today),
        "is_last": complaint.stage + 1 >= len(complaint.stages),
        "may_change": may(request.user, Permission.INCIDENTS_CHANGE, request.school_id),
        "readers": [
            member.user
            for member in circle_of(school_id=complaint.school_id, matter=matter, shut_out=shut_out)
        ],
    }
    return TemplateResponse(request, "concerns/show_complaint.html", context)


@requires(Permission.INCIDENTS_CHANGE)
def open_complaint(request: SignedInRequest) -> HttpResponse:
    """New, or about a concern or an incident that this person may see."""
    school, about = _school(request), _about(request)
    form = ComplaintForm(
        request.POST or None,
        today=timezone.localdate(),
        members=[each for each in members_of(school.pk) if each.user != request.user],
    )
    if form.is_valid():
        given = form.cleaned_data
        complained = actions.Complained(
            **{name: given[name] for name in ("kind", "how", "by_whom", "words", "received_on")},
            about=about,
        )
        try:
            complaint = actions.open_complaint(
                school=school,
                complained=complained,
                shut_out=given["named"],
                by=request.user,
                now=timezone.now(),
            )
        except (NotTold, CannotSee) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Complaint opened"))
            seen = Complaint.objects.seen_by(request.user).in_bulk([complaint.pk])
            return redirect(complaint_url(complaint) if seen else reverse("home:today"))
    back = reverse("concerns:list_complaints")
    context = {"form": form, "title": _("Open a complaint"), "cancel_url": back}
    return TemplateResponse(request, "concerns/act.html", context)


@requires(Permission.INCIDENTS_CHANGE)
@require_POST
def acknowledge_complaint(request: SignedInRequest, pk: int) -> HttpResponse:
    """Record that the complainant was told that it has come."""
    complaint = _seen(request, pk)
    try:
        actions.acknowledge(complaint=complaint, by=request.user, now=timezone.now())
    except AlreadyClosed:
        messages.info(request, _("That was done before you."))
    return redirect(complaint_url(complaint))


@requires(Permission.INCIDENTS_CHANGE)
def go_to_next_stage(request: SignedInRequest, pk: int) -> HttpResponse:
    """The next stage of the procedure; a panel is checked."""
    form = NextStageForm(request.POST or None)

    def act(complaint: Complaint) -> None:
        actions.go_to_next_stage(
            complaint=complaint, **form.cleaned_data, by=request.user, now=timezone.now()
        )

    return _act(request, pk, form, act, _("Go on to the next stage"))


@requires(Permission.INCIDENTS_CHANGE)
def end_complaint(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close it with its outcome."""
    form = OutcomeForm(request.POST or None)

    def act(complaint: Complaint) -> None:
        outcome = form.cleaned_data["outcome"]
        actions.end_complaint(
            complaint=complaint, outcome=outcome, by=request.user, now=timezone.now()
        )

    return _act(request, pk, form, act, _("Close the complaint"))


@requires(Permission.GUIDANCE_CHANGE)
def set_procedure(request: SignedInRequest) -> HttpResponse:
    """The school's own stages, with what its policy and the law say beside them."""
    school, today = _school(request), timezone.localdate()
    version = PolicyVersion.objects.in_force(school_id=school.pk, on=today)
    form = ProcedureForm(request.POST or None, initial=_start(school, version))
    if form.is_valid():
        actions.set_procedure(
            school=school, **form.cleaned_data, by=request.user, now=timezone.now()
        )
        messages.success(request, _("Saved"))
        return redirect("concerns:list_complaints")
    clause = version.policy.clause(ClauseName.COMPLAINTS_PROCEDURE) if version else None
    context = {
        "form": form,
        "clause": shown_clause(clause) if clause else None,
        "facts": _facts(school, today),
        "cancel_url": reverse("concerns:list_complaints"),
    }
    return TemplateResponse(request, "concerns/set_procedure.html", context)


def complaint_url(complaint: Complaint) -> str:
    return reverse("concerns:show_complaint", args=[complaint.pk])


def _seen(request: SignedInRequest, pk: int) -> Complaint:
    seen = Complaint.objects.seen_by(request.user).of_school(request.school_id)
    return get_object_or_404(seen.select_related("school", "closed_by"), pk=pk)


def _school(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def _about(request: SignedInRequest) -> Concern | Incident | None:
    """What led to it, by its number in the address; not found where they may not see it."""
    school_id = request.school_id
    if (number := _number(request, "concern")) is not None:
        concerns = Concern.objects.seen_by(request.user).of_school(school_id)
        return get_object_or_404(concerns, pk=number)
    if (number := _number(request, "incident")) is not None:
        incidents = Incident.objects.seen_by(request.user).of_school(school_id)
        return get_object_or_404(incidents, pk=number)
    return None


def _number(request: SignedInRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 10 else None


def _row(complaint: Complaint, today: date) -> dict[str, Any]:
    return {
        "complaint": complaint,
        "stage": complaint.as_stages()[complaint.stage].title,
        "kind": complaint.get_kind_display(),
        "how": complaint.get_how_display(),
        "late": complaint.is_late(today),
    }


def _start(school: School, version: PolicyVersion | None) -> dict[str, str]:
    """What is written down already; else the stages that the policy names, without numbers."""
    procedure = Procedure.objects.of_school(school.pk)
    if procedure is not None:
        lines = [stage_line(stage) for stage in procedure.as_stages()]
        return {"stages": "\n".join(lines), "source": procedure.source}
    return {"stages": "\n".join(stated_stages(version.policy))} if version else {}


def _facts(school: School, today: date) -> list[FactAtSchool]:
    found = (fact_for(school=school, key=key, on=today) for key in (*LAWS, DATA_PROTECTION))
    return [each for each in found if each and each.fact]


def _acknowledge_by(complaint: Complaint, today: date) -> date | None:
    """The last day that guidance gives for a data-protection complaint; closed days count."""
    at_school = fact_for(school=complaint.school, key=DATA_PROTECTION, on=today)
    held = (at_school.override or at_school.fact) if at_school else None
    if complaint.kind != ComplaintKind.DATA_PROTECTION or complaint.acknowledged_on or not held:
        return None
    if at_school is None or at_school.any_fact.unit is not Unit.DAYS:
        return None
    return complaint.received_on + timedelta(days=int(str(held.value)))


def _act(
    request: SignedInRequest, pk: int, form: Form, act: Callable[[Complaint], None], title: str
) -> HttpResponse:
    complaint = _seen(request, pk)
    if form.is_valid():
        try:
            act(complaint)
        except AlreadyClosed:
            form.add_error(None, _("Somebody changed it before you. Go back to it."))
        except actions.LastStage:
            form.add_error(None, _("Your procedure has no stage after this one."))
        except NotTold as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved"))
            return redirect(complaint_url(complaint))
    context = {"form": form, "title": title, "cancel_url": complaint_url(complaint)}
    return TemplateResponse(request, "concerns/act.html", context)
