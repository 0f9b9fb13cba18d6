"""The files of facts: what is whole is read, what is broken is named."""

from collections.abc import Mapping
from datetime import date

import pytest

from footprint.guidance.fact import NATIONS, Contact, Day, Unit
from footprint.guidance.loading import BrokenPack, read_facts
from footprint.guidance.tests.factories import CHIRP, SOURCES, entry, files
from footprint.rulebook.terms import Audience


def problems_of(texts: Mapping[str, str]) -> list[str]:
    with pytest.raises(BrokenPack) as broken:
        read_facts(texts)
    assert str(broken.value) == "\n".join(str(problem) for problem in broken.value.problems)
    return [str(problem) for problem in broken.value.problems]


def test_a_whole_fact_is_read_as_it_is_written() -> None:
    (fact,) = read_facts({**files(entry()), "sources.toml": SOURCES})

    assert fact == CHIRP


def test_months_lists_and_contacts() -> None:
    (fact,) = read_facts(
        files(
            entry(
                kind='"contact"',
                value='{ phone = "01632 960001", hours = "Mondays" }',
                nations='["wales", "england"]',
                valid_from='"2026-03"',
                audience='["parent"]',
                note='"  for   parents "',
            )
        )
    )

    assert fact.value == Contact(phone="01632 960001", hours="Mondays")
    assert fact.words == "01632 960001, Mondays"
    assert fact.nations == ("england", "wales")
    assert fact.valid_from == Day(date(2026, 3, 1), month_only=True)
    assert str(fact.valid_from) == "March 2026"
    assert fact.audience == {Audience.PARENT}
    assert fact.note == "for parents"


UNCHECKED: dict[str, str | None] = {
    "status": '"unchecked"',
    "checked_on": None,
    "checked_by": None,
}
ANNOUNCED: dict[str, str | None] = {
    "standing": '"announced"',
    "expected": '"spring 2027"',
    "look_again_on": "2026-12-31",
}


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"title": None}, "missing: title"),
        ({"title": '"  "'}, "title is empty"),
        ({"title": "3"}, "title must be a text"),
        ({"colour": '"red"'}, "not known: colour"),
        ({"kind": '"colour"'}, "kind must be one of age, duration"),
        ({"kind": "[]"}, "kind must be one of age, duration"),
        ({"value": '"13"'}, "the value does not fit the kind age"),
        ({"value": "true"}, "the value does not fit the kind age"),
        ({"value": "13.0"}, "the value does not fit the kind age"),
        ({"value": "0"}, "0 cannot be right for age"),
        ({"value": "130"}, "130 cannot be right for age"),
        ({"kind": '"yes_no"'}, "the value does not fit the kind yes_no"),
        ({"kind": '"statement"', "value": '" "'}, "the value does not fit the kind statement"),
        ({"kind": '"contact"', "value": '"0800"'}, "a contact is a table"),
        ({"kind": '"contact"', "value": '{ fax = "1" }'}, "a contact is a table"),
        ({"kind": '"contact"', "value": '{ hours = "all" }'}, "a contact needs a phone"),
        ({"kind": '"contact"', "value": "{ phone = 101 }"}, "phone must be a text"),
        ({"kind": '"duration"'}, "a duration needs a unit"),
        ({"unit": '"days"'}, "a duration needs a unit, and nothing else has one"),
        ({"kind": '"duration"', "unit": '"moons"'}, "unit must be one of minutes, hours"),
        ({"nations": "[]"}, "nations must be some of england"),
        ({"nations": '["france"]'}, "nations must be some of england"),
        ({"nations": '"uk"'}, "nations must be a list of texts"),
        ({"audience": '["martians"]'}, "audience must be ['everyone'] or some of pupil"),
        ({"audience": '["everyone", "staff"]'}, "audience must be"),
        ({"valid_from": '"April 2024"'}, "valid_from must be a date like 2025-02-18"),
        ({"valid_from": '"2024-13"'}, "valid_from must be a date like 2025-02-18"),
        ({"valid_from": "2024-04-01T10:00:00"}, "valid_from must be a date like 2025-02-18"),
        (
            {"valid_from": "2024-04-02", "valid_to": "2024-04-01"},
            "valid_to is before valid_from",
        ),
        ({"status": '"perhaps"'}, "status must be one of checked, unchecked"),
        ({"checked_on": None}, "what is checked needs sources, checked_on and checked_by"),
        ({"checked_by": None}, "what is checked needs sources, checked_on and checked_by"),
        ({"sources": None}, "what is checked needs sources, checked_on and checked_by"),
        ({"checked_by": '"Pat Person"'}, "never a person's name"),
        ({"sources": '["moon"]'}, "sources.toml does not have moon"),
        ({**UNCHECKED, "checked_on": "2026-11-02"}, "what is unchecked has no checked_on"),
        ({"expected": '"soon"'}, "only for what is announced"),
        ({**ANNOUNCED, "expected": None}, "what is announced needs expected"),
        ({**ANNOUNCED, "look_again_on": None}, "what is announced needs expected"),
        ({**ANNOUNCED, "look_again_on": '"2026-12"'}, "look_again_on must be a date"),
        ({**ANNOUNCED, "valid_from": "2027-03-01"}, "what is announced has no dates yet"),
    ],
)
def test_what_is_wrong_with_a_fact_is_said_with_file_and_key(
    changes: dict[str, str | None], what: str
) -> None:
    (problem,) = problems_of(files(entry(**changes)))

    assert problem.startswith("chirp.toml, age.chirp: ")
    assert what in problem


