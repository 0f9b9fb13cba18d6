"""One person: what is kept, their parts, their family, their leaving; add and change."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.people import actions
from footprint.people.details import details_of, kept_for
from footprint.people.forms import EndPartForm, GivePartForm, PartForm, PersonForm
from footprint.people.models import FamilyLink, Leaving, Part, Person
from footprint.people.views.listing import school_of
from footprint.people.wording import part_word, year_word
from footprint.rulebook.terms import Audience, Role
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, holders, may, requires
from footprint.users.models import User
from footprint.users.permissions import Permission

REFUSED = {
    actions.KeyTaken: ("external_id", _("Somebody else in the register has this key")),
    actions.AccountTaken: ("account", _("This account belongs to somebody else in the register")),
    actions.AccountNotHere: ("account", _("This account has no role at your school")),
    actions.OwnAccount: ("account", _("Ask somebody else to link or unlink your own account")),
}


@requires(Permission.PEOPLE_READ)
def show_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything that is kept about one person, and nothing else."""
    person = person_of(request, pk)
    today = timezone.localdate()
    parts = list(person.parts.all())
    now = [Audience(part.audience) for part in parts if part.until is None]
    leavings = list(Leaving.objects.of_person(person))
    context = {
        "person": person,
        "kept": kept_for(now or [Audience(part.audience) for part in parts]),
        "year": year_word(person.year_group),
        "parts": [(part, part_word(Audience(part.audience), person.school)) for part in parts],
        "family": _family(person),
        "leavings": [(each, each.may_be_undone(timezone.now())) for each in leavings],
        "is_here": person.is_here(today),
        "may_change": may(request.user, Permission.PEOPLE_CHANGE, request.school_id),
        "is_me": person.user_id == request.user.pk,
        "may_have_more_parts": len(now) < len(Audience),
    }
    return TemplateResponse(request, "people/show_person.html", context)


@requires(Permission.PEOPLE_CHANGE)
def add_person(request: SignedInRequest) -> HttpResponse:
    """First what they are, then what is kept about somebody who is that."""
    school = school_of(request)
    chosen = PartForm(request.GET or None, school=school)
    if not chosen.is_valid():
        return TemplateResponse(request, "people/choose_part.html", {"form": chosen})
    part = Audience(chosen.cleaned_data["part"])
    form = PersonForm(
        request.POST or None, parts=[part], accounts=accounts_of(school, but=_linked(school))
    )
    form.not_after(timezone.localdate())
    if form.is_valid():
        try:
            person = actions.add_person(
                school=school,
                details=form.details(),
                parts=[part],
                user=_chosen(form),
                by=request.user,
                now=timezone.now(),
            )
        except tuple(REFUSED) as refused:
            _refuse(form, refused)
        else:
            messages.success(request, _("%(name)s was added") % {"name": person.name})
            return redirect("people:show_person", pk=person.pk)
    context = {"form": form, "part": part.value, "word": part_word(part, school)}
    return TemplateResponse(request, "people/add_person.html", context)


@requires(Permission.PEOPLE_CHANGE)
def change_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what is kept about a person."""
    person = person_of(request, pk)
    others = [user_pk for user_pk in _linked(person.school) if user_pk != person.user_id]
    form = PersonForm(
        request.POST or None,
        initial={**vars(details_of(person)), "account": person.user_id},
        parts=[Audience(part.audience) for part in person.parts.current()],
        accounts=accounts_of(person.school, but=others),
    )
    form.not_after(timezone.localdate())
    if form.is_valid():
        try:
            changed = actions.change_person(
                person=person,
                details=form.details(),
                user=_chosen(form),
                by=request.user,
                now=timezone.now(),
            )
        except tuple(REFUSED) as refused:
            _refuse(form, refused)
        else:
            if changed:
                messages.success(request, _("The changes were saved"))
            return redirect("people:show_person", pk=pk)
    context = {"form": form, "person": person}
    return TemplateResponse(request, "people/change_person.html", context)


@requires(Permission.PEOPLE_CHANGE)
def give_part(request: SignedInRequest, pk: int) -> HttpResponse:
    """One more part for somebody who has one."""
    person = person_of(request, pk)
    has = [Audience(part.audience) for part in person.parts.current()]
    form = GivePartForm(request.POST or None, school=person.school, but=has)
    if form.is_valid():
        try:
            actions.give_part(
                person=person,
                audience=form.cleaned_data["audience"],
                since=form.cleaned_data["since"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.HasThePart:
            form.add_error("audience", _("Somebody gave them this part before you"))
        except actions.HasLeft:
            form.add_error(None, _("They have left. Record their return first."))
        else:
            messages.success(request, _("The part was added"))
            return redirect("people:show_person", pk=pk)
    return TemplateResponse(request, "people/give_part.html", {"form": form, "person": person})


@requires(Permission.PEOPLE_CHANGE)
def end_part(request: SignedInRequest, pk: int) -> HttpResponse:
    """A part that is over: the governor's term, the parent whose children have left."""
    mine = Part.objects.seen_by(request.user).of_school(request.school_id).current()
    part = get_object_or_404(mine.select_related("person", "person__school"), pk=pk)
    form = EndPartForm(request.POST or None, initial={"until": timezone.localdate()})
    if form.is_valid():
        try:
            actions.end_part(
                part=part,
                until=form.cleaned_data["until"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.OnlyPart:
            form.add_error(None, _("It is their only part. Record that they leave instead."))
        except actions.PartEnded:
            return redirect("people:show_person", pk=part.person_id)
        else:
            messages.success(request, _("The part was ended"))
            return redirect("people:show_person", pk=part.person_id)
    word = part_word(Audience(part.audience), part.person.school)
    context = {"form": form, "person": part.person, "word": word}
    return TemplateResponse(request, "people/end_part.html", context)


def person_of(request: SignedInRequest, pk: int) -> Person:
    """A person of the register of the school that is worked in; any other is not found."""
    mine = Person.objects.seen_by(request.user).of_school(request.school_id)
    return get_object_or_404(mine.select_related("school", "user"), pk=pk)


def accounts_of(school: School, *, but: Iterable[int]) -> Iterable[User]:
    """Who has a role at the school and may still be linked to a person."""
    taken = set(but)
    return [user for user in holders(school.pk, Role) if user.pk not in taken]


def _linked(school: School) -> list[int]:
    return [pk for pk in Person.objects.of_school(school.pk).account_keys() if pk]


def _chosen(form: PersonForm) -> User | None:
    key = form.account_key()
    return User.objects.get(pk=key) if key else None


def _refuse(form: PersonForm, refused: Exception) -> None:
    field, sentence = REFUSED[type(refused)]
    form.add_error(field if field in form.fields else None, sentence)


def _family(person: Person) -> list[dict[str, object]]:
    """The links in both directions, in words: what the other is, seen from this person."""
    rows = []
    for link in FamilyLink.objects.of_person(person):
        is_relative = link.person_id == person.pk
        rows.append(
            {
                "link": link,
                "other": link.relative if is_relative else link.person,
                "words": link.get_relation_display() if is_relative else _seen_back(link),
            }
        )
    return rows


def _seen_back(link: FamilyLink) -> str:
    """The mother's page says "Child"."""
    back = {"parent": _("Child"), "carer": _("Child in their care")}
    return str(back.get(link.relation, link.get_relation_display()))
