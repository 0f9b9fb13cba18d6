"""What has to come down, what came of it, and the school's own numbers."""

from collections.abc import Iterator

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.exports import Cell, as_response
from footprint.publishing import actions
from footprint.publishing.clocks import draft_clock, take_down_clock
from footprint.publishing.forms import PeriodsForm, TakeDownForm
from footprint.publishing.models import Outcome, Period, TakeDown, TakeDownQuerySet
from footprint.publishing.views.listing import school_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

PAGE = 25


@requires(Permission.PUBLISHING_DRAFT)
def list_take_downs(request: SignedInRequest) -> HttpResponse:
    """The open ones by date; the closed ones with what was seen."""
    school, today = school_of(request), timezone.localdate()
    done = request.GET.get("show") == "done"
    seen = _seen(request)
    page = Paginator(seen.done() if done else seen.open(), PAGE).get_page(request.GET.get("page"))
    show = "done" if done else "open"
    context = {
        "page": page,
        "show": show,
        "today": today,
        "clock": take_down_clock(school, today).reason.sentence,
        "anything": seen.exists(),
        "newer_url": f"?show={show}&page={page.number - 1}" if page.has_previous() else "",
        "older_url": f"?show={show}&page={page.number + 1}" if page.has_next() else "",
    }
    return TemplateResponse(request, "publishing/list_take_downs.html", context)


@requires(Permission.PUBLISHING_DRAFT)
def export_take_downs(request: SignedInRequest, form: str) -> HttpResponse:
    """Proof for an inspection: what had to come down, by when, what came of it."""
    return as_response(
        name=f"take-downs {timezone.localdate().isoformat()}",
        columns=[
            _("Person"),
            _("About"),
            _("Place"),
            _("Address"),
            _("Since"),
            _("Due on"),
            _("Owner"),
            _("Outcome"),
            _("What was seen"),
            _("Closed by"),
            _("Closed on"),
        ],
        rows=_rows(_seen(request)),
        form=form,
    )


def _rows(tasks: TakeDownQuerySet) -> Iterator[list[Cell]]:
    for task in tasks:
        out = task.use.publication
        yield [
            task.use.person.name,
            out.draft.title,
            out.place.label,
            out.address,
            timezone.localdate(task.caused_at),
            task.due_on,
            task.owner.name if task.owner else "",
            str(task.get_outcome_display()) if task.outcome else _("Open"),
            task.proof,
            task.done_by.name if task.done_by else "",
            timezone.localdate(task.done_at) if task.done_at else None,
        ]


@requires(Permission.PUBLISHING_DRAFT)
def close_take_down(request: SignedInRequest, pk: int) -> HttpResponse:
    """What came of it, with proof."""
    task = get_object_or_404(_seen(request), pk=pk)
    form = TakeDownForm(request.POST or None)
    if not task.outcome and form.is_valid():
        try:
            actions.close_take_down(
                task=task,
                outcome=Outcome(form.cleaned_data["outcome"]),
                proof=form.cleaned_data["proof"],
                by=request.user,
                now=timezone.now(),
            )
        except (actions.AlreadyDone, actions.ProofMissing) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Closed"))
            return redirect("publishing:list_take_downs")
    context = {"form": form, "task": task, "today": timezone.localdate()}
    return TemplateResponse(request, "publishing/close_take_down.html", context)


@requires(Permission.PUBLISHING_APPROVE)
def set_periods(request: SignedInRequest) -> HttpResponse:
    """The school's own numbers beside our suggestions."""
    school, today = school_of(request), timezone.localdate()
    current = Period.objects.current(school.pk)
    initial = (
        {"draft_days": current.draft_days, "take_down_days": current.take_down_days}
        if current
        else {}
    )
    form = PeriodsForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        actions.set_periods(
            school=school,
            draft_days=form.cleaned_data["draft_days"],
            take_down_days=form.cleaned_data["take_down_days"],
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, _("Saved. It holds from now on."))
        return redirect("publishing:list_drafts")
    context = {
        "form": form,
        "draft_clock": draft_clock(school, today).reason.sentence,
        "take_down_clock": take_down_clock(school, today).reason.sentence,
    }
    return TemplateResponse(request, "publishing/set_periods.html", context)


def _seen(request: SignedInRequest) -> TakeDownQuerySet:
    seen = TakeDown.objects.seen_by(request.user).of_school(request.school_id)
    return seen.for_list()