@pytest.mark.parametrize("key", ["chirp", "Age.chirp", "age chirp", "age.", "age.chirp!"])
def test_a_key_is_plain_because_it_stands_in_addresses(key: str) -> None:
    (problem,) = problems_of(files(entry(key=f'"{key}"')))

    assert "the key must be like age.whatsapp" in problem


@pytest.mark.parametrize(
    ("texts", "what"),
    [
        ({"chirp.toml": "theme = "}, "chirp.toml: this is not TOML"),
        ({"chirp.toml": ""}, "chirp.toml: theme must be one of ages"),
        ({"chirp.toml": 'theme = "ages"'}, "chirp.toml: a file has a theme and [[fact]] tables"),
        ({"chirp.toml": 'theme = "ages"\nfact = [1]'}, "chirp.toml: a file has a theme"),
        ({"chirp.toml": 'theme = "ages"\nfact = 3'}, "chirp.toml: a file has a theme"),
        ({"chirp.toml": 'theme = "ages"\nx = 1\n' + entry()}, "chirp.toml: a file has a theme"),
        ({"sources.toml": "[a"}, "sources.toml: this is not TOML"),
        ({"sources.toml": "a = 1"}, "sources.toml, a: a source has a title"),
        ({"sources.toml": '[a]\nurl = "https://a.example"'}, "sources.toml, a: title is empty"),
        (
            {"sources.toml": '[a]\ntitle = "A"\nurl = "javascript:alert(1)"'},
            "sources.toml, a: the url must begin with https://",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_name(texts: dict[str, str], what: str) -> None:
    (problem,) = problems_of(texts)

    assert problem.startswith(what)


def test_a_fact_without_a_key_is_named_by_its_place() -> None:
    (problem,) = problems_of(files(entry(), entry(key=None)))

    assert problem == "chirp.toml, fact 2: missing: key"


def test_all_problems_are_told_at_once() -> None:
    found = problems_of(files(entry(value='"13"'), entry(nations="[]"), entry(colour="1")))

    assert len(found) == 3


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (entry(), "two facts of this key hold on the same day"),
        (entry(valid_from="2026-01-01"), "two facts of this key hold on the same day"),
        (entry(nations='["wales"]'), "two facts of this key hold on the same day"),
        (
            entry(kind='"statement"', value='"No limit"', valid_from="2030-01-01"),
            "the same key has another theme, kind or unit elsewhere",
        ),
    ],
)
def test_two_facts_of_one_key_do_not_contradict_each_other(other: str, what: str) -> None:
    (problem,) = problems_of(files(entry(valid_to="2026-12-31"), other))

    assert problem == f"chirp.toml, age.chirp: {what}"


def test_one_after_the_other_or_in_another_nation_is_no_contradiction() -> None:
    read = read_facts(
        files(
            entry(valid_to="2026-12-31", nations='["england", "wales"]'),
            entry(valid_from="2027-01-01", nations='["england"]'),
            entry(nations='["scotland"]'),
            entry(**ANNOUNCED, nations='["england"]'),
        )
    )

    assert len(read) == 4


def test_something_is_announced_once() -> None:
    twice = (entry(**ANNOUNCED), entry(**ANNOUNCED, nations='["wales"]'))

    assert problems_of(files(*twice)) == ["chirp.toml, age.chirp: announced twice"]


def test_the_same_key_in_two_files_is_seen() -> None:
    texts = {**files(entry()), "other.toml": 'theme = "ages"\n' + entry()}

    (problem,) = problems_of(texts)
    assert problem == "other.toml, age.chirp: two facts of this key hold on the same day"


def test_a_duration_says_its_unit() -> None:
    (fact,) = read_facts(files(entry(kind='"duration"', value="1", unit='"working_days"')))

    assert fact.unit is Unit.WORKING_DAYS
    assert fact.words == "1 working day"
    assert fact.nations == NATIONS
