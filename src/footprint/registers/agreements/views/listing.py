"""The register: every audience in numbers, one audience person by person, one person's answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.functional import Promise

from footprint.people.models import Person, PersonQuerySet
from footprint.registers.agreements.models import (
    AgreementText,
    ReminderPlan,
    Signature,
    SigningRequest,
)
from footprint.registers.agreements.standing import (
    AudienceCount,
    Standing,
    audiences_of,
    counts_of,
    members,
    only,
    standing_of,
    stands,
    without_a_year,
)
from footprint.registers.agreements.views.finding import (
    ClassFilter,
    audience_called,
    names_for,
    text_in_use,
    texts_for,
    today,
)
from footprint.registers.agreements.waiting import agreements_of
from footprint.registers.agreements.wording import (
    COLOURS,
    SHORT_STANDINGS,
    STANDINGS,
    WHO_THEY_ARE,
)
from footprint.rulebook.decisions.signing import GROUPS
from footprint.rulebook.terms import Audience
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 50


@dataclass(frozen=True)
class AudienceRow:
    """One audience of the overview, with the draft that somebody writes, if anybody does."""

    count: AudienceCount
    name: str
    who: Promise
    draft: AgreementText | None

    @property
    def matters(self) -> bool:
        """A primary school has no secondary pupils, and need not be told so first."""
        return bool(self.count.people or self.count.text or self.count.coming or self.draft)


@requires(Permission.AGREEMENTS_READ)
def list_agreements(request: SignedInRequest) -> HttpResponse:
    """Every audience: its text, what the policy says of it, and who has not answered."""
    counts = counts_of(request.school_id, on=today())
    names, drafts = names_for(request), texts_for(request).drafts()
    drafted = {draft.for_whom: draft for draft in drafts}
    rows = [
        AudienceRow(
            count,
            names[count.audience],
            WHO_THEY_ARE[count.audience],
            drafted.get(count.audience),
        )
        for count in counts
    ]
    context = {
        "rows": [row for row in rows if row.matters],
        "others": [row for row in rows if not row.matters],
        "gaps": [row for row in rows if row.count.is_gap],
        "anybody": any(count.people for count in counts),
        "without_year": without_a_year(request.school_id, on=today()).count(),
        "plan": ReminderPlan.objects.of_school(request.school_id),
        "may_change": may(request.user, Permission.AGREEMENTS_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "agreements/list_agreements.html", context)


@dataclass(frozen=True)
class Row:
    """One person of the list, with the answer that counts."""

    person: Person
    standing: Standing
    words: Promise
    colour: str
    answer: Signature | None


@requires(Permission.AGREEMENTS_READ)
def show_audience(request: SignedInRequest, audience: str) -> HttpResponse:
    """Everybody of one audience, filtered as somebody types."""
    asked = audience_called(audience)
    [count] = counts_of(request.school_id, on=today(), audiences=[asked])
    classes = ClassFilter(request, asked)
    words = request.GET.get("words", "")
    state = _state(request, count.text)
    people = classes.of(_people(request, count, state)).with_words(words).for_list()
    page = Paginator(people, PAGE).get_page(request.GET.get("page"))
    keep = {key: value for key, value in (("state", state), ("class", classes.chosen)) if value}
    context = {
        "count": count,
        "name": names_for(request)[asked],
        "who": WHO_THEY_ARE[asked],
        "draft": texts_for(request).for_audience(asked).drafts().first(),
        "history": texts_for(request).for_audience(asked).numbered(),
        "rows": rows_of(page.object_list),
        "page": page,
        "words": words,
        "keep": keep,
        "classes": classes,
        "tabs": _tabs(count, state, classes.chosen) if count.text else [],
        "by_class": GROUPS[asked].part is Audience.PUPIL,
        "newer_url": _url(keep, words, page.previous_page_number()) if page.has_previous() else "",
        "older_url": _url(keep, words, page.next_page_number()) if page.has_next() else "",
        "may_change": may(request.user, Permission.AGREEMENTS_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "agreements/show_audience.html", context)


def _state(request: SignedInRequest, text: AgreementText | None) -> str:
    asked = request.GET.get("state", "")
    return asked if text and asked in list(Standing) else ""


def _people(request: SignedInRequest, count: AudienceCount, state: str) -> PersonQuerySet:
    if count.text is None:
        return members(request.school_id, count.audience, on=today())
    people = stands(count.text, on=today())
    return only(people, Standing(state)) if state else people


def rows_of(people: Iterable[Person]) -> list[Row]:
    """The people of `stands` with their answers, in one query more."""
    found = list(people)
    keys = [key for person in found if (key := getattr(person, "answer", None))]
    answers = Signature.objects.select_related("text", "recorded_by").in_bulk(keys)
    return [
        Row(
            person,
            standing := standing_of(person),
            STANDINGS[standing],
            COLOURS[standing],
            answers.get(getattr(person, "answer", None) or 0),
        )
        for person in found
    ]


def _tabs(count: AudienceCount, state: str, chosen: str) -> list[dict[str, object]]:
    numbers = {
        Standing.SIGNED: count.signed,
        Standing.DECLINED: count.declined,
        Standing.NOT_YET: count.not_yet,
        Standing.NEVER_ASKED: count.never_asked,
    }
    return [
        {
            "label": SHORT_STANDINGS[standing],
            "number": number,
            "url": _url(
                {"state": standing.value, "class": chosen} if chosen else {"state": standing.value},
                "",
                1,
            ),
            "current": state == standing.value,
        }
        for standing, number in numbers.items()
    ]


def _url(keep: dict[str, str], words: str, number: int) -> str:
    query = {**keep, **({"words": words} if words else {})}
    if number > 1:
        query["page"] = str(number)
    return f"?{urlencode(query)}"


@requires(Permission.AGREEMENTS_READ)
def show_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """What one person was asked and answered, over every version."""
    mine = Person.objects.named_for(request.user).of_school(request.school_id)
    person = get_object_or_404(mine.prefetch_related("parts"), pk=pk)
    day, names = today(), names_for(request)
    context = {
        "person": person,
        "is_here": person.is_here(day),
        "agreements": [
            {
                "text": text,
                "words": STANDINGS[standing],
                "colour": COLOURS[standing],
                "is_open": standing in (Standing.NOT_YET, Standing.NEVER_ASKED),
            }
            for text, standing in (agreements_of(person, on=day) if person.is_here(day) else [])
        ],
        "without_text": [
            names[audience]
            for audience in audiences_of(person)
            if text_in_use(request.school_id, audience) is None
        ],
        "answers": Signature.objects.seen_by(request.user).of_person(person),
        "requests": SigningRequest.objects.of_person(person),
        "may_change": may(request.user, Permission.AGREEMENTS_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "agreements/show_person.html", context)
