"""What only looks like an account of the school."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.forms import LookalikeForm, LookForm
from footprint.registers.official_accounts.models import (
    Lookalike,
    LookalikeKind,
    LookalikeState,
)
from footprint.registers.official_accounts.views.finding import (
    lookalike_for,
    the_school,
    today,
)
from footprint.registers.official_accounts.wording import place_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.ACCOUNTS_CHANGE)
def list_lookalikes(request: SignedInRequest) -> HttpResponse:
    """Those that are still there, and those that are gone."""
    words = request.GET.get("words", "").strip()
    seen = Lookalike.objects.seen_by(request.user).of_school(request.school_id)
    found = seen.with_words(words) if words else seen
    context = {
        "rows": [{"lookalike": each, "place": place_of(each)} for each in found],
        "words": words,
        "anything": seen.exists(),
    }
    return TemplateResponse(request, "official_accounts/list_lookalikes.html", context)


@requires(Permission.ACCOUNTS_CHANGE)
def add_lookalike(request: SignedInRequest) -> HttpResponse:
    """Put one on the list."""
    form = LookalikeForm(request.POST or None, initial={"seen_on": today()})
    form.fields["seen_on"].latest = today()  # type: ignore[attr-defined]
    if form.is_valid():
        try:
            found = actions.add_lookalike(
                school=the_school(request),
                details=_details(form.cleaned_data),
                by=request.user,
                now=timezone.now(),
            )
        except actions.KnownAlready as known:
            messages.info(request, _("It is on the list already: add what you saw here."))
            return redirect("official_accounts:show_lookalike", pk=known.lookalike.pk)
        messages.success(request, _("It is on the list"))
        return redirect("official_accounts:show_lookalike", pk=found.pk)
    return TemplateResponse(request, "official_accounts/add_lookalike.html", {"form": form})


@requires(Permission.ACCOUNTS_CHANGE)
def show_lookalike(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every look at it, and a form for the next."""
    lookalike = lookalike_for(request, pk)
    first = {"kind": lookalike.kind, "state": lookalike.state, "seen_on": today()}
    form = LookForm(request.POST or None, initial=first)
    form.fields["seen_on"].latest = today()  # type: ignore[attr-defined]
    if form.is_valid():
        actions.record_look(
            lookalike=lookalike,
            kind=LookalikeKind(form.cleaned_data["kind"]),
            state=LookalikeState(form.cleaned_data["state"]),
            on=form.cleaned_data["seen_on"],
            note=form.cleaned_data["note"],
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, _("What you saw was added"))
        return redirect("official_accounts:show_lookalike", pk=pk)
    context = {
        "form": form,
        "lookalike": lookalike,
        "place": place_of(lookalike),
        "looks": lookalike.looks.select_related("by"),
    }
    return TemplateResponse(request, "official_accounts/show_lookalike.html", context)


def _details(found: dict[str, Any]) -> actions.LookalikeDetails:
    return actions.LookalikeDetails(
        address=found["address"],
        name=found["name"],
        platform=found["platform"],
        kind=LookalikeKind(found["kind"]),
        state=LookalikeState(found["state"]),
        seen_on=found["seen_on"],
        note=found["note"],
    )
