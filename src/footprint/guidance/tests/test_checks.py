"""What an invented policy says against the dated facts: told with source and date, never mended."""

from datetime import date

import pytest

from footprint.guidance import checks
from footprint.guidance.checks import outdated_facts
from footprint.guidance.fact import Fact
from footprint.guidance.pack import Pack, load_pack
from footprint.guidance.tests.factories import CHIRP, chirp
from footprint.rulebook.policy import Clause, Quote
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.reading.result import Finding, FindingKind, Reading
from footprint.rulebook.terms import ClauseName, Stated

TODAY = date(2026, 11, 16)


def reading_of(*sentences: str) -> Reading:
    return read_policy(source_from_text("Social media policy\n\n" + "\n\n".join(sentences)))


def findings(*sentences: str, on: date = TODAY, nation: str = "england") -> list[Finding]:
    return list(outdated_facts(reading_of(*sentences).clauses, on=on, nation=nation))


def findings_on(name: ClauseName, sentence: str) -> list[Finding]:
    """With the sentence behind a clause for certain, however the reader would take it."""
    clause = Clause(name, Stated.STATED, quotes=(Quote(sentence),))
    return list(outdated_facts({name: clause}, on=TODAY, nation="england"))


def about(words: str, found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if words in finding.sentence_for_staff]


def test_another_age_than_the_platforms_own_is_told_with_sentence_source_and_date() -> None:
    sentence = "Most apps have a minimum age of 13, although WhatsApp asks for 16."
    (found,) = about("The policy says", findings(sentence))

    assert found.kind is FindingKind.OUT_OF_DATE
    assert found.quote is not None
    assert found.quote.text == sentence
    assert "The policy says 16 for WhatsApp." in found.sentence_for_staff
    assert "own minimum age is 13 (since April 2024)" in found.sentence_for_staff
    assert "Source: elitenews.uk" in found.sentence_for_staff
    assert "Checked November 2026" in found.sentence_for_staff
    assert "a parent manages" in found.sentence_for_staff
    assert "decide" in found.what_to_do


def test_each_service_is_told_with_its_own_sentence() -> None:
    found = about(
        "The policy says",
        findings(
            "The minimum age for WhatsApp is 16.",
            "The minimum age for Instagram is 14.",
        ),
    )

    assert {f.quote.text if f.quote else "": f.sentence_for_staff[:34] for f in found} == {
        "The minimum age for WhatsApp is 16.": "The policy says 16 for WhatsApp. T",
        "The minimum age for Instagram is 14.": "The policy says 14 for Instagram. ",
    }


def test_a_fact_that_was_never_checked_is_not_said_as_if_it_were() -> None:
    (found,) = about("The policy says", findings("The minimum age for LinkedIn is 18."))

    assert "We believe, and did not check, that" in found.sentence_for_staff
    assert "not checked against a source" in found.sentence_for_staff
    assert "Source:" not in found.sentence_for_staff


def test_an_age_that_agrees_is_no_finding() -> None:
    assert about("The policy says", findings("The minimum age for WhatsApp is 13.")) == []
    assert findings("We are kind to each other online.") == []


def test_a_service_that_the_pack_does_not_know_is_no_finding() -> None:
    assert about("The policy says", findings("The minimum age for Nextdoor is 15.")) == []


def test_the_day_and_the_nation_decide_what_holds() -> None:
    sentence = "The minimum age for WhatsApp is 16."

    assert about("The policy says", findings(sentence, on=date(2024, 3, 31))) == []
    assert len(about("The policy says", findings(sentence, on=date(2024, 4, 1)))) == 1
    assert findings(sentence, nation="atlantis") == []


@pytest.mark.parametrize(("age", "told"), [(13, 0), (12, 1), (15, 1)])
def test_a_general_age_that_no_platform_has_is_told(age: int, told: int) -> None:
    found = about(
        "as the general minimum age",
        findings(f"Most social media platforms have a minimum age of {age}."),
    )

    assert len(found) == told
    assert all("Instagram 13" in each.sentence_for_staff for each in found)
    assert all("Telegram" not in each.sentence_for_staff for each in found)  # not checked


