"""Trying a case: the decision's answer, with the sentence of the school's own policy."""

import pytest

from footprint.policies.asking import EXAMPLES, QUESTIONS, Case
from footprint.policies.tests.factories import make_adopted
from footprint.rulebook.policy import Quote
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD
from tests.cast import Cast, client_of
from tests.pages import fetch_page, first, text_of


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


FOLLOWING = OAKFIELD.clause(ClauseName.NO_FOLLOWING)
ANSWERED = OAKFIELD.clause(ClauseName.OFFICIAL_ACCOUNTS)


@pytest.mark.parametrize(
    ("words", "answer", "sentence"),
    [
        ("A parent asks to be friends with a teacher", "Your policy does not say", None),
        ("A pupil follows a governor’s public account", "It is discouraged",
         FOLLOWING.quote_for("pupils_follow_adults")),
        ("We want to answer a message on Instagram", "It is not answered there",
         ANSWERED.quote_for("answers")),
    ],
)  # fmt: skip
def test_the_examples_lead_to_their_answer_and_the_sentence_it_rests_on(
    cast: Cast, words: str, answer: str, sentence: Quote | None
) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    client = client_of(cast.teacher)
    link = next(
        node for node in fetch_page(client, "/policy/ask/").css("a") if text_of(node) == words
    )

    page = fetch_page(client, str(link.attributes["href"]).partition("#")[0])

    assert text_of(first(page, "#answer")) == answer
    quoted = [text_of(node) for node in page.css("section blockquote")]
    assert quoted[:1] == ([sentence.text] if sentence else [])


def test_every_example_is_answered_and_says_nothing_twice(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    for example in EXAMPLES:
        page = fetch_page(
            client_of(cast.teacher), f"/policy/ask/{example.case.value}/?{example.query}"
        )
        said = [text_of(node) for node in page.css("section[aria-labelledby=answer] > p")]
        assert said
        assert len(said) == len(set(said))


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
