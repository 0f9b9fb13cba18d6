"""One's own account, and choosing a school."""

from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from footprint.rulebook.terms import Role
from footprint.users.models import Membership
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

ME = "users:show_me"


def test_my_account_names_my_roles_in_words_and_nobody_elses(cast: Cast) -> None:
    Membership.objects.create(user=cast.dsl, role=Role.TEACHER.value, school=cast.oakfield)

    words = text_of(fetch_page(client_of(cast.dsl), reverse(ME)))

    assert "Designated safeguarding lead, Teacher" in words
    assert cast.dsl.email in words
    assert cast.riverside.name not in words
    assert cast.head.name not in words


def test_my_account_says_whether_the_second_factor_is_set_up(cast: Cast) -> None:
    without = fetch_page(client_of(cast.dsl, second_factor=False), reverse(ME))
    Authenticator.objects.create(user=cast.dsl, type=Authenticator.Type.TOTP, data={})
    with_it = fetch_page(client_of(cast.dsl), reverse(ME))

    assert "Not set up" in text_of(without)
    assert "App on your phone" in text_of(with_it)


def test_a_trusts_lead_sees_the_trust_once(cast: Cast) -> None:
    page = fetch_page(client_of(cast.trust_lead), reverse(ME))
    assert text_of(page.css("dl")[0]).count("Trust safeguarding lead") == 1


def test_strangers_are_led_to_the_sign_in_page(db: None) -> None:
    response = Client().get(reverse(ME))
    assert response["Location"] == f"/account/sign-in/?next={reverse(ME)}"


def test_one_changes_between_ones_own_schools(cast: Cast) -> None:
    Membership.objects.create(user=cast.head, role=Role.GOVERNOR.value, school=cast.riverside)
    client = client_of(cast.head)
    page = fetch_page(client, reverse("users:choose_school"))
    assert len(page.css("main button[name=school]")) == 2

    client.post(reverse("users:choose_school"), {"school": cast.riverside.pk})

    page = fetch_page(client, reverse(ME))
    assert cast.riverside.name in page.css("title")[0].text()


def test_another_school_answers_as_one_that_does_not_exist(cast: Cast) -> None:
    client = client_of(cast.head)
    for school in (cast.riverside.pk, 999_999, "x", ""):
        response = client.post(reverse("users:choose_school"), {"school": school})
        assert response.status_code == 404
