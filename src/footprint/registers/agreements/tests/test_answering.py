"""Answers: on paper, as a class, signed in, by link; history kept, mistakes taken back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from footprint.audit.models import Event
from footprint.people.actions import LinkNotUsable, make_link
from footprint.people.models import OneTimeLink, Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.agreements import actions
from footprint.registers.agreements.actions.answering import PURPOSE
from footprint.registers.agreements.models import Ended, How, Signature, State
from footprint.registers.agreements.tests.factories import (
    TODAY,
    make_text_in_use,
    record_paper,
)
from footprint.rulebook.terms import AgreementAudience, Audience
from footprint.users.models import User
from tests.cast import NOW, Cast

A = AgreementAudience


def staff(cast: Cast, user: User) -> Person:
    return make_person(cast.oakfield, Audience.STAFF, user=user, given_name="Tess")


def link_for(person: Person, audience: AgreementAudience = A.PARENTS) -> str:
    return make_link(person=person, purpose=PURPOSE, about=audience.value, by="a test", now=NOW)


def by_link(token: str, seen: int, state: State = State.SIGNED, name: str = "M. A.") -> Signature:
    return actions.answer_by_link(token=token, seen=seen, state=state, signed_as=name, now=NOW)


def test_a_class_signs_and_the_teacher_is_named(cast: Cast) -> None:
    pupils = [make_person(cast.oakfield, year_group=4) for _ in range(3)]
    text = make_text_in_use(cast.oakfield, cast.office)

    count = actions.record_answers(
        text=text,
        people=[pupil.pk for pupil in pupils[:2]],
        state=State.SIGNED,
        how=How.CLASS,
        signed_on=TODAY,
        by=cast.teacher,
        now=NOW,
    )

    assert count == 2
    for answer in Signature.objects.all():
        assert (answer.text, answer.how, answer.recorded_by) == (text, How.CLASS, cast.teacher)
    event = Event.objects.get(action="agreements.answers_recorded")
    assert event.by == cast.teacher.email
    assert event.details["signatures"] == sorted(Signature.objects.values_list("pk", flat=True))


def test_the_same_press_twice_records_once(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    text = make_text_in_use(cast.oakfield, cast.office)

    record_paper(text, pupil, by=cast.office)
    record_paper(text, pupil, by=cast.office)

    assert Signature.objects.count() == 1
    assert Event.objects.filter(action="agreements.answers_recorded").count() == 1


def test_whoever_declined_and_signs_later_has_both_on_record(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    text = make_text_in_use(cast.oakfield, cast.office)

    record_paper(text, pupil, by=cast.office, state=State.DECLINED)
    record_paper(text, pupil, by=cast.dsl)

    newest, before = Signature.objects.all()
    assert (newest.state, newest.ended_at) == (State.SIGNED, None)
    assert (before.state, before.ended_why) == (State.DECLINED, Ended.ANSWERED_ANEW)


@pytest.mark.parametrize(
    "who",
    ["another age", "a leaver", "an adult", "another school"],
)
def test_an_answer_is_of_somebody_whom_the_text_is_for(cast: Cast, who: str) -> None:
    person = {
        "another age": lambda: make_person(cast.oakfield, year_group=1),
        "a leaver": lambda: make_person(cast.oakfield, year_group=4, left_on=TODAY),
        "an adult": lambda: make_person(cast.oakfield, Audience.STAFF),
        "another school": lambda: make_person(cast.riverside, year_group=4),
    }[who]()
    fine = make_person(cast.oakfield, year_group=4)
    text = make_text_in_use(cast.oakfield, cast.office)

    with pytest.raises(actions.NotOfThisAudience):
        record_paper(text, fine, person, by=cast.office)
    assert not Signature.objects.exists()


@pytest.mark.parametrize("on", [date(2026, 8, 31), TODAY + timedelta(days=1)])
def test_nobody_signed_before_the_text_held_or_tomorrow(cast: Cast, on: date) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    text = make_text_in_use(cast.oakfield, cast.office, from_day=date(2026, 9, 1))

    with pytest.raises(actions.SignedBeforeItHeld):
        record_paper(text, pupil, by=cast.office, on=on)


def test_a_member_of_staff_signs_on_screen(cast: Cast) -> None:
    person = staff(cast, cast.teacher)
    text = make_text_in_use(cast.oakfield, cast.office, A.STAFF)

    answer = actions.answer_signed_in(
        text=text, person=person, seen=text.pk, state=State.SIGNED, by=cast.teacher, now=NOW
    )

    assert (answer.how, answer.recorded_by) == (How.SIGNED_IN, cast.teacher)
    assert Event.objects.get(action="agreements.answered").target == f"signature:{answer.pk}"


def test_nobody_signs_for_a_colleague(cast: Cast) -> None:
    person = staff(cast, cast.teacher)
    text = make_text_in_use(cast.oakfield, cast.office, A.STAFF)

    with pytest.raises(actions.NotOfThisAudience):
        actions.answer_signed_in(
            text=text, person=person, seen=text.pk, state=State.SIGNED, by=cast.head, now=NOW
        )
    assert not Signature.objects.exists()


def test_only_what_was_read_can_be_signed(cast: Cast) -> None:
    person = staff(cast, cast.teacher)
    parent = make_parent(of=make_person(cast.oakfield, year_group=4))
    token = link_for(parent)
    old = {A.STAFF: 0, A.PARENTS: 0}
    for audience in old:
        old[audience] = make_text_in_use(cast.oakfield, cast.office, audience).pk
    new = make_text_in_use(cast.oakfield, cast.office, A.STAFF)
    make_text_in_use(cast.oakfield, cast.office, A.PARENTS, material=False)

    with pytest.raises(actions.TextChangedMeanwhile):
        actions.answer_signed_in(
            text=new,
            person=person,
            seen=old[A.STAFF],
            state=State.SIGNED,
            by=cast.teacher,
            now=NOW,
        )
    with pytest.raises(actions.TextChangedMeanwhile):
        by_link(token, old[A.PARENTS])
    assert not Signature.objects.exists()
    assert actions.find_question(token=token, now=NOW).text.number == 2


@pytest.mark.parametrize("state", State)
def test_a_parent_answers_by_link_once(cast: Cast, state: State) -> None:
    parent = make_parent(of=make_person(cast.oakfield, year_group=4))
    text = make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    token = link_for(parent)

    answer = by_link(token, text.pk, state)

    assert (answer.person, answer.text, answer.state) == (parent, text, state)
    assert (answer.how, answer.signed_as, answer.recorded_by) == (How.LINK, "M. A.", None)
    assert Event.objects.get(action="agreements.answered").by == f"link: person {parent.pk}"
    with pytest.raises(LinkNotUsable):
        by_link(token, text.pk)
    assert Signature.objects.count() == 1


def test_a_link_that_was_not_spent_stores_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two presses at the same moment: the second finds the link spent, and its answer is undone."""
    parent = make_parent(of=make_person(cast.oakfield, year_group=4))
    text = make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    token = link_for(parent)
    question = actions.find_question(token=token, now=NOW)
    OneTimeLink.objects.update(used_at=NOW)
    monkeypatch.setattr(
        "footprint.registers.agreements.actions.answering.find_question", lambda **_: question
    )

    with pytest.raises(LinkNotUsable):
        by_link(token, text.pk)
    assert not Signature.objects.exists()


