"""The pages for staff: the register, one person, paper, and who may open which."""

import csv
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from footprint.people.models import FamilyLink, Person, Relation
from footprint.people.tests.factories import make_parent, make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.image_permissions.models import Answer, ImagePermission, ImageUse
from footprint.registers.image_permissions.tests.factories import make_protection, make_uses, say
from footprint.rulebook.terms import Audience, ClauseName
from footprint.rulebook.tests.factories import clause, policy
from tests.cast import Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

LIST = "/pictures/"
STAFF = ("head", "dsl", "deputy", "office", "keeper", "teacher", "governor", "chair")
READERS = ("head", "dsl", "deputy", "office", "keeper")
CHANGERS = ("head", "dsl", "deputy", "office")
PROTECTORS = ("head", "dsl", "deputy")


@pytest.fixture
def office(cast: Cast) -> Client:
    return client_of(cast.office)


def at(name: str, *keys: object) -> str:
    return reverse(f"image_permissions:{name}", args=keys)


def test_who_may_open_which_page(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    answer = say(parent, pupil, uses["website"], yes=True, by=cast.office)
    protection = make_protection(make_person(cast.oakfield), cast.dsl)
    table = {
        LIST: READERS,
        at("show_person", pupil.pk): READERS,
        at("export_permissions", "csv"): READERS,
        at("check_picture"): (*READERS, "teacher"),
        at("ask_families"): CHANGERS,
        at("record_class"): CHANGERS,
        at("record_paper", pupil.pk): CHANGERS,
        at("strike_out", answer.pk): CHANGERS,
        at("list_protections"): PROTECTORS,
        at("protect_person", pupil.pk): PROTECTORS,
        at("end_protection", protection.pk): PROTECTORS,
    }
    for who in (*STAFF, "stranger"):
        client = client_of(getattr(cast, who))
        for url, allowed in table.items():
            own_list = who == "stranger" and str(pupil.pk) not in url
            if own_list and url not in (at("end_protection", protection.pk),):
                continue  # the other school has pages of its own at the same address
            status = client.get(url).status_code
            assert status == (200 if who in allowed else 404), (who, url)


@pytest.mark.parametrize("name", ["show_person", "record_paper", "protect_person"])
def test_the_other_school_finds_nobody_of_ours(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, name: str
) -> None:
    assert client_of(cast.stranger).get(at(name, pupil.pk)).status_code == 404


def test_reasons_need_the_second_factor(cast: Cast) -> None:
    client = client_of(cast.dsl, second_factor=False)

    assert client.get(at("list_protections"))["Location"] == reverse("users:need_second_factor")


def test_an_empty_register_says_what_to_do_first_and_starts(cast: Cast, office: Client) -> None:
    assert "Start with the usual uses" in text_of(fetch_page(office, LIST))

    office.post(at("start_register"))

    assert "Nobody is registered yet" in text_of(fetch_page(office, LIST))
    labels = ImageUse.objects.of_school(cast.oakfield.pk).values_list("kind", flat=True)
    assert list(labels) == ["inside_school", "website", "press", "trust"]


def test_the_register_says_each_answer_in_words(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, office: Client
) -> None:
    say(parent, pupil, uses["website"], yes=True, by=cast.office)
    say(parent, pupil, uses["press"], yes=False, by=cast.office)
    say(parent, pupil, uses["trust"], yes=True, by=cast.office)
    say(make_parent(of=pupil), pupil, uses["trust"], yes=False, by=cast.office)

    [row] = fetch_page(office, LIST).css("tbody tr")
    cells = [text_of(cell) for cell in row.css("th, td")]
    assert cells == [
        "Tolly Applegarth 4B", "No answer", "Yes", "No answer", "Do not publish",
        "They disagree",
    ]  # fmt: skip


def test_filters_by_name_class_and_what_is_missing(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, office: Client
) -> None:
    other = make_person(cast.oakfield, given_name="Wren", family_name="Sedgeley", class_name="5A")
    for use in uses.values():
        say(parent, pupil, use, yes=True, by=cast.office)

    def shown(query: str) -> list[str]:
        return [text_of(cell) for cell in fetch_page(office, LIST + query).css("tbody th a")]

    assert shown("?words=apple") == ["Tolly Applegarth"]
    assert shown("?class_name=5A") == [other.name]
    assert shown("?show=unanswered") == [other.name]
    assert shown("?show=disagree") == []
    assert shown("?who=adults") == []
    assert "Nobody fits" in text_of(fetch_page(office, LIST + "?words=nobody"))


def test_those_who_were_asked_and_leavers_have_a_filter_of_their_own(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, office: Client
) -> None:
    make_person(cast.oakfield, given_name="Wren", family_name="Sedgeley")
    office.post(at("ask_families"))

    def shown(query: str) -> list[str]:
        return [text_of(cell) for cell in fetch_page(office, LIST + query).css("tbody th a")]

    assert shown("?show=asked") == ["Tolly Applegarth"]
    say(parent, pupil, uses["website"], yes=True, by=cast.office)
    Person.objects.filter(pk=pupil.pk).update(left_on="2026-11-01")
    assert shown("?show=left") == ["Tolly Applegarth"]
    assert "Has left" in text_of(fetch_page(office, at("show_person", pupil.pk)))


def test_the_policy_is_cited_or_said_to_be_silent(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, office: Client
) -> None:
    assert "Your policy does not say." in text_of(fetch_page(office, LIST))
    sentence = "We ask before a photograph goes online."
    asks = clause(ClauseName.IMAGE_PERMISSION, sentence, permission_for=("photographs",))
    make_adopted(cast.oakfield, policy(asks), by=cast.head)

    for url in (LIST, at("show_person", pupil.pk)):
        assert sentence in text_of(fetch_page(office, url))


def test_the_list_takes_as_many_queries_for_fifty_as_for_one(
    cast: Cast,
    uses: dict[str, ImageUse],
    office: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(420):
        make_person(cast.oakfield, family_name=f"Applegarth-{number:03}", class_name="4B")
    office.get(LIST)  # what is read once for each worker

    with django_assert_max_num_queries(32):
        page = fetch_page(office, LIST)

    assert "420 people" in text_of(page)
    assert len(page.css("tbody tr")) == 50
    assert "Page 1 of 9" in text_of(page)
    assert len(fetch_page(office, f"{LIST}?page=9").css("tbody tr")) == 20


def test_the_export_has_every_row_and_no_sign_of_a_protection(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, office: Client
) -> None:
    refused = make_person(cast.oakfield, given_name="=Wren", family_name="Sedgeley")
    for use in uses.values():
        say(parent, pupil, use, yes=True, by=cast.office)
        say(make_parent(of=refused), refused, use, yes=False, by=cast.office)
    make_protection(pupil, cast.dsl)

    body = office.get(at("export_permissions", "csv")).content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(body)))

    assert rows[0][:4] == ["Family name", "First name", "Class", "Inside the school"]
    assert rows[1] == ["Applegarth", "Tolly", "4B", *["Do not publish"] * 5]
    assert rows[2][1:] == ["'=Wren", "", *["Do not publish"] * 5]
    assert office.get(at("export_permissions", "xlsx")).content[:2] == b"PK"
    assert office.get(at("export_permissions", "pdf")).status_code == 404


