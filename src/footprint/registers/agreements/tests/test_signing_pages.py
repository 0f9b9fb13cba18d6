"""Pages of those who sign: a class with its teacher, and oneself, signed in."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.registers.agreements.models import AgreementText, How, Signature, State
from footprint.registers.agreements.tests.factories import make_text_in_use, record_paper
from footprint.rulebook.terms import AgreementAudience, Audience
from footprint.users.permissions import GRANTS, Permission
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

A = AgreementAudience
MINE = "/agreements/mine/"
CLASSES = "/agreements/classes/"
OAK = "/agreements/classes/juniors/4%20Oak/"


@pytest.fixture(autouse=True)
def _on_that_monday(cast: Cast) -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def pupil(cast: Cast, family_name: str = "Applegarth", **fields: Any) -> Person:
    given: dict[str, Any] = {"year_group": 4, "class_name": "4 Oak", **fields}
    return make_person(cast.oakfield, family_name=family_name, **given)


# --- a class with its teacher ---


def test_a_class_signs_and_absent_pupils_are_left(cast: Cast) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    here, absent = pupil(cast, "Ash"), pupil(cast, "Birch")
    pupil(cast, "Elder", class_name="4 Elm")
    teacher = client_of(cast.teacher)
    assert "4 Oak : 0 of 2 signed" in text_of(fetch_page(teacher, CLASSES))

    page = fetch_page(teacher, OAK)
    shown = text_of(page)
    assert "We ask first." in shown
    assert "Recorded with your name: Tess Teacher" in shown
    assert "Elder" not in shown
    assert not page.css("input[name=people][checked]")
    data = {"seen": str(text.pk), "people": [str(here.pk)]}
    assert teacher.post(OAK, data)["Location"] == CLASSES

    assert "1 pupil of 4 Oak has signed. 1 is left" in text_of(fetch_page(teacher, CLASSES))
    answer = Signature.objects.get()
    assert (answer.person, answer.how, answer.recorded_by) == (here, How.CLASS, cast.teacher)
    left = fetch_page(teacher, OAK).css("input[name=people]")
    assert [node.attributes["value"] for node in left] == [str(absent.pk)]


def test_everybody_can_be_ticked_with_one_link_and_without_a_script(cast: Cast) -> None:
    make_text_in_use(cast.oakfield, cast.office)
    pupil(cast, "Ash"), pupil(cast, "Birch")

    page = fetch_page(client_of(cast.teacher), f"{OAK}?tick=all")

    assert len(page.css("input[name=people][checked]")) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"people": []}, "Tick everybody who signed"),
        ({"seen": "1234567"}, "The text has changed while you had it open"),
        ({"people": ["987654321"]}, "Somebody in the list has changed"),
    ],
)
def test_what_is_wrong_with_the_ticks_is_said(
    cast: Cast, data: dict[str, object], words: str
) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    one = pupil(cast)
    fine = {"seen": str(text.pk), "people": [str(one.pk)]}

    page = post_page(client_of(cast.teacher), OAK, {**fine, **data})

    assert words in text_of(first(page, ".govuk-error-summary"))
    assert not Signature.objects.exists()


def test_the_whiteboard_shows_nobody_as_having_declined(cast: Cast) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    record_paper(text, pupil(cast), by=cast.office, state=State.DECLINED)

    page = fetch_page(client_of(cast.teacher), OAK)

    assert "eclined" not in text_of(page)
    assert len(page.css("input[name=people]")) == 1


@pytest.mark.parametrize(
    "address",
    ["juniors/9 Fir/", "staff/4 Oak/", "infants/4 Oak/", "nobody/4 Oak/"],
    ids=["no such class", "no class of staff", "no text", "no such audience"],
)
def test_a_class_that_cannot_sign_is_not_found(cast: Cast, address: str) -> None:
    make_text_in_use(cast.oakfield, cast.office)
    make_text_in_use(cast.oakfield, cast.office, A.STAFF)
    pupil(cast)

    assert client_of(cast.teacher).get(f"{CLASSES}{address}").status_code == 404


def test_a_class_may_have_a_stroke_in_its_name(cast: Cast) -> None:
    make_text_in_use(cast.oakfield, cast.office)
    pupil(cast, class_name="3/4 Oak & Elm?")
    teacher = client_of(cast.teacher)

    address = first(fetch_page(teacher, CLASSES), "main li a").attributes["href"] or ""

    assert "3/4 Oak & Elm?" in text_of(fetch_page(teacher, address))


@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        ("head", True), ("dsl", True), ("office", True), ("keeper", True), ("teacher", True),
        ("governor", False),
    ],
)  # fmt: skip
def test_who_may_sign_with_a_class(cast: Cast, who: str, allowed: bool) -> None:
    make_text_in_use(cast.oakfield, cast.office)
    pupil(cast)
    client = client_of(getattr(cast, who))

    for url in (CLASSES, OAK):
        assert client.get(url).status_code == (200 if allowed else 404), url
    assert client.post(OAK, {}).status_code == (200 if allowed else 404)


def test_whoever_may_name_pupils_may_record_a_class_signing() -> None:
    """The class pages ask for PEOPLE_NAME; the table says that AGREEMENTS_SIGN records classes."""
    for role, granted in GRANTS.items():
        if Permission.PEOPLE_NAME in granted:
            assert Permission.AGREEMENTS_SIGN in granted, role


def test_a_teacher_of_another_school_finds_no_class_of_this_one(cast: Cast) -> None:
    make_text_in_use(cast.oakfield, cast.office)
    pupil(cast)

    assert client_of(cast.stranger).get(OAK).status_code == 404


# --- oneself, signed in ---


@pytest.fixture
def staff_text(cast: Cast) -> AgreementText:
    make_person(cast.oakfield, Audience.STAFF, user=cast.teacher, given_name="Tess")
    return make_text_in_use(cast.oakfield, cast.office, A.STAFF)


def test_who_is_not_in_the_register_is_told_what_to_do(cast: Cast) -> None:
    shown = text_of(fetch_page(client_of(cast.governor), MINE))

    assert "You are not in the register of people yet" in shown
    assert "Sign with a class" not in shown


@pytest.mark.parametrize(
    ("answer", "words"),
    [("signed", "Signed"), ("declined", "Declined: the policy still applies")],
)
def test_a_member_of_staff_answers_on_screen(
    cast: Cast, staff_text: AgreementText, answer: str, words: str
) -> None:
    teacher = client_of(cast.teacher)
    assert "Never asked" in text_of(fetch_page(teacher, MINE))
    page = fetch_page(teacher, f"{MINE}staff/")
    assert "We ask first." in text_of(page)

    sent = teacher.post(f"{MINE}staff/", {"seen": str(staff_text.pk), "answer": answer})

    assert sent["Location"] == MINE
    assert words in text_of(fetch_page(teacher, MINE))
    assert Signature.objects.get().state == answer
    assert "Your answer:" in text_of(fetch_page(teacher, f"{MINE}staff/"))


def test_who_reads_an_old_text_is_shown_the_new_one(cast: Cast, staff_text: AgreementText) -> None:
    new = make_text_in_use(cast.oakfield, cast.office, A.STAFF, reason="Phones stay in bags")
    teacher = client_of(cast.teacher)

    page = post_page(teacher, f"{MINE}staff/", {"seen": str(staff_text.pk), "answer": "signed"})

    assert "Read it again before you answer" in text_of(page)
    assert "What changed: Phones stay in bags" in text_of(page)
    assert first(page, "[name=seen]").attributes["value"] == str(new.pk)
    assert not Signature.objects.exists()


def test_nobody_opens_what_is_not_for_them(cast: Cast, staff_text: AgreementText) -> None:
    make_text_in_use(cast.oakfield, cast.office, A.GOVERNORS)
    teacher = client_of(cast.teacher)

    assert teacher.get(f"{MINE}governors/").status_code == 404
    assert teacher.get(f"{MINE}nobody/").status_code == 404
    assert client_of(cast.head).get(f"{MINE}staff/").status_code == 404
