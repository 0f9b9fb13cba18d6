"""What schools choose: whole, possible, and sayable."""

import pytest

from footprint.policies.actions.building import in_our_words
from footprint.policies.choices import GUIDES, Option
from footprint.policies.forms import ClauseForm
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.policy import Clause, Value, freeze
from footprint.rulebook.terms import ClauseName, Stated
from footprint.rulebook.writing.blocks import SchoolFacts

ONLY_ONE = {  # a clause of one sentence: say it, or say nothing
    ClauseName.PRIVATE_CONCERNS,
    ClauseName.COMPLAINTS_PROCEDURE,
    ClauseName.DATA_PROTECTION,
}
EVERY = [(name, option) for name, guide in GUIDES.items() for option in guide.options]


def _clause(name: ClauseName, option: Option) -> Clause:
    values = {key: Value(freeze(value), None) for key, value in option.values.items()}
    return Clause(name, Stated.STATED, values)


def test_every_clause_is_explained_and_has_something_to_choose_from() -> None:
    assert set(GUIDES) == set(ClauseName)
    few = {name for name, guide in GUIDES.items() if len(guide.options) < 2}
    assert few == ONLY_ONE
    assert all(1 <= len(guide.options) <= 3 for guide in GUIDES.values())
    assert all(str(guide.meaning) for guide in GUIDES.values())


def test_keys_are_told_apart() -> None:
    for name, guide in GUIDES.items():
        keys = [option.key for option in guide.options]
        assert len(keys) == len(set(keys)), name


@pytest.mark.parametrize(("name", "option"), EVERY, ids=lambda each: getattr(each, "key", each))
def test_an_option_fills_the_fields_and_comes_back_as_it_was(
    name: ClauseName, option: Option
) -> None:
    clause = _clause(name, option)
    blank = ClauseForm(clause=clause, read=clause, whole=True)
    data = {key: blank.initial[key] for key in option.values}

    form = ClauseForm(data, clause=clause, read=clause, whole=True)

    assert form.is_valid(), form.errors
    found = {key: freeze(value) for key, value in form.values().items()}
    assert found == {key: value.value for key, value in clause.values.items()}
    assert set(option.values) <= {part.key for part in BY_NAME[name].parts}


@pytest.mark.parametrize(("name", "option"), EVERY, ids=lambda each: getattr(each, "key", each))
def test_an_option_can_be_said_in_sentences(name: ClauseName, option: Option) -> None:
    written = in_our_words(_clause(name, option), SchoolFacts("Oakfield Primary School"))

    assert written.quote is not None
    assert written.quote.text.endswith((".", "!", "?"))
    assert all(value.quote == written.quote for value in written.values.values())
    assert str(option.why)
    assert str(option.label)
