"""From the school's own document to the adopted policy, as a person does it without a script."""

from collections.abc import Mapping

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import as_file
from footprint.rulebook.terms import ClauseName
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

ADOPTION = {
    "adopted_on_day": "2",
    "adopted_on_month": "9",
    "adopted_on_year": "2025",
    "minute": "Full governing body, item 7",
    "reputation_answer_days": "2",
    "in_post": "on",
}


@pytest.mark.django_db
def test_from_upload_to_adopted(cast: Cast) -> None:
    client = client_of(cast.head)

    page = _sent(client, "/policy/upload/", {"document": as_file("oakfield.txt")})
    assert "0 of 26 clauses decided" in text_of(page)
    page = fetch_page(client, _address(page, "Start the review"))
    for _ in ClauseName:
        page = _confirm(client, page)
    assert "26 of 26 clauses decided" in text_of(page)

    address = _address(page, "Record its adoption")
    assert "Nobody at Oakfield" not in text_of(fetch_page(client, address))
    page = _sent(client, address, ADOPTION)

    assert "Version 1, adopted on 2 September 2025" in text_of(page)
    assert "Nobody at Oakfield should share anything" in text_of(page)
    policy = PolicyVersion.objects.get().policy
    assert policy.clause(ClauseName.REPUTATION).get("answer_days") == 2


def _confirm(client: Client, page: LexborHTMLParser) -> LexborHTMLParser:
    """Press "That is right", as the page offers it."""
    form = page.css_first("form[action$='/confirm/']")
    assert form is not None, text_of(page)
    fields = form.css("input")
    data = {str(each.attributes["name"]): each.attributes["value"] for each in fields}
    return _sent(client, str(form.attributes["action"]), data)


def _sent(client: Client, address: str, data: Mapping[str, object]) -> LexborHTMLParser:
    """POST, and see the page that it leads to."""
    response = client.post(address, data)
    assert response.status_code == 302, text_of(LexborHTMLParser(response.content.decode()))
    return fetch_page(client, response.headers["Location"])


def _address(page: LexborHTMLParser, words: str) -> str:
    link: LexborNode = next(node for node in page.css("a") if text_of(node) == words)
    return str(link.attributes["href"])
