"""The list, one incident, its paper, and what they offer."""

from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from footprint.audit.models import Event
from footprint.evidence.models import Capture
from footprint.incidents import actions
from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import (
    CANARY,
    FAIR,
    asked,
    assessed,
    close,
    opened,
    the,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, ConductTag, Flag, Matter, Poster, PostKind
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT, clause, policy
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

OUTSIDE = actions.Assessment(
    Poster.THIRD_PARTY,
    PostKind.NEUTRAL,
    frozenset({Flag.BULLYING}),
    frozenset({ConductTag.BULLYING}),
)


def shown(cast: Cast, incident: Incident) -> LexborHTMLParser:
    return fetch_page(client_of(incident.owner), f"/incidents/{incident.pk}/")


def links(page: LexborHTMLParser) -> set[str]:
    return {str(node.attributes.get("href")) for node in page.css("main a")}


def test_one_incident_shows_the_post_covered_and_what_proves_it(cast: Cast) -> None:
    incident = opened(cast)
    page = shown(cast, incident)

    assert CANARY in text_of(the(page, "details.fp-covered"))
    assert incident.capture is not None
    words = text_of(page)
    assert incident.capture.sha256 in words
    assert "have not been changed" in words
    assert "Version 1, adopted on 3 November 2025" in words
    assert "Harriet Head" in text_of(the(page, "aside"))
    assert "Tess Teacher" not in words
    assert "Assess it" in words


def test_a_capture_that_was_tampered_with_says_so(cast: Cast) -> None:
    incident = opened(cast)
    Capture.objects.update(text="Other words")

    assert "The words have been changed" in text_of(shown(cast, incident))


def test_a_parent_is_asked_with_the_sentence_of_the_policy(cast: Cast) -> None:
    incident = assessed(cast)
    page = shown(cast, incident)

    assert f"/incidents/{incident.pk}/deletion/" in links(page)
    assert "Oakfield asks for a hurtful post to be taken down, and quickly." in text_of(page)
    assert not any("to=police" in link for link in links(page))


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (OAKFIELD, "Oakfield may tell the website of a stranger's post"),
        (LARKHILL, "Larkhill must tell the website of a stranger's post."),
        (SILENT, "Your policy does not say whether to report the post to the platform."),
    ],
)
def test_schools_differ_about_outsiders(cast: Cast, rules: Policy, sentence: str) -> None:
    page = shown(cast, assessed(cast, OUTSIDE, policy=rules))

    assert sentence in text_of(page)
    assert not any("/deletion/" in link for link in links(page))


def test_a_fair_opinion_is_offered_no_removal_and_no_police(cast: Cast) -> None:
    incident = assessed(cast, FAIR)
    page = shown(cast, incident)

    assert "this is a fair opinion" in text_of(page)
    gone = ("/deletion/", "/platform/", "to=police")
    assert not any(part in link for link in links(page) for part in gone)
    for path in ("deletion/", "platform/"):
        form = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/{path}")
        assert not form.css("main textarea, main input[type=text]")
        assert "People may criticise a school" in text_of(form)


def test_what_may_be_illegal_shows_the_police_with_their_sentence(cast: Cast) -> None:
    illegal = actions.Assessment(Poster.PARENT, PostKind.NEUTRAL, potentially_illegal=True)
    page = shown(cast, assessed(cast, illegal))

    assert any("to=police" in link for link in links(page))
    assert "Oakfield may call on the police" in text_of(page)


def test_the_helpline_address_of_the_policy_is_shown(cast: Cast) -> None:
    rules = policy(
        clause(
            ClauseName.THIRD_PARTY_REPORT,
            "We may write to the helpline at help@helpline.example first.",
            platform="may",
            helpline="may",
            helpline_name="the helpline",
        )
    )
    incident = assessed(cast, OUTSIDE, policy=rules)
    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/refer/?to=helpline")

    assert "mailto:help@helpline.example" in links(page)
    assert the(page, "input[value=helpline][checked]")
    assert "What the platform answered" in text_of(page)


def test_back_dated_notes_are_marked_in_the_timeline(cast: Cast) -> None:
    incident = opened(cast)
    actions.add_note(
        incident=incident,
        text="A parent rang.",
        by=cast.office,
        now=NOW,
        happened_at=NOW - timedelta(days=4),
    )
    entries = [text_of(node) for node in shown(cast, incident).css(".fp-timeline__entry")]

    assert "Incident opened" in entries[0]
    assert "Back-dated" in entries[1]


def test_the_paper_has_facts_timeline_letters_and_hashes_and_no_controls(cast: Cast) -> None:
    incident, _ = asked(cast)
    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/print/")
    words = text_of(page)

    assert incident.capture is not None
    for part in (CANARY, incident.capture.sha256, "please delete it.", "Deletion requested"):
        assert part in words
    assert not page.css("main form, main button, nav.govuk-service-navigation")
    assert not page.css("main a.govuk-button")


@pytest.mark.parametrize("path", ["", "print/"])
def test_reading_a_sensitive_matter_is_recorded(cast: Cast, path: str) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)
    fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/{path}")

    event = Event.objects.exclude(action__in=["incidents.opened", "evidence.captured"]).get()
    assert (event.by, event.target) == (cast.head.email, f"incident:{incident.pk}")


def test_a_closed_incident_shows_how_it_ended_and_offers_only_a_note(cast: Cast) -> None:
    incident = assessed(cast, FAIR)
    close(incident)
    page = shown(cast, incident)

    words = text_of(page)
    assert all(part in words for part in ("A fair opinion", "Answer sooner", "Nobody was named"))
    acts = {link for link in links(page) if link.startswith(f"/incidents/{incident.pk}/")}
    mine = f"/incidents/{incident.pk}/"
    assert acts == {f"{mine}note/", f"{mine}print/", f"{mine}pack.pdf"}


def test_the_office_takes_steps_but_does_not_close(cast: Cast) -> None:
    incident = assessed(cast, FAIR)
    client = client_of(cast.office)

    assert f"/incidents/{incident.pk}/close/" not in links(
        fetch_page(client, f"/incidents/{incident.pk}/")
    )
    fetch_page(client, f"/incidents/{incident.pk}/close/", status=404)


def test_without_the_second_factor_nothing_opens(cast: Cast) -> None:
    incident = opened(cast)
    answer = client_of(cast.head, second_factor=False).get(f"/incidents/{incident.pk}/")

    assert answer.status_code == 302
    assert "second-factor" in answer["Location"]


def test_there_is_no_upload_anywhere(cast: Cast) -> None:
    incident, request = asked(cast)
    client = client_of(cast.head)
    paths = ["open/"] + [
        f"{incident.pk}/{path}"
        for path in (
            "",
            "assess/",
            "hand-over/",
            "deletion/",
            f"deletion/{request.pk}/",
            "follow-up/",
            "platform/",
            "refer/",
            "note/",
            "support/",
            "resolve/",
            "close/",
            "print/",
        )
    ]
    for path in paths:
        page = fetch_page(client, f"/incidents/{path}")
        assert not page.css("input[type=file], form[enctype]"), path
