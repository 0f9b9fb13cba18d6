"""What differs between two policies, in plain words, and what each difference touches."""

import re
from pathlib import Path

import pytest

from footprint.rulebook import decisions
from footprint.rulebook.catalogue import CATALOGUE
from footprint.rulebook.decisions.difference import (
    TOUCHES,
    ChangeKind,
    Touched,
    clause_change,
    difference,
    states_the_same,
    touches,
)
from footprint.rulebook.policy import Clause, Plain, Policy
from footprint.rulebook.terms import ClauseName, Stated
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT, clause, replacing

NAME = ClauseName.CONDUCT
SAID = "Nobody is rude or insulting."


def conduct(sentence: str = SAID, **values: Plain) -> Clause:
    return clause(NAME, sentence, **values)


SILENCE = Clause(NAME, Stated.NOT_STATED)
UNCLEAR = Clause(NAME, Stated.UNCLEAR)
RUDE = conduct(must_not_be=("rude", "insulting"))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (SILENCE, RUDE, ChangeKind.BEGAN),
        (UNCLEAR, RUDE, ChangeKind.BEGAN),
        (RUDE, SILENCE, ChangeKind.ENDED),
        (RUDE, UNCLEAR, ChangeKind.ENDED),
        (RUDE, conduct(must_not_be=("rude",)), ChangeKind.VALUES),
        (RUDE, conduct("Be kind.", must_not_be=("rude",)), ChangeKind.VALUES),
        (RUDE, conduct("Be kind.", must_not_be=("rude", "insulting")), ChangeKind.SENTENCE),
        (RUDE, conduct(must_not_be=("insulting", "rude")), None),
        (RUDE, conduct(must_not_be=("rude", "insulting"), teaching_profession=False), None),
        (SILENCE, SILENCE, None),
        (SILENCE, UNCLEAR, None),
    ],
)
def test_what_kind_of_change(before: Clause, after: Clause, kind: ChangeKind | None) -> None:
    change = clause_change(before, after)

    assert (change.kind if change else None) == kind
    assert states_the_same(before, after) is (kind in (None, ChangeKind.SENTENCE))


@pytest.mark.parametrize(
    ("name", "before", "after", "gone", "came"),
    [
        (NAME, {"must_not_be": ("rude", "insulting")}, {"must_not_be": ("rude", "illegal")},
         ("insulting",), ("illegal",)),
        (NAME, {"must_not_be": ("rude",)}, {}, (), ()),
        (ClauseName.QUESTIONS, {"call_on": ("the trust",)}, {"call_on": ("the trust", "POSH")},
         (), ("POSH",)),
        (ClauseName.MINIMUM_AGE, {"exceptions": {"WhatsApp": 16}}, {"exceptions": {"WhatsApp": 13}},
         ("WhatsApp 16",), ("WhatsApp 13",)),
        (ClauseName.CHANNEL_KEEPERS, {"keepers": {"X": ("Ada", "Ben")}},
         {"keepers": {"X": ("Ada",)}}, ("X: Ada and Ben",), ("X: Ada",)),
        (ClauseName.MINIMUM_AGE, {"general": 13}, {"general": 14}, (), ()),
    ],
)  # fmt: skip
def test_members_of_lists_that_went_and_came(
    name: ClauseName,
    before: dict[str, Plain],
    after: dict[str, Plain],
    gone: tuple[str, ...],
    came: tuple[str, ...],
) -> None:
    change = clause_change(clause(name, SAID, **before), clause(name, SAID, **after))

    assert change is not None
    [value] = change.values
    assert (value.gone, value.came) == (gone, came)


def test_the_order_of_stages_is_a_difference() -> None:
    name = ClauseName.COMPLAINTS_PROCEDURE
    change = clause_change(
        clause(name, SAID, stages=("class teacher", "headteacher")),
        clause(name, SAID, stages=("headteacher", "class teacher")),
    )

    assert change is not None
    [value] = change.values
    assert (value.gone, value.came) == ((), ())
    assert value.before != value.after


def test_a_value_stands_in_plain_words_before_and_after() -> None:
    change = clause_change(
        clause(ClauseName.DELETION_REQUEST, SAID, requested_by="school", days=3),
        clause(ClauseName.DELETION_REQUEST, SAID, requested_by="headteacher"),
    )

    assert change is not None
    assert [(each.key, each.before, each.after) for each in change.values] == [
        (
            "requested_by",
            "Deletion is requested by: the school",
            "Deletion is requested by: the Headteacher",
        ),
        ("days", "School days until it is due: 3", ""),
    ]


def test_a_clause_that_begins_brings_its_values() -> None:
    change = clause_change(SILENCE, RUDE)

    assert change is not None
    [value] = change.values
    assert (value.before, value.after) == ("", "Posts must not be: rude, insulting")


def test_nothing_changed() -> None:
    assert difference(OAKFIELD, OAKFIELD) == ()
    assert difference(SILENT, SILENT) == ()


def test_changes_come_in_the_order_of_the_catalogue_and_mirror_each_other() -> None:
    forth, back = difference(OAKFIELD, LARKHILL), difference(LARKHILL, OAKFIELD)
    order = [entry.name for entry in CATALOGUE]

    assert len(forth) > 5
    assert [each.name for each in forth] == sorted((e.name for e in forth), key=order.index)
    assert [(each.name, each.before) for each in forth] == [(e.name, e.after) for e in back]


def test_from_silence_everything_begins() -> None:
    changes = difference(SILENT, OAKFIELD)

    assert {each.kind for each in changes} == {ChangeKind.BEGAN}
    assert {each.name for each in changes} == {
        name for name, each in OAKFIELD.clauses.items() if each.is_stated
    }


def test_the_version_alone_is_no_difference() -> None:
    assert difference(OAKFIELD, Policy("2", OAKFIELD.clauses)) == ()


# --- what a change touches ---

# module of the decisions: what follows it in the product
ASKED_BY = {
    "triage": Touched.DESKS,
    "safety": Touched.SAFETY,
    "opinion": Touched.SUGGESTIONS,
    "reply": Touched.REPLIES,
    "deadline": Touched.DEADLINES,
    "route": Touched.ROUTES,
    "connection": Touched.CONNECTIONS,
    "ask": Touched.QUESTIONS,
}


def test_the_table_is_complete() -> None:
    assert set(TOUCHES) == set(ClauseName)
    assert {each for row in TOUCHES.values() for each in row} == set(Touched)
    assert all(Touched.WRITTEN_POLICY in row for row in TOUCHES.values())


@pytest.mark.parametrize("module", ASKED_BY)
def test_the_table_names_every_clause_that_a_decision_asks(module: str) -> None:
    """A decision that begins to ask a clause fails here until the table says so."""
    source = (Path(str(decisions.__file__)).parent / f"{module}.py").read_text(encoding="utf-8")
    asked = {ClauseName[name] for name in re.findall(r"ClauseName\.([A-Z_]+)", source)}

    assert asked
    assert {name for name in asked if ASKED_BY[module] not in TOUCHES[name]} == set()


def test_a_sentence_alone_touches_only_what_quotes_it() -> None:
    name = ClauseName.DELETION_REQUEST
    old = clause(name, "We ask for it to go.", requested_by="school", days=3)
    new = clause(name, "We shall ask for it to go.", requested_by="school", days=3)
    change = clause_change(old, new)
    assert change is not None

    assert touches(change) == (Touched.LETTERS, Touched.WRITTEN_POLICY)
    ended = difference(replacing(OAKFIELD, old), SILENT)
    assert touches(next(each for each in ended if each.name is name)) == TOUCHES[name]
