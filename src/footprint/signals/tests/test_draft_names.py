"""The names of pupils, in the ways in which people write them."""

import pytest

from footprint.rulebook.decisions.publication_text import FindingKind
from footprint.signals.drafts.checking import check_draft
from footprint.signals.drafts.names import Pupil
from footprint.signals.tests.test_drafts import KNOWN, PUPILS, check, found

K = FindingKind


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Well done Tolly Applegarth!", "Tolly Applegarth", "tolly"),
        ("Well done Bartholomew Applegarth!", "Bartholomew Applegarth", "tolly"),
        ("TOLLY APPLEGARTH WINS", "TOLLY APPLEGARTH", "tolly"),
        ("tolly applegarth wins", "tolly applegarth", "tolly"),
        ("Tolly Applegarth’s poem won", "Tolly Applegarth", "tolly"),
        ("Applegarth, Tolly", "Applegarth, Tolly", "tolly"),
        ("Tolly J. Applegarth", "Tolly J. Applegarth", "tolly"),
        ("Tolly James Applegarth", "Tolly James Applegarth", "tolly"),
        ("#TollyApplegarth", "TollyApplegarth", "tolly"),
        ("Tolly\nApplegarth", "Tolly\nApplegarth", "tolly"),
        ("Nell Ashby-Cole", "Nell Ashby-Cole", "nell"),
        ("Nell Ashby Cole", "Nell Ashby Cole", "nell"),
        ("Nell Cole", "Nell Cole", "nell"),
        ("Zoe O’Dwyer came first", "Zoe O’Dwyer", "zoe"),
        ("Zoë ODwyer", "Zoë ODwyer", "zoe"),
        ("Anneli van der Zand", "Anneli van der Zand", "anneli"),
        ("Anneli Zand", "Anneli Zand", "anneli"),
        ("Jo Li plays the drum", "Jo Li", "jo"),
        ("Mark Field scored twice", "Mark Field", "mark"),
    ],
)
def test_a_pupils_full_name_beside_a_picture(text: str, words: str, person: str) -> None:
    checked = check(text)

    assert [(each.kind, each.words, each.person) for each in checked.findings] == [
        (K.FULL_NAME, words, person)
    ]
    assert checked.named == (person,)
    assert found(text, with_picture=False) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tolly Applegarth", ("tolly",)),
        ("Tolly in 3B", ("tolly",)),
        ("Tolly in 4C", ()),
        ("Tolly", ()),
        ("Tolly Applegarth and Zoe O'Dwyer", ("tolly", "zoe")),
        ("In May, 2A went out.", ()),
        ("Well done May in 2A.", ("may",)),
        ("2A and Kestrels went out.", ()),
        ("Nobody is named.", ()),
    ],
)
def test_who_is_named_so_that_it_is_they(text: str, named: tuple[str, ...]) -> None:
    assert check(text).named == named


def test_two_pupils_of_one_name_are_both_named() -> None:
    twins = (*PUPILS, Pupil("other", "Tolly", "Applegarth", "", "5H"))

    checked = check_draft("Tolly Applegarth", pupils=twins, known=KNOWN, with_picture=True)

    assert set(checked.named) == {"tolly", "other"}
    assert len(checked.findings) == 1
