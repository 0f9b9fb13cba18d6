"""The rows that a page is about, as this person may see them at this school."""

from datetime import date

from django.shortcuts import get_object_or_404
from django.utils import timezone

from footprint.guidance.at_school import FactAtSchool, fact_for
from footprint.people.models import Person
from footprint.policies.models import PolicyVersion
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.rota.models import Channel, ChannelQuerySet
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, may
from footprint.users.permissions import Permission

LISTING_FACT = "channel.google_school_reviews"


def today() -> date:
    """The day in the school's own calendar."""
    return timezone.localdate()


def the_school(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def channels_for(request: SignedInRequest) -> ChannelQuerySet:
    return Channel.objects.seen_by(request.user).of_school(request.school_id)


def channel_for(request: SignedInRequest, pk: int) -> Channel:
    return get_object_or_404(channels_for(request).with_people(), pk=pk)


def staff_of(request: SignedInRequest) -> list[Person]:
    """Who can be named: the staff who are here, by name."""
    here = Person.objects.named_for(request.user).of_school(request.school_id).present(today())
    return list(here.who_are(Audience.STAFF).order_by("family_name", "given_name", "pk"))


def live_accounts_for(request: SignedInRequest) -> list[OfficialAccount]:
    seen = OfficialAccount.objects.seen_by(request.user).of_school(request.school_id)
    return list(seen.live())


def policy_in_force(request: SignedInRequest) -> Policy | None:
    seen = PolicyVersion.objects.seen_by(request.user)
    version = seen.in_force(school_id=request.school_id, on=today())
    return version.policy if version else None


def listing_fact(request: SignedInRequest) -> FactAtSchool | None:
    """Why Google is checked as a listing: reviews of schools were taken away, with the date."""
    return fact_for(school=the_school(request), key=LISTING_FACT, on=today())


def reads_results(request: SignedInRequest) -> bool:
    """
    Whether this person may know of every look what was found: who reads mentions of the school.

    To all others "something was seen" is a sign of a matter that may be about them; they see
    that somebody looked, and the results of their own looks.
    """
    reads = may(request.user, Permission.INBOX_READ, request.school_id)
    return reads and request.second_factor