@pytest.mark.parametrize("why", ["left", "no text", "another purpose", "not theirs any more"])
def test_a_link_asks_only_what_is_still_to_be_asked(cast: Cast, why: str) -> None:
    parent = make_parent(of=make_person(cast.oakfield, year_group=4))
    token = link_for(parent)
    if why != "no text":
        make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    if why == "left":
        Person.objects.filter(pk=parent.pk).update(left_on=TODAY)
    if why == "another purpose":
        token = make_link(person=parent, purpose="images", about="parents", by="a test", now=NOW)
    if why == "not theirs any more":
        parent.parts.update(until=TODAY)

    with pytest.raises(LinkNotUsable):
        actions.find_question(token=token, now=NOW)


def test_a_mistake_is_taken_back_with_a_reason_and_stays_on_record(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    text = make_text_in_use(cast.oakfield, cast.office)
    [answer] = record_paper(text, pupil, by=cast.office)

    assert actions.correct_answer(answer=answer, reason="A namesake", by=cast.head, now=NOW)
    assert not actions.correct_answer(answer=answer, reason="Again", by=cast.dsl, now=NOW)

    answer.refresh_from_db()
    assert (answer.ended_why, answer.ended_by, answer.ended_reason) == (
        Ended.MISTAKE, cast.head, "A namesake",
    )  # fmt: skip
    assert record_paper(text, pupil, by=cast.office)[0].pk != answer.pk


def test_leavers_answers_end_once_and_others_stay(cast: Cast) -> None:
    leaver, other = (make_person(cast.oakfield, year_group=4) for _ in range(2))
    elsewhere = make_person(cast.riverside, year_group=4)
    text = make_text_in_use(cast.oakfield, cast.office)
    record_paper(text, leaver, other, by=cast.office)
    record_paper(make_text_in_use(cast.riverside, cast.stranger), elsewhere, by=cast.stranger)
    Person.objects.filter(pk__in=[leaver.pk, elsewhere.pk]).update(left_on=TODAY)

    def end() -> int:
        return actions.end_for_leavers(
            school_id=cast.oakfield.pk, on=TODAY, by="system: a test", now=NOW
        )

    assert (end(), end()) == (1, 0)
    assert Signature.objects.get(person=leaver).ended_why == Ended.LEFT
    assert Signature.objects.get(person=other).ended_at is None
    assert Signature.objects.get(person=elsewhere).ended_at is None
    assert Event.objects.filter(action="agreements.ended_for_leavers").count() == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"how": "link"},
        {"recorded_by": None},
        {"ended_at": NOW},
        {"ended_why": "left"},
    ],
)
def test_the_database_refuses_what_cannot_be(cast: Cast, broken: dict[str, object]) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    [answer] = record_paper(text, make_person(cast.oakfield, year_group=4), by=cast.office)

    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.filter(pk=answer.pk).update(**broken)


def test_the_database_keeps_one_current_answer_to_a_text(cast: Cast) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    [answer] = record_paper(text, make_person(cast.oakfield, year_group=4), by=cast.office)
    answer.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        answer.save(force_insert=True)
