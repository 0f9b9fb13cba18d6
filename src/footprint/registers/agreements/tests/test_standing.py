"""Where people stand, in rows and in numbers; what the policy says; what waits for whom."""

import pytest

from footprint.people.models import Part, Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.agreements import actions
from footprint.registers.agreements.models import AgreementText, State
from footprint.registers.agreements.standing import (
    AudienceCount,
    Standing,
    audiences_of,
    class_names,
    classes_of,
    counts_of,
    in_class,
    members,
    only,
    standing_of,
    stands,
    without_a_year,
)
from footprint.registers.agreements.tests.factories import (
    SENTENCE,
    TODAY,
    make_text_in_use,
    policy_on_signing,
    record_paper,
)
from footprint.registers.agreements.waiting import to_answer, to_keep
from footprint.rulebook.policy import Plain
from footprint.rulebook.terms import AgreementAudience, Audience
from tests.cast import NOW, Cast

A = AgreementAudience


def count_of(cast: Cast, audience: AgreementAudience) -> AudienceCount:
    counts = counts_of(cast.oakfield.pk, on=TODAY)
    return next(each for each in counts if each.audience is audience)


def one_of_each(cast: Cast) -> tuple[AgreementText, dict[Standing, Person]]:
    """A text for parents, and a parent in each standing."""
    pupil = make_person(cast.oakfield, year_group=4, class_name="4 Oak")
    found = {each: make_parent(of=pupil, email="p@mail.example") for each in Standing}
    text = make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    record_paper(text, found[Standing.SIGNED], by=cast.office)
    record_paper(text, found[Standing.DECLINED], by=cast.office, state=State.DECLINED)
    waiting = [found[Standing.NOT_YET].pk]
    actions.ask(text=text, people=waiting, by=cast.office, now=NOW)
    return text, found


def test_everybody_stands_somewhere_and_the_numbers_say_the_same(cast: Cast) -> None:
    text, found = one_of_each(cast)

    assert {standing_of(row): row.pk for row in stands(text, on=TODAY)} == {
        standing: person.pk for standing, person in found.items()
    }
    for standing, person in found.items():
        assert only(stands(text, on=TODAY), standing).get() == person
    count = count_of(cast, A.PARENTS)
    assert (count.people, count.signed, count.declined) == (4, 1, 1)
    assert (count.not_yet, count.never_asked, count.unanswered) == (1, 1, 2)


def test_a_leaver_is_counted_no_more_and_a_joiner_was_not_asked(cast: Cast) -> None:
    _text, found = one_of_each(cast)
    Person.objects.filter(pk=found[Standing.SIGNED].pk).update(left_on=TODAY)
    make_parent(of=make_person(cast.oakfield, year_group=0))

    count = count_of(cast, A.PARENTS)

    assert (count.people, count.signed, count.never_asked) == (4, 0, 2)