def test_thirteen_is_right_today_and_the_announced_change_is_a_note() -> None:
    (found,) = findings("Most social media platforms have a minimum age of 13.")

    assert "16 for Instagram, Facebook, X, Snapchat, TikTok and YouTube" in found.sentence_for_staff
    assert "perhaps Threads too, not checked" in found.sentence_for_staff
    assert "spring 2027, if the regulations are made" in found.sentence_for_staff
    assert "announced, not in force" in found.sentence_for_staff
    assert "Nothing needs to change for this today" in found.what_to_do


def test_the_note_names_only_services_whose_age_the_policy_states() -> None:
    (found,) = about("A change is coming", findings("You must be 13 to use TikTok."))

    assert "16 for TikTok, from" in found.sentence_for_staff
    assert "Instagram" not in found.sentence_for_staff


def test_a_policy_that_says_sixteen_already_gets_no_note() -> None:
    assert about("A change is coming", findings("The minimum age for Instagram is 16.")) == []


def test_once_a_change_has_a_day_it_is_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    use_pack(
        monkeypatch,
        chirp(None, date(2027, 2, 28), key="age.tiktok", title="TikTok: minimum age"),
        chirp(date(2027, 3, 1), value=16, key="age.tiktok", title="TikTok: minimum age"),
    )
    sentence = "The minimum age for TikTok is 13."

    (note,) = findings(sentence)
    assert "from 1 March 2027. This is certain, not yet in force." in note.sentence_for_staff
    (finding,) = findings(sentence, on=date(2027, 3, 1))
    assert "The policy says 13 for TikTok." in finding.sentence_for_staff
    assert "16 (since 1 March 2027)" in finding.sentence_for_staff


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Rowan Ashdown is responsible for checking Google reviews.", True),
        ("The school office checks our reviews on Google.", True),
        ("Rowan Ashdown is responsible for our Google listing.", False),
        ("Rowan Ashdown looks after our Facebook page and reviews this policy.", False),
        ("Lessons are held in Google Classroom, which the headteacher reviews.", False),
    ],
)
def test_google_reviews_become_a_check_of_the_listing(sentence: str, told: bool) -> None:
    found = about("Google reviews", findings_on(ClauseName.CHANNEL_KEEPERS, sentence))

    assert bool(found) is told
    for finding in found:
        assert finding.quote is not None
        assert finding.quote.text == sentence
        assert "since 18 February 2025" in finding.sentence_for_staff
        assert "listing" in finding.what_to_do


def test_before_google_removed_them_there_was_nothing_to_say() -> None:
    sentence = "Rowan Ashdown is responsible for checking Google reviews."

    assert about("Google reviews", findings(sentence, on=date(2025, 2, 17))) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The NSPCC has a helpline for parents about online safety.", True),
        ("Parents may also ring the NSPCC online-safety helpline.", True),
        ("The NSPCC helpline is also available to parents.", False),
        ("The Professionals Online Safety Helpline helps schools.", False),
        (
            "Parents can ring the NSPCC helpline; staff use the Professionals’ Online Safety "
            "Helpline.",
            False,
        ),
    ],
)
def test_the_closed_helpline_is_told_as_unchecked(sentence: str, told: bool) -> None:
    found = about("helpline of the NSPCC", findings_on(ClauseName.QUESTIONS, sentence))

    assert bool(found) is told
    for finding in found:
        assert "We believe, and did not check, that it has closed." in finding.sentence_for_staff
        assert "0808 800 5000" in finding.what_to_do


def test_without_another_line_to_name_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = (fact for fact in load_pack().entries if fact.key != "route.nspcc")
    use_pack(monkeypatch, *kept)

    (found,) = findings("The NSPCC has a helpline for parents about online safety.")
    assert "0808" not in found.what_to_do


def test_where_the_pack_is_silent_there_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    use_pack(monkeypatch, CHIRP)

    assert findings("WhatsApp is 16.", "The office checks Google reviews.") == []


def test_the_clauses_stay_as_the_school_wrote_them() -> None:
    sentence = "The minimum age for WhatsApp is 16."
    before = reading_of(sentence)
    list(outdated_facts(before.clauses, on=TODAY, nation="england"))

    assert before == reading_of(sentence)


def use_pack(monkeypatch: pytest.MonkeyPatch, *facts: Fact) -> None:
    monkeypatch.setattr(checks, "load_pack", lambda: Pack(facts))
