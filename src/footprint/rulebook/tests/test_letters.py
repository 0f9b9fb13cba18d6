from datetime import date

import pytest

from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import FRIDAY, LARKHILL, MONDAY, OAKFIELD, SILENT, quote_of
from footprint.rulebook.writing.letters import (
    Letter,
    british_date,
    deletion_request_letter,
    follow_up_letter,
)

URL = "https://social.example/post/1"


def first_letter(
    policy: Policy = OAKFIELD,
    *,
    recipient: str = "Mrs Example",
    post_url: str = URL,
    posted_on: date | None = MONDAY,
    due: date | None = FRIDAY,
) -> Letter:
    return deletion_request_letter(
        policy=policy,
        school_name="Oakfield Primary School",
        recipient=recipient,
        post_url=post_url,
        posted_on=posted_on,
        due=due,
        sender_name="Pat Sample",
        sender_role="School office",
    )


def second_letter(policy: Policy = OAKFIELD, *, due: date | None = FRIDAY) -> Letter:
    return follow_up_letter(
        policy=policy,
        school_name="Oakfield Primary School",
        recipient="",
        post_url=URL,
        asked_on=MONDAY,
        due=due,
        sender_name="Pat Sample",
        sender_role="School office",
    )


def test_the_letter_has_all_its_parts_in_order() -> None:
    quote = quote_of(OAKFIELD, ClauseName.DELETION_REQUEST)

    letter = first_letter()

    assert letter.subject == "A post about Oakfield Primary School: please would you delete it"
    assert letter.paragraphs[:5] == (
        "Dear Mrs Example,",
        "I am writing from Oakfield Primary School about a post of Monday 2 March 2026:",
        URL,
        f"Our social media policy says: “{quote.text}”",
        "Please would you delete the post by the end of Friday 6 March 2026?",
    )
    assert letter.paragraphs[-1] == "With kind regards\nPat Sample\nSchool office"


def test_what_is_not_known_is_left_out_politely() -> None:
    text = first_letter(recipient=" ", post_url="", posted_on=None, due=None).as_text()

    about = "I am writing from Oakfield Primary School about a post, the one that we spoke of."
    assert text.startswith(f"Hello,\n\n{about}\n\n")
    assert "Please would you delete the post as soon as you can?" in text
    assert "None" not in text


@pytest.mark.parametrize("letter", [first_letter(SILENT), second_letter(SILENT)])
def test_a_silent_policy_is_not_cited(letter: Letter) -> None:
    assert "policy" not in letter.as_text()


@pytest.mark.parametrize("policy", [OAKFIELD, LARKHILL, SILENT])
@pytest.mark.parametrize("due", [FRIDAY, None])
def test_no_letter_threatens_and_each_offers_a_conversation(
    policy: Policy, due: date | None
) -> None:
    for letter in (first_letter(policy, due=due), second_letter(policy, due=due)):
        text = letter.as_text().lower()
        assert "come in for a talk" in text
        for threat in ("police", "solicitor", "legal", "ban ", "must", "action", "fail", "warn"):
            assert threat not in text


def test_the_second_letter_names_the_first_and_asks_again() -> None:
    letter = second_letter()

    assert letter.subject.endswith("our request of Monday 2 March 2026")
    assert "it was still there" in letter.as_text()
    assert "by the end of Friday 6 March 2026, or tell us" in letter.as_text()
    assert quote_of(OAKFIELD, ClauseName.DELETION_REQUEST).text in letter.as_text()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2028, 2, 29), "Tuesday 29 February 2028"),
        (date(2026, 12, 6), "Sunday 6 December 2026"),
        (date(2027, 1, 1), "Friday 1 January 2027"),
    ],
)
def test_a_day_is_written_as_people_write_it(day: date, words: str) -> None:
    assert british_date(day) == words
