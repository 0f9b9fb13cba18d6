"""The values of a clause in plain words."""

import pytest

from footprint.rulebook.catalogue import CATALOGUE, PartKind
from footprint.rulebook.policy import Clause, Plain, Value, freeze
from footprint.rulebook.terms import ClauseName, Stated
from footprint.rulebook.writing.words import clause_in_words, value_in_words

EXAMPLES: dict[PartKind, Plain] = {
    PartKind.YES: True,
    PartKind.NUMBER: 13,
    PartKind.TEXT: "the office",
    PartKind.TEXTS: ("Mumsnet", "Facebook"),
    PartKind.KEEPERS: {"Instagram": ("Ada Ashdown", "Ben Tarrant")},
    PartKind.AGES: {"WhatsApp": 16, "YouTube": 13},
}


@pytest.mark.parametrize(
    ("name", "key", "value", "line"),
    [
        (
            ClauseName.REPUTATION,
            "monitors",
            True,
            "The school monitors what is said about it online",
        ),
        (ClauseName.MINIMUM_AGE, "general", 13, "General minimum age: 13"),
        (
            ClauseName.MINIMUM_AGE,
            "exceptions",
            {"WhatsApp": 16, "YouTube": 13},
            "Services with another age: WhatsApp 16, YouTube 13",
        ),
        (
            ClauseName.CHANNEL_KEEPERS,
            "keepers",
            {"Instagram": ("Ada Ashdown", "Ben Tarrant"), "Facebook": ("Ada Ashdown",)},
            "People for each channel: "
            "Instagram: Ada Ashdown and Ben Tarrant; Facebook: Ada Ashdown",
        ),
        (ClauseName.NO_FRIENDING, "stance", "forbidden", "Such connections are: not allowed"),
        (
            ClauseName.POLICE,
            "where",
            ("illegal", "dangerous"),
            "Where a post is potentially: illegal, dangerous",
        ),
        (
            ClauseName.REPUTATION,
            "inspection_sites",
            ("Mumsnet",),
            "Sites that inspectors are said to read: Mumsnet",
        ),
    ],
)
def test_each_shape_of_value_has_its_words(
    name: ClauseName, key: str, value: Plain, line: str
) -> None:
    clause = Clause(name, Stated.STATED, {key: Value(freeze(value), None)})

    assert clause_in_words(clause) == (line,)


def test_every_part_of_the_catalogue_can_be_said() -> None:
    for entry in CATALOGUE:
        for part in entry.parts:
            example = EXAMPLES.get(part.kind)
            for value in [example] if example is not None else [each for each, _ in part.choices]:
                shown = value if part.kind is not PartKind.CHOICES else (value,)
                line = value_in_words(part, shown)
                assert line.startswith(part.label)
                assert "_" not in line, "a word of the program, not of a person"


def test_a_choice_that_is_new_to_us_is_shown_as_it_is_and_not_lost() -> None:
    clause = Clause(
        ClauseName.NO_FRIENDING, Stated.STATED, {"stance": Value("on a list of its own", None)}
    )

    assert clause_in_words(clause) == ("Such connections are: on a list of its own",)


def test_a_silent_clause_has_no_lines() -> None:
    assert clause_in_words(Clause(ClauseName.POLICE, Stated.NOT_STATED)) == ()
