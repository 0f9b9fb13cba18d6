"""The ladder of removal: ask the author, look again, report to the platform."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.incidents import actions
from footprint.incidents.advice import Advice, advise, policy_of, why_no_deletion, why_no_removal
from footprint.incidents.clocks import helpline_from
from footprint.incidents.forms import (
    AnswerForm,
    DeletionForm,
    FollowUpForm,
    OutcomeForm,
    PlatformForm,
)
from footprint.incidents.ladder import call_words
from footprint.incidents.models import Incident
from footprint.incidents.views.asking import attempt, page, seen_incident, start_of
from footprint.rulebook.decisions.route import Route
from footprint.rulebook.terms import Role
from footprint.rulebook.writing.letters import deletion_request_letter
from footprint.users.access import SignedInRequest, requires, roles_of
from footprint.users.models import User
from footprint.users.permissions import ROLE_WORDS, Permission


@requires(Permission.INCIDENTS_CHANGE)
def request_deletion(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask the author to delete the post: the letter, and by when."""
    incident = seen_incident(request, pk)
    today = timezone.localdate()
    ruling = actions.rule_on_due(incident, asked_on=today)
    form = DeletionForm(
        request.POST or None,
        today=today,
        policy_gives_a_date=ruling.due is not None,
        initial={
            "revision": incident.revision,
            "asked_how": "letter",
            "letter": _letter(incident, request.user, ruling.due),
        },
    )
    done = attempt(
        request, incident, form, actions.request_deletion, said=_("Deletion request recorded")
    )
    if done:
        return done
    advice = advise(incident)
    why_not = "" if form.is_bound else _why_not(incident, advice)  # what was written stays
    return page(
        request,
        "incidents/request_deletion.html",
        incident,
        form,
        ruling=ruling,
        offered=not why_not,
        why_not=why_not,
        call_words=call_words(incident, due=ruling.due),
        option=advice.option(Route.DELETION_REQUEST),
    )


def _why_not(incident: Incident, advice: Advice) -> str:
    """Why no request can be made now; "" where one can."""
    if not advice.deletion:
        return why_no_deletion(incident, advice)
    if incident.open_request:
        return _("There is an open deletion request. First say how that one ended.")
    return ""


def _letter(incident: Incident, sender: User, due: date | None) -> str:
    capture = incident.capture
    posted_at = capture.posted_at if capture else None
    letter = deletion_request_letter(
        policy=policy_of(incident),
        school_name=incident.school.name,
        recipient="",
        post_url=capture.url if capture else "",
        posted_on=timezone.localdate(posted_at) if posted_at else None,
        due=due,
        sender_name=sender.name,
        sender_role=_role_of(sender, incident.school_id),
    )
    return letter.as_text()


def _role_of(user: User, school_id: int) -> str:
    held = roles_of(user).get(school_id, frozenset())
    return next((ROLE_WORDS[role] for role in Role if role in held), "")


@requires(Permission.INCIDENTS_CHANGE)
def record_outcome(request: SignedInRequest, pk: int, request_pk: int) -> HttpResponse:
    """How a deletion request ended."""
    incident = seen_incident(request, pk)
    asked = get_object_or_404(incident.deletion_requests, pk=request_pk)
    asked.incident = incident
    today = timezone.localdate()
    form = OutcomeForm(request.POST or None, today=today, initial=start_of(incident, today=today))
    done = attempt(
        request,
        incident,
        form,
        actions.record_outcome,
        said=_("Outcome recorded"),
        deletion_request=asked,
    )
    if done:
        return done
    return page(request, "incidents/record_outcome.html", incident, form, asked=asked)


@requires(Permission.INCIDENTS_CHANGE)
def follow_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """Look again, or note a conversation."""
    incident = seen_incident(request, pk)
    today = timezone.localdate()
    form = FollowUpForm(request.POST or None, today=today, initial=start_of(incident, today=today))
    done = attempt(request, incident, form, actions.follow_up, said=_("Saved"))
    if done:
        return done
    return page(request, "incidents/follow_up.html", incident, form)


@requires(Permission.INCIDENTS_CHANGE)
def report_to_platform(request: SignedInRequest, pk: int) -> HttpResponse:
    """Record a report that a person made on the platform."""
    incident = seen_incident(request, pk)
    today = timezone.localdate()
    initial = start_of(incident, today=today)
    helpline = helpline_from(school=incident.school, reported_on=today)
    if helpline:
        initial["next_date"] = helpline  # when the platform has had its time, look again
    if incident.mention:
        initial["platform"] = incident.mention.platform
    form = PlatformForm(request.POST or None, today=today, initial=initial)
    done = attempt(
        request,
        incident,
        form,
        actions.report_to_platform,
        said=_("Report to the platform recorded"),
    )
    if done:
        return done
    advice = advise(incident)
    return page(
        request,
        "incidents/report_to_platform.html",
        incident,
        form,
        offered=advice.platform,
        why_not="" if advice.platform else why_no_removal(incident, advice),
        option=advice.option(Route.PLATFORM_REPORT),
    )


@requires(Permission.INCIDENTS_CHANGE)
def record_answer(request: SignedInRequest, pk: int, report_pk: int) -> HttpResponse:
    """What the platform did."""
    incident = seen_incident(request, pk)
    report = get_object_or_404(incident.platform_reports, pk=report_pk)
    report.incident = incident
    today = timezone.localdate()
    form = AnswerForm(request.POST or None, today=today, initial=start_of(incident, today=today))
    done = attempt(
        request, incident, form, actions.record_answer, said=_("Answer recorded"), report=report
    )
    if done:
        return done
    return page(request, "incidents/record_answer.html", incident, form, report=report)
