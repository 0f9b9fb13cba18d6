"""The private self-check: dated facts, marked where nobody checked them; nothing is sent."""

from datetime import date

from django.urls import reverse

from footprint.audit.models import Event
from footprint.guidance.fact import Theme
from footprint.guidance.pack import load_pack
from footprint.registers.connection_exceptions.privacy import questions_of
from footprint.registers.connection_exceptions.tests.factories import adopted
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import clause, policy
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

CHECK = reverse("connection_exceptions:check_privacy")
ON = date(2026, 11, 16)


def test_every_fact_of_the_pack_becomes_a_question() -> None:
    facts = load_pack().facts(theme=Theme.PRIVACY, nation="england", on=ON)
    asked = [question for _slug, _name, questions in questions_of(facts) for question in questions]
    assert len(asked) == len(facts) > 10
    assert len({question.key for question in asked}) == len(asked)


def test_what_nobody_checked_says_so(cast: Cast) -> None:
    facts = load_pack().facts(theme=Theme.PRIVACY, nation="england", on=ON)
    page = fetch_page(client_of(cast.teacher), CHECK)
    unchecked = [fact for fact in facts if not fact.is_checked]
    assert text_of(page).count("Not checked") == len(unchecked)


def test_nothing_can_be_sent_and_nothing_is_kept(cast: Cast) -> None:
    page = fetch_page(client_of(cast.teacher), CHECK)
    assert page.css("main form") == []
    boxes = page.css("main input[type=checkbox]")
    assert boxes
    assert all("name" not in box.attributes for box in boxes)
    assert "not sent anywhere and not kept" in text_of(page)
    assert not Event.objects.exists()


def test_the_policys_own_sentence_on_privacy_stands_above(cast: Cast) -> None:
    sentence = "Our staff keep their own pages to themselves."
    adopted(cast, policy(clause(ClauseName.STAFF_CONDUCT, sentence, strict_privacy=True)))
    assert sentence in text_of(fetch_page(client_of(cast.teacher), CHECK))


def test_a_policy_that_asks_for_no_strict_settings_says_so(cast: Cast) -> None:
    sentence = "Our staff write nothing about the school."
    adopted(cast, policy(clause(ClauseName.STAFF_CONDUCT, sentence, never_discuss=True)))
    words = text_of(fetch_page(client_of(cast.teacher), CHECK))
    assert sentence not in words
    assert "Your policy does not say" in words
