"""What a cell of the grid says, and which cells there are."""

from datetime import date

import pytest

from footprint.people.tests.factories import make_person
from footprint.registers.lessons import actions
from footprint.registers.lessons.coverage import Cell, CellState, Entry, cell_of, grid_of
from footprint.registers.lessons.figures import Figures, figures_of
from footprint.registers.lessons.models import OfferKind
from footprint.registers.lessons.school_year import Days, school_year_of, term_before, term_of
from footprint.registers.lessons.tests.factories import make_lesson, make_offer, plan_lesson
from footprint.registers.lessons.wording import MEANINGS, SHORT, STRANDS, TOPICS
from footprint.registers.lessons.years import years_of
from footprint.rulebook.decisions.lessons_promised import TOPIC_STRANDS
from footprint.rulebook.terms import Strand
from footprint.schools.models import Nation, School
from tests.cast import NOW, Cast

TODAY = NOW.date()
MAY, JUNE = date(2026, 5, 4), date(2026, 6, 1)
YEAR = Days(date(2026, 9, 1), date(2027, 8, 31))
OAK, ELM = "4 Oak", "4 Elm"


def taught(class_name: str = "", on: date = MAY, lesson: int = 1) -> Entry:
    return Entry(True, class_name, on, lesson)


def planned(class_name: str = "", on: date = JUNE, lesson: int = 2) -> Entry:
    return Entry(False, class_name, on, lesson)


@pytest.mark.parametrize(
    ("entries", "state", "lessons", "missing"),
    [
        ([], CellState.GAP, 0, ()),
        ([planned()], CellState.PLANNED, 0, ()),
        ([planned(OAK)], CellState.PLANNED, 0, ()),
        ([taught()], CellState.TAUGHT, 1, ()),
        ([taught(OAK)], CellState.PART, 1, (ELM,)),
        ([taught(OAK), taught(ELM)], CellState.TAUGHT, 1, ()),
        ([taught(OAK), taught(ELM, lesson=3)], CellState.TAUGHT, 2, ()),
        ([taught(OAK), taught(lesson=3)], CellState.TAUGHT, 2, ()),
        ([taught(OAK), planned(ELM)], CellState.PART, 1, (ELM,)),
        ([taught("a class of last year")], CellState.PART, 1, (OAK, ELM)),
    ],
)
def test_a_cell_says_what_the_year_has_had(
    entries: list[Entry], state: CellState, lessons: int, missing: tuple[str, ...]
) -> None:
    cell = cell_of(4, Strand.PRIVACY, entries, (OAK, ELM))

    assert (cell.state, cell.lessons, cell.missing) == (state, lessons, missing)
    assert cell.is_gap == (lessons == 0)


def test_a_class_is_the_year_where_the_register_has_no_classes() -> None:
    assert cell_of(4, Strand.PRIVACY, [taught(OAK)], ()).state is CellState.TAUGHT


def test_a_cell_has_the_last_day_taught_and_the_first_day_planned() -> None:
    days = [taught(on=MAY), taught(on=JUNE), planned(on=date(2026, 7, 9)), planned(on=JUNE)]

    cell = cell_of(4, Strand.PRIVACY, days, ())

    assert (cell.last, cell.next) == (JUNE, JUNE)


def cells(cast: Cast) -> dict[tuple[int, Strand], Cell]:
    grid = grid_of(cast.oakfield.pk, days=YEAR, years=years_of(cast.oakfield.pk, on=TODAY))
    return {(line.year, cell.strand): cell for line in grid for cell in line.cells}


def test_the_grid_has_the_years_with_pupils_and_every_strand(cast: Cast) -> None:
    make_person(cast.oakfield, year_group=-1, class_name="Acorns")
    make_person(cast.oakfield, year_group=4, class_name=OAK)
    make_person(cast.oakfield, year_group=5, left_on=TODAY)
    make_person(cast.riverside, year_group=9)
    make_lesson(cast.oakfield, cast.teacher, strands=frozenset({Strand.PRIVACY, Strand.BULLYING}))
    make_lesson(cast.riverside, cast.stranger, groups=frozenset({(-1, "")}))

    found = cells(cast)

    assert set(found) == {(year, strand) for year in (-1, 4) for strand in Strand}
    assert {key for key, cell in found.items() if not cell.is_gap} == {
        (4, Strand.PRIVACY),
        (4, Strand.BULLYING),
    }


