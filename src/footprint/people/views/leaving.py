"""Somebody leaves: what will happen is said first. And back again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.people import actions
from footprint.people.family import parents_without_another_child
from footprint.people.forms import LeavingForm, ReturnForm, UndoForm
from footprint.people.models import Leaving
from footprint.people.views.showing import person_of
from footprint.users.access import SignedInRequest, requires, roles_of
from footprint.users.permissions import Permission

REFUSED = {
    actions.AlreadyLeft: _("They have left already, or somebody recorded it before you"),
    actions.LeavesBeforeJoining: _("The day is before the day on which they joined"),
    actions.NotOneself: _(
        "Nobody ends their own access: somebody must be left who can put a mistake right. Ask a "
        "colleague to record it."
    ),
}


@requires(Permission.PEOPLE_CHANGE)
def record_leaving(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what will happen, ask for the day, then do it."""
    person = person_of(request, pk)
    today = timezone.localdate()
    parents = list(parents_without_another_child(person, today))
    form = LeavingForm(request.POST or None, initial={"on": today}, parents=parents)
    if form.is_valid():
        also = set(form.cleaned_data.get("with_them", ()))
        try:
            actions.record_leavings(
                people=[person, *(each for each in parents if each.pk in also)],
                on=form.cleaned_data["on"],
                by=request.user,
                now=timezone.now(),
            )
        except tuple(REFUSED) as refused:
            form.add_error(None, REFUSED[type(refused)])
        else:
            messages.success(
                request, _("It was recorded that %(name)s leaves") % {"name": person.name}
            )
            return redirect("people:show_person", pk=pk)
    elsewhere = person.user and set(roles_of(person.user)) - {person.school_id}
    context = {"form": form, "person": person, "works_elsewhere": bool(elsewhere)}
    return TemplateResponse(request, "people/record_leaving.html", context)


@requires(Permission.PEOPLE_CHANGE)
def undo_leaving(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a mistake back, with the reason; on the same day, or before the day comes."""
    mine = Leaving.objects.seen_by(request.user).of_school(request.school_id).standing()
    leaving = get_object_or_404(mine, pk=pk)
    form = UndoForm(request.POST or None)
    if form.is_valid():
        try:
            actions.undo_leaving(
                leaving=leaving,
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.NotUndoable:
            form.add_error(
                None,
                _("It is too late to undo this, or somebody did. Record that they are back."),
            )
        else:
            messages.success(request, _("It was undone: they are here as before"))
            return redirect("people:show_person", pk=leaving.person_id)
    context = {"form": form, "leaving": leaving, "person": leaving.person}
    return TemplateResponse(request, "people/undo_leaving.html", context)


@requires(Permission.PEOPLE_CHANGE)
def record_return(request: SignedInRequest, pk: int) -> HttpResponse:
    """Somebody who left is here again."""
    person = person_of(request, pk)
    form = ReturnForm(
        request.POST or None,
        initial={"on": timezone.localdate()},
        school=person.school,
        has_account=bool(person.user),
    )
    if form.is_valid():
        try:
            actions.record_return(
                person=person,
                audiences=form.cleaned_data["audiences"],
                on=form.cleaned_data["on"],
                with_account=form.cleaned_data.get("with_account", False),
                by=request.user,
                now=timezone.now(),
            )
        except actions.HasNotLeft:
            form.add_error(None, _("They have not left by that day"))
        else:
            messages.success(request, _("%(name)s is here again") % {"name": person.name})
            return redirect("people:show_person", pk=pk)
    return TemplateResponse(request, "people/record_return.html", {"form": form, "person": person})
