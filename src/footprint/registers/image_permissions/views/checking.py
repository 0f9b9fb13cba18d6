"""May this photo go up? For whoever works with pupils: yes or not yet, and never why."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.people.models import Person
from footprint.people.models.people import PersonQuerySet
from footprint.registers.image_permissions.answering import may_use
from footprint.registers.image_permissions.choosing import classes_of
from footprint.registers.image_permissions.forms import PictureForm
from footprint.registers.image_permissions.givers import subjects
from footprint.registers.image_permissions.models import ImageUse
from footprint.registers.image_permissions.views.listing import school_of
from footprint.registers.image_permissions.wording import FOR_ALL
from footprint.rulebook.decisions.permission import PermissionRuling, may_picture_of_all
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

SHOWN = 60


@dataclass(frozen=True)
class Picked:
    """Who is in the picture so far, and who else was found."""

    chosen: list[Person]
    found: list[Person]


@requires(Permission.IMAGES_ASK)
def check_picture(request: SignedInRequest) -> HttpResponse:
    """Pick who is in the picture and where it would go; then the answer, for each and for all."""
    school, today = school_of(request), timezone.localdate()
    uses = list(ImageUse.objects.of_school(school.pk).offered())
    form = PictureForm(request.POST or None, uses=uses, classes=classes_of(school, today))
    picked = _picked(request, form, school)
    if "ask" in request.POST and form.is_valid():
        use = next((each for each in uses if each.key == form.cleaned_data["use"]), None)
        if picked.chosen and use:
            return _answer(request, school, picked.chosen, use)
        _say_what_is_missing(form, picked, use)
    context = {"form": form, "picked": picked, "uses": uses, "most": SHOWN}
    return TemplateResponse(request, "image_permissions/check_picture.html", context)


def _answer(
    request: SignedInRequest, school: School, people: Iterable[Person], use: ImageUse
) -> HttpResponse:
    asked = list(people)
    found = may_use(school=school, people=asked, uses=[use.key], on=timezone.localdate())
    rulings: list[tuple[Person, PermissionRuling]] = [
        (person, found[person.pk, use.key]) for person in asked
    ]
    answer = may_picture_of_all(ruling for _person, ruling in rulings)
    context = {
        "heading": FOR_ALL[answer],
        "answer": answer,
        "rulings": sorted(rulings, key=lambda each: each[1].may == "yes"),
        "use": use,
        "policy_reason": rulings[0][1].reasons[1],
    }
    return TemplateResponse(request, "image_permissions/picture_answer.html", context)


def _picked(request: SignedInRequest, form: PictureForm, school: School) -> Picked:
    people = _nameable(request, school)
    keys = {int(key) for key in request.POST.getlist("people") if key.isdigit()}
    wanted = form.cleaned_data if form.is_valid() else {}
    found: list[Person] = []
    if wanted.get("words") or wanted.get("class_name"):
        named = people.with_words(wanted["words"])
        if wanted["class_name"]:
            named = named.in_class(wanted["class_name"])
        found = list(named.order_by("family_name", "given_name", "pk")[:SHOWN])
    if "everybody" in request.POST:
        keys |= {person.pk for person in found}
    by_key = people.in_bulk(keys)
    chosen = sorted(by_key.values(), key=lambda person: (person.family_name, person.given_name))
    return Picked(chosen, [person for person in found if person.pk not in by_key])


def _nameable(request: SignedInRequest, school: School) -> PersonQuerySet:
    return subjects(school, timezone.localdate()) & Person.objects.named_for(request.user)


def _say_what_is_missing(form: PictureForm, picked: Picked, use: ImageUse | None) -> None:
    if not picked.chosen:
        form.add_error("words", _("Find and tick at least one person who is in the picture"))
    if use is None:
        form.add_error("use", _("Choose where the picture would go"))
