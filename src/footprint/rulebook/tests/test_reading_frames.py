"""The machinery of frames: phrases with forms and gaps, and what a clause leaves unsaid."""

import pytest

from footprint.rulebook.reading.frames import (
    conduct,
    families,
    incidents,
    people,
    presence,
    staff,
)
from footprint.rulebook.reading.lexicon import LEXICON
from footprint.rulebook.reading.marking import Lexicon, forms_of
from footprint.rulebook.reading.matching import Text
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.sentences import sentences_of
from footprint.rulebook.reading.units import Unit, units_of

TITLE = "Social media policy\n\n"


def units(text: str) -> list[Unit]:
    return list(units_of(Text(sentences_of(source_from_text(TITLE + text)), titled=True)))


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("post", ("post", "posts", "posted", "posting")),
        ("share", ("share", "shares", "shared", "sharing")),
        ("reply", ("reply", "replies", "replied", "replying")),
        ("publish", ("publish", "publishes", "published", "publishing")),
        ("chat", ("chat", "chats", "chatted", "chatting")),
        ("tell", ("tell", "tells", "told", "telling")),
    ],
)
def test_a_verb_of_the_lexicon_stands_for_all_its_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert forms_of(verb) == forms


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ("watch~", "we are watching it", ["watching"]),
        (
            "keep~ ... private",
            "they kept all their accounts private",
            ["kept all their accounts private"],
        ),
        ("keep~ ... private", "they keep it. private matters", []),
        ("keep~ ... private", "keep one two three four five six private", []),
        ("respect ... age|ages", "respect the minimum ages", ["respect the minimum ages"]),
        ("age", "a page of wages", []),
        ("friend; friend request", "a friend request", ["friend", "friend request"]),
    ],
)
def test_phrases_are_found_as_whole_words(phrases: str, text: str, found: list[str]) -> None:
    marks = Lexicon({"it": phrases}).marks(text)

    assert [text[mark.start : mark.end] for mark in marks] == found


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Pupils\n\nMay I follow my teacher?\nNo.", "may pupil follow my staff: no."),
        ("Staff and volunteers are kind. They do not follow pupils.",
         "staff, volunteer do not follow pupil."),
        ("We do not follow pupils, and we ask them not to follow us.",
         "we ask pupil not to follow us."),
        ("Your children\n\nAsk them which apps they use.", "ask pupil which apps they use."),
        ("Those who work here are careful. They:\n- never follow pupils",
         "staff here are careful, they: never follow pupil"),
    ],
)  # fmt: skip
def test_a_unit_says_what_its_sentence_leaves_unsaid(text: str, last: str) -> None:
    assert units(text)[-1].text == last


@pytest.mark.parametrize(
    ("text", "own", "heading"),
    [
        ("2. When you are unhappy. Please make an appointment and see us.",
         "please make an appointment and see us.", "When you are unhappy"),
        ("2. Please make an appointment to see the head of the school. Then we can talk.",
         "then we can talk.", "Social media policy"),
    ],
)  # fmt: skip
def test_a_short_first_sentence_heads_its_numbered_paragraph(
    text: str, own: str, heading: str
) -> None:
    last = units(text)[-1].sentence

    assert (last.own, last.heading) == (own, heading)


def test_a_column_that_says_who_speaks_for_its_row() -> None:
    table = "| What | Who | By when |\n| Ask the author to delete it | Head of School | 2 days |"

    said = [unit.sentence.said for unit in units(table)]

    assert "headteacher: what: ask the author to delete it" in said


def test_a_head_with_no_name_above_the_first_column_is_put_right() -> None:
    said = [
        unit.sentence.said for unit in units("| | Do | Don't |\n| Phones | Lock it | Lend it |")
    ]

    assert said == ["phones", "phones: must: lock it", "phones: must not: lend it"]


def test_cells_parted_by_tabs_are_a_table_and_a_bullet_before_a_tab_is_none() -> None:
    cells = source_from_text("Headteacher\tMrs Ash\nPage\tMr Oak").passages
    points = source_from_text("1.\tLock it.\n2.\tKeep it.").passages

    assert [each.text for each in cells] == ["Headteacher", "Mrs Ash", "Page", "Mr Oak"]
    assert "table_cell" not in {each.kind for each in points}


def test_a_slip_in_a_frame_is_told_at_once() -> None:
    unit = units("Staff are kind.")[0]

    with pytest.raises(ValueError, match="not in the lexicon: frend"):
        unit.has("staff frend")


def test_every_frame_speaks_words_of_the_lexicon() -> None:
    text = Text((), titled=True)
    unit = units("Staff are kind.")[0]

    for module in (conduct, families, incidents, people, presence, staff):
        assert list(module.read([unit], text)) == []
    assert all(listed.strip() for listed in LEXICON.entries.values())
