"""The finished text and pictures for a person to put out, and the record of where they went."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.publishing import actions
from footprint.publishing.forms import PublicationForm
from footprint.publishing.models import Draft, State
from footprint.publishing.views.listing import seen_draft
from footprint.publishing.views.showing import about
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.PUBLISHING_DRAFT)
def hand_over_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """Checked once more: where permission has gone since, nothing is handed over."""
    draft = _approved(request, pk)
    return TemplateResponse(request, "publishing/hand_over.html", about(request, draft))


@requires(Permission.PUBLISHING_DRAFT)
def record_publication(request: SignedInRequest, pk: int, place: int) -> HttpResponse:
    """Where it went, and when."""
    draft = _approved(request, pk)
    where = get_object_or_404(draft.places, pk=place, publication__isnull=True)
    initial = {"revision": draft.revision, "went_out_on": timezone.localdate()}
    form = PublicationForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.record_publication(
                draft=draft,
                place=where,
                address=form.cleaned_data["address"],
                went_out_on=form.cleaned_data["went_out_on"],
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except (actions.ChangedMeanwhile, actions.NotNow) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Recorded: %s") % where.label)
            return redirect("publishing:show_draft", pk=pk)
    context = {"form": form, "draft": draft, "place": where}
    return TemplateResponse(request, "publishing/record_publication.html", context)


def _approved(request: SignedInRequest, pk: int) -> Draft:
    draft = seen_draft(request, pk)
    if draft.state != State.APPROVED:
        raise Http404("not approved")
    return draft
