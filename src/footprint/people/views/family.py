"""Family links: look for somebody, say what they are to each other, correct it, end it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.forms import Form
from footprint.people import actions
from footprint.people.forms import ChangeLinkForm, LinkForm
from footprint.people.models import FamilyLink, Person
from footprint.people.models.people import PersonQuerySet
from footprint.people.views.showing import person_of
from footprint.rulebook.terms import Audience
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

MOST_FOUND = 20
REFUSED = {
    actions.AlreadyLinked: _("The two are linked already"),
    actions.CannotGivePermission: _("Only an adult gives permission, and only for a pupil"),
    actions.OwnFamily: _(
        "This is your own family, and it decides what you are shut out of. Ask somebody else."
    ),
}


@requires(Permission.PEOPLE_CHANGE)
def link_family(request: SignedInRequest, pk: int) -> HttpResponse:
    """Look for the other one by name, then say what they are to each other."""
    person = person_of(request, pk)
    words = request.GET.get("words", "")[:100]
    found = _others(request, person, words)
    form = LinkForm(request.POST or None, found=found)
    if form.is_valid():
        other = next(each for each in found if each.pk == form.cleaned_data["relative"])
        child, adult = _child_first(person, other)
        try:
            actions.link_family(
                person=child,
                relative=adult,
                relation=form.cleaned_data["relation"],
                may_give_permission=form.cleaned_data["may_give_permission"],
                by=request.user,
                now=timezone.now(),
            )
        except tuple(REFUSED) as refused:
            form.add_error(None, REFUSED[type(refused)])
        else:
            messages.success(request, _("The family link was added"))
            return redirect("people:show_person", pk=pk)
    context = {
        "form": form,
        "person": person,
        "words": words,
        "found": found,
        "most": MOST_FOUND,
        "label": _("Look for a name or class"),
    }
    return TemplateResponse(request, "people/link_family.html", context)


@requires(Permission.PEOPLE_CHANGE)
def change_link(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct what a relative is, and whether they may give permission."""
    link = _link_of(request, pk)
    initial = {"relation": link.relation, "may_give_permission": link.may_give_permission}
    form = ChangeLinkForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.change_link(
                link=link,
                relation=form.cleaned_data["relation"],
                may_give_permission=form.cleaned_data["may_give_permission"],
                by=request.user,
                now=timezone.now(),
            )
        except tuple(REFUSED) as refused:
            form.add_error(None, REFUSED[type(refused)])
        else:
            messages.success(request, _("The family link was changed"))
            return redirect("people:show_person", pk=link.person_id)
    return TemplateResponse(request, "people/change_link.html", {"form": form, "link": link})


@requires(Permission.PEOPLE_CHANGE)
def unlink_family(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then take a link away that should not be."""
    link = _link_of(request, pk)
    form = Form(request.POST or None)
    if request.method == "POST":
        try:
            actions.unlink_family(link=link, by=request.user, now=timezone.now())
        except actions.OwnFamily:
            messages.warning(request, REFUSED[actions.OwnFamily])
        else:
            messages.success(request, _("The family link was removed"))
        return redirect("people:show_person", pk=link.person_id)
    context = {
        "form": form,
        "question": _("Remove this family link?"),
        "consequence": _(
            "%(one)s and %(other)s. If one of them works here, they are no longer shut out of "
            "matters about the other. Remove it only if it was a mistake: leaving ends no family."
        )
        % {"one": link.person.name, "other": link.relative.name},
        "button": _("Remove the link"),
        "warning": True,
        "cancel_url": reverse("people:show_person", args=[link.person_id]),
    }
    return TemplateResponse(request, "design/confirm.html", context)


def _others(request: SignedInRequest, person: Person, words: str) -> list[Person]:
    if not words.strip():
        return []
    mine: PersonQuerySet = Person.objects.seen_by(request.user).of_school(person.school_id)
    found = mine.with_words(words).but(person).for_list()
    return list(found[:MOST_FOUND])


def _child_first(one: Person, other: Person) -> tuple[Person, Person]:
    """Of a pupil and an adult, the pupil is the one whose relative the adult is."""
    pupils = set(
        Person.objects.who_are(Audience.PUPIL)
        .with_keys([one.pk, other.pk])
        .values_list("pk", flat=True)
    )
    return (other, one) if other.pk in pupils and one.pk not in pupils else (one, other)


def _link_of(request: SignedInRequest, pk: int) -> FamilyLink:
    mine = FamilyLink.objects.seen_by(request.user).of_school(request.school_id)
    return get_object_or_404(mine, pk=pk)
