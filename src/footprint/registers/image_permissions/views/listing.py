"""The register: one row for each person, one column for each use; and the same as a file."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.design.exports import as_response
from footprint.people.models.people import PersonQuerySet
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.answering import policy_of
from footprint.registers.image_permissions.choosing import (
    chosen,
    classes_of,
    leavers_of,
    register_of,
)
from footprint.registers.image_permissions.forms import FilterForm
from footprint.registers.image_permissions.forms.listing import LEFT
from footprint.registers.image_permissions.models import ImageUse
from footprint.registers.image_permissions.presenting import Row, rows_of
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 50


@requires(Permission.IMAGES_READ)
def list_permissions(request: SignedInRequest) -> HttpResponse:
    """Who may be shown where, filtered as somebody types."""
    school, today = school_of(request), timezone.localdate()
    form, found = _found(request, school, today)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    uses = list(ImageUse.objects.of_school(school.pk).offered())
    policy = policy_of(school, today)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "filter": form,
        "page": page,
        "uses": uses,
        "rows": rows_of(school=school, people=page, uses=uses, on=today),
        "query": query.urlencode(),
        "clause": policy.clause(ClauseName.IMAGE_PERMISSION) if policy else None,
        "anybody": bool(page.paginator.count) or register_of(request.user, school, today).exists(),
        "may_change": may(request.user, Permission.IMAGES_CHANGE, school.pk),
        "may_protect": may(request.user, Permission.PROTECTION_CHANGE, school.pk),
    }
    return TemplateResponse(request, "image_permissions/list_permissions.html", context)


@requires(Permission.IMAGES_READ)
def export_permissions(request: SignedInRequest, form: str) -> HttpResponse:
    """The register as a file; whoever is protected has the words of a no."""
    school, today = school_of(request), timezone.localdate()
    _form, found = _found(request, school, today)
    uses = list(ImageUse.objects.of_school(school.pk).offered())
    rows = rows_of(school=school, people=found, uses=uses, on=today)
    return as_response(
        name=f"{school.name} pictures {today.isoformat()}",
        columns=[_("Family name"), _("First name"), _("Class"), *(use.label for use in uses)],
        rows=[_cells(row) for row in rows],
        form=form,
    )


@requires(Permission.IMAGES_CHANGE)
@require_POST
def start_register(request: SignedInRequest) -> HttpResponse:
    """Offer the usual uses, so that people can be asked about them."""
    actions.start_register(school=school_of(request), by=request.user.username, now=timezone.now())
    return redirect("image_permissions:list_permissions")


def school_of(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def _found(
    request: SignedInRequest, school: School, today: date
) -> tuple[FilterForm, PersonQuerySet]:
    form = FilterForm(request.GET, classes=classes_of(school, today))
    form.is_valid()
    left = form.cleaned_data.get("show") == LEFT
    people = (leavers_of if left else register_of)(request.user, school, today)
    return form, chosen(people, school, form.cleaned_data)


def _cells(row: Row) -> list[str]:
    person = row.person
    called = person.known_as or person.given_name
    return [person.family_name, called, person.class_name, *(cell.word for cell in row.cells)]
