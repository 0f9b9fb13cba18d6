"""A fake account of the school, on a phone: whose it is, who files, the report, those who told."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from footprint.incidents import actions
from footprint.incidents.tests.factories import assessed, capture_facts
from footprint.registers.official_accounts.models import Lookalike
from footprint.rulebook.terms import Poster, PostKind
from tests.cast import Cast
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.walking import choose, fill, press, see

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "https://www.instagram.com/oakfield_primary_real"
NOBODY = actions.Assessment(Poster.NOT_KNOWN, PostKind.NEUTRAL)


def test_from_whose_it_is_to_the_pack_for_the_helpline(cast: Cast, sit_down: Sitting) -> None:
    facts = capture_facts(url=ADDRESS, author="", text="Closed tomorrow, says this account")
    incident = assessed(cast, NOBODY, capture_facts=facts, title="An account in our name")
    page = sit_down(cast.head, phone=True)
    page.goto(reverse("incidents:show_incident", args=[incident.pk]))

    press(page, "Say that it is a fake account")
    accessible(page, "say-fake", widths=("own",))
    choose(page, "Whom does it pretend to be?", "The school")
    choose(page, "Could people take it for the real one?", "Yes")
    fill(page, "What does the account call itself?", "Oakfield Primary (real)")
    press(page, "Save")
    see(page, "The fake account", "Somebody who may act for the school", "no source was seen")
    accessible(page, "fake-account", widths=("own",))
    assert Lookalike.objects.get().address == ADDRESS

    press(page, "Report the post to the platform")
    fill(page, "How was it reported?", "Report, Pretending to be someone")
    fill(page, "Reference that the platform gave", "IG-77")
    press(page, "Record the report")
    see(page, "Report to the platform recorded", "Steps towards removal", "IG-77", "Clock:")
    accessible(page, "ladder", widths=("own",))

    press(page, "Pack for the helpline")
    see(page, ADDRESS, "reference: IG-77; answer: none yet", "No picture is attached")
    accessible(page, "pack-for-the-helpline", widths=("own",))

    page.goto(reverse("incidents:hear_back", args=[incident.pk]))
    accessible(page, "those-who-told-us", widths=("own",))
    choose(page, "Did you tell those who told us?", "Yes")
    press(page, "Save")
    see(page, "Thank you for telling us.")
    expect(page.get_by_role("link", name="Close the incident")).to_have_count(0)