def test_one_lesson_for_many_years_is_one_lesson_in_each(cast: Cast) -> None:
    make_lesson(cast.oakfield, cast.teacher, groups=frozenset({(3, ""), (4, ""), (4, OAK)}))

    found = cells(cast)

    assert {year for year, _ in found} == {3, 4}
    assert found[4, Strand.BULLYING].lessons == 1


def test_what_was_taught_last_year_is_a_gap_this_year(cast: Cast) -> None:
    make_person(cast.oakfield, year_group=4)
    make_lesson(cast.oakfield, cast.teacher, on=date(2026, 7, 1))

    assert cells(cast)[4, Strand.BULLYING].state is CellState.GAP


def test_years_come_from_pupils_else_from_the_schools_choice_else_are_unknown(cast: Cast) -> None:
    school = cast.oakfield
    nobody = years_of(school.pk, on=TODAY)
    assert (nobody.known, nobody.from_register, nobody.numbers) == (
        False, False, tuple(range(-1, 14)),
    )  # fmt: skip

    actions.choose_years(school=school, first=0, last=2, by=cast.head, now=NOW)
    actions.choose_years(school=school, first=0, last=6, by=cast.head, now=NOW)
    chosen = years_of(school.pk, on=TODAY)
    assert (chosen.known, chosen.from_register, chosen.numbers) == (True, False, tuple(range(7)))

    make_person(school, year_group=3, class_name="3 Ash")
    make_person(school, year_group=3, class_name="3 Fir")
    assert years_of(school.pk, on=TODAY).classes == {3: ("3 Ash", "3 Fir")}


def test_figures_count_lessons_gaps_and_offers_without_names(cast: Cast) -> None:
    make_person(cast.oakfield, year_group=4, class_name=OAK)
    make_person(cast.oakfield, year_group=4, class_name=ELM)
    make_lesson(cast.oakfield, cast.teacher)
    make_lesson(
        cast.oakfield,
        cast.teacher,
        strands=frozenset({Strand.PRIVACY}),
        groups=frozenset({(4, OAK)}),
    )
    plan_lesson(cast.oakfield, cast.teacher, on=TODAY, strands=frozenset({Strand.COPYRIGHT}))
    make_offer(cast.oakfield, cast.office)
    make_offer(cast.oakfield, cast.office, kind=OfferKind.FAMILY_AGREEMENT)
    make_offer(cast.riverside, cast.stranger)

    found = figures_of(cast.oakfield.pk, first=YEAR.first, last=YEAR.last)

    assert found == Figures(lessons=2, cells=8, gaps=6, in_part=1, offers=2, agreements=1)


def test_no_gap_is_counted_while_nobody_has_said_which_years_there_are(cast: Cast) -> None:
    make_lesson(cast.oakfield, cast.teacher)

    found = figures_of(cast.oakfield.pk, first=YEAR.first, last=YEAR.last)

    assert (found.lessons, found.cells, found.gaps) == (1, 0, 0)


@pytest.mark.parametrize(
    ("nation", "day", "year", "term", "before"),
    [
        (Nation.ENGLAND, date(2026, 9, 1), 2026, date(2026, 9, 1), date(2026, 4, 16)),
        (Nation.ENGLAND, date(2026, 8, 31), 2025, date(2026, 4, 16), date(2026, 1, 1)),
        (Nation.ENGLAND, date(2026, 12, 31), 2026, date(2026, 9, 1), date(2026, 4, 16)),
        (Nation.ENGLAND, date(2027, 1, 1), 2026, date(2027, 1, 1), date(2026, 9, 1)),
        (Nation.WALES, date(2027, 4, 16), 2026, date(2027, 4, 16), date(2027, 1, 1)),
        (Nation.SCOTLAND, date(2026, 8, 20), 2026, date(2026, 8, 1), date(2026, 4, 16)),
        (Nation.SCOTLAND, date(2026, 7, 31), 2025, date(2026, 4, 16), date(2026, 1, 1)),
    ],
)
def test_terms_hang_together_without_a_day_between_them(
    nation: Nation, day: date, year: int, term: date, before: date
) -> None:
    school = School(name="Any", nation=nation)

    assert school_year_of(school, on=day).first.year == year
    assert term_of(school, on=day).first == term
    assert term_before(school, on=day).first == before
    assert (term - term_before(school, on=day).last).days == 1


def test_every_strand_and_topic_has_its_words() -> None:
    assert set(STRANDS) == set(SHORT) == set(MEANINGS) == set(Strand)
    assert len(set(map(str, MEANINGS.values()))) == len(Strand)
    assert set(TOPICS) == set(TOPIC_STRANDS)
