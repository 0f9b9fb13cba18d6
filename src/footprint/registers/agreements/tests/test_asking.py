"""Asking: by e-mail, by printed link, reminders that stop."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from footprint.audit.models import Event
from footprint.notices.models import Notice
from footprint.people.actions import LinkNotUsable
from footprint.people.models import OneTimeLink, Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.agreements import actions
from footprint.registers.agreements.models import (
    AgreementText,
    Channel,
    ReminderPlan,
    SigningRequest,
    State,
)
from footprint.registers.agreements.tests.factories import make_text_in_use, record_paper
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.terms import AgreementAudience, Audience
from tests.cast import NOW, Cast

A = AgreementAudience
DAY = timedelta(days=1)
OPEN = SchoolCalendar()


@pytest.fixture
def text(cast: Cast) -> AgreementText:
    return make_text_in_use(cast.oakfield, cast.office, A.PARENTS)


def parent(cast: Cast, email: str = "marnie@mail.example", **fields: Any) -> Person:
    return make_parent(of=make_person(cast.oakfield, year_group=4), email=email, **fields)


def ask(text: AgreementText, *people: Person, cast: Cast, now: datetime = NOW) -> int:
    keys = [person.pk for person in people]
    return actions.ask(text=text, people=keys, by=cast.office, now=now)


def send_all(now: datetime = NOW) -> list[bool]:
    waiting = SigningRequest.objects.to_be_sent()
    return [actions.send_request(request=each, now=now) for each in waiting]


def plan(cast: Cast, most: int = 2, school_days: int = 5) -> ReminderPlan:
    return actions.plan_reminders(
        school=cast.oakfield, most=most, school_days=school_days, by=cast.office, now=NOW
    )


def test_a_parent_is_asked_by_a_message_with_a_link_that_names_nobody(
    cast: Cast, text: AgreementText
) -> None:
    marnie = parent(cast)

    assert ask(text, marnie, cast=cast) == 1
    assert send_all() == [True]

    notice = Notice.objects.get()
    assert notice.to == "marnie@mail.example"
    token = re.search(r"/agreements/sign/([\w-]+)/", notice.body)
    assert token
    assert actions.find_question(token=token[1], now=NOW).person == marnie
    for name in (marnie.given_name, marnie.family_name, "Tolly"):
        assert name not in notice.body + notice.subject


def test_whoever_has_an_account_is_asked_to_sign_in(cast: Cast) -> None:
    text = make_text_in_use(cast.oakfield, cast.office, A.STAFF)
    tess = make_person(cast.oakfield, Audience.STAFF, user=cast.teacher, email="t@oak.example")

    ask(text, tess, cast=cast)
    send_all()

    assert Notice.objects.get().body.count("/agreements/mine/") == 1
    assert not OneTimeLink.objects.exists()


def test_pressed_twice_it_asks_once_and_next_day_again(cast: Cast, text: AgreementText) -> None:
    marnie = parent(cast)

    counts = [ask(text, marnie, cast=cast), ask(text, marnie, cast=cast)]
    counts.append(ask(text, marnie, cast=cast, now=NOW + DAY))

    assert counts == [1, 0, 1]
    assert Event.objects.filter(action="agreements.people_asked").count() == 2


def test_those_who_answered_or_have_no_address_are_passed_over(
    cast: Cast, text: AgreementText
) -> None:
    signed, declined, unreachable = parent(cast), parent(cast), parent(cast, email="")
    record_paper(text, signed, by=cast.office)
    record_paper(text, declined, by=cast.office, state=State.DECLINED)

    assert ask(text, signed, declined, unreachable, cast=cast) == 0
    assert not SigningRequest.objects.exists()


def test_a_request_is_sent_once_by_whichever_worker(cast: Cast, text: AgreementText) -> None:
    ask(text, parent(cast), cast=cast)
    request = SigningRequest.objects.to_be_sent().get()

    assert actions.send_request(request=request, now=NOW)
    assert not actions.send_request(request=request, now=NOW)
    assert Notice.objects.count() == 1


@pytest.mark.parametrize("why", ["answered", "left", "new text", "ended", "no address"])
def test_what_waited_too_long_is_not_sent(cast: Cast, text: AgreementText, why: str) -> None:
    marnie = parent(cast)
    ask(text, marnie, cast=cast)
    if why == "answered":
        record_paper(text, marnie, by=cast.office)
    elif why == "left":
        Person.objects.filter(pk=marnie.pk).update(left_on=NOW.date())
    elif why == "new text":
        make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    elif why == "no address":
        Person.objects.filter(pk=marnie.pk).update(email="")
    else:
        actions.stop_using(text=text, on=NOW.date(), by=cast.office, now=NOW)

    assert send_all() == [False]
    assert not Notice.objects.exists()
    assert not SigningRequest.objects.exists()


def test_a_change_of_wording_does_not_stop_a_request(cast: Cast, text: AgreementText) -> None:
    ask(text, parent(cast), cast=cast)
    make_text_in_use(cast.oakfield, cast.office, A.PARENTS, material=False)

    assert send_all() == [True]


def test_printed_links_work_and_end_the_ones_before(cast: Cast, text: AgreementText) -> None:
    unreachable, signed = parent(cast, email=""), parent(cast)
    record_paper(text, signed, by=cast.office)
    keys = [unreachable.pk, signed.pk]

    def make() -> actions.Links:
        return actions.make_links(text=text, people=keys, by=cast.office, now=NOW)

    [(first_person, first)], [(_, second)] = make(), make()

    assert first_person == unreachable
    assert actions.find_question(token=second, now=NOW).person == unreachable
    with pytest.raises(LinkNotUsable):
        actions.find_question(token=first, now=NOW)
    assert SigningRequest.objects.get().channel == Channel.SHEET


@pytest.mark.parametrize(
    ("most", "school_days", "days", "sent_on"),
    [
        (2, 5, 30, [7, 14]),  # asked on Monday the 16th: five school days are a week
        (1, 5, 30, [7]),
        (0, 5, 30, []),
        (3, 1, 6, [1, 2, 3]),
        (5, 3, 5, [3]),
    ],
)
def test_reminders_come_after_school_days_and_stop(
    cast: Cast, text: AgreementText, most: int, school_days: int, days: int, sent_on: list[int]
) -> None:
    marnie = parent(cast)
    ask(text, marnie, cast=cast)
    chosen = plan(cast, most, school_days)

    reminded = []
    for day in range(days):
        now = NOW + day * DAY
        if OPEN.is_working_day(now.date()):
            for _ in range(2):  # run twice, it reminds once
                if actions.remind(text=text, plan=chosen, calendar=OPEN, now=now):
                    reminded.append(day)

    assert reminded == sent_on
    assert SigningRequest.objects.reminders().count() == len(sent_on)


@pytest.mark.parametrize("why", ["signed", "declined", "left", "never asked", "no address"])
def test_nobody_is_reminded_without_a_reason(cast: Cast, text: AgreementText, why: str) -> None:
    marnie = parent(cast)
    if why != "never asked":
        ask(text, marnie, cast=cast)
    if why in ("signed", "declined"):
        record_paper(text, marnie, by=cast.office, state=State(why))
    if why == "left":
        Person.objects.filter(pk=marnie.pk).update(left_on=NOW.date() + DAY)
    if why == "no address":
        Person.objects.filter(pk=marnie.pk).update(email="")
    chosen = plan(cast)

    assert not actions.remind(text=text, plan=chosen, calendar=OPEN, now=NOW + 20 * DAY)


@pytest.mark.parametrize(("material", "reminded"), [(True, 0), (False, 1)])
def test_a_text_that_asks_anew_stops_the_reminders_of_the_old_one(
    cast: Cast, text: AgreementText, material: bool, reminded: int
) -> None:
    ask(text, parent(cast), cast=cast)
    new = make_text_in_use(cast.oakfield, cast.office, A.PARENTS, material=material)
    later = NOW + 20 * DAY

    assert actions.remind(text=new, plan=plan(cast), calendar=OPEN, now=later) == reminded


def test_the_school_changes_its_number(cast: Cast) -> None:
    plan(cast, 2, 5)
    plan(cast, 0, 5)

    assert ReminderPlan.objects.get().most == 0
    assert not ReminderPlan.objects.active().exists()
    assert Event.objects.filter(action="agreements.reminders_planned").count() == 2
