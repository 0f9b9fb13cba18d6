"""The review in the browser: one clause after another, nothing typed is lost."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from footprint.policies import actions
from footprint.policies.models import ClauseReview, Decision, PolicyVersion
from footprint.policies.tests.factories import make_draft
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of


@pytest.fixture
def draft(cast: Cast) -> PolicyVersion:
    return make_draft(cast.oakfield, cast.head)


def test_the_review_puts_findings_first(cast: Cast, draft: PolicyVersion) -> None:
    draft.findings = [{"sentence": "A link leads nowhere.", "what_to_do": "Mend it.", "quote": ""}]
    draft.save()

    words = text_of(fetch_page(client_of(cast.office), f"/policy/drafts/{draft.pk}/"))

    assert words.index("A link leads nowhere. Mend it.") < words.index("All clauses")


def test_a_clause_shows_its_sentences_marked(cast: Cast, draft: PolicyVersion) -> None:
    page = fetch_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/minimum_age/")

    marked = [text_of(node) for node in page.css("mark")]
    assert "WhatsApp says that users must be 16." in marked
    assert "General minimum age: 13" in text_of(page)


def test_the_whole_document_is_one_link_away(cast: Cast, draft: PolicyVersion) -> None:
    page = fetch_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/minimum_age/document/")

    assert "Why we have this policy" in text_of(page)
    assert page.css_first("#found mark")


def test_a_finding_stands_beside_the_clause_it_is_about(cast: Cast, draft: PolicyVersion) -> None:
    quote = draft.reviews.get(name="conduct").as_read["quotes"][0]["text"]
    draft.findings = [{"sentence": "Unclear to us.", "what_to_do": "Say it.", "quote": quote}]
    draft.save()
    client = client_of(cast.head)

    assert "Unclear to us." in text_of(fetch_page(client, f"/policy/drafts/{draft.pk}/conduct/"))
    assert "Unclear to us." not in text_of(fetch_page(client, f"/policy/drafts/{draft.pk}/police/"))


def test_confirming_leads_to_the_next_clause_that_waits(cast: Cast, draft: PolicyVersion) -> None:
    client, base = client_of(cast.head), f"/policy/drafts/{draft.pk}"
    actions.confirm_as_read(
        review=draft.reviews.get(name="channel_keepers"), seen=None, by=cast.dsl, now=NOW
    )

    response = client.post(f"{base}/reputation/confirm/", {"seen": ""})

    assert response.headers["Location"] == f"{base}/conduct/?saved=reputation"
    words = text_of(fetch_page(client, response.headers["Location"]))
    assert "Saved: “Knowing what is said about the school”, confirmed as read." in words
    assert "2 of 26 clauses decided. 24 are left." in words


def test_from_the_last_clause_it_goes_on_with_those_left_out(
    cast: Cast, draft: PolicyVersion
) -> None:
    base = f"/policy/drafts/{draft.pk}"

    response = client_of(cast.head).post(f"{base}/questions/confirm/", {"seen": ""})

    assert response.headers["Location"].startswith(f"{base}/reputation/")


@pytest.mark.parametrize("sample", ["oakfield.txt", "larkhill.txt", "diocesan.txt"])
def test_saving_a_correction_without_a_change_changes_nothing(cast: Cast, sample: str) -> None:
    draft = make_draft(cast.oakfield, cast.head, sample)
    client = client_of(cast.head)
    tried = 0

    for review in draft.reviews.filter(as_read__stated="stated"):
        if not review.as_read["values"]:
            continue
        address = f"/policy/drafts/{draft.pk}/{review.name}/"
        response = client.post(address, _as_shown(fetch_page(client, address)))
        assert response.status_code == 302, review.name
        review.refresh_from_db()
        assert review.as_confirmed == review.as_read, review.name
        tried += 1

    assert tried > 5


def _as_shown(page: LexborHTMLParser) -> dict[str, list[str]]:
    """What a browser would send if somebody opened the correction and pressed "Save"."""
    form = page.css_first(".govuk-details form")
    assert form is not None
    sent: dict[str, list[str]] = {}
    for field in form.css("input, select, textarea"):
        name, value = str(field.attributes.get("name")), _value_of(field)
        if value is not None:
            sent.setdefault(name, []).append(value)
    return sent


def _value_of(field: LexborNode) -> str | None:
    if field.tag == "textarea":
        return field.text()
    if field.tag == "select":
        chosen = field.css_first("option[selected]")
        return chosen.attributes.get("value") if chosen else None
    if field.attributes.get("type") == "checkbox":
        return field.attributes.get("value", "on") if "checked" in field.attributes else None
    return field.attributes.get("value") or ""


def test_a_correction_with_nothing_in_it_is_asked_about(cast: Cast, draft: PolicyVersion) -> None:
    page = post_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/police/", {"seen": ""})

    assert "Nothing is filled in" in text_of(page)
    assert draft.reviews.get(name="police").decision == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("WhatsApp sixteen", "Write each line as “name: value”"),
        ("WhatsApp: sixteen", "“sixteen” is not a whole number of years"),
    ],
)
def test_a_correction_that_cannot_be_read_stays_in_the_form(
    cast: Cast, draft: PolicyVersion, typed: str, words: str
) -> None:
    address = f"/policy/drafts/{draft.pk}/minimum_age/"

    page = post_page(client_of(cast.head), address, {"exceptions": typed, "seen": ""})

    assert words in text_of(page)
    assert text_of(page.css("textarea")[0]) == typed
    assert "open" in page.css("details.govuk-details")[-1].attributes


def test_whoever_corrects_second_is_told_and_keeps_the_text(
    cast: Cast, draft: PolicyVersion
) -> None:
    actions.confirm_as_read(
        review=draft.reviews.get(name="minimum_age"), seen=None, by=cast.dsl, now=NOW
    )
    address = f"/policy/drafts/{draft.pk}/minimum_age/"

    page = post_page(client_of(cast.head), address, {"exceptions": "TikTok: 13", "seen": ""})

    assert "Dinah Lead decided on this clause meanwhile" in text_of(page)
    assert text_of(page.css("textarea")[0]) == "TikTok: 13"
    assert draft.reviews.get(name="minimum_age").decided_by == cast.dsl
    again = {"exceptions": "TikTok: 13", "seen": _value(page, ".govuk-details [name=seen]")}
    response = client_of(cast.head).post(address, again)
    assert response.status_code == 302
    assert draft.reviews.get(name="minimum_age").decision == Decision.CORRECTED


def test_whoever_confirms_second_sees_what_was_decided(cast: Cast, draft: PolicyVersion) -> None:
    actions.not_in_policy(review=draft.reviews.get(name="police"), seen=None, by=cast.dsl, now=NOW)
    client = client_of(cast.head)

    response = client.post(f"/policy/drafts/{draft.pk}/police/confirm/", {"seen": ""})

    page = fetch_page(client, response.headers["Location"])
    assert "Dinah Lead decided on this clause meanwhile" in text_of(page)
    assert draft.reviews.get(name="police").decision == Decision.NOT_IN_POLICY


@pytest.mark.parametrize("seen", ["2026-99-99T00:00:00", "garbage", "\x00"])
def test_a_garbled_time_counts_as_none(cast: Cast, draft: PolicyVersion, seen: str) -> None:
    address = f"/policy/drafts/{draft.pk}/police/confirm/"

    client_of(cast.head).post(address, {"seen": seen})

    assert draft.reviews.get(name="police").decision == Decision.CONFIRMED


def test_a_decision_is_taken_back_on_the_page(cast: Cast, draft: PolicyVersion) -> None:
    client, address = client_of(cast.head), f"/policy/drafts/{draft.pk}/police/"
    client.post(f"{address}confirm/", {"seen": ""})
    assert _press(client, fetch_page(client, address), "reopen") == address

    assert ClauseReview.objects.get(version=draft, name="police").decision == ""
    assert fetch_page(client, address).css_first("form[action$='/confirm/']")


def _press(client: Client, page: LexborHTMLParser, what: str) -> str:
    form = page.css_first(f"form[action$='/{what}/']")
    assert form is not None
    seen = _value(page, f"form[action$='/{what}/'] [name=seen]")
    response = client.post(str(form.attributes["action"]), {"seen": seen})
    return str(response.headers["Location"])


def _value(page: LexborHTMLParser, selector: str) -> str:
    field = page.css_first(selector)
    assert field is not None, f"no {selector}"
    return field.attributes["value"] or ""


def test_a_number_that_the_document_states_can_be_corrected(
    cast: Cast, draft: PolicyVersion
) -> None:
    page = fetch_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/deletion_request/")
    assert _value(page, "input[name=days]") == "2"

    other = make_draft(cast.riverside, cast.stranger, "larkhill.txt")
    assert "days" not in other.reviews.get(name="deletion_request").as_read["values"]
    address = f"/policy/drafts/{other.pk}/deletion_request/"
    assert fetch_page(client_of(cast.stranger), address).css_first("input[name=days]") is None


def test_no_such_clause(cast: Cast, draft: PolicyVersion) -> None:
    fetch_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/lunch/", status=404)
