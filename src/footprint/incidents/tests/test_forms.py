"""What people send: saved once, refused with their words kept, and told why."""

from datetime import date
from typing import Any

import pytest
import time_machine
from selectolax.lexbor import LexborHTMLParser

from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import asked, assessed, opened, the
from footprint.rulebook.terms import Step
from footprint.rulebook.tests.factories import SILENT
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

FRIDAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _monday() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def on(day: date, name: str = "next_date") -> dict[str, object]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def sent(incident: Incident, **fields: object) -> dict[str, object]:
    return {"revision": incident.revision, **on(FRIDAY), **fields}


def post(cast: Cast, incident: Incident, path: str, **fields: object) -> Incident:
    """Send a form that is right; come back to the incident."""
    url = f"/incidents/{incident.pk}/{path}"
    answer = client_of(incident.owner).post(url, sent(incident, **fields))
    assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"] == f"/incidents/{incident.pk}/"
    return Incident.objects.get(pk=incident.pk)


ASSESSMENT: dict[str, object] = {
    "poster": "parent",
    "kind": "criticism",
    "conduct": ["insulting"],
    "flags": ["insult"],
    "potentially_illegal": "no",
    "dangerous": "no",
}


def test_assessing_and_asking_through_the_pages(cast: Cast) -> None:
    incident = opened(cast)
    incident = post(cast, incident, "assess/", **ASSESSMENT, named=[cast.office.pk])
    assert list(incident.shut_out.all()) == [cast.office]

    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/deletion/")
    letter = the(page, "textarea").text()
    assert "Oakfield asks for a hurtful post to be taken down" in letter
    assert "Wednesday 18 November 2026" in letter
    assert the(page, "button[data-copy='#id_letter']")
    incident = post(cast, incident, "deletion/", asked_how="e-mail", letter="Hello,\r\n\r\n  gone?")
    request = incident.deletion_requests.get()
    assert (request.letter, request.due_date) == ("Hello,\n\n  gone?", date(2026, 11, 18))


def test_the_rest_of_the_way_through_the_pages(cast: Cast) -> None:
    incident, request = asked(cast)
    incident.refresh_from_db()
    incident = post(cast, incident, "follow-up/", finding="still_there", note="Looked at nine")
    incident = post(
        cast,
        incident,
        "platform/",
        platform="facebook",
        route="Report post",
        rule="",
        reference="77",
    )
    report = incident.platform_reports.get()
    incident = post(cast, incident, f"platform/{report.pk}/", answer="removed", note="")
    incident = post(cast, incident, f"deletion/{request.pk}/", outcome="no_answer", note="")
    incident = post(cast, incident, "refer/", to="helpline", reason="To be sure", reference="9")
    incident = post(cast, incident, "support/", offered="yes", text="A talk")
    incident = post(cast, incident, "resolve/", reason="It is gone")
    incident = post(
        cast,
        incident,
        "close/",
        outcome="removed_by_platform",
        clause="conduct",
        reason="The platform removed it",
        lesson="Nothing",
    )

    assert incident.is_closed
    assert [entry.action for entry in incident.entries.order_by("pk")] == [
        "opened",
        "assessed",
        "deletion_requested",
        "looked_still_there",
        "platform_reported",
        "platform_answered",
        "deletion_outcome",
        "referred",
        "support_offered",
        "resolved",
        "closed",
    ]


def test_where_the_policy_is_silent_the_form_asks_for_date_and_reason(cast: Cast) -> None:
    incident = assessed(cast, policy=SILENT)
    url = f"/incidents/{incident.pk}/deletion/"
    page = post_page(
        client_of(cast.head), url, {**sent(incident), "asked_how": "letter", "letter": "Hello"}
    )
    assert "Enter the last day" in text_of(page)

    given = on(date(2026, 11, 19), "due_date")
    post(
        cast, incident, "deletion/", asked_how="letter", letter="Hello", due_reason="Fair", **given
    )
    assert incident.deletion_requests.get().due_date == date(2026, 11, 19)


def refused(cast: Cast, path: str, fields: dict[str, object]) -> tuple[LexborHTMLParser, Incident]:
    """Send a form that was shown before somebody else changed the incident."""
    incident = assessed(cast)
    stale = sent(incident, **fields)
    Incident.objects.filter(pk=incident.pk).update(revision=incident.revision + 1)
    page = post_page(client_of(cast.head), f"/incidents/{incident.pk}/{path}", stale)
    return page, Incident.objects.get(pk=incident.pk)


