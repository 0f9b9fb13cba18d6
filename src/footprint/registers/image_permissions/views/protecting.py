"""Who is not published, and why: for the safeguarding leads and the head alone."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.forms import Form
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.circle import people_open_to
from footprint.registers.image_permissions.forms import ProtectForm
from footprint.registers.image_permissions.models import Protection
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

LIST = "image_permissions:list_protections"


@requires(Permission.PROTECTION_CHANGE)
def list_protections(request: SignedInRequest) -> HttpResponse:
    """Those who are protected now, with the reason, and those who were."""
    seen = Protection.objects.seen_by(request.user).of_school(request.school_id).with_names()
    context = {
        "protections": seen.current(),
        "ended": seen.ended(),
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "image_permissions/list_protections.html", context)


@requires(Permission.PROTECTION_CHANGE)
def protect_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Publish nothing of this person from now on."""
    seen = people_open_to(request.user, Permission.PROTECTION_CHANGE)
    person = get_object_or_404(seen.of_school(request.school_id), pk=pk)
    form = ProtectForm(request.POST or None)
    form.fields["review_on"].earliest = timezone.localdate()  # type: ignore[attr-defined]
    if form.is_valid():
        try:
            actions.protect(
                person=person,
                reason=form.chosen_reason,
                note=form.cleaned_data["note"],
                review_on=form.cleaned_data["review_on"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyProtected:
            messages.info(request, _("They are protected already."))
        else:
            messages.success(request, _("Nothing of them is published from now on"))
        return redirect(LIST)
    context = {"form": form, "person": person}
    return TemplateResponse(request, "image_permissions/protect_person.html", context)


@requires(Permission.PROTECTION_CHANGE)
def end_protection(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then go by the answers again."""
    seen = Protection.objects.seen_by(request.user).of_school(request.school_id)
    protection = get_object_or_404(seen.with_names(), pk=pk)
    if request.method == "POST":
        try:
            actions.end_protection(protection=protection, by=request.user, now=timezone.now())
        except actions.ProtectionHasEnded:
            messages.info(request, _("Somebody else ended it before you."))
        else:
            messages.success(request, _("The answers of the family count again"))
        return redirect(LIST)
    context = {
        "form": Form(),
        "question": _("End the protection?"),
        "consequence": _(
            "From now on the answers about %(name)s decide again: where a parent said yes, a "
            "picture may be used. That there was a protection stays on record."
        )
        % {"name": protection.person.name},
        "button": _("End it"),
        "warning": True,
        "cancel_url": reverse(LIST),
    }
    return TemplateResponse(request, "design/confirm.html", context)
