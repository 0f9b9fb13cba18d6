"""Which of many schools a post is about: invented schools, real habits of writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.matching.answers import Context
from footprint.matching.attribution import Attribution
from footprint.matching.blocks import words_of
from footprint.matching.engine import PlainEngine
from footprint.matching.plain_attribution import about_plainly, plain_words
from footprint.matching.register import RegisteredSchool

SCHOOLS = (
    RegisteredSchool(
        "1", "St Aldith's CofE Primary School", town="Puddleford", authority="Westshire",
        postcode="PU1 2AB", phase="primary", trust="TALL OAKS MULTI ACADEMY TRUST",
        web="http://www.aldith-puddleford.example/",
    ),
    RegisteredSchool(
        "2", "St Aldith's Catholic Primary School", town="Marshwick", authority="Eastshire",
        postcode="MW4 5CD", phase="primary",
    ),
    RegisteredSchool(
        "3", "Saint Aldith's Catholic High School", town="Marshwick", authority="Eastshire",
        phase="secondary",
    ),
    RegisteredSchool("4", "Oakfield Primary School", town="Puddleford", phase="primary"),
    RegisteredSchool("5", "Oakfield Junior School", town="Marshwick", phase="primary"),
    RegisteredSchool(
        "6", "Tir Glas Primary School", ("Ysgol Gynradd Tir Glas", "Green Lane Infant School"),
        town="Llanfwyn", phase="primary", web="tirglas.example",
    ),
    RegisteredSchool("7", "The Harrowby Academy, Marshwick", town="Marshwick"),
    RegisteredSchool("8", "King's College", town="Marshwick", phase="secondary"),
    RegisteredSchool("9", "Marshwick School", town="Marshwick", phase="secondary"),
)  # fmt: skip
ATTRIBUTION = Attribution(SCHOOLS)
PLAIN = Attribution(SCHOOLS, engine=PlainEngine)


@pytest.mark.parametrize(
    "written",
    [
        "St Aldith's CofE Primary School, Puddleford",
        "St. Aldith’s C of E Primary in Puddleford",
        "saint aldiths ce prim sch puddleford",
        "ST ALDITHS CHURCH OF ENGLAND PRIMARY",
        "St Aldith C.E. Primary School",
        "St-Aldith`s C/E Prim., Puddleford",
        "#StAldithsCEPrimary",
        "#StAldithsPrimaryPuddleford",
        "@staldithspuddleford",
        "St Áldith´s\u200b CE\nPrimary",
        "see https://www.aldith-puddleford.example/news today",
        "mail office@aldith-puddleford.example",
        "pupils of St Aldith's, PU1 2AB",
        "the Tall Oaks trust runs St Aldith's primary",
        "St Aldith's primary, Westshire",
    ],
)
def test_every_way_to_write_a_name(written: str) -> None:
    assert ATTRIBUTION.about(written).school == "1"


@pytest.mark.parametrize(
    ("text", "school", "candidates"),
    [
        ("St Aldith's RC primary is shut", "2", {"2"}),
        ("St Aldith's high school bus", "3", {"3"}),
        ("St Aldith's primary is shut", None, {"1", "2"}),
        ("our teacher at St Aldith's left", None, {"1", "2", "3"}),
        ("St Aldith's Catholic school, Marshwick", None, {"2", "3"}),
        ("Oakfield school", None, {"4", "5"}),
        ("Oakfield Primary", "4", {"4"}),
        ("Oakfield Jnr", "5", {"5"}),
        ("Oakfield school, Marshwick", "5", {"5"}),
        ("Ysgol Tir Glas heddiw", "6", {"6"}),
        ("the old Green Lane Infants", "6", {"6"}),
        ("Harrowby Acad uniform", "7", {"7"}),
        ("Kings College open day", "8", {"8"}),
        ("King’s College open day", "8", {"8"}),
        ("Marshwick School is shut", "9", {"9"}),
        ("a Marshwick primary school", None, set()),
        ("Oakfield Primary and King's College", None, {"4", "8"}),
        ("Oakfield Primary and St Aldith's primary met", None, {"1", "4"}),  # both in Puddleford
        ("St Aldith's primary in Llanfwyn", None, set()),
        ("St Aldith's Church fair", None, set()),
        ("St Aldith's Hospital and its school", None, set()),
        ("Oakfield Road is closed", None, set()),
        ("Oakfield Primary School Road", None, set()),
        ("St Aldith's", None, set()),
        ("oakfield", None, set()),
        ("", None, set()),
        ("🎉", None, set()),
    ],
)  # fmt: skip
def test_one_several_or_none(text: str, school: str | None, candidates: set[str]) -> None:
    answer = ATTRIBUTION.about(text)

    assert (answer.school, set(answer.candidates)) == (school, candidates)


@pytest.mark.parametrize(
    ("context", "school"),
    [
        (Context(), None),
        (Context(author_place="Puddleford, UK"), "1"),
        (Context(source="Marshwick Mums"), "2"),
        (Context(scope=frozenset({"1", "4"})), "1"),
        (Context(thread=frozenset({"2"})), "2"),
        (Context(author_place="Llanfwyn"), None),
        (Context(scope=frozenset({"no such school"})), None),
    ],
)
def test_what_is_known_beside_the_text_decides(context: Context, school: str | None) -> None:
    assert ATTRIBUTION.about("St Aldith's primary is shut", context).school == school


def test_a_place_in_the_text_says_more_than_where_the_author_lives() -> None:
    context = Context(author_place="Marshwick")

    assert ATTRIBUTION.about("St Aldith's primary in Puddleford", context).school == "1"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "St Aldith's Primary, Marshwick",
            "names “st aldith's primary” and Marshwick; 2 schools are called so, 1 there",
        ),
        (
            "St Aldith's Primary in Llanfwyn",
            "names “st aldith's primary” in Llanfwyn; the schools called so are in "
            "Puddleford, Marshwick",
        ),
        ("St Aldith's Church", "“st aldith” stands with “church”: not a school"),
        ("Tir Glas school", "names “tir glas school”; the only school called so"),
    ],
)
def test_the_reason_is_one_that_a_person_can_check(text: str, reason: str) -> None:
    assert reason in ATTRIBUTION.about(text).reasons


def test_whoever_watches_one_school_hears_why_a_post_is_about_another() -> None:
    answer = ATTRIBUTION.about("St Aldith's primary, Marshwick")

    why = ATTRIBUTION.narrowing.why_not(answer, "1")

    assert why == "is about the school in Marshwick; yours is in Puddleford"
    assert ATTRIBUTION.narrowing.why_not(answer, "2") == ""


_WORDS = st.sampled_from(
    ["St", "Saint", "Aldith's", "aldiths", "Aldith", "Oakfield", "CE", "c", "of", "e", "Church",
     "England", "Catholic", "Primary", "Prim", "School", "school's", "High", "&", "&amp;", "in",
     "Puddleford", "puddleford", "Marshwick", "Llanfwyn", "PU1", "2AB", "#StAldithsPrimary",
     "#oakfieldpuddleford", "Ysgol", "Tir", "Glas", "King’s", "College",
     "aldith-puddleford.example", "pupils", "Road", "Mrs", "\u00c1", "\u00ad", "🎉", "\n", "'",
     "Trust", "Tall", "Oaks"]
)  # fmt: skip
_TEXTS = st.lists(_WORDS | st.text(max_size=4), max_size=14).flatmap(
    lambda words: st.sampled_from([" ", "", ", "]).map(lambda gap: gap.join(words))
)


@given(st.lists(_TEXTS, max_size=4))
def test_the_fast_way_agrees_with_the_plain_one(texts: list[str]) -> None:
    assert ATTRIBUTION.about_each(texts) == [about_plainly(ATTRIBUTION, each) for each in texts]


@given(_TEXTS)
def test_without_the_fast_engine_the_answers_are_the_same(text: str) -> None:
    assert PLAIN.about(text) == ATTRIBUTION.about(text)


@given(st.text())
def test_a_line_of_a_block_has_the_words_that_the_plain_way_finds(text: str) -> None:
    assert words_of(text) == plain_words(text)
