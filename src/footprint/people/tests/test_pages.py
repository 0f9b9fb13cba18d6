"""The register's pages: who may open them, what they show, what they say."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from footprint.people import actions
from footprint.people.models import FamilyLink, Leaving, Part, Person, Relation
from footprint.people.tests.factories import make_parent, make_person
from footprint.people.tests.files import PUPILS, confirm, take_in
from footprint.rulebook.terms import Audience
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

LIST = "/people/"
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _on_a_monday() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office(cast: Cast) -> Client:
    return client_of(cast.office)


def url(name: str, pk: int) -> str:
    return reverse(f"people:{name}", args=[pk])


def day(name: str, value: Any) -> dict[str, str]:
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }


# --- who may ---

MAY_READ = {"head", "dsl", "deputy", "office"}
EVERYBODY = (
    "head", "dsl", "deputy", "office", "keeper", "teacher", "governor", "chair", "trust_lead",
)  # fmt: skip


def addresses(cast: Cast) -> dict[str, str]:
    """One of every page about Oakfield."""
    pupil, gone = make_person(cast.oakfield), make_person(cast.oakfield, left_on=TODAY)
    parent = make_parent(of=pupil)
    part = actions.give_part(
        person=parent, audience=Audience.GOVERNOR, since=None, by=cast.head, now=NOW
    )
    leaver = make_person(cast.oakfield)
    leaving = actions.record_leaving(person=leaver, on=TODAY, by=cast.head, now=NOW)
    waiting = confirm(cast, take_in(cast, PUPILS))
    fresh = take_in(cast, PUPILS.replace("UPN", "Number"))
    link = FamilyLink.objects.get()
    return {
        "list": LIST,
        "export": "/people/export/csv/",
        "show": url("show_person", pupil.pk),
        "add": "/people/add/?part=pupil",
        "change": url("change_person", pupil.pk),
        "give": url("give_part", pupil.pk),
        "end": url("end_part", part.pk),
        "link": url("link_family", pupil.pk),
        "change link": url("change_link", link.pk),
        "unlink": url("unlink_family", link.pk),
        "leaving": url("record_leaving", pupil.pk),
        "undo": url("undo_leaving", leaving.pk),
        "return": url("record_return", gone.pk),
        "classes": "/people/classes/",
        "imports": "/people/imports/",
        "upload": "/people/imports/add/",
        "columns": url("choose_columns", fresh.pk),
        "preview": url("preview_import", waiting.pk),
        "set aside": url("set_import_aside", waiting.pk),
    }


@pytest.mark.parametrize("who", EVERYBODY)
def test_only_those_who_keep_the_register_open_it(cast: Cast, who: str) -> None:
    client = client_of(getattr(cast, who))
    expected = 200 if who in MAY_READ else 404
    found = {name: client.get(each).status_code for name, each in addresses(cast).items()}
    assert set(found.values()) == {expected}, found


def test_another_schools_head_finds_nothing(cast: Cast) -> None:
    client = client_of(cast.stranger)
    for name, each in addresses(cast).items():
        response = client.get(each)
        if name in ("list", "export", "add", "classes", "imports", "upload"):
            assert b"Applegarth" not in response.content, name
        else:
            assert response.status_code == 404, name


def test_another_schools_head_changes_nothing(cast: Cast) -> None:
    client = client_of(cast.stranger)
    before = [list(model.objects.values()) for model in (Person, Part, FamilyLink)]
    for name, each in addresses(cast).items():
        if name not in ("list", "export", "add", "classes", "imports", "upload"):
            before = [list(model.objects.values()) for model in (Person, Part, FamilyLink)]
            assert client.post(each, {"reason": "x"}).status_code == 404, name
    assert before == [list(model.objects.values()) for model in (Person, Part, FamilyLink)]


def test_without_a_second_factor_the_register_stays_shut(cast: Cast) -> None:
    client = client_of(cast.office, second_factor=False)
    assert client.get(LIST)["Location"] == reverse("users:need_second_factor")


# --- the list ---


def test_an_empty_register_says_what_to_do_first(office: Client) -> None:
    assert "Bring in the pupils first" in text_of(fetch_page(office, LIST))


def test_tabs_count_and_show_their_part_and_nobody_elses(cast: Cast, office: Client) -> None:
    cast.oakfield.governors_word = "LCMs"
    cast.oakfield.save()
    make_person(cast.oakfield, given_name="Tolly", class_name="3B", year_group=3)
    make_person(cast.oakfield, Audience.GOVERNOR, given_name="Gwen")
    make_person(cast.oakfield, Audience.STAFF, given_name="Gone", left_on=TODAY)
    make_person(cast.riverside, given_name="Sol")

    pupils = text_of(fetch_page(office, LIST))
    assert "Tolly" in pupils
    assert "Year 3" in pupils
    assert "LCMs (1)" in pupils
    assert "Staff (0)" in pupils
    assert not {"Gwen", "Gone", "Sol"} & set(pupils.replace(",", "").split())
    assert "Gwen" in text_of(fetch_page(office, f"{LIST}?part=governor"))
    assert "Gone" in text_of(fetch_page(office, f"{LIST}?part=left"))
    assert "Tolly" in text_of(fetch_page(office, f"{LIST}?part=nonsense"))


@pytest.mark.parametrize(
    ("words", "found"), [("tol app", True), ("3b", True), ("zz", False), ("%", False)]
)
def test_the_list_filters_by_name_and_class(
    cast: Cast, office: Client, words: str, found: bool
) -> None:
    make_person(cast.oakfield, given_name="Tolly", class_name="3B")
    page = text_of(fetch_page(office, f"{LIST}?words={words.replace('%', '%25')}"))
    assert ("Applegarth" in page) is found


@pytest.mark.parametrize("part", ["pupil", "parent", "everybody", "left"])
def test_the_list_asks_as_much_of_the_database_for_hundreds_as_for_one(
    cast: Cast,
    office: Client,
    part: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    left = TODAY if part == "left" else None
    for _ in range(60):
        make_parent(of=make_person(cast.oakfield, left_on=left), left_on=left)
    office.get(LIST)
    with django_assert_max_num_queries(20):
        fetch_page(office, f"{LIST}?part={part}")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_list_is_saved_as_a_file(cast: Cast, office: Client, form: str) -> None:
    make_person(cast.oakfield, given_name="=Tolly", class_name="3B")
    response = office.get(f"/people/export/{form}/?part=pupil")
    assert response.status_code == 200
    if form == "csv":
        (row,) = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
        assert (row["First name"], row["Class"], row["Parts"]) == ("'=Tolly", "3B", "Pupil")


# --- one person ---


def test_a_person_is_added_with_only_the_fields_of_their_part(cast: Cast, office: Client) -> None:
    assert "What are they here?" in text_of(fetch_page(office, "/people/add/"))
    pupil = fetch_page(office, "/people/add/?part=pupil")
    names = {str(node.attributes.get("name")) for node in pupil.css("main input, main select")}
    assert {"given_name", "born_on_day", "year_group"} <= names
    assert not {"phone", "account"} & names
    staff = fetch_page(office, "/people/add/?part=staff")
    names = {str(node.attributes.get("name")) for node in staff.css("main input, main select")}
    assert {"phone", "account"} <= names
    assert not {"born_on_day", "year_group"} & names

    response = office.post(
        "/people/add/?part=staff",
        {"given_name": "Tess", "family_name": "Teacher", "account": cast.teacher.pk},
    )
    tess = Person.objects.get()
    assert response["Location"] == url("show_person", tess.pk)
    assert tess.user == cast.teacher
    assert "teacher@oakfield.example" in text_of(fetch_page(office, response["Location"]))


def test_no_page_asks_for_a_private_profile(cast: Cast, office: Client) -> None:
    """Names of platforms, handles and profiles have no field anywhere in this room."""
    for part in Audience:
        page = fetch_page(office, f"/people/add/?part={part}")
        fields = {
            str(node.attributes.get("name"))
            for node in page.css("main input, main select, main textarea")
        }
        assert fields <= {
            "csrfmiddlewaretoken", "given_name", "family_name", "known_as", "year_group",
            "class_name", "born_on_day", "born_on_month", "born_on_year", "email", "phone",
            "external_id", "joined_on_day", "joined_on_month", "joined_on_year", "account",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"given_name": ""}, "Enter first name"),
        ({"external_id": "P1"}, "Somebody else in the register has this key"),
        (day("born_on", TODAY + timedelta(days=1)), "date of birth"),
        ({"email": "x"}, "email address in the correct format"),
    ],
)
def test_what_is_wrong_with_a_person_is_said(
    cast: Cast, office: Client, change: dict[str, str], sentence: str
) -> None:
    make_person(cast.oakfield, external_id="P1")
    data: dict[str, object] = {"given_name": "Wilf", "family_name": "Hart", **change}
    page = text_of(post_page(office, "/people/add/?part=pupil", data))
    assert sentence.casefold() in page.casefold()
    assert Person.objects.count() == 1


def test_a_person_is_changed(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, class_name="3B")
    data = {"given_name": "Tolly", "family_name": "Hart", "class_name": "4B", "year_group": "4"}
    assert office.post(url("change_person", person.pk), data).status_code == 302
    person.refresh_from_db()
    assert (person.family_name, person.class_name, person.year_group) == ("Hart", "4B", 4)


def test_nobody_unlinks_their_own_account(cast: Cast, office: Client) -> None:
    me = make_person(cast.oakfield, Audience.STAFF, user=cast.office)
    data: dict[str, object] = {"given_name": "Olive", "family_name": "Office", "account": ""}
    page = text_of(post_page(office, url("change_person", me.pk), data))
    assert "Ask somebody else" in page
    me.refresh_from_db()
    assert me.user == cast.office


def test_parts_are_added_and_ended(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, Audience.PARENT)
    data = {"audience": "governor", **day("since", TODAY)}
    office.post(url("give_part", person.pk), data)
    assert "Governor, since 16 November 2026" in text_of(
        fetch_page(office, url("show_person", person.pk))
    )
    for audience, left in (("governor", 1), ("parent", 1)):
        part = person.parts.get(audience=audience)
        office.post(url("end_part", part.pk), day("until", TODAY))
        assert person.parts.current().count() == left
    only = person.parts.get(audience="parent")
    page = text_of(post_page(office, url("end_part", only.pk), dict(day("until", TODAY))))
    assert "Record that they leave instead" in page


# --- family ---


def test_family_is_found_by_name_and_linked_the_right_way_round(cast: Cast, office: Client) -> None:
    pupil = make_person(cast.oakfield, given_name="Tolly")
    parent = make_person(cast.oakfield, Audience.PARENT, given_name="Marnie")
    stranger = make_person(cast.riverside, given_name="Marnie")
    search = f"{url('link_family', parent.pk)}?words=Tolly"
    assert "Tolly" in text_of(fetch_page(office, search))
    found = fetch_page(office, f"{url('link_family', pupil.pk)}?words=Marnie")
    assert not found.css(f'input[value="{stranger.pk}"][name=relative]')

    office.post(search, {"relative": pupil.pk, "relation": "parent", "may_give_permission": "on"})

    link = FamilyLink.objects.get()
    assert (link.person, link.relative, link.may_give_permission) == (pupil, parent, True)
    assert "Child" in text_of(fetch_page(office, url("show_person", parent.pk)))


def test_somebody_who_was_not_found_by_the_search_cannot_be_linked(
    cast: Cast, office: Client
) -> None:
    pupil, other = make_person(cast.oakfield), make_person(cast.riverside, Audience.PARENT)
    data: dict[str, object] = {"relative": other.pk, "relation": "parent"}
    post_page(office, f"{url('link_family', pupil.pk)}?words=Marnie", data)
    assert not FamilyLink.objects.exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda link: (url("unlink_family", link.pk), {}),
        lambda link: (
            url("change_link", link.pk),
            {"relation": "other", "may_give_permission": ""},
        ),
    ],
)
def test_nobody_changes_their_own_family(
    cast: Cast, office: Client, act: Callable[[FamilyLink], tuple[str, dict[str, str]]]
) -> None:
    """Or a member of staff could let themselves in to a matter about their own child."""
    link = FamilyLink.objects.create(
        person=make_person(cast.oakfield),
        relative=make_person(cast.oakfield, Audience.STAFF, user=cast.office),
        relation=Relation.PARENT,
    )
    address, data = act(link)
    office.post(address, data)
    link.refresh_from_db()
    assert link.relation == Relation.PARENT
    client_of(cast.head).post(address, data)
    assert not FamilyLink.objects.filter(relation=Relation.PARENT).exists()


# --- leaving ---


def test_leaving_says_what_will_happen_and_does_it(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    page = text_of(fetch_page(office, url("record_leaving", person.pk)))
    assert "teacher@oakfield.example is switched off" in page

    office.post(url("record_leaving", person.pk), day("on", TODAY))

    assert not User.objects.get(pk=cast.teacher.pk).is_active
    shown = text_of(fetch_page(office, url("show_person", person.pk)))
    assert "not here since 16 November 2026" in shown
    assert "It was a mistake: undo it" in shown


def test_parents_who_have_no_other_child_leave_with_the_pupil_if_ticked(
    cast: Cast, office: Client
) -> None:
    pupil, sister = make_person(cast.oakfield), make_person(cast.oakfield)
    alone, both = make_parent(of=pupil, given_name="Alone"), make_parent(of=pupil)
    FamilyLink.objects.create(person=sister, relative=both, relation=Relation.PARENT)
    page = fetch_page(office, url("record_leaving", pupil.pk))
    offered = [node.attributes["value"] for node in page.css("input[name=with_them]")]
    assert offered == [str(alone.pk)]

    data = {**day("on", TODAY), "with_them": [str(alone.pk)]}
    office.post(url("record_leaving", pupil.pk), data)

    assert set(Person.objects.left(TODAY)) == {pupil, alone}


def test_undoing_asks_for_the_reason(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    leaving = actions.record_leaving(person=person, on=TODAY, by=cast.office, now=NOW)
    post_page(office, url("undo_leaving", leaving.pk), {"reason": ""})
    assert Leaving.objects.standing().exists()
    office.post(url("undo_leaving", leaving.pk), {"reason": "Wrong person"})
    assert User.objects.get(pk=cast.teacher.pk).is_active
    assert "“Wrong person”" in text_of(fetch_page(office, url("show_person", person.pk)))


def test_somebody_is_back(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    actions.record_leaving(person=person, on=TODAY, by=cast.office, now=NOW)
    data = {"audiences": ["volunteer"], "with_account": "on", **day("on", TODAY)}
    office.post(url("record_return", person.pk), data)
    assert [part.audience for part in person.parts.current()] == ["volunteer"]
    assert User.objects.get(pk=cast.teacher.pk).is_active


def test_nobody_is_offered_their_own_leaving(cast: Cast, office: Client) -> None:
    me = make_person(cast.oakfield, Audience.STAFF, user=cast.office)
    assert not fetch_page(office, url("show_person", me.pk)).css('[href$="/leaves/"]')
    page = post_page(office, url("record_leaving", me.pk), dict(day("on", TODAY)))
    assert "Nobody ends their own access" in text_of(page)
    assert User.objects.get(pk=cast.office.pk).is_active


# --- classes ---


def a_school_of_classes(cast: Cast) -> None:
    for year, name in ((3, "3B"), (3, "3B"), (4, "4B"), (6, "Owls")):
        make_person(cast.oakfield, year_group=year, class_name=name)


def test_classes_move_up_only_after_a_preview(cast: Cast, office: Client) -> None:
    a_school_of_classes(cast)
    page = fetch_page(office, "/people/classes/")
    assert page.css_first('input[name="class0"]').attributes["value"] == "4B"  # type: ignore[union-attr]
    data: dict[str, object] = {
        "what0": "up", "class0": "4B", "pupils0": "2",
        "what1": "up", "class1": "5B", "pupils1": "1",
        "what2": "leave", "class2": "", "pupils2": "1",
        **day("leaves_on", TODAY),
    }  # fmt: skip

    preview = post_page(office, "/people/classes/", data)
    assert "Year 3, 3B (2): moves to Year 4, 4B" in text_of(preview)
    assert "Year 6, Owls (1): leaves the school" in text_of(preview)
    assert Person.objects.filter(class_name="3B").count() == 2

    sure = preview.css_first("button[name=sure]")
    assert sure is not None
    changed = {**data, "class0": "4X", "sure": sure.attributes["value"]}
    assert "moves to Year 4, 4X" in text_of(post_page(office, "/people/classes/", changed))
    assert Person.objects.filter(class_name="3B").count() == 2

    office.post("/people/classes/", {**data, "sure": sure.attributes["value"]})
    here = Person.objects.present(TODAY)
    assert sorted(here.values_list("year_group", "class_name")) == [(4, "4B"), (4, "4B"), (5, "5B")]
    assert Person.objects.left(TODAY).get().class_name == "Owls"


def test_a_class_that_changed_since_the_preview_is_not_moved(cast: Cast) -> None:
    a_school_of_classes(cast)
    move = actions.Move(3, "3B", pupils=1, to_year=4, to_class="4B")
    with pytest.raises(actions.ClassChanged):
        actions.move_classes(school=cast.oakfield, moves=[move], by=cast.office, now=NOW)
    assert Person.objects.filter(class_name="3B").count() == 2


def test_leavers_need_a_day(cast: Cast, office: Client) -> None:
    a_school_of_classes(cast)
    data: dict[str, object] = {"what0": "stay", "what1": "stay", "what2": "leave"}
    page = text_of(post_page(office, "/people/classes/", data))
    assert "Enter the day from which the leavers are not here" in page
