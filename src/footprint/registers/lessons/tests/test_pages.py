"""The pages of lessons: the grid, the list, exports, the choice of years, who may open them."""

import csv
import io
from datetime import date

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from footprint.policies.tests.factories import make_adopted
from footprint.registers.lessons.models import ChosenYears
from footprint.registers.lessons.tests.factories import (
    SENTENCES,
    make_classes,
    make_lesson,
    make_offer,
    plan_lesson,
    policy_on_lessons,
)
from footprint.rulebook.terms import ClauseName, Strand
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

TODAY = NOW.date()
GRID, LIST, RECORD, PLAN = "/lessons/", "/lessons/list/", "/lessons/record/", "/lessons/plan/"
PRIVACY = frozenset({Strand.PRIVACY})


@pytest.fixture(autouse=True)
def _on_that_monday(cast: Cast) -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def teacher(cast: Cast) -> Client:
    return client_of(cast.teacher)


def test_an_empty_register_says_what_to_do_first(teacher: Client) -> None:
    shown = text_of(fetch_page(teacher, GRID))

    assert "First, which years does your school have?" in shown
    assert "Choose the years" in shown
    assert "Your policy does not say what lessons cover." in shown
    assert "Your policy does not say what parents are offered." in shown
    assert "No lessons yet" in text_of(fetch_page(teacher, LIST))


def test_the_grid_says_in_words_what_each_year_has_had(cast: Cast, teacher: Client) -> None:
    make_classes(cast.oakfield)
    make_lesson(cast.oakfield, cast.teacher, groups=frozenset({(3, "")}))
    make_lesson(cast.oakfield, cast.teacher, groups=frozenset({(4, "4 Oak")}))
    plan_lesson(cast.oakfield, cast.teacher, on=date(2026, 12, 1), strands=PRIVACY)

    page = fetch_page(teacher, GRID)
    rows = {text_of(first(row, "th")): row for row in page.css("tbody tr")}
    cells = {
        (year, cell.attributes["data-label"]): text_of(cell)
        for year, row in rows.items()
        for cell in row.css("td")
    }

    assert cells["Year 3", "Online bullying"].startswith("Taught 1 lesson, 16 Nov")
    assert cells["Year 4", "Online bullying"].startswith("In part 1 lesson, not yet 4 Elm")
    assert cells["Year 4", "Privacy and security"].startswith("Planned 1 Dec")
    assert cells["Year 3", "Copyright and ownership"].startswith("Gap Plan")
    said = "Of 16 fields (each year group with each strand) 14 are gaps, 1 are taught in part"
    assert said in text_of(page)


def test_what_the_policy_promises_stands_beside_what_was_taught(
    cast: Cast, teacher: Client
) -> None:
    make_adopted(cast.oakfield, policy_on_lessons(), cast.head)
    make_lesson(cast.oakfield, cast.teacher)
    make_offer(cast.oakfield, cast.office)

    page = fetch_page(teacher, GRID)
    shown = text_of(page)

    quotes = [text_of(quote) for quote in page.css(".fp-policy__quote")]
    assert quotes == [SENTENCES[name] for name in (
        ClauseName.ONLINE_SAFETY_LESSONS, ClauseName.UNDERAGE_SUPPORT, ClauseName.PARENT_SUPPORT,
    )]  # fmt: skip
    assert "How to report bullying Online bullying 1 lesson, on 16 November 2026" in shown
    assert "How to be a good friend online Online relationships No lesson recorded" in shown
    assert "Beside it: 1 offer to families, 0 of a family agreement." in shown


def test_the_list_is_filtered_by_words_year_strand_state_and_school_year(
    cast: Cast, teacher: Client
) -> None:
    make_lesson(cast.oakfield, cast.teacher, title="Alpha", groups=frozenset({(3, "3 Ash")}))
    make_lesson(cast.oakfield, cast.teacher, title="Beta", strands=PRIVACY, taught_by="Kit Keeper")
    plan_lesson(cast.oakfield, cast.teacher, title="Gamma", on=date(2026, 12, 1))
    make_lesson(cast.oakfield, cast.teacher, title="Delta", on=date(2026, 7, 1))

    def titles(query: str) -> list[str]:
        rows = fetch_page(teacher, f"{LIST}?{query}").css("tbody th")
        return sorted(text_of(row) for row in rows)

    assert titles("") == ["Alpha", "Beta", "Gamma"]
    assert titles("words=alph") == ["Alpha"]
    assert titles("words=keeper") == ["Beta"]
    assert titles("words=ash") == ["Alpha"]
    assert titles("year=3") == ["Alpha"]
    assert titles("strand=privacy") == ["Beta"]
    assert titles("state=planned") == ["Gamma"]
    assert titles("from=2025") == ["Delta"]
    assert titles("year=99&strand=x&state=y&from=1066&page=7") == ["Alpha", "Beta", "Gamma"]
    assert "No lesson fits" in text_of(fetch_page(teacher, f"{LIST}?words=zz"))


