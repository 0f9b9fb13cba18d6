"""Who is in the pictures: picked from a list by name and class, never by looking at faces."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.people.models import Person
from footprint.people.models.people import PersonQuerySet
from footprint.publishing import actions
from footprint.publishing.forms import PeopleForm
from footprint.publishing.models import Draft
from footprint.publishing.views.drafting import REFUSALS, own_draft
from footprint.registers.image_permissions.givers import subjects
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

SHOWN = 40


@dataclass(frozen=True)
class Picked:
    """Who is ticked so far, and who else was found by what was typed."""

    chosen: list[Person]
    found: list[Person]
    words: str


@requires(Permission.PUBLISHING_DRAFT)
def choose_people(request: SignedInRequest, pk: int) -> HttpResponse:
    """Tick everybody who can be recognised; or say that nobody can."""
    draft = own_draft(request, pk)
    form = PeopleForm(request.POST or None, initial=_initial(draft))
    picked = _picked(request, draft)
    if "save" in request.POST and form.is_valid() and _agrees(form, picked):
        try:
            actions.say_who(
                draft=draft,
                people=picked.chosen,
                others=form.cleaned_data["others"],
                others_note=form.cleaned_data["others_note"],
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved. The check below is up to date."))
            return redirect("publishing:show_draft", pk=pk)
    context = {"form": form, "draft": draft, "picked": picked, "most": SHOWN}
    return TemplateResponse(request, "publishing/choose_people.html", context)


def _initial(draft: Draft) -> dict[str, object]:
    return {
        "revision": draft.revision,
        "others": draft.others,
        "others_note": draft.others_note,
        "nobody": draft.said_who and not draft.others and not draft.people.exists(),
    }


def _picked(request: SignedInRequest, draft: Draft) -> Picked:
    people = _nameable(request, draft)
    if request.method == "POST":
        keys = {int(key) for key in request.POST.getlist("people") if key.isdigit()}
    else:
        keys = set(draft.people.values_list("pk", flat=True))
    words = request.POST.get("words", "")[:100].strip()
    found: list[Person] = []
    if words:
        named = people.with_words(words)
        found = list(named.order_by("family_name", "given_name", "pk")[:SHOWN])
    if "everybody" in request.POST:
        keys |= {person.pk for person in found}
    by_key = people.in_bulk(keys)
    chosen = sorted(by_key.values(), key=lambda person: (person.family_name, person.given_name))
    return Picked(chosen, [person for person in found if person.pk not in by_key], words)


def _nameable(request: SignedInRequest, draft: Draft) -> PersonQuerySet:
    here = subjects(draft.school, timezone.localdate())
    return here & Person.objects.named_for(request.user)


def _agrees(form: PeopleForm, picked: Picked) -> bool:
    """One answer, and no two that contradict each other."""
    said = form.cleaned_data
    somebody = bool(picked.chosen) or said["others"]
    if said["nobody"] and somebody:
        form.add_error("nobody", _("You also named somebody. Take that out, or untick this"))
    elif not said["nobody"] and not somebody:
        form.add_error("words", _("Tick who is in the pictures, or say that nobody is"))
    elif said["others"] and not said["others_note"]:
        form.add_error("others_note", _("Say who they are and how they agreed"))
    return form.is_valid()
