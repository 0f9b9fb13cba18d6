"""The page behind a one-time link: for an old phone, without sign-in, script or cookie."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from footprint.audit.models import Event
from footprint.notices.models import Notice
from footprint.people.actions import make_link
from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.models import (
    How,
    ImagePermission,
    ImageRequest,
    ImageUse,
)
from footprint.registers.image_permissions.tests.factories import (
    current,
    field,
    link_for,
    make_protection,
)
from footprint.registers.image_permissions.wording import WHO_SEES
from footprint.rulebook.terms import ClauseName, PictureUse
from footprint.rulebook.tests.factories import clause, policy
from tests.cast import NOW, Cast
from tests.pages import fetch_page, post_page, text_of

NOT_USABLE = "This link cannot be used"


def test_every_use_has_its_sentence() -> None:
    assert set(WHO_SEES) == set(PictureUse)


def test_each_use_is_asked_with_who_will_see_it_and_nothing_chosen(
    client: Client, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    page = fetch_page(client, link_for(parent))

    radios = page.css("input[type=radio]")
    assert len(radios) == 2 * len(uses)
    assert not page.css("input[checked]")
    shown = text_of(page)
    for use in uses.values():
        assert use.label in shown
        assert str(WHO_SEES[use.picture_use]) in shown
    assert "Pictures of Tolly" in shown
    assert pupil.family_name not in shown


def test_the_page_needs_no_cookie_script_or_sign_in_and_is_small(
    uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    client = Client(enforce_csrf_checks=True)
    url = link_for(parent)

    response = client.get(url)
    assert not response.cookies
    assert b"<script" not in response.content
    assert len(response.content) < 12_000
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"

    saved = client.post(url, {field(pupil, uses["website"]): "yes"})
    assert saved.status_code == 302
    assert not client.get(saved["Location"]).cookies


def test_answers_are_stored_and_shown_and_what_is_left_open_stays_open(
    client: Client, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    filled = {field(pupil, uses["website"]): "yes", field(pupil, uses["press"]): "no"}

    saved = client.post(link_for(parent), filled)

    assert current() == {(pupil.pk, "website", "yes"), (pupil.pk, "press", "no")}
    row = ImagePermission.objects.first()
    assert row is not None
    assert (row.how, row.giver, row.recorded_by) == (How.LINK, parent, None)
    page = fetch_page(client, saved["Location"])
    lines = [text_of(row) for row in page.css(".govuk-summary-list__row")]
    assert lines == ["The school’s website Yes", "Newspapers and other press No"]


def test_the_fresh_link_is_mailed_without_a_name_or_an_answer(
    client: Client, cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    saved = client.post(link_for(parent), {field(pupil, uses["website"]): "yes"})

    notice = Notice.objects.get()
    token = saved["Location"].split("/")[3]
    assert notice.to == parent.email
    assert f"/pictures/answer/{token}/" in notice.body
    for secret in (pupil.given_name, pupil.family_name, parent.given_name, "website"):
        assert secret not in notice.body + notice.subject


def test_without_an_address_the_page_says_to_keep_it(
    client: Client, uses: dict[str, ImageUse], pupil: Person
) -> None:
    parent = make_parent(of=pupil)

    saved = client.post(link_for(parent), {field(pupil, uses["website"]): "yes"})

    assert "Keep this page’s address" in text_of(fetch_page(client, saved["Location"]))
    assert not Notice.objects.exists()


def test_an_empty_answer_is_no_answer(
    client: Client, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    url = link_for(parent)

    page = post_page(client, url, {})

    assert "Choose yes or no for at least one use" in text_of(page)
    assert current() == set()
    assert fetch_page(client, url)  # the link was not spent on it


def test_used_ended_and_unknown_links_are_answered_alike(
    client: Client, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    used = link_for(parent)
    client.post(used, {field(pupil, uses["website"]): "yes"})
    replaced = link_for(parent)
    link_for(parent)
    late = link_for(parent, "sheet")
    answers = {client.get(url).content for url in (used, replaced, "/pictures/answer/none/")}
    answers |= {client.post(used, {field(pupil, uses["website"]): "no"}).content}
    with time_machine.travel(NOW + timedelta(days=31), tick=False):
        answers |= {client.get(late).content}

    assert len(answers) == 1
    assert NOT_USABLE in text_of(fetch_page(client, used, status=404))
    assert current() == {(pupil.pk, "website", "yes")}


def test_a_link_of_another_register_opens_nothing(client: Client, parent: Person) -> None:
    token = make_link(person=parent, purpose="agreements", by="the test", now=NOW)

    assert client.get(f"/pictures/answer/{token}/").status_code == 404


def test_all_children_are_answered_on_one_page_and_only_ones_own(
    client: Client, cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    sister = make_person(cast.oakfield, given_name="Wren")
    stranger = make_person(cast.oakfield, given_name="Ash")
    gone = make_person(cast.oakfield, given_name="Fern", left_on=NOW.date())
    for child in (sister, gone):
        child.relatives.create(relative=parent, relation="parent", may_give_permission=True)
    url = link_for(parent)

    shown = text_of(fetch_page(client, url))
    assert "Pictures of Tolly" in shown
    assert "Pictures of Wren" in shown
    assert "Ash" not in shown
    assert "Fern" not in shown

    web = uses["website"]
    client.post(url, {field(sister, web): "yes", field(stranger, web): "yes"})
    assert current() == {(sister.pk, "website", "yes")}


def test_an_older_pupil_has_a_view_of_their_own(
    client: Client, cast: Cast, uses: dict[str, ImageUse]
) -> None:
    pupil = make_person(cast.oakfield, year_group=9)
    url = link_for(pupil)
    assert "Pictures of you" in text_of(fetch_page(client, url))

    client.post(url, {field(pupil, uses["website"]): "no"})

    assert ImagePermission.objects.get().is_own


def test_a_young_pupil_and_a_parent_without_children_have_nothing_to_answer(
    client: Client, cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    aunt = make_parent(of=pupil, may_give_permission=False)

    for person in (pupil, aunt):
        assert "There is nothing to answer" in text_of(fetch_page(client, link_for(person)))


def test_the_page_says_nothing_of_a_protection(
    client: Client, cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    url = link_for(parent)
    before = client.get(url).content
    make_protection(pupil, cast.dsl)

    assert client.get(url).content == before


def test_the_policy_is_quoted_where_it_speaks(
    client: Client, cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    sentence = "We ask before a photograph goes online."
    asks = clause(ClauseName.IMAGE_PERMISSION, sentence, permission_for=("photographs",))
    assert "does not say" in text_of(fetch_page(client, link_for(parent)))

    make_adopted(cast.oakfield, policy(asks), by=cast.head)

    assert sentence in text_of(fetch_page(client, link_for(parent)))


def test_an_answer_ends_the_question_and_leaves_its_trace(
    client: Client, cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    actions.ask_by_mail(school=cast.oakfield, givers=[parent], by=cast.office, now=NOW)
    assert ImageRequest.objects.open().count() == 1

    client.post(link_for(parent), {field(pupil, uses["website"]): "yes"})

    assert ImageRequest.objects.open().count() == 0
    event = Event.objects.get(action="image_permissions.answered")
    assert event.by == f"one-time link: person {parent.pk}"
    assert event.details == {"giver": parent.pk, "how": "link", "yes": 1}


@pytest.mark.parametrize("left", ["mail", "sheet"])
def test_a_link_on_paper_and_one_by_mail_live_side_by_side(
    client: Client, uses: dict[str, ImageUse], pupil: Person, parent: Person, left: str
) -> None:
    links = {about: link_for(parent, about) for about in ("mail", "sheet")}

    assert fetch_page(client, links[left])