def test_a_paper_answer_is_recorded_and_shown_with_its_history(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, office: Client
) -> None:
    web = f"use-{uses['website'].pk}"
    url = at("record_paper", pupil.pk)
    assert "Choose yes or no" in text_of(post_page(office, url, {"giver": parent.pk}))
    assert "Choose who signed the paper" in text_of(post_page(office, url, {web: "yes"}))

    for answer in ("yes", "no"):
        assert office.post(url, {"giver": parent.pk, web: answer}).status_code == 302

    shown = text_of(fetch_page(office, at("show_person", pupil.pk)))
    assert "The school’s website: No: the yes was taken back" in shown
    assert "on paper, recorded by the office (Olive Office)" in shown
    assert "Until 16 November 2026" in shown
    assert ImagePermission.objects.current().get().answer == Answer.WITHDRAWN


def test_nobody_records_for_somebody_who_may_not_give_it(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, office: Client
) -> None:
    aunt = make_parent(of=pupil, may_give_permission=False)

    shown = text_of(fetch_page(office, at("record_paper", pupil.pk)))
    office.post(at("record_paper", pupil.pk), {"giver": aunt.pk, "use": "yes"})

    assert "Nobody is registered who may give permission" in shown
    assert not ImagePermission.objects.exists()


def test_a_class_is_recorded_in_one_go(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, office: Client
) -> None:
    wren = make_person(cast.oakfield, given_name="Wren", class_name="4B")
    mother, father = make_parent(of=wren), make_parent(of=wren)
    alone = make_person(cast.oakfield, given_name="Ash", class_name="4B")
    web, press = uses["website"].pk, uses["press"].pk
    url = f"{at('record_class')}?class_name=4B"
    page = fetch_page(office, url)
    assert "Nobody is registered who may give permission." in text_of(page)
    assert not page.css(f"[name=giver-{alone.pk}]")
    givers = {f"giver-{pupil.pk}": parent.pk, f"giver-{wren.pk}": father.pk}
    assert "at least one pupil" in text_of(post_page(office, url, {**givers}))

    filled = {
        **givers,
        f"answer-{pupil.pk}-{web}": "yes",
        f"answer-{pupil.pk}-{press}": "no",
        f"answer-{wren.pk}-{web}": "yes",
    }
    assert office.post(url, filled)["Location"] == "/pictures/?class_name=4B"

    stored = ImagePermission.objects.current().values_list("person_id", "giver_id", "answer")
    assert set(stored) == {
        (pupil.pk, parent.pk, "yes"),
        (pupil.pk, parent.pk, "no"),
        (wren.pk, father.pk, "yes"),
    }
    assert not ImagePermission.objects.given_by(mother).exists()


