"""
What is a page about: which audience, which text, which people of it?

A file of its own because every page of this room asks in the same way, and "not found" must be
the one answer to an unknown audience, a text of another school and a text that is not there.
"""

from collections.abc import Mapping
from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from footprint.people.models import PersonQuerySet
from footprint.registers.agreements.models import AgreementText, AgreementTextQuerySet
from footprint.registers.agreements.standing import class_names, in_class
from footprint.registers.agreements.wording import names_at
from footprint.rulebook.terms import AgreementAudience
from footprint.schools.models import School
from footprint.users.access import SignedInRequest


def today() -> date:
    return timezone.localdate(timezone.now())


def audience_called(name: str) -> AgreementAudience:
    try:
        return AgreementAudience(name)
    except ValueError:
        raise Http404(name) from None


def school_of(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def names_for(request: SignedInRequest) -> Mapping[AgreementAudience, str]:
    """The audiences in the words of the school that the person works in."""
    return names_at(school_of(request))


def texts_for(request: SignedInRequest) -> AgreementTextQuerySet:
    """What the person may see of the school that they work in."""
    return AgreementText.objects.seen_by(request.user).of_school(request.school_id)


def texts_in_use(school_id: int) -> dict[AgreementAudience, AgreementText]:
    """In the order of the audiences."""
    found = AgreementText.objects.of_school(school_id).in_use(today())
    return {
        audience: found[school_id, audience]
        for audience in AgreementAudience
        if (school_id, audience) in found
    }


def text_in_use(school_id: int, audience: AgreementAudience) -> AgreementText | None:
    return texts_in_use(school_id).get(audience)


def text_or_404(school_id: int, audience: AgreementAudience) -> AgreementText:
    text = text_in_use(school_id, audience)
    if text is None:
        raise Http404(audience)
    return text


class ClassFilter:
    """The class that the address asks for, and those that it may ask for."""

    def __init__(self, request: SignedInRequest, audience: AgreementAudience) -> None:
        self.audience = audience
        self.names = class_names(request.school_id, audience, on=today())
        asked = request.POST.get("class") or request.GET.get("class") or ""
        self.chosen = asked if asked in self.names else ""

    def of(self, people: PersonQuerySet) -> PersonQuerySet:
        return in_class(people, self.audience, self.chosen)
