"""Pictures as evidence: behind a click, covered first, locked at one press."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.forms import Form
from footprint.design.uploads import takes_files
from footprint.evidence.exhibits import NotToBeSeen, drawn, is_intact
from footprint.evidence.models import Exhibit, ExhibitState
from footprint.incidents import actions
from footprint.incidents.actions import exhibits
from footprint.incidents.forms import AskFirstForm, DestroyForm, ExhibitForm
from footprint.incidents.models import Incident
from footprint.incidents.views.asking import about, go_back, seen_incident
from footprint.pictures.copying import Look, PictureProblem
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission
from footprint.vault.keys import KeyMissing


@requires(Permission.INCIDENTS_CHANGE)
@takes_files
def add_exhibit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Two questions; only then is there a place to choose a file. Never in some matters."""
    incident = seen_incident(request, pk)
    if incident.no_pictures:
        return TemplateResponse(request, "incidents/no_pictures.html", about(incident))
    if "revision" in request.POST:
        return _upload(request, incident)
    asked = AskFirstForm(request.POST if request.method == "POST" else None)
    if not asked.is_valid():
        context = {**about(incident), "form": asked}
        return TemplateResponse(request, "incidents/ask_before_picture.html", context)
    if asked.stops:
        return TemplateResponse(request, "incidents/no_pictures.html", about(incident))
    if not asked.cleaned_data["needed"]:
        messages.info(request, _("Nothing was kept: words are enough. Add them as a note."))
        return go_back(request, incident)
    form = ExhibitForm(initial={"revision": incident.revision, "undressed": "no"})
    return TemplateResponse(
        request, "incidents/add_exhibit.html", {**about(incident), "form": form}
    )


def _upload(request: SignedInRequest, incident: Incident) -> HttpResponse:
    form = ExhibitForm(request.POST, request.FILES)
    if not form.was_asked():
        return redirect("incidents:add_exhibit", pk=incident.pk)
    if form.is_valid():
        data = form.cleaned_data
        try:
            exhibits.add_exhibit(
                incident=incident,
                data=data["file"].read(),
                url=data["url"],
                how=data["how"],
                revision=data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except PictureProblem as problem:
            form.add_error("file", problem.sentence)
        except (actions.ChangedMeanwhile, actions.StepNotAllowed) as error:
            form.refuse(str(error), revision=incident.revision)
        else:
            messages.success(request, _("The picture is kept, sealed"))
            return go_back(request, incident)
    return TemplateResponse(
        request, "incidents/add_exhibit.html", {**about(incident), "form": form}
    )


@requires(Permission.INCIDENTS_READ)
def show_exhibit(request: SignedInRequest, pk: int, exhibit_pk: int) -> HttpResponse:
    """One picture, covered; a second click shows it clear."""
    incident = seen_incident(request, pk)
    exhibit = _exhibit(incident, exhibit_pk)
    clear = "clear" in request.GET
    context = {
        **about(incident),
        "exhibit": exhibit,
        "look": (Look.CLEAR if clear else Look.COVERED).value,
        "clear": clear,
        "intact": exhibit.state == ExhibitState.KEPT and is_intact(exhibit),
        "may_destroy": exhibits.may_destroy(request.user, request.school_id),
    }
    return TemplateResponse(request, "incidents/show_exhibit.html", context)


@requires(Permission.INCIDENTS_READ)
def draw_exhibit(request: SignedInRequest, pk: int, exhibit_pk: int, look: str) -> HttpResponse:
    """The bytes of a copy, drawn anew; kept by no browser, and of no use to another page."""
    incident = seen_incident(request, pk)
    exhibit = _exhibit(incident, exhibit_pk)
    if look not in set(Look):
        raise Http404(look)
    try:
        copy = drawn(exhibit=exhibit, look=Look(look), by=request.user, now=timezone.now())
    except (NotToBeSeen, KeyMissing):
        raise Http404("nobody can look at it") from None
    headers = {
        "Content-Disposition": "attachment",  # shown where our page shows it, never opened alone
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return HttpResponse(copy.data, content_type=f"image/{copy.format.value}", headers=headers)


@requires(Permission.INCIDENTS_READ)
def contain_exhibit(request: SignedInRequest, pk: int, exhibit_pk: int) -> HttpResponse:
    """One press by anybody who may see the matter; then what to do now."""
    incident = seen_incident(request, pk)
    exhibit = _exhibit(incident, exhibit_pk)
    if request.method == "POST":
        exhibits.contain_exhibit(
            incident=incident, exhibit=exhibit, by=request.user, now=timezone.now()
        )
        return redirect("incidents:show_exhibit", pk=pk, exhibit_pk=exhibit_pk)
    context = {
        "form": Form(),
        "question": _("Lock this picture?"),
        "consequence": _(
            "Nobody can look at it any more, you neither. The safeguarding lead and the head are "
            "told now. It cannot be unlocked."
        ),
        "button": _("Lock it now"),
        "warning": True,
        "cancel_url": reverse("incidents:show_exhibit", args=[pk, exhibit_pk]),
    }
    return TemplateResponse(request, "design/confirm.html", context)


@requires(Permission.INCIDENTS_CHANGE)
def destroy_exhibit(request: SignedInRequest, pk: int, exhibit_pk: int) -> HttpResponse:
    """Destroy a locked picture, with the police's reference."""
    incident = seen_incident(request, pk)
    exhibit = _exhibit(incident, exhibit_pk)
    if not exhibits.may_destroy(request.user, request.school_id):
        raise Http404("only a safeguarding lead")
    form = DestroyForm(request.POST or None)
    if form.is_valid():
        try:
            exhibits.destroy_exhibit(
                incident=incident,
                exhibit=exhibit,
                police_reference=form.cleaned_data["police_reference"],
                by=request.user,
                now=timezone.now(),
            )
        except exhibits.NotLocked:
            form.add_error(None, _("Lock the picture first. Nothing was destroyed."))
        else:
            messages.success(request, _("The picture is destroyed"))
            return go_back(request, incident)
    context = {**about(incident), "form": form, "exhibit": exhibit}
    return TemplateResponse(request, "incidents/destroy_exhibit.html", context)


def _exhibit(incident: Incident, pk: int) -> Exhibit:
    return get_object_or_404(incident.exhibits.select_related("exhibit"), exhibit=pk).exhibit
