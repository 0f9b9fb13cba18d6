"""The rows that a page is about, as this person may see them at this school."""

from datetime import date

from django.shortcuts import get_object_or_404
from django.utils import timezone

from footprint.people.models import Person
from footprint.policies.models import PolicyVersion
from footprint.registers.official_accounts.models import Handover, Lookalike, OfficialAccount
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.access import SignedInRequest


def today() -> date:
    """The day in the school's own calendar."""
    return timezone.localdate()


def the_school(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def account_for(request: SignedInRequest, pk: int) -> OfficialAccount:
    mine = OfficialAccount.objects.seen_by(request.user).of_school(request.school_id)
    return get_object_or_404(mine.with_people(), pk=pk)


def handover_for(request: SignedInRequest, pk: int) -> Handover:
    mine = Handover.objects.seen_by(request.user).of_school(request.school_id)
    return get_object_or_404(mine.for_list(), pk=pk)


def lookalike_for(request: SignedInRequest, pk: int) -> Lookalike:
    mine = Lookalike.objects.seen_by(request.user).of_school(request.school_id)
    return get_object_or_404(mine, pk=pk)


def staff_of(request: SignedInRequest) -> list[Person]:
    """Who can be named: the staff who are here, by name."""
    here = Person.objects.named_for(request.user).of_school(request.school_id).present(today())
    return list(here.who_are(Audience.STAFF).order_by("family_name", "given_name", "pk"))


def policy_in_force(request: SignedInRequest) -> Policy | None:
    version = version_in_force(request)
    return version.policy if version else None


def version_in_force(request: SignedInRequest) -> PolicyVersion | None:
    seen = PolicyVersion.objects.seen_by(request.user)
    return seen.in_force(school_id=request.school_id, on=today())