@pytest.mark.parametrize(
    ("path", "fields", "kept"),
    [
        ("assess/", {**ASSESSMENT, "kind": "concern"}, "input[name=kind][value=concern][checked]"),
        ("deletion/", {"asked_how": "call", "letter": "My own words"}, "textarea[name=letter]"),
        ("platform/", {"platform": "x", "route": "My own words"}, "input[name=route]"),
        ("refer/", {"to": "helpline", "reason": "My own words"}, "textarea[name=reason]"),
        ("support/", {"offered": "yes", "text": "My own words"}, "textarea[name=text]"),
        ("resolve/", {"reason": "My own words"}, "textarea[name=reason]"),
    ],
)
def test_of_two_at_once_the_second_is_told_and_keeps_their_words(
    cast: Cast, path: str, fields: dict[str, object], kept: str
) -> None:
    page, incident = refused(cast, path, fields)

    assert "Somebody else changed this incident" in text_of(page)
    assert "What happened last on this incident" in text_of(page)
    node = the(page, kept)
    if "checked" not in kept:
        assert "My own words" in (node.text() + str(node.attributes.get("value")))
    assert the(page, "input[name=revision]").attributes["value"] == str(incident.revision)
    assert incident.entries.count() == 2


def test_having_looked_again_they_can_send_it(cast: Cast) -> None:
    page, incident = refused(cast, "resolve/", {"reason": "My own words"})
    revision = the(page, "input[name=revision]").attributes["value"]

    post(cast, incident, "resolve/", reason="My own words", revision=revision)
    incident.refresh_from_db()
    assert incident.stands_at is Step.RESOLVED


def test_closing_shows_what_is_missing_instead_of_a_dead_form(cast: Cast) -> None:
    incident, request = asked(cast)
    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/close/")

    found = {node.attributes.get("href") for node in page.css("main a")}
    assert {
        f"/incidents/{incident.pk}/",
        f"/incidents/{incident.pk}/deletion/{request.pk}/",
        f"/incidents/{incident.pk}/support/",
    } <= found
    assert not page.css("main form")


def test_the_clauses_to_choose_from_are_those_of_the_policy(cast: Cast) -> None:
    incident = assessed(cast)
    post(cast, incident, "support/", offered="no", text="Nobody was named")
    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/close/")

    values = {node.attributes.get("value") for node in page.css("select[name=clause] option")}
    assert "conduct" in values
    assert "minimum_age" not in values  # this policy does not speak of it


def test_handing_out_of_sight_leads_to_the_list(cast: Cast) -> None:
    incident = opened(cast, owner=cast.dsl)
    answer = client_of(cast.dsl).post(
        f"/incidents/{incident.pk}/hand-over/",
        sent(incident, to=cast.chair.pk, matter="allegation_head", note="It is about the head"),
    )

    assert (answer.status_code, answer["Location"]) == (302, "/incidents/")


def test_naming_the_owner_is_refused_with_the_reason(cast: Cast) -> None:
    incident = opened(cast)
    page = post_page(
        client_of(cast.dsl),
        f"/incidents/{incident.pk}/assess/",
        sent(incident, **ASSESSMENT, named=[cast.head.pk]),
    )

    assert "Hand it over to somebody else first" in text_of(page)


def test_a_next_date_in_the_past_is_refused(cast: Cast) -> None:
    incident = assessed(cast)
    page = post_page(
        client_of(cast.head),
        f"/incidents/{incident.pk}/resolve/",
        {**sent(incident, reason="x"), **on(date(2026, 11, 13))},
    )

    assert "must be on or after 16 November 2026" in text_of(page)


def test_a_note_for_an_earlier_time(cast: Cast) -> None:
    incident = opened(cast)
    post(
        cast,
        incident,
        "note/",
        text="A parent rang",
        happened_at="08:15",
        **on(date(2026, 11, 12), "happened_on"),
    )

    note = incident.entries.get(action="note")
    assert note.happened_at.isoformat() == "2026-11-12T08:15:00+00:00"
    page = post_page(
        client_of(cast.head),
        f"/incidents/{incident.pk}/note/",
        {"text": "x", "happened_at": "9:00"},
    )
    assert "Enter the day to that time" in text_of(page)
