"""One person: what holds for each use, who said what, and everything that was ever said."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.people.models import Person
from footprint.registers.image_permissions.answering import policy_of
from footprint.registers.image_permissions.circle import people_open_to
from footprint.registers.image_permissions.models import (
    ImagePermission,
    ImageRequest,
    ImageUse,
    Protection,
)
from footprint.registers.image_permissions.presenting import rows_of, voices_of
from footprint.registers.image_permissions.views.listing import school_of
from footprint.rulebook.terms import ClauseName
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.IMAGES_READ)
def show_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """What holds now, and the history; never why somebody is protected."""
    school, today = school_of(request), timezone.localdate()
    person = person_of(request, pk)
    uses = list(ImageUse.objects.of_school(school.pk).offered())
    [row] = rows_of(school=school, people=[person], uses=uses, on=today)
    may_protect = may(request.user, Permission.PROTECTION_CHANGE, school.pk)
    policy = policy_of(school, today)
    voices = voices_of(person, uses, on=today)
    context = {
        "person": person,
        "row": row,
        "uses": uses,
        "clause": policy.clause(ClauseName.IMAGE_PERMISSION) if policy else None,
        "voices": voices,
        "history": ImagePermission.objects.about([person]).with_names(),
        "requests": ImageRequest.objects.to_any([voice.giver for voice in voices]),
        "may_change": may(request.user, Permission.IMAGES_CHANGE, school.pk),
        "may_protect": may_protect,
        "is_protected": may_protect and Protection.objects.about([person]).current().exists(),
    }
    return TemplateResponse(request, "image_permissions/show_person.html", context)


def person_of(request: SignedInRequest, pk: int) -> Person:
    """Somebody whom this user may open: leavers too, never their own family."""
    seen = people_open_to(request.user, Permission.IMAGES_READ).of_school(request.school_id)
    return get_object_or_404(seen, pk=pk)
