"""Trying a case: the decision's answer, with the sentence of the school's own policy."""

import pytest

from footprint.policies.asking import QUESTIONS, Case
from footprint.policies.tests.factories import make_adopted
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("connection/?by=pupil&kind=friend&to=staff", "It is not allowed"),
        ("connection/?by=staff&kind=follow&to=pupil", "It is not allowed"),
        ("connection/?by=pupil&kind=follow&to=governor", "It is discouraged"),
        ("connection/?by=parent&kind=friend_request&to=staff", "Your policy does not say"),
        ("reply/?platform=instagram&post=enquiry", "It is not answered there"),
        ("reply/?platform=mumsnet&post=enquiry", "Your policy does not say"),
        ("post/?poster=parent", "Ask for the post to be deleted"),
        ("post/?poster=third_party&dangerous=on", "Police or other authorities: possible"),
        ("ask/?audience=parent", "School office"),
        ("ask/?audience=pupil", "Your policy does not say"),
    ],
)
def test_a_case_is_answered_from_the_policy(cast: Cast, address: str, answer: str) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)

    page = fetch_page(client_of(cast.teacher), f"/policy/ask/{address}")

    assert answer.casefold() in text_of(page).casefold()


def test_a_stated_answer_shows_its_sentence(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)

    page = fetch_page(
        client_of(cast.teacher), "/policy/ask/connection/?by=pupil&kind=friend&to=staff"
    )

    assert page.css("blockquote.fp-policy__quote")


def test_two_policies_give_two_answers(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    make_adopted(cast.riverside, LARKHILL, cast.stranger)
    address = "/policy/ask/reply/?platform=instagram&post=enquiry"

    ours = text_of(fetch_page(client_of(cast.head), address))
    theirs = text_of(fetch_page(client_of(cast.stranger), address))

    assert "It is not answered there" in ours
    assert "Only general enquiries are answered there" in theirs


@pytest.mark.parametrize("case", list(Case))
def test_every_case_has_a_page_before_anything_is_chosen(cast: Cast, case: Case) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)

    page = fetch_page(client_of(cast.teacher), f"/policy/ask/{case.value}/")

    assert str(QUESTIONS[case].title) in text_of(page)
    assert page.css_first("#answer") is None


def test_without_a_policy_the_page_says_so(cast: Cast) -> None:
    assert "No policy is adopted yet" in text_of(
        fetch_page(client_of(cast.teacher), "/policy/ask/")
    )


def test_a_case_that_is_none_does_not_exist(cast: Cast) -> None:
    fetch_page(client_of(cast.teacher), "/policy/ask/something/", status=404)
