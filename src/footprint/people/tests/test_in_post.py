"""People whom a policy names, and who may have left: on its page, in a review, at adoption."""

from datetime import date, timedelta

import pytest
from pytest_django.fixtures import Settings

from footprint.people.tests.factories import make_person
from footprint.policies.inpost import Standing, not_in_post
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted, make_reviewed
from footprint.rulebook.policy import Plain
from footprint.rulebook.terms import Audience, ClauseName
from footprint.rulebook.tests.factories import SILENT, clause, policy
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

TODAY = NOW.date()
HAS_LEFT, UNKNOWN = Standing.LEFT, Standing.NOT_KNOWN
ADOPTION = {
    "adopted_on_day": 1,
    "adopted_on_month": 10,
    "adopted_on_year": 2025,
    "minute": "Item 7",
}


def naming(cast: Cast, keepers: dict[str, Plain]) -> PolicyVersion:
    """A policy that names them, in force."""
    named = policy(clause(ClauseName.CHANNEL_KEEPERS, "They do.", keepers=keepers))
    return make_adopted(cast.oakfield, named, cast.head, on=date(2025, 9, 1))


def found(cast: Cast, *names: str) -> list[tuple[str, Standing]]:
    version = naming(cast, {"X": tuple(names)})
    return [(each.name, each.standing) for each in not_in_post(version, on=TODAY)]


def test_who_has_an_account_is_in_post_however_the_name_is_typed(cast: Cast) -> None:
    assert found(cast, "kit  KEEPER", "Ben Tar") == [("Ben Tar", UNKNOWN)]


def test_whose_account_was_switched_off_has_left(cast: Cast) -> None:
    cast.keeper.is_active = False
    cast.keeper.save()

    assert found(cast, "Ben Tar", cast.keeper.name) == [
        (cast.keeper.name, HAS_LEFT),
        ("Ben Tar", UNKNOWN),
    ]


@pytest.mark.parametrize(
    ("left_on", "standing"),
    [(None, []), (TODAY + timedelta(days=1), []), (TODAY, [("Ada Ash", HAS_LEFT)])],
)
def test_the_register_of_people_knows_who_left_and_when(
    cast: Cast, left_on: date | None, standing: list[tuple[str, Standing]]
) -> None:
    make_person(cast.oakfield, Audience.STAFF, given_name="Ada", family_name="Ash", left_on=left_on)

    assert found(cast, "Ada Ash") == standing


def test_a_pupil_of_the_same_name_is_nobody_to_ask(cast: Cast) -> None:
    make_person(cast.oakfield, Audience.PUPIL, given_name="Ada", family_name="Ash")
    make_person(cast.riverside, Audience.STAFF, given_name="Ada", family_name="Ash")

    assert found(cast, "Ada Ash") == [("Ada Ash", UNKNOWN)]


def test_of_two_of_one_name_one_who_is_here_is_enough(cast: Cast) -> None:
    for left_on in (TODAY, None):
        make_person(
            cast.oakfield, Audience.STAFF, given_name="Ada", family_name="Ash", left_on=left_on
        )

    assert found(cast, "Ada Ash") == []


def test_a_name_in_one_piece_and_a_silent_policy(cast: Cast, settings: Settings) -> None:
    settings.POLICY_PEOPLE = ()  # without a register the accounts still count

    version = naming(cast, {"X": "Ada Ash", "Facebook": ("Ada Ash",)})
    assert [each.channel for each in not_in_post(version, on=TODAY)] == ["X", "Facebook"]
    silent = make_adopted(cast.riverside, SILENT, cast.stranger)
    assert not_in_post(silent, on=TODAY) == []


# --- the pages ---


@pytest.mark.parametrize(("who", "sees"), [("head", True), ("chair", True), ("teacher", False)])
def test_the_policys_page_asks(cast: Cast, who: str, sees: bool) -> None:
    naming(cast, {"Instagram": (cast.keeper.name, cast.stranger.name)})

    page = fetch_page(client_of(getattr(cast, who)), "/policy/")

    section = page.css_first("section[aria-labelledby=in-post]")
    assert (section is not None) is sees
    if section is not None:
        assert [text_of(each) for each in section.css("li")] == [
            "Sam Stranger (Instagram) nobody of this name is known at your school"
        ]


def test_the_review_and_the_adoption_ask(cast: Cast) -> None:
    draft = make_reviewed(cast.oakfield, cast.head)
    head = client_of(cast.head)

    for address in (f"/policy/drafts/{draft.pk}/", f"/policy/drafts/{draft.pk}/adopt/"):
        section = first(fetch_page(head, address), "section[aria-labelledby=in-post]")
        assert "Rowan Ashdown (Instagram)" in text_of(section)


def test_an_adoption_needs_somebody_who_has_checked_them(cast: Cast) -> None:
    draft = make_reviewed(cast.oakfield, cast.head)
    head, address = client_of(cast.head), f"/policy/drafts/{draft.pk}/adopt/"

    page = post_page(head, address, {**ADOPTION})
    assert "Check that these people are still in post." in text_of(page)
    assert PolicyVersion.objects.adopted().count() == 0

    assert head.post(address, {**ADOPTION, "in_post": "on"}).status_code == 302
    assert PolicyVersion.objects.adopted().count() == 1


def test_where_all_are_known_nothing_has_to_be_ticked(cast: Cast) -> None:
    for name in ("Rowan Ashdown", "Imogen Tarrant"):
        given, family = name.split()
        make_person(cast.oakfield, Audience.STAFF, given_name=given, family_name=family)
    draft = make_reviewed(cast.oakfield, cast.head)
    head, address = client_of(cast.head), f"/policy/drafts/{draft.pk}/adopt/"

    assert fetch_page(head, address).css_first("[name=in_post]") is None
    assert head.post(address, {**ADOPTION}).status_code == 302


def test_today_tells_who_may_draft_that_somebody_named_has_left(cast: Cast) -> None:
    naming(cast, {"X": (cast.keeper.name, "Ben Tar")})
    line = "has left"
    assert line not in text_of(fetch_page(client_of(cast.office), "/"))  # only not known

    cast.keeper.is_active = False
    cast.keeper.save()

    assert "1 person whom your policy names has left" in text_of(
        fetch_page(client_of(cast.office), "/")
    )
    assert line not in text_of(fetch_page(client_of(cast.teacher), "/"))
