"""One's own account, and choosing a school."""

from django.urls import reverse

from footprint.rulebook.terms import Role
from footprint.users.models import Membership
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of


def test_my_account_names_my_roles_in_words_and_nobody_elses(cast: Cast) -> None:
    Membership.objects.create(user=cast.dsl, role=Role.TEACHER.value, school=cast.oakfield)

    words = text_of(fetch_page(client_of(cast.dsl), reverse("users:show_me")))

    assert "Designated safeguarding lead, Teacher" in words
    assert cast.dsl.email in words
    page = fetch_page(client, reverse("users:show_me"))
    assert cast.riverside.name in page.css("title")[0].text()


def test_another_school_answers_as_one_that_does_not_exist(cast: Cast) -> None:
    client = client_of(cast.head)
    for school in (cast.riverside.pk, 999_999, "x", ""):
        response = client.post(reverse("users:choose_school"), {"school": school})
        assert response.status_code == 404
