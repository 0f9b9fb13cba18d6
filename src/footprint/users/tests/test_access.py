"""The one door to data: roles, schools, classes of matter."""

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from footprint.rulebook.terms import Matter, Role
from footprint.users.access import (
    SignedInRequest,
    matters_at,
    may,
    requires,
    roles_of,
    schools_where,
)
from footprint.users.models import Membership, User
from footprint.users.permissions import Permission
from tests.cast import Cast


def read_again(user: User) -> User:
    return User.objects.get(pk=user.pk)


def test_a_role_holds_at_its_own_school_only(cast: Cast) -> None:
    assert may(cast.head, Permission.INCIDENTS_READ, cast.oakfield.pk)
    assert not may(cast.head, Permission.INCIDENTS_READ, cast.riverside.pk)
    assert not may(cast.head, Permission.INCIDENTS_READ, 0)


def test_a_role_over_a_trust_holds_at_its_schools(cast: Cast) -> None:
    assert schools_where(cast.trust_lead, Permission.INBOX_READ) == {cast.oakfield.pk}


def test_two_roles_add_up(cast: Cast) -> None:
    Membership.objects.create(user=cast.chair, role=Role.DSL.value, school=cast.oakfield)

    matters = matters_at(read_again(cast.chair), cast.oakfield.pk)

    assert Matter.ALLEGATION_HEAD in matters
    assert Matter.SAFEGUARDING in matters


def test_a_closed_account_may_do_nothing(cast: Cast) -> None:
    cast.head.is_active = False
    assert roles_of(cast.head) == {}
    assert schools_where(cast.head, Permission.TODAY_READ) == set()


@requires(Permission.INCIDENTS_READ)
def page(request: SignedInRequest) -> HttpResponse:
    return HttpResponse("cases")


def ask(user: User, *, school_id: int, second_factor: bool = True) -> HttpResponse:
    request: HttpRequest = RequestFactory().get("/cases/")
    request.user = user
    request.school_id = school_id  # type: ignore[attr-defined]
    request.second_factor = second_factor  # type: ignore[attr-defined]
    answer = page(request)
    assert isinstance(answer, HttpResponse)
    return answer


def test_not_allowed_and_not_at_this_school_answer_alike(cast: Cast) -> None:
    for user, school in ((cast.teacher, cast.oakfield), (cast.stranger, cast.oakfield)):
        with pytest.raises(Http404):
            ask(user, school_id=school.pk)


def test_reading_cases_without_a_second_factor_leads_to_setting_one_up(cast: Cast) -> None:
    answer = ask(cast.head, school_id=cast.oakfield.pk, second_factor=False)
    assert answer["Location"] == "/me/second-factor/"


def test_with_both_the_page_answers(cast: Cast) -> None:
    assert ask(cast.head, school_id=cast.oakfield.pk).content == b"cases"
