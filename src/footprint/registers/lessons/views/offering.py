"""What families were offered: the list, one more, a correction."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.exports import Cell, as_response
from footprint.registers.lessons import actions
from footprint.registers.lessons.figures import figures_of
from footprint.registers.lessons.forms import OfferFilter, OfferForm, ReasonForm
from footprint.registers.lessons.models import FamilyOffer, FamilyOfferQuerySet, OfferKind
from footprint.registers.lessons.presenting import families_words
from footprint.registers.lessons.views.finding import (
    current_offer_for,
    may_change,
    offers_for,
    paged,
    promised_to,
    the_school,
    today,
    years_for,
)
from footprint.registers.lessons.views.recording import CHANGED
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.LESSONS_READ)
def list_offers(request: SignedInRequest) -> HttpResponse:
    """What was offered and when, beside what the policy says of it."""
    school = the_school(request)
    chosen = OfferFilter(request.GET.dict(), school=school, today=today())
    page, urls = paged(_offers(request, chosen).for_list(), request.GET)
    context = {
        "chosen": chosen,
        "rows": [(offer, families_words(offer)) for offer in page.object_list],
        "kinds": OfferKind.choices,
        "promised": promised_to(request),
        "figures": figures_of(school.pk, first=chosen.days.first, last=chosen.days.last),
        "agreement_url": _agreement_page(school),
        "anything": offers_for(request).current().exists(),
        "query": urlencode({**chosen.kept, **({"words": chosen.words} if chosen.words else {})}),
        "earlier": chosen.days.first.year - 1,
        "may_change": may_change(request),
        **urls,
    }
    return TemplateResponse(request, "lessons/list_offers.html", context)


def _offers(request: SignedInRequest, chosen: OfferFilter) -> FamilyOfferQuerySet:
    found = offers_for(request).current().between(chosen.days.first, chosen.days.last)
    return found.of_kind(chosen.kind or "").with_words(chosen.words)


def _agreement_page(school: School) -> str:
    """The public page with the agreement that a family fills in; empty while it is not public."""
    if not school.public_slug:
        return ""
    return reverse("website:show_family_agreement", args=[school.public_slug])


@requires(Permission.LESSONS_READ)
def export_offers(request: SignedInRequest, form: str) -> HttpResponse:
    """The offers of the list with the same choices."""
    chosen = OfferFilter(request.GET.dict(), school=the_school(request), today=today())
    columns = [_("Day"), _("Kind"), _("What"), _("Whose families"), _("Recorded by")]
    rows = (_line(offer) for offer in _offers(request, chosen).for_list())
    name = f"offers to families {chosen.days.first.isoformat()}"
    return as_response(name=name, columns=columns, rows=rows, form=form)


def _line(offer: FamilyOffer) -> list[Cell]:
    return [
        offer.offered_on,
        offer.get_kind_display(),
        offer.what,
        families_words(offer),
        offer.recorded_by.name,
    ]


@requires(Permission.LESSONS_READ)
def show_offer(request: SignedInRequest, pk: int) -> HttpResponse:
    """One offer with everything that it was before."""
    offer = get_object_or_404(offers_for(request).for_list(), pk=pk)
    history = list(offers_for(request).of_line(offer).for_list())
    context = {
        "offer": offer,
        "families": families_words(offer),
        "history": [(each, families_words(each)) for each in history],
        "newest": next((each for each in history if each.is_current), None),
        "may_change": may_change(request),
    }
    return TemplateResponse(request, "lessons/show_offer.html", context)


@requires(Permission.LESSONS_CHANGE)
def record_offer(request: SignedInRequest) -> HttpResponse:
    """One more offer to families."""
    kind = OfferFilter(request.GET.dict(), school=the_school(request), today=today()).kind
    form = OfferForm(
        request.POST or None,
        years=years_for(request),
        today=today(),
        initial={"offered_on": today(), "kind": kind.value if kind else None},
    )
    if form.is_valid():
        offer = actions.record_offer(
            school=the_school(request),
            details=form.details(),
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, _("The offer was recorded"))
        return redirect("lessons:show_offer", pk=offer.pk)
    return TemplateResponse(request, "lessons/write_offer.html", {"form": form})


@requires(Permission.LESSONS_CHANGE)
def correct_offer(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was recorded wrongly ends with a reason; what is right is added."""
    offer = current_offer_for(request, pk)
    form = OfferForm(request.POST or None, years=years_for(request), today=today(), corrects=offer)
    if form.is_valid():
        try:
            right = actions.correct_offer(
                offer=offer,
                details=form.details(),
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyEnded:
            form.add_error(None, CHANGED)
        else:
            messages.success(request, _("The offer was corrected"))
            return redirect("lessons:show_offer", pk=right.pk)
    context = {"form": form, "offer": offer}
    return TemplateResponse(request, "lessons/write_offer.html", context)


@requires(Permission.LESSONS_CHANGE)
def withdraw_offer(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was not offered after all."""
    offer = current_offer_for(request, pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            actions.withdraw_offer(
                offer=offer,
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyEnded:
            form.add_error(None, CHANGED)
        else:
            messages.success(request, _("The offer counts no more. It stays on record."))
            return redirect("lessons:show_offer", pk=offer.pk)
    context = {"form": form, "offer": offer}
    return TemplateResponse(request, "lessons/withdraw_offer.html", context)
