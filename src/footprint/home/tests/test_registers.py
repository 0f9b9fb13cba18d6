"""The page of all registers: every door opens for whom it is shown, and says what waits behind."""

from datetime import timedelta

import pytest
from django.urls import reverse

from footprint.home.registers import REGISTERS, registers_for, tasks_for
from footprint.people.tests.factories import make_person
from footprint.registers.agreements.tests.factories import make_text_in_use
from footprint.registers.lessons.tests.factories import plan_lesson
from footprint.rulebook.terms import AgreementAudience, Audience
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

ON = NOW.date()
EVERYBODY = (
    "head",
    "dsl",
    "deputy",
    "office",
    "keeper",
    "teacher",
    "governor",
    "chair",
    "trust_lead",
)


@pytest.mark.parametrize("who", EVERYBODY)
def test_every_door_that_is_shown_opens(cast: Cast, who: str) -> None:
    user = getattr(cast, who)
    client = client_of(user)

    for register in registers_for(user, cast.oakfield.pk):
        assert client.get(reverse(register.url_name)).status_code == 200, register.url_name


@pytest.mark.parametrize("who", EVERYBODY)
def test_every_door_that_is_not_shown_is_shut(cast: Cast, who: str) -> None:
    user = getattr(cast, who)
    client = client_of(user)

    for register in set(REGISTERS) - set(registers_for(user, cast.oakfield.pk)):
        assert client.get(reverse(register.url_name)).status_code == 404, register.url_name


def test_a_teacher_finds_few_doors_and_the_head_finds_all(cast: Cast) -> None:
    teachers = {each.url_name for each in registers_for(cast.teacher, cast.oakfield.pk)}
    assert "image_permissions:check_picture" in teachers
    assert "people:list_people" not in teachers
    assert set(registers_for(cast.head, cast.oakfield.pk)) == set(REGISTERS)


def test_what_waits_is_said_with_a_link_here_and_on_today(cast: Cast) -> None:
    make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    make_text_in_use(cast.oakfield, cast.head, AgreementAudience.STAFF)

    [task] = tasks_for(cast.teacher, cast.oakfield, on=ON)

    assert (task.sentence, task.url) == (
        "1 agreement for you to sign",
        reverse("agreements:list_mine"),
    )
    for page in ("home:list_registers", "home:today"):
        shown = text_of(fetch_page(client_of(cast.teacher), reverse(page)))
        assert "1 agreement for you to sign" in shown


def test_a_planned_lesson_whose_day_has_passed_waits_for_whoever_planned_it(cast: Cast) -> None:
    plan_lesson(cast.oakfield, cast.teacher, on=ON - timedelta(days=1))

    [task] = tasks_for(cast.teacher, cast.oakfield, on=ON)

    assert (task.sentence, task.url) == (
        "1 planned lesson: was it taught?",
        reverse("lessons:list_lessons"),
    )
    assert tasks_for(cast.governor, cast.oakfield, on=ON) == []
