"""Which school a post names, why, and why not; and that the fast way agrees with the plain one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.matching.matcher import Matcher
from footprint.matching.names import SchoolNames
from footprint.matching.reference import look_plainly

OAKFIELD = SchoolNames(
    1,
    (
        "Oakfield Primary School",
        "Oakfield Primary",
        "Oakfield",
        "#GoOakfield",
        "@oakfieldpri",
        "www.oakfield-pri.example",
    ),
    must_include=("Puddleford", "Mill Lane", "@oakfieldpri", "#GoOakfield", "oakfield-pri.example"),
    must_not_include=("Westmarch", "Oakfield Road"),
)
ST_MARYS = SchoolNames(2, ("St Mary's",))
BROOK = SchoolNames(3, ("Brook Infant School", "Brook Infants"))
MATCHER = Matcher([OAKFIELD, ST_MARYS, BROOK])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Oakfield Primary in Puddleford is lovely", [(1, "Oakfield Primary")]),
        ("OAKFIELD PRIMARY SCHOOL, PUDDLEFORD!", [(1, "Oakfield Primary School")]),
        ("Oakfield's gate on Mill Lane is stuck", [(1, "Oakfield")]),
        ("oakfield, mill   lane", [(1, "Oakfield")]),
        ("#OakfieldPrimary #Puddleford", [(1, "Oakfield Primary")]),
        ("#oakfieldprimary puddleford", [(1, "Oakfield Primary")]),
        ("come on #GoOakfield", [(1, "#GoOakfield")]),
        ("go, Oakfield in Puddleford", [(1, "Oakfield")]),
        ("thanks @OakfieldPri", [(1, "@oakfieldpri")]),
        ("see https://www.oakfield-pri.example/news?x=1", [(1, "www.oakfield-pri.example")]),
        ("mail office@oakfield-pri.example", [(1, "www.oakfield-pri.example")]),
        ("St. Mary’s and Brook Infants", [(2, "St Mary's"), (3, "Brook Infants")]),
        ("saint marys", [(2, "St Mary's")]),
        ("Brook Infants' disco", [(3, "Brook Infants")]),
        ("Oakfielders of Puddleford", []),
        ("Broakfield in Puddleford", []),
        ("Puddleford and Mill Lane", []),
        ("brook, infants paddling", [(3, "Brook Infants")]),  # punctuation parts no name
        ("St Marylebone", []),
        ("", []),
        ("🎉", []),
    ],
)
def test_who_is_named_and_by_which_name(text: str, named: list[tuple[int, str]]) -> None:
    assert [(match.school_id, match.name) for match in MATCHER.match(text)] == named


@pytest.mark.parametrize(
    ("text", "context", "reason"),
    [
        ("St Mary's is shut", "", "names “St Mary's”"),
        (
            "Oakfield Primary is shut",
            "Puddleford Post",
            "names “Oakfield Primary” and also “Puddleford”, one of the words you asked for",
        ),
        (
            "@oakfieldpri is shut",
            "",
            "names “@oakfieldpri” and also “@oakfieldpri”, one of the words you asked for",
        ),
    ],
)
def test_the_reason_is_one_a_person_can_check(text: str, context: str, reason: str) -> None:
    (match,) = MATCHER.match(text, context=context)

    assert match.reason == reason


@pytest.mark.parametrize(
    ("text", "context", "reason"),
    [
        (
            "Oakfield Primary in Puddleford, not Westmarch",
            "",
            "names “Oakfield Primary”, but also “Westmarch”, which you said means another school",
        ),
        (
            "Oakfield in Puddleford",
            "Westmarch Gazette",
            "names “Oakfield”, but also “Westmarch”, which you said means another school",
        ),
        (
            "a burst pipe in Oakfield Road, Puddleford",
            "",
            "names “Oakfield”, but also “Oakfield Road”, which you said means another school",
        ),
        (
            "Oakfield is shut",
            "",
            "names “Oakfield”, but none of the words you asked for: “Puddleford”, “Mill Lane”, "
            "“@oakfieldpri”, “#GoOakfield”, “oakfield-pri.example”",
        ),
    ],
)
def test_a_post_about_another_school_is_dropped_and_says_why(
    text: str, context: str, reason: str
) -> None:
    findings = MATCHER.look(text, context=context)

    assert findings.matches == ()
    assert [(each.school_id, each.reason) for each in findings.dropped] == [(1, reason)]


def test_a_name_in_the_context_alone_names_nobody() -> None:
    findings = MATCHER.look("Fun today", context="Brook Infants and Puddleford")

    assert (findings.matches, findings.dropped) == ((), ())


def test_must_words_without_letters_neither_open_nor_close_anything() -> None:
    school = SchoolNames(1, ("Oakfield", "!"), must_include=("…",), must_not_include=("?", ""))

    assert len(Matcher([school]).match("Oakfield?")) == 1
    assert Matcher([school]).match("!") == ()


def test_two_schools_of_one_name_are_told_apart_by_their_words() -> None:
    here = SchoolNames(1, ("Oakfield",), must_include=("Puddleford",))
    there = SchoolNames(2, ("Oakfield",), must_include=("Westmarch",))

    findings = Matcher([here, there]).look("Oakfield, Westmarch")

    assert [match.school_id for match in findings.matches] == [2]
    assert [each.school_id for each in findings.dropped] == [1]


def test_no_schools_no_match() -> None:
    assert Matcher([]).match("Oakfield Primary") == ()


_WORDS = st.sampled_from(
    ["Oak", "Field", "OakField", "Oakfield", "St", "Saint", "Mary's", "marys", "Mary", "#OakField",
     "#oakfield", "@oak.field", "Primary", "School", "&", "and", "oak-field", "Öak", "’s", "'", ".",
     "www.oak.example", "https://www.oak.example/x", "office@oak.example", "#", "🎉", "a"]
)  # fmt: skip
_PHRASES = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_TEXTS = st.lists(_WORDS | st.text(max_size=4), max_size=15).flatmap(
    lambda words: st.sampled_from([" ", "", ", "]).map(lambda gap: gap.join(words))
)
_SCHOOLS = st.builds(
    SchoolNames,
    st.integers(1, 9),
    st.lists(_PHRASES, max_size=3).map(tuple),
    st.lists(_PHRASES, max_size=2).map(tuple),
    st.lists(_PHRASES, max_size=2).map(tuple),
)


@given(st.lists(_SCHOOLS, max_size=4), _TEXTS, _TEXTS)
def test_the_fast_matcher_agrees_with_the_plain_one(
    schools: list[SchoolNames], text: str, context: str
) -> None:
    assert Matcher(schools).look(text, context=context) == look_plainly(
        schools, text, context=context
    )
