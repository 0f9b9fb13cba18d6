"""What is said on the telephone, and what the helpline is sent."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import MONDAY, OAKFIELD, SILENT, quote_of
from footprint.rulebook.writing.calls import Pack, PackReport, call_script, helpline_text

REPORT = PackReport(
    "Facebook", datetime(2026, 3, 2, 9, 5, tzinfo=UTC), "Report post", "Harassment", "A-1", ""
)
PACK = Pack(
    school="Oakfield Primary School",
    caller="Harriet Head",
    role="headteacher",
    what="Insulting",
    words="Invented words",
    where="https://social.example/1",
    posted_at=datetime(2026, 3, 1, 18, 30, tzinfo=UTC),
    captured_at=None,
    reports=(REPORT,),
    harm="A member of staff is named",
    number=7,
)


def script(policy: Policy = OAKFIELD, **more: object) -> str:
    given = {"school_name": "Oakfield", "posted_on": MONDAY, "due": MONDAY, **more}
    return call_script(policy=policy, **given)  # type: ignore[arg-type]


def test_a_call_listens_first_cites_the_policy_and_asks_by_when() -> None:
    words = script()

    assert words.index("hear what is behind it") < words.index("delete it")
    assert quote_of(OAKFIELD, ClauseName.DELETION_REQUEST).text in words
    assert "by the end of Monday 2 March 2026" in words
    assert "talk" in words


def test_a_silent_policy_is_not_cited() -> None:
    words = script(SILENT, posted_on=None, due=None)

    assert "policy" not in words
    assert "as soon as you can" in words


@pytest.mark.parametrize("word", ["police", "solicitor", "ban", "legal", "must"])
def test_a_call_threatens_with_nothing(word: str) -> None:
    assert f" {word} " not in script()


def test_the_pack_says_what_where_when_the_answer_and_the_harm() -> None:
    text = helpline_text(PACK)

    for words in (
        "our number 7",
        "What: Insulting",
        "Where: https://social.example/1",
        "When posted: Sunday 1 March 2026, 18:30",
        "When captured: not known",
        "Facebook, Monday 2 March 2026, 09:05, by Report post; rule: Harassment; reference: A-1; "
        "answer: none yet",
        "Harm: A member of staff is named",
        "No picture is attached",
    ):
        assert words in text


def test_the_pack_says_what_is_missing() -> None:
    text = helpline_text(replace(PACK, what="", words="", where="", reports=(), harm=""))

    for words in ("none were captured", "no address", "not reported to it yet", "not written down"):
        assert words in text
