"""Ask those whose answer is missing: by e-mail, or on sheets to print."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from footprint.people.models import Person
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.choosing import chosen, classes_of, people_named
from footprint.registers.image_permissions.forms import AskForm
from footprint.registers.image_permissions.givers import open_givers, subjects
from footprint.registers.image_permissions.models import ImageRequest, ImageUse
from footprint.registers.image_permissions.sheets import as_pdf
from footprint.registers.image_permissions.views.listing import school_of
from footprint.registers.image_permissions.views.showing import person_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

MOST_AT_ONCE = 500


@dataclass(frozen=True)
class Wanted:
    """From whom an answer is missing, by how they can be reached."""

    person: Person | None
    form: AskForm
    by_mail: list[Person]
    without_address: list[Person]
    being_asked: list[Person]

    @property
    def next_by_mail(self) -> list[Person]:
        """As many as one press asks: each message is written with a link of its own."""
        return self.by_mail[:MOST_AT_ONCE]

    @property
    def everybody(self) -> list[Person]:
        return [*self.by_mail, *self.without_address, *self.being_asked]


@requires(Permission.IMAGES_CHANGE)
def ask_families(request: SignedInRequest) -> HttpResponse:
    """How many would be asked, and how; then one button for all of them."""
    wanted = _wanted(request)
    if request.method == "POST":
        count = actions.ask_by_mail(
            school=school_of(request),
            givers=wanted.next_by_mail,
            by=request.user,
            now=timezone.now(),
        )
        words = ngettext("%(count)d person was asked", "%(count)d people were asked", count)
        messages.success(request, words % {"count": count})
        return redirect(f"{reverse('image_permissions:ask_families')}?{request.GET.urlencode()}")
    context = {
        "wanted": wanted,
        "query": request.GET.urlencode(),
        "most": MOST_AT_ONCE,
        "uses": ImageUse.objects.of_school(request.school_id).offered(),
    }
    return TemplateResponse(request, "image_permissions/ask_families.html", context)


@requires(Permission.IMAGES_CHANGE)
@require_POST
def print_sheets(request: SignedInRequest) -> HttpResponse:
    """A sheet for each family that is to be asked, with its own link and boxes to tick."""
    wanted, school, now = _wanted(request), school_of(request), timezone.now()
    if not wanted.everybody:
        return redirect(f"{reverse('image_permissions:ask_families')}?{request.GET.urlencode()}")
    givers = wanted.without_address if "without_address" in request.POST else wanted.everybody
    sheets = actions.ask_on_paper(
        school=school, givers=givers[:MOST_AT_ONCE], by=request.user, now=now
    )
    uses = ImageUse.objects.of_school(school.pk).offered()
    pdf = as_pdf(school=school, sheets=sheets, uses=uses, on=timezone.localdate(now))
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="picture-permission.pdf"'
    return response


def _wanted(request: SignedInRequest) -> Wanted:
    school, today = school_of(request), timezone.localdate()
    form = AskForm(request.GET, classes=classes_of(school, today))
    form.is_valid()
    person = _person(request, request.GET)
    people = [person] if person else chosen(subjects(school, today), school, form.cleaned_data)
    keys = open_givers(school=school, on=today, among=people)
    asked = set(ImageRequest.objects.of_school(school.pk).open().values_list("giver_id", flat=True))
    found = list(people_named(school, keys))
    return Wanted(
        person,
        form,
        [each for each in found if each.email and each.pk not in asked],
        [each for each in found if not each.email and each.pk not in asked],
        [each for each in found if each.pk in asked],
    )


def _person(request: SignedInRequest, query: QueryDict) -> Person | None:
    key = query.get("person", "")
    return person_of(request, int(key)) if key.isdigit() else None