def test_an_answer_taken_back_counts_no_more(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    text = make_text_in_use(cast.oakfield, cast.office)
    [answer] = record_paper(text, pupil, by=cast.office)
    actions.correct_answer(answer=answer, reason="A namesake", by=cast.office, now=NOW)

    assert standing_of(stands(text, on=TODAY).get()) is Standing.NEVER_ASKED


def test_the_newest_of_the_answers_that_count_is_the_answer(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    first = make_text_in_use(cast.oakfield, cast.office)
    record_paper(first, pupil, by=cast.office)
    second = make_text_in_use(cast.oakfield, cast.office, material=False)
    record_paper(second, pupil, by=cast.office, state=State.DECLINED)

    assert standing_of(stands(second, on=TODAY).get()) is Standing.DECLINED


def test_a_pupil_who_moves_up_is_asked_for_the_next_text(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=2)
    record_paper(make_text_in_use(cast.oakfield, cast.office, A.INFANTS), pupil, by=cast.office)
    juniors = make_text_in_use(cast.oakfield, cast.office)
    Person.objects.filter(pk=pupil.pk).update(year_group=3)

    assert count_of(cast, A.INFANTS).people == 0
    assert standing_of(stands(juniors, on=TODAY).get()) is Standing.NEVER_ASKED


def test_somebody_of_two_parts_falls_under_two_agreements(cast: Cast) -> None:
    person = make_parent(of=make_person(cast.oakfield, year_group=4))
    Part.objects.create(person=person, audience=Audience.STAFF.value)
    Part.objects.create(person=person, audience=Audience.GOVERNOR.value, until=TODAY)

    assert audiences_of(person) == [A.PARENTS, A.STAFF]
    for audience in AgreementAudience:
        inside = members(cast.oakfield.pk, audience, on=TODAY).contains(person)
        assert inside is (audience in audiences_of(person)), audience


def test_a_pupil_without_a_year_is_shown_as_a_gap(cast: Cast) -> None:
    pupil = make_person(cast.oakfield)
    make_person(cast.oakfield, year_group=0)
    make_person(cast.oakfield, Audience.STAFF)

    assert without_a_year(cast.oakfield.pk, on=TODAY).get() == pupil


def test_classes_filter_pupils_and_their_parents(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=4, class_name="4 Oak")
    other = make_person(cast.oakfield, year_group=3, class_name="3 Elm")
    mother, father, _ = make_parent(of=pupil), make_parent(of=pupil), make_parent(of=other)
    school = cast.oakfield.pk

    assert class_names(school, A.JUNIORS, on=TODAY) == ["3 Elm", "4 Oak"]
    assert class_names(school, A.PARENTS, on=TODAY) == ["3 Elm", "4 Oak"]
    assert class_names(school, A.STAFF, on=TODAY) == []
    juniors = members(school, A.JUNIORS, on=TODAY)
    parents = members(school, A.PARENTS, on=TODAY)
    assert list(in_class(juniors, A.JUNIORS, "4 Oak")) == [pupil]
    assert set(in_class(parents, A.PARENTS, "4 Oak")) == {mother, father}
    text = make_text_in_use(cast.oakfield, cast.office)
    record_paper(text, pupil, by=cast.office)
    assert classes_of(text, on=TODAY) == [("3 Elm", 1, 0), ("4 Oak", 1, 1)]


@pytest.mark.parametrize(
    ("said", "audience", "named", "gap"),
    [
        (None, A.STAFF, False, False),
        ({}, A.STAFF, False, False),
        ({"all_sign": True}, A.STAFF, True, True),
        ({"signed_by": ("staff",)}, A.STAFF, True, True),
        ({"signed_by": ("pupil",)}, A.STAFF, False, False),
        ({"all_sign": True}, A.GOVERNORS, True, False),  # none is in the register
    ],
)
def test_a_gap_is_whoever_the_policy_names_and_has_no_text(
    cast: Cast,
    said: dict[str, Plain] | None,
    audience: AgreementAudience,
    named: bool,
    gap: bool,
) -> None:
    make_person(cast.oakfield, Audience.STAFF)
    if said is not None:
        make_adopted(cast.oakfield, policy_on_signing(**said), cast.head)

    count = count_of(cast, audience)

    assert (count.ruling.named, count.is_gap) == (named, gap)
    quote = count.ruling.reason.quote
    assert (quote.text if quote else None) == (SENTENCE if named else None)
    make_text_in_use(cast.oakfield, cast.office, audience)
    assert not count_of(cast, audience).is_gap


def test_what_waits_for_whom(cast: Cast) -> None:
    make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    text = make_text_in_use(cast.oakfield, cast.office, A.STAFF)
    school = cast.oakfield.pk

    assert to_answer(cast.teacher, school, on=TODAY) == [text]
    assert to_answer(cast.head, school, on=TODAY) == []  # not in the register of people
    assert [each.audience for each in to_keep(cast.office, school, on=TODAY)] == [A.STAFF]
    assert to_keep(cast.teacher, school, on=TODAY) == []
    assert to_keep(cast.stranger, school, on=TODAY) == []

    person = Person.objects.get(user=cast.teacher)
    actions.answer_signed_in(
        text=text, person=person, seen=text.pk, state=State.DECLINED, by=cast.teacher, now=NOW
    )
    assert to_answer(cast.teacher, school, on=TODAY) == []
    assert to_keep(cast.office, school, on=TODAY) == []
