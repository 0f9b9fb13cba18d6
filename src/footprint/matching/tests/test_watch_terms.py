"""What may be watched and what may not."""

import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.matching.watch_terms import WatchTermRefused, check_watch_term

# Invented people, as a register may write them.
PEOPLE = [
    "Mary Ashdown",
    "Poole, James",
    "Mrs Priyanka Nettlecombe-Vale",
    "Grace Lane",
    "Ana Dewsnap",
    "Cher",
    "John Fisher",
    "",
    "  ",
]

ALLOWED = [
    "Oakfield Primary",
    "Oakfield Primary School",
    "Oakfield",
    "St Mary's",
    "St. Mary’s Primary",
    "Saint Margaret's",
    "St Mary Magdalene",
    "St John Fisher Catholic High School",  # a saint, though a pupil is called John Fisher
    "St Thomas More",
    "King James",
    "Queen Elizabeth's",
    "Our Lady Mary",
    "Harris Academy",
    "Martin Frobury Academy",
    "Emma Willardson School",
    "Rose Street School",
    "Ruby Lane Primary",
    "Sir James Pettigrove School",
    "Dr Pettigrove's Grammar",
    "Mrs Pettigrove's Infant School",
    "Mrs Pettigrove's C of E Primary",
    "Ashdown Academy",
    "Ashdown Primary School",
    "Florence Road",
    "Victoria Park",
    "Hazel Grove",
    "Holly Lodge",
    "#OakfieldPrimary",
    "#oakfieldprimary",
    "@oakfieldpri",
    "@oakfield.primary",
    "www.oakfield.example",
    "https://www.oakfield.example/",
    "office@oakfield.example",
    "facebook.com/OakfieldPrimary",
    "Oakfield PTA",
    "Oakfield summer fair",
    "Oakfield headteacher",
    "Year 6 at Oakfield",
    "Ysgol Tŷ Gwyn",
    "Puddleford Federation",
    "Grace and Glory Puddleford",
    "New Road Primary School",
    "Emma Willardson Foundation",
    "oakfield miss you",
]

PERSONS = [
    "Mary Ashdown",
    "mary ashdown",
    "MARY ASHDOWN",
    "Ashdown Mary",
    "Ashdown, Mary",
    "M Ashdown",
    "M. Ashdown",
    "Mary Ashdown's",
    "Mary-Ashdown",
    "Máry Ashdown",
    "Mary  Ashdown Oakfield",
    "Mary Ashdown School",
    "posts by Mary Ashdown at Oakfield Primary",
    "Mary",
    "Ashdown",
    "James Poole",
    "Priyanka Nettlecombe Vale",
    "priyanka vale",
    "Grace Lane",
    "Grace Lane School",  # on the register, so the school must be named another way
    "Ana Dewsnap",
    "Cher",
    "John Fisher",
    "@mary.ashdown",
    "@mary_ashdown",
    "@maryashdown",
    "@maryashdown2014",
    "@realmaryashdown",
    "@ashdownmary",
    "@mashdown",
    "maryashdown",
    "#MaryAshdown",
    "#maryashdown",
    "mary.ashdown@oakfield.example",
    "https://facebook.com/mary.ashdown",
    # on no register, yet evidently a person
    "Mrs Dunnockby",
    "mrs dunnockby",
    "Mr J Dunnockby",
    "Mr. Dunnockby",
    "Miss Lane",
    "Ms Dunnockby",
    "Mx Dunnockby",
    "Dr Dunnockby",
    "Sir Dunnockby",
    "Rev Dunnockby",
    "Mrs Dunnockby Oakfield Primary",
    "Mr Dunnockby at Oakfield School",
    "Mrs Dunnockby's class",
    "Mrs Dunnockby's class at Oakfield School",
    "Emma Dunnockby",
    "emma dunnockby",
    "Emma Jane Dunnockby",
    "Mohammed Dunnockby",
    "Siobhán Dunnockby",
    "Zoë Dunnockby",
    "parents of Emma Dunnockby",
    "Emma Dunnockby Puddleford",
    "#EmmaDunnockby",
    "@emma.dunnockby",
    "@emma_dunnockby",
    "emma.dunnockby@oakfield.example",
    "Emma",
    "Harry",
]

SHORT_OR_COMMON = [
    "",
    "  ",
    "oak",
    "#oak",
    "a b c",
    "123456",
    "!!!!",
    "🎉🎉🎉🎉",
    "school",
    "School",
    "the school",
    "our school",
    "Primary School",
    "primary schools",
    "#school",
    "the headteacher",
    "Church of England Primary School",
    "C of E Primary",
    "St School",
    "school uniform",
    "facebook.com",
    "https://www.instagram.com/",
    "year school",
    "secondary academy",
]


@pytest.mark.parametrize("term", ALLOWED)
def test_the_schools_own_names_may_be_watched(term: str) -> None:
    check_watch_term(term, people=PEOPLE)


@pytest.mark.parametrize("term", PERSONS)
def test_people_may_not_be_watched(term: str) -> None:
    with pytest.raises(WatchTermRefused, match="name of a person"):
        check_watch_term(term, people=PEOPLE)


@pytest.mark.parametrize("term", SHORT_OR_COMMON)
def test_what_would_match_everything_may_not_be_watched(term: str) -> None:
    with pytest.raises(WatchTermRefused, match=r"too short|about every school"):
        check_watch_term(term, people=[])


def test_a_surname_that_is_the_schools_short_form_gets_advice() -> None:
    with pytest.raises(WatchTermRefused, match="Add a word"):
        check_watch_term("Ashdown", people=PEOPLE)


def test_a_school_called_like_a_first_name_and_surname_may_be_watched() -> None:
    check_watch_term("Grace Lane School", people=["Mary Ashdown"])


def test_the_names_of_real_schools_are_hardly_ever_taken_for_people() -> None:
    register = Path(__file__).resolve().parents[5] / "shared/data/uk_schools"
    listed = register / "uk_schools_composite.csv.gz"
    if not listed.exists():
        pytest.skip("the register of schools is not beside this project")
    with gzip.open(listed, "rt", encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]

    refused = [name for name in names if _is_refused(name)]

    assert len(refused) <= len(names) / 500, refused[:50]


def _is_refused(name: str) -> bool:
    try:
        check_watch_term(name, people=[])
    except WatchTermRefused:
        return True
    return False


@pytest.mark.parametrize("pattern", ["{0} {1}", "{1} {0}", "{0} {1} school", "@{0}.{1}", "{0}{1}"])
def test_two_hundred_registered_people_are_refused_in_every_form(pattern: str) -> None:
    people = [f"Qarin{chr(97 + n % 26)}o Zelb{chr(97 + n // 26)}ury" for n in range(200)]

    for person in people:
        with pytest.raises(WatchTermRefused):
            check_watch_term(pattern.format(*person.split()), people=people)


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=4))
def test_any_text_is_allowed_or_refused_with_a_sentence(term: str, people: list[str]) -> None:
    try:
        check_watch_term(term, people=people)
    except WatchTermRefused as refusal:
        sentence = str(refusal)
    else:
        sentence = "Allowed."

    assert sentence.endswith(".")
