"""The register: by part, filtered as somebody types; and the same as a file."""

from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.exports import Cell, as_response
from footprint.people.models import Part, PeopleImport, Person
from footprint.people.models.people import PersonQuerySet
from footprint.people.wording import FIELD_WORDS, formal_name, part_word, parts_word, year_word
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 50
EVERYBODY, LEFT = "everybody", "left"
_EXPORTED = ("family_name", "given_name", "known_as", "year_group", "class_name", "email", "phone",
             "born_on", "external_id", "joined_on")  # fmt: skip


@requires(Permission.PEOPLE_READ)
def list_people(request: SignedInRequest) -> HttpResponse:
    """One tab for each part; pupils unless somebody asks for others."""
    school, today = school_of(request), timezone.localdate()
    part, words = _wanted(request)
    page = Paginator(_found(request, school, today), PAGE).get_page(request.GET.get("page"))
    mine = Part.objects.seen_by(request.user).of_school(school.pk)
    everybody = Person.objects.seen_by(request.user).of_school(school.pk)
    context = {
        "page": page,
        "rows": [_row(person, part, school) for person in page],
        "tabs": _tabs(school, part, mine.counts(today), everybody.left(today).count()),
        "part": part,
        "keep": {"part": part},
        "words": words,
        "query": urlencode({"part": part, "words": words}),
        "shows_class": part in (Audience.PUPIL, EVERYBODY, LEFT),
        "shows_contact": part not in (Audience.PUPIL, LEFT),
        "anybody": bool(page.paginator.count) or everybody.exists(),
        "may_change": may(request.user, Permission.PEOPLE_CHANGE, school.pk),
        "waiting": PeopleImport.objects.seen_by(request.user)
        .of_school(school.pk)
        .waiting()
        .count(),
    }
    return TemplateResponse(request, "people/list_people.html", context)


@requires(Permission.PEOPLE_READ)
def export_people(request: SignedInRequest, form: str) -> HttpResponse:
    """What the list shows, with all that is kept, as a file."""
    school, today = school_of(request), timezone.localdate()
    part, _words = _wanted(request)
    columns = [str(FIELD_WORDS[name]) for name in _EXPORTED]
    return as_response(
        name=f"{school.name} people {part} {today.isoformat()}",
        columns=[*columns, _("Parts"), _("Left on")],
        rows=(_cells(person, school) for person in _found(request, school, today)),
        form=form,
    )


def school_of(request: SignedInRequest) -> School:
    """The school that the person works in."""
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def _wanted(request: SignedInRequest) -> tuple[str, str]:
    part = request.GET.get("part", "")
    known = (*Audience, EVERYBODY, LEFT)
    return (part if part in known else Audience.PUPIL.value), request.GET.get("words", "")[:100]


def _found(request: SignedInRequest, school: School, today: date) -> PersonQuerySet:
    part, words = _wanted(request)
    seen = Person.objects.seen_by(request.user).of_school(school.pk)
    if part == LEFT:
        found = seen.left(today)
    else:
        found = seen.present(today)
        if part != EVERYBODY:
            found = found.who_are(Audience(part))
    return (found.with_words(words) if words else found).for_list()


def _tabs(
    school: School, part: str, counts: dict[str, int], left: int
) -> list[tuple[str, str, int | None, bool]]:
    """(value, words, how many, whether it is shown)."""
    tabs: list[tuple[str, str, int | None]] = [
        (each.value, parts_word(each, school), counts.get(each.value, 0)) for each in Audience
    ]
    tabs += [(EVERYBODY, _("Everybody"), None), (LEFT, _("Left"), left)]
    return [(value, words, number, value == part) for value, words, number in tabs]


def _row(person: Person, part: str, school: School) -> dict[str, object]:
    parts = [Audience(each.audience) for each in person.parts_now]  # type: ignore[attr-defined]
    return {
        "person": person,
        "name": formal_name(person),
        "year": year_word(person.year_group),
        "also": [part_word(each, school) for each in parts if each.value != part],
    }


def _cells(person: Person, school: School) -> list[Cell]:
    values = {name: getattr(person, name) for name in _EXPORTED}
    values["year_group"] = year_word(person.year_group)
    parts = [part_word(Audience(each.audience), school) for each in person.parts_now]  # type: ignore[attr-defined]
    return [*values.values(), "; ".join(parts), person.left_on]
