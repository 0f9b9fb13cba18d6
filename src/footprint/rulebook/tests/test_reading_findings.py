"""What a person is told to look at, and the readings' two forms."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from footprint.rulebook.policy import Clause
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.reading.result import Finding, FindingKind, Reading
from footprint.rulebook.reading.showing import reading_to_json, reading_to_lines
from footprint.rulebook.terms import ClauseName, Stated

TITLE = "Social media policy of Oakfield School\n\n"
RULES = (
    "\n\nStaff must not be friends with pupils on social media. Staff must tell the headteacher if "
    "they are unsure. Parents should contact the school directly and in private with any concern."
)


def read(text: str) -> Reading:
    return read_policy(source_from_text(TITLE + text + RULES))


def kinds(text: str) -> list[FindingKind]:
    return [finding.kind for finding in read(text).findings]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Follow the policy on pictures (see page).", FindingKind.BROKEN_REFERENCE),
        ("Follow Error! Reference source not found. and ask.", FindingKind.BROKEN_REFERENCE),
        ("Read our [family agreement](#) at home.", FindingKind.DEAD_LINK),
        ("Read our [family agreement]() at home.", FindingKind.DEAD_LINK),
        ("Tell [insert name of headteacher] about it.", FindingKind.LEFT_IN_TEMPLATE),
        ("In the last 3 years there were 12 prohibition orders.", FindingKind.UNDATED_NUMBER),
        ("The school will ask for any abusive post to be deleted promptly.",
         FindingKind.DUTY_WITHOUT_NUMBER),
        ("The school monitors what is said about it online.", FindingKind.DUTY_WITHOUT_PERSON),
        ("The minimum age for most apps is 13. You must be at least 14 for most platforms.",
         FindingKind.CONTRADICTION),
        ("The school will ask the author to delete an abusive post.", FindingKind.GAP),
    ],
)  # fmt: skip
def test_a_finding_for_what_is_wrong(text: str, kind: FindingKind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Follow the policy on pictures (see page 4).", FindingKind.BROKEN_REFERENCE),
        ("Read our [family agreement](https://oakfield.example) at home.", FindingKind.DEAD_LINK),
        ("From 2020 to 2023, the last 3 years counted, there were 12 prohibition orders.",
         FindingKind.UNDATED_NUMBER),
        ("The school will ask for any abusive post to be deleted within two school days.",
         FindingKind.DUTY_WITHOUT_NUMBER),
        ("The minimum age for most apps is 13. Most services have a minimum age of 13.",
         FindingKind.CONTRADICTION),
    ],
)  # fmt: skip
def test_no_finding_where_nothing_is_wrong(text: str, kind: FindingKind) -> None:
    assert kind not in kinds(text)


def test_a_blank_template_is_read_and_every_gap_is_shown() -> None:
    text = (
        "[School Name]\n\nSocial Media Policy\n\nAdopted by the governing body of [School Name] on "
        "[date].\n\nStaff at [School Name] must not be friends with pupils on social media. "
        "Staff who are unsure should ask [insert name of DSL] first.\n\nParents should contact the "
        "school directly and in private with any concern."
    )

    reading = read_policy(source_from_text(text))

    left = [each for each in reading.findings if each.kind is FindingKind.LEFT_IN_TEMPLATE]
    assert reading.is_policy
    assert len(left) >= 3
    assert all(each.quote is not None and "[" in each.quote.text for each in left)


def test_a_policy_in_welsh_is_not_guessed_at() -> None:
    welsh = (Path(__file__).parent / "samples" / "not_policies" / "policy_in_welsh.txt").read_text(
        encoding="utf-8"
    )

    reading = read_policy(source_from_text(welsh))

    assert not reading.is_policy
    assert "Welsh" in reading.why
    assert all(clause.stated is Stated.NOT_STATED for clause in reading.clauses.values())


def test_an_english_policy_with_a_welsh_title_is_read() -> None:
    source = source_from_text("Polisi Cyfryngau Cymdeithasol yr ysgol\n\n" + TITLE + RULES)

    assert read_policy(source).is_policy


def test_a_broken_reference_shows_its_whole_sentence() -> None:
    reading = read("Follow the policy on Error! Reference source not found. and ask permission.")

    finding = next(each for each in reading.findings if each.kind is FindingKind.BROKEN_REFERENCE)

    assert finding.quote is not None
    assert finding.quote.text.startswith("Follow the policy")
    assert finding.quote.text.endswith("ask permission.")
    assert finding.what_to_do


def test_a_check_from_outside_adds_its_findings_last() -> None:
    def ages(clauses: Mapping[ClauseName, Clause]) -> Iterable[Finding]:
        quote = clauses[ClauseName.MINIMUM_AGE].quote
        yield Finding(FindingKind.OUT_OF_DATE, "The age has changed.", quote, "Look it up.")

    source = source_from_text(TITLE + "The minimum age for most apps is 13." + RULES)
    reading = read_policy(source, checks=[ages])

    last = reading.findings[-1]
    assert (last.kind, last.sentence_for_staff) == (FindingKind.OUT_OF_DATE, "The age has changed.")
    assert last.quote is not None
    assert "13" in last.quote.text


def test_a_document_that_is_no_policy_is_not_checked_for_what_is_out_of_date() -> None:
    def ages(clauses: Mapping[ClauseName, Clause]) -> Iterable[Finding]:
        yield Finding(FindingKind.OUT_OF_DATE, "The age has changed.", None, "Look it up.")

    reading = read_policy(source_from_text("Lunch is at noon. WhatsApp is 16+."), checks=[ages])

    assert (reading.is_policy, reading.findings) == (False, ())


def test_a_clause_that_is_mentioned_without_saying_anything_is_unclear() -> None:
    reading = read("Acceptable use agreements matter to us.")

    clause = reading.clauses[ClauseName.ACCEPTABLE_USE]
    assert clause.stated is Stated.UNCLEAR
    assert clause.quotes[0].text == "Acceptable use agreements matter to us."
    assert reading_to_json(reading)["clauses"]["acceptable_use"]["stated"] == "unclear"


def test_the_json_form_is_plain_and_complete() -> None:
    result = reading_to_json(read("The minimum age for most apps is 13 (WhatsApp is 16+)."))

    assert json.loads(json.dumps(result)) == result
    assert set(result["clauses"]) == {name.value for name in ClauseName}
    assert result["clauses"]["minimum_age"] == {
        "stated": True,
        "values": {"general": 13, "exceptions": {"WhatsApp": 16}},
        "sentences": [
            {
                "text": "The minimum age for most apps is 13 (WhatsApp is 16+).",
                "where": "paragraph 2",
            }
        ],
    }
    assert result["clauses"]["police"] == {"stated": False, "values": {}, "sentences": []}


def test_the_lines_for_a_person_end_with_what_is_missing() -> None:
    lines = reading_to_lines(read("The minimum age for most apps is 13."))

    kinds_in_order = [line.kind for line in lines]
    assert kinds_in_order[0] == "verdict"
    assert kinds_in_order[-1] == "missing"
    assert kinds_in_order.index("missing") > max(
        place for place, kind in enumerate(kinds_in_order) if kind in ("value", "advice")
    )
    assert "General minimum age: 13" in [line.text for line in lines]
