"""A document that says what the dated facts know better is shown so on its review."""

from datetime import UTC, datetime

import pytest

from footprint.policies import actions
from footprint.policies.documents.command import main
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import SAMPLES, make_draft
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

WHATSAPP = "The policy says 16 for WhatsApp"
COMING = "A change is coming to the ages"


def sentences(version: PolicyVersion) -> str:
    return " ".join(finding["sentence"] for finding in version.findings)


def test_a_stated_age_that_is_out_of_date_is_a_finding_with_its_sentence(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    found = next(each for each in version.findings if WHATSAPP in each["sentence"])
    assert "WhatsApp" in found["quote"]
    assert "13" in found["sentence"]
    assert "Source: " in found["sentence"]
    assert "decide" in found["what_to_do"]


def test_the_review_shows_it_and_the_reading_stays_as_the_school_wrote_it(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    page = fetch_page(client_of(cast.head), f"/policy/drafts/{version.pk}/")
    assert WHATSAPP in text_of(page)
    ages = version.reviews.get(name="minimum_age").as_read["values"]
    assert ages["exceptions"]["value"] == {"WhatsApp": 16}


def test_the_day_of_the_upload_decides_which_facts_hold(cast: Cast) -> None:
    data = (SAMPLES / "oakfield.txt").read_bytes()
    version = actions.upload(
        school=cast.oakfield,
        data=data,
        filename="oakfield.txt",
        insist=True,
        by=cast.head,
        now=datetime(2024, 3, 31, 22, 59, tzinfo=UTC),  # a minute before April in London
    )

    assert WHATSAPP not in sentences(version)
    assert COMING in sentences(version)


def test_the_command_says_the_same_without_a_database(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(SAMPLES / "oakfield.txt"), "--nation", "wales"])

    printed = " ".join(capsys.readouterr().out.split())
    assert status == 0
    assert WHATSAPP in printed
    assert "Source: " in printed