def test_a_mistake_is_struck_out_and_stays_in_the_history(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, office: Client
) -> None:
    answer = say(parent, pupil, uses["website"], yes=True, by=cast.office)
    url = at("strike_out", answer.pk)
    assert "Strike out this answer?" in text_of(fetch_page(office, url))

    office.post(url)

    shown = text_of(fetch_page(office, at("show_person", pupil.pk)))
    assert "Struck out on 16 November 2026 by Olive Office: recorded by mistake." in shown
    assert office.get(url).status_code == 404


def test_staff_do_not_open_their_own_family(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    """Who works in the office and is a parent reads neither the other parent's answers nor why."""
    dsl = make_person(cast.oakfield, Audience.STAFF, user=cast.dsl)
    FamilyLink.objects.create(person=pupil, relative=dsl, relation=Relation.PARENT)
    protection = make_protection(pupil, cast.head)
    client = client_of(cast.dsl)

    for url in (
        at("show_person", pupil.pk),
        at("record_paper", pupil.pk),
        at("protect_person", pupil.pk),
        at("end_protection", protection.pk),
    ):
        assert client.get(url).status_code == 404, url
        assert client_of(cast.head).get(url).status_code == 200, url
    for url in (LIST, at("list_protections")):
        assert pupil.name not in text_of(fetch_page(client, url))


def test_adults_are_in_the_register_and_parents_are_not(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, office: Client
) -> None:
    staff = make_person(cast.oakfield, Audience.STAFF, given_name="Maud")

    page = fetch_page(office, f"{LIST}?who=adults")

    assert [text_of(cell) for cell in page.css("tbody th a")] == [staff.name]
    assert "for themselves" in text_of(fetch_page(office, at("record_paper", staff.pk)))
    assert first(page, "h1").text() == "Permission for pictures"


def test_another_schools_uses_are_its_own(cast: Cast, uses: dict[str, ImageUse]) -> None:
    make_uses(cast.riverside)

    assert "Instagram" not in text_of(fetch_page(client_of(cast.stranger), LIST))
