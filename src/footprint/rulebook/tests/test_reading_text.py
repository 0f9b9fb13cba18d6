"""Plain text into passages and sentences."""

import pytest

from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.sentences import sentences_of
from footprint.rulebook.reading.wording import canonical


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(source_from_text(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ask Mrs. Oak first. Then go.", ["Ask Mrs. Oak first.", "Then go."]),
        ("Use chats, e.g. Teams, with care. Be kind.",
         ["Use chats, e.g. Teams, with care.", "Be kind."]),
        ("Write to office@oak.example. We answer.", ["Write to office@oak.example.", "We answer."]),
        ("We have an account on X. Mr Ash runs it.",
         ["We have an account on X.", "Mr Ash runs it."]),
        ("Please don't. Ring us.", ["Please don't.", "Ring us."]),
        ("See Error! Reference source not found. and ask.",
         ["See Error! Reference source not found. and ask."]),
        ("“Be kind.” That is our rule.", ["“Be kind.”", "That is our rule."]),
        ("2.1 Staff sign it.", ["Staff sign it."]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_person_would_end_them(text: str, sentences: list[str]) -> None:
    assert texts(text) == sentences


def test_a_sentence_cut_by_a_page_header_is_whole_again() -> None:
    header = "Oakfield School\n\nSocial media policy\n\n"
    text = (
        f"{header}Parents are asked not to encourage or to condone the\n\n\n{header}"
        f"use of apps by young children. Thank you.\n\n{header}"
    )

    assert (
        "Parents are asked not to encourage or to condone the use of apps by young children."
        in (texts(text))
    )


def test_wrapped_lines_are_one_sentence_and_short_lines_stay_apart() -> None:
    text = (
        "Rules\nStaff who use social media at home are asked to think about the\n"
        "Headteacher's advice and to keep it in mind.\nParents\nParents are welcome."
    )

    assert texts(text) == [
        "Rules",
        "Staff who use social media at home are asked to think about the Headteacher's advice and "
        "to keep it in mind.",
        "Parents",
        "Parents are welcome.",
    ]


def test_links_and_bold_marks_are_words_and_notes_keep_their_stars() -> None:
    source = source_from_text("Pupils may not* ask. See **our** [page](#).\n\n* Unless agreed.")

    assert source.passages[0].text == "Pupils may not* ask. See our page."
    assert source.passages[0].links == (("page", "#"),)
    assert [passage.kind for passage in source.passages] == ["paragraph", "note"]


def test_passages_lie_in_the_text() -> None:
    source = source_from_text("Heading\n\nOne. Two.\n\n• a\n• b\n\n| Page | Who |\n| X | Ann Oak |")

    for passage in source.passages:
        assert source.text[passage.start : passage.end] == passage.text
    assert [passage.kind for passage in source.passages] == [
        "heading",
        "paragraph",
        "list_item",
        "list_item",
        *["table_cell"] * 4,
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Children and Students", "pupil"),
        ("the Headteacher/Principal", "the headteacher"),
        ("the Designated Safeguarding Lead (DSL)", "dsl"),
        ("LCMs, members of staff and helpers", "governor, staff and volunteer"),
        ("Parents’ e-mails", "parent email"),
        ("don’t", "do not"),
        ("former pupils", "formerpupil"),
        ("Acceptable Use Policies (AUPs)", "aup"),
    ],
)
def test_one_word_for_one_thing(written: str, read: str) -> None:
    assert canonical(written) == read


def test_a_heading_of_donts_stays_however_often_it_comes() -> None:
    text = "\n\n".join(f"{who}\n\nPlease don't\n\n• Follow us." for who in ("Staff", "You", "All"))

    kept = [passage.text for passage in source_from_text(text).passages]

    assert kept.count("Please don't") == 3
