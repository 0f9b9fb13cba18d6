"""Taking a yes back: as easily as giving it, and whenever somebody likes."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from footprint.people.models import Person
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.answering import withdrawals_since
from footprint.registers.image_permissions.models import Answer, ImagePermission, ImageUse
from footprint.registers.image_permissions.tests.factories import current, field, link_for
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of


def test_withdrawing_takes_no_more_steps_than_giving(
    client: Client, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    """Open the link, choose, save: twice the same, by the link that the first answer gave."""
    web = field(pupil, uses["website"])
    saved = client.post(link_for(parent), {web: "yes"})
    page = fetch_page(client, saved["Location"])
    [change] = [str(link.attributes["href"]) for link in page.css("main a.govuk-button")]

    again = fetch_page(client, change)
    assert "Stored now: Yes, since 16 November 2026." in text_of(again)
    assert not again.css("input[checked]")
    client.post(change, {web: "no"})

    assert current() == {(pupil.pk, "website", Answer.WITHDRAWN)}
    assert ImagePermission.objects.count() == 2


def test_one_button_takes_everything_back(
    client: Client, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    saved = client.post(link_for(parent), {field(pupil, uses["website"]): "yes"})
    token = saved["Location"].split("/")[3]

    client.post(reverse("image_permissions:answer_question", args=[token]), {"no_to_all": "1"})

    assert {answer for _, _, answer in current()} == {Answer.NO, Answer.WITHDRAWN}
    assert len(current()) == len(uses)


def test_a_yes_can_be_taken_back_long_after_the_child_has_left(
    client: Client, cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    web = field(pupil, uses["website"])
    saved = client.post(link_for(parent), {web: "yes"})
    change = saved["Location"].removesuffix("saved/")
    Person.objects.filter(pk=pupil.pk).update(left_on=NOW.date() + timedelta(days=10))
    pupil.parts.update(until=NOW.date() + timedelta(days=10))

    with time_machine.travel(NOW + timedelta(days=300), tick=False):
        assert "Pictures of Tolly" in text_of(fetch_page(client, change))
        client.post(change, {web: "no"})
        [found] = withdrawals_since(school=cast.oakfield, moment=NOW + timedelta(days=299))

    assert (found.person_id, found.use_key) == (pupil.pk, "website")
    assert current() == {(pupil.pk, "website", Answer.WITHDRAWN)}


def test_the_office_strikes_out_no_answer_that_somebody_gave_themselves(
    client: Client, cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    client.post(link_for(parent), {field(pupil, uses["website"]): "no"})
    given = ImagePermission.objects.get()

    with pytest.raises(actions.AnswerHasEnded):
        actions.strike_out(permission=given, by=cast.office, now=NOW)
    office = client_of(cast.office)
    assert office.get(f"/pictures/answers/{given.pk}/strike-out/").status_code == 404
    shown = text_of(fetch_page(office, f"/pictures/people/{pupil.pk}/"))
    assert "Recorded by mistake?" not in shown
