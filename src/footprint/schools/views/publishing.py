"""Switching a school's public pages on and off, and what the school tells of itself on them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.schools import actions
from footprint.schools.forms import DetailsForm, PublishForm
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_ADOPT)
def publish_pages(request: SignedInRequest) -> HttpResponse:
    """Choose the address and switch the public pages on."""
    school = _school(request)
    initial = {"slug": school.public_slug or slugify(school.name)[:60]}
    form = PublishForm(request.POST or None, initial=initial)
    if form.is_valid():
        slug = form.cleaned_data["slug"]
        try:
            actions.publish(school=school, slug=slug, by=request.user, now=timezone.now())
        except actions.AddressTaken:
            form.add_error("slug", _("Another school here has this address. Choose another"))
        else:
            messages.success(request, _("The public pages are on"))
            return redirect("schools:publish_pages")
    context = {"form": form, "public_slug": school.public_slug, "described": school}
    return TemplateResponse(request, "schools/publish_pages.html", context)


@require_POST
@requires(Permission.POLICIES_ADOPT)
def unpublish_pages(request: SignedInRequest) -> HttpResponse:
    """Switch the public pages off; one press switches them on again."""
    actions.unpublish(school=_school(request), by=request.user, now=timezone.now())
    messages.success(request, _("The public pages are off"))
    return redirect("schools:publish_pages")


@requires(Permission.POLICIES_ADOPT)
def change_details(request: SignedInRequest) -> HttpResponse:
    """How the office is reached, what governors are called, whose guidance holds."""
    school = _school(request)
    form = DetailsForm(request.POST) if request.method == "POST" else DetailsForm.of(school)
    if form.is_valid():
        actions.describe(school=school, details=form.details(), by=request.user, now=timezone.now())
        messages.success(request, _("Saved"))
        return redirect("schools:publish_pages")
    return TemplateResponse(request, "schools/change_details.html", {"form": form})


def _school(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