def test_exports_say_who_what_and_when(cast: Cast, teacher: Client) -> None:
    make_classes(cast.oakfield)
    make_lesson(cast.oakfield, cast.teacher, title="=Alpha", groups=frozenset({(3, ""), (4, "")}))

    rows = read_csv(teacher, f"{LIST}csv/")
    assert rows[1] == [
        "16/11/2026", "Taught", "'=Alpha", "Online bullying", "Year 3, Year 4", "Tess Teacher",
        "", "Tess Teacher",
    ]  # fmt: skip
    assert read_csv(teacher, f"{LIST}csv/?words=beta")[1:] == []
    grid = read_csv(teacher, "/lessons/grid/csv/")
    assert [row[0] for row in grid[1:]] == ["Year 3", "Year 4"]
    assert grid[1][4] == "Taught: 1 lesson, 16 Nov"
    assert grid[1][1] == "Gap"
    for url in (f"{LIST}xlsx/", "/lessons/grid/xlsx/"):
        assert teacher.get(url).content.startswith(b"PK")
    for url in (f"{LIST}pdf/", "/lessons/grid/pdf/"):
        assert teacher.get(url).status_code == 404


def read_csv(client: Client, url: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(client.get(url).content.decode("utf-8-sig"))))


def test_years_are_chosen_where_the_register_of_people_has_none(
    cast: Cast, teacher: Client
) -> None:
    url = "/lessons/years/"
    fetch_page(teacher, url)
    page = post_page(teacher, url, {"first": "6", "last": "3"})
    assert "The last year group comes after the first" in text_of(page)

    assert teacher.post(url, {"first": "0", "last": "2"})["Location"] == GRID
    assert ChosenYears.objects.get().chosen_by == cast.teacher
    headings = [text_of(row) for row in fetch_page(teacher, GRID).css("tbody th")]
    assert headings == ["Reception", "Year 1", "Year 2"]
    make_classes(cast.oakfield)
    assert "those are the years that are shown" in text_of(fetch_page(teacher, url))


def test_a_register_of_many_is_read_in_as_many_queries_as_one_of_few(
    cast: Cast, teacher: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_adopted(cast.oakfield, policy_on_lessons(), cast.head)
    make_classes(cast.oakfield)
    for number in range(60):
        make_lesson(cast.oakfield, cast.teacher, title=f"Lesson {number}")
    for url in (GRID, LIST, f"{LIST}csv/", "/lessons/grid/csv/"):
        with django_assert_max_num_queries(34):
            assert teacher.get(url).status_code == 200, url

    assert len(fetch_page(teacher, LIST).css("tbody tr")) == 50
    assert len(fetch_page(teacher, f"{LIST}?page=2").css("tbody tr")) == 10


@pytest.mark.parametrize(
    ("who", "changes"),
    [
        ("head", True),
        ("dsl", True),
        ("deputy", True),
        ("office", True),
        ("teacher", True),
        ("keeper", False),
        ("governor", False),
        ("chair", False),
    ],
)
def test_everybody_of_the_school_reads_and_some_change(cast: Cast, who: str, changes: bool) -> None:
    lesson = plan_lesson(cast.oakfield, cast.teacher, on=TODAY)
    offer = make_offer(cast.oakfield, cast.office)
    client = client_of(getattr(cast, who))
    reading = [
        GRID, LIST, f"{LIST}csv/", "/lessons/grid/csv/", f"/lessons/{lesson.pk}/",
        "/lessons/offers/", "/lessons/offers/file/csv/", f"/lessons/offers/{offer.pk}/",
    ]  # fmt: skip
    changing = [
        RECORD, PLAN, "/lessons/years/", "/lessons/offers/record/",
        *(f"/lessons/{lesson.pk}/{act}/" for act in ("taught", "correct", "withdraw")),
        *(f"/lessons/offers/{offer.pk}/{act}/" for act in ("correct", "withdraw")),
    ]  # fmt: skip

    for urls, allowed in ((reading, True), (changing, changes)):
        for url in urls:
            assert client.get(url).status_code == (200 if allowed else 404), url
    assert ("Record a lesson" in text_of(fetch_page(client, GRID))) == changes


def test_the_head_of_another_school_finds_nothing_of_this_one(cast: Cast) -> None:
    lesson = plan_lesson(cast.oakfield, cast.teacher, on=TODAY, title="Canary lesson")
    offer = make_offer(cast.oakfield, cast.office, what="Canary offer")
    stranger = client_of(cast.stranger)

    for url in (
        *(f"/lessons/{lesson.pk}/{act}" for act in ("", "taught/", "correct/", "withdraw/")),
        *(f"/lessons/offers/{offer.pk}/{act}" for act in ("", "correct/", "withdraw/")),
    ):
        assert stranger.get(url).status_code == 404, url
    for url in (GRID, LIST, f"{LIST}csv/", "/lessons/offers/", "/lessons/offers/file/csv/"):
        assert b"Canary" not in stranger.get(url).content, url
