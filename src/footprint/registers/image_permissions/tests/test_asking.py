"""Asking by mail and on paper, reminding twice, and stopping."""

import re
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from pypdfium2 import PdfDocument

from footprint.audit.models import Event
from footprint.notices.models import Notice
from footprint.people.models import FamilyLink, Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.givers import open_givers
from footprint.registers.image_permissions.jobs import remind_of_pictures, remind_of_protections
from footprint.registers.image_permissions.models import (
    ImageRequest,
    ImageUse,
    Protection,
    ProtectionReason,
)
from footprint.registers.image_permissions.tests.factories import make_protection, say
from footprint.registers.image_permissions.waiting import waiting_for
from footprint.rulebook.terms import Audience
from footprint.schools.models import Closure
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

ASK = "/pictures/ask/"


def ask(cast: Cast, *givers: Person, now: datetime = NOW) -> int:
    return actions.ask_by_mail(school=cast.oakfield, givers=givers, by=cast.office, now=now)


def remind(days: int, hours: int = 0) -> int:
    with time_machine.travel(NOW + timedelta(days=days, hours=hours), tick=False):
        found: int = remind_of_pictures.func()
        return found


def test_the_page_counts_who_is_asked_and_how(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    make_parent(of=pupil)
    office = client_of(cast.office)
    shown = text_of(fetch_page(office, ASK))
    assert "Will be asked by e-mail 1" in shown
    assert "Have no e-mail address 1" in shown

    office.post(ASK)

    assert [notice.to for notice in Notice.objects.all()] == [parent.email]
    shown = text_of(fetch_page(office, ASK))
    assert "Were asked, and have not answered 1" in shown
    assert "Send" not in shown
    office.post(ASK)
    assert Notice.objects.count() == 1


def test_a_message_has_a_link_and_no_names(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, client: Client
) -> None:
    ask(cast, parent)

    notice = Notice.objects.get()
    for secret in (pupil.given_name, pupil.family_name, parent.given_name):
        assert secret not in notice.body + notice.subject
    found = re.search(r"/pictures/answer/\S+/", notice.body)
    assert found is not None
    assert "Pictures of Tolly" in text_of(fetch_page(client, found.group()))


def test_only_people_of_the_school_are_asked(cast: Cast) -> None:
    other = make_person(cast.riverside, Audience.PARENT, email="other@family.example")

    assert ask(cast, other) == 0
    givers = [other]
    assert actions.ask_on_paper(school=cast.oakfield, givers=givers, by=cast.office, now=NOW) == []


def test_who_is_asked_about_one_class_or_one_person(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    make_parent(of=make_person(cast.oakfield, class_name="5A"), email="b@family.example")
    office = client_of(cast.office)

    for query in ("?class_name=5A", f"?person={pupil.pk}"):
        assert "Will be asked by e-mail 1" in text_of(fetch_page(office, ASK + query))
    assert "Will be asked by e-mail 2" in text_of(fetch_page(office, ASK))
    assert office.get(f"{ASK}?person=987654").status_code == 404


def test_sheets_are_a_pdf_and_each_has_its_own_link(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    make_parent(of=pupil)
    sister = make_person(cast.oakfield, given_name="Wren", family_name="Applegarth")
    sister.relatives.create(relative=parent, relation="parent", may_give_permission=True)
    office = client_of(cast.office)

    response = office.post("/pictures/ask/sheets/")

    assert response["Content-Type"] == "application/pdf"
    sheets = [page.get_textpage().get_text_range() for page in PdfDocument(response.content)]
    assert len(sheets) == 2
    [both] = [sheet for sheet in sheets if "Wren Applegarth" in sheet]
    assert "Tolly Applegarth (4B)" in both
    links = {found for sheet in sheets for found in re.findall(r"/pictures/answer/\S+/", sheet)}
    assert len(links) == 2
    assert ImageRequest.objects.open().count() == 2
    assert Event.objects.get(action="image_permissions.asked").details == {"people": 2}
    assert office.get("/pictures/ask/sheets/").status_code == 405


def test_from_whom_an_answer_is_wanted(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    other = make_parent(of=pupil)
    older = make_person(cast.oakfield, year_group=9)
    both = make_parent(of=older)
    staff = make_person(cast.oakfield, Audience.STAFF)

    def wanted() -> set[int]:
        return open_givers(school=cast.oakfield, on=NOW.date())

    assert wanted() == {parent.pk, other.pk, older.pk, both.pk, staff.pk}
    for use in uses.values():
        say(parent, pupil, use, yes=True, by=cast.office)
        say(both, older, use, yes=True, by=cast.office)
    assert wanted() == {older.pk, staff.pk}  # one parent's answer will do, an own view is beside it

    FamilyLink.objects.filter(relative=parent).update(may_give_permission=False)
    assert wanted() == {other.pk, older.pk, staff.pk}
    Person.objects.filter(pk=pupil.pk).update(left_on=NOW.date())
    assert wanted() == {older.pk, staff.pk}


def test_a_protected_childs_family_is_asked_like_every_other(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    make_protection(pupil, cast.dsl)

    assert open_givers(school=cast.oakfield, on=NOW.date()) == {parent.pk}


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, 0), (4, 0), (5, 0), (7, 1), (8, 1), (14, 1), (13, 1)],
)
def test_the_first_reminder_comes_after_five_school_days(
    cast: Cast, uses: dict[str, ImageUse], parent: Person, days: int, expected: int
) -> None:
    """Asked on a Monday: due on the next Monday."""
    ask(cast, parent)

    assert remind(days) == (expected if days != 13 else 0)  # a Sunday reminds nobody


def test_two_reminders_and_then_it_stops(
    cast: Cast, uses: dict[str, ImageUse], parent: Person
) -> None:
    ask(cast, parent)

    sent = [remind(days) for days in range(40)]

    assert [day for day, count in enumerate(sent) if count] == [7, 14]
    request = ImageRequest.objects.get()
    assert request.reminders == 2
    assert request.stopped_at == NOW + timedelta(days=21)
    assert Notice.objects.count() == 3


def test_a_reminder_goes_once_however_often_the_job_runs(
    cast: Cast, uses: dict[str, ImageUse], parent: Person
) -> None:
    ask(cast, parent)

    assert [remind(7), remind(7, hours=1), remind(8)] == [1, 0, 0]


def test_closed_days_do_not_count(cast: Cast, uses: dict[str, ImageUse], parent: Person) -> None:
    Closure.objects.create(
        school=cast.oakfield,
        first_day=date(2026, 11, 17),
        last_day=date(2026, 11, 20),
        name="Half term",
    )
    ask(cast, parent)

    assert [day for day in range(20) if remind(day)] == [11, 18]


@pytest.mark.parametrize("gone", ["answered", "left", "no right"])
def test_nobody_is_reminded_of_what_needs_no_answer(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, gone: str
) -> None:
    ask(cast, parent)
    other = make_parent(of=pupil)
    if gone == "answered":
        for use in uses.values():
            say(other, pupil, use, yes=False, by=cast.office)
    elif gone == "left":
        Person.objects.filter(pk=pupil.pk).update(left_on=NOW.date())
    else:
        FamilyLink.objects.filter(relative=parent).update(may_give_permission=False)

    assert remind(7) == 0
    assert ImageRequest.objects.get(giver=parent).stopped_at is not None


def test_a_reminder_has_a_link_that_works(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person, client: Client
) -> None:
    ask(cast, parent)
    remind(7)

    found = re.search(r"/pictures/answer/\S+/", Notice.objects.latest("pk").body)
    assert found is not None
    with time_machine.travel(NOW + timedelta(days=7), tick=False):
        assert "Pictures of Tolly" in text_of(fetch_page(client, found.group()))


def test_who_stopped_may_be_asked_again(
    cast: Cast, uses: dict[str, ImageUse], parent: Person
) -> None:
    ask(cast, parent)
    remind(30)

    assert ask(cast, parent, now=NOW + timedelta(days=31)) == 1


def test_a_protection_is_looked_at_again_by_the_leads_alone(cast: Cast, pupil: Person) -> None:
    protection = actions.protect(
        person=pupil,
        reason=ProtectionReason.COURT_ORDER,
        note="A note for us",
        review_on=NOW.date() + timedelta(days=3),
        by=cast.dsl,
        now=NOW,
    )
    assert remind_of_protections.func() == 0

    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        assert remind_of_protections.func() == 2
        assert remind_of_protections.func() == 0

    assert {notice.to for notice in Notice.objects.all()} == {cast.dsl.email, cast.deputy.email}
    for notice in Notice.objects.all():
        assert pupil.given_name not in notice.body + notice.subject
        assert "court" not in (notice.body + notice.subject).lower()
    assert Protection.objects.current().get() == protection  # it does not end by itself


def test_what_waits_for_whom(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    ask(cast, parent)
    remind(30)
    contested = make_person(cast.oakfield, given_name="Wren")
    say(make_parent(of=contested), contested, uses["website"], yes=True, by=cast.office)
    say(make_parent(of=contested), contested, uses["website"], yes=False, by=cast.office)
    agreed = make_person(cast.oakfield, year_group=9)
    say(make_parent(of=agreed), agreed, uses["website"], yes=True, by=cast.office)
    say(agreed, agreed, uses["website"], yes=False, by=cast.office)  # a view, no disagreement
    protection = actions.protect(
        person=pupil,
        reason=ProtectionReason.ADOPTED,
        note="",
        review_on=NOW.date(),
        by=cast.dsl,
        now=NOW,
    )

    def waits(user: User) -> tuple[list[Person], list[Person], list[Protection]]:
        found = waiting_for(user, cast.oakfield, on=NOW.date())
        return found.disagree, [each.giver for each in found.unanswered], found.to_review

    assert waits(cast.office) == ([contested], [parent], [])
    assert waits(cast.dsl) == ([contested], [parent], [protection])
    assert waits(cast.teacher) == ([], [], [])
    assert waiting_for(cast.dsl, cast.oakfield, on=NOW.date()).count == 3
