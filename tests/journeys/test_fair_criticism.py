"""Fair criticism on a phone: no removal, why, and what another person would have to agree to."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import FAIR, assessed
from tests.cast import Cast
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.walking import choose, fill, press, see

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It gives the number of a child's bus, and is copied to many groups."


def test_an_opinion_stands_until_a_second_person_agrees(cast: Cast, sit_down: Sitting) -> None:
    incident = assessed(cast, FAIR)
    head = sit_down(cast.head, phone=True)
    head.goto(reverse("incidents:show_incident", args=[incident.pk]))

    see(head, "As assessed, this is a fair opinion.", "People may criticise a school.")
    for withheld in ("Ask the author to delete the post", "Report the post to the platform"):
        expect(head.get_by_role("link", name=withheld)).to_have_count(0)
    accessible(head, "fair-criticism", widths=("own",))

    press(head, "Ask another person")
    accessible(head, "ask-another-person", widths=("own",))
    fill(head, "Why should removal be asked for although this is an opinion?", WHY)
    press(head, "Ask")
    see(head, "Another person decides.", "Waits for another person", WHY)
    expect(head.get_by_role("link", name="Decide on it")).to_have_count(0)

    lead = sit_down(cast.dsl, phone=True)
    lead.goto(reverse("incidents:show_incident", args=[incident.pk]))
    press(lead, "Decide on it")
    accessible(lead, "decide-on-removal", widths=("own",))
    choose(lead, "Do you agree?", "Refused: it stays a fair opinion")
    fill(lead, "Why, or why not?", "The number is on the bus for all to read.")
    press(lead, "Record the decision")

    see(lead, "Refused: it stays a fair opinion")
    expect(lead.get_by_role("link", name="Ask the author to delete the post")).to_have_count(0)
    assert not Incident.objects.get(pk=incident.pk).is_closed
