"""Uses kept in step, and answers that end and are never overwritten."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from footprint.audit.models import Event
from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.actions.uses import OWN_LABELS
from footprint.registers.image_permissions.answering import may_use
from footprint.registers.image_permissions.models import Answer, ImagePermission, ImageUse
from footprint.registers.image_permissions.tests.factories import say
from footprint.registers.image_permissions.wording import COLOURS, FOR_ALL, IN_A_WORD
from footprint.rulebook.decisions.permission import Given, Ground, MayUse
from footprint.rulebook.terms import PictureUse
from footprint.schools.models import School
from tests.cast import NOW, Cast

LATER = NOW + timedelta(hours=1)


def offered(school: School) -> dict[str, str]:
    uses = ImageUse.objects.of_school(school.pk).offered()
    return {use.key: use.label for use in uses}


def offer(school: School, *uses: actions.Use) -> None:
    actions.offer_uses(school=school, uses=uses, by="system: the test", now=NOW)


def test_the_words_are_whole() -> None:
    assert set(OWN_LABELS) | {PictureUse.OFFICIAL_ACCOUNT} == set(PictureUse)
    assert set(IN_A_WORD) == set(Ground)
    assert set(COLOURS) == set(FOR_ALL) == set(MayUse)
    assert {each.value for each in Answer} == {each.value for each in Given}


def test_accounts_join_the_usual_uses_and_stay_in_step(cast: Cast) -> None:
    offer(cast.oakfield, actions.Use("account:1", "Instagram: @oak"))
    offer(cast.oakfield, actions.Use("account:1", "Instagram: @oak"))
    assert Event.objects.filter(action="image_permissions.use_offered").count() == 5
    assert list(offered(cast.oakfield)) == [
        "inside_school",
        "website",
        "account:1",
        "press",
        "trust",
    ]

    offer(cast.oakfield, actions.Use("account:1", "Instagram: @oakfield"))
    assert offered(cast.oakfield)["account:1"] == "Instagram: @oakfield"
    offer(cast.oakfield)
    assert "account:1" not in offered(cast.oakfield)
    assert Event.objects.filter(action="image_permissions.use_ended").count() == 1


def test_a_use_that_comes_back_has_the_answers_that_it_had(cast: Cast, pupil: Person) -> None:
    account = actions.Use("account:1", "Instagram: @oak")
    offer(cast.oakfield, account)
    use = ImageUse.objects.get(key="account:1")
    say(make_parent(of=pupil), pupil, use, yes=True, by=cast.office)
    offer(cast.oakfield)
    offer(cast.oakfield, account)

    found = may_use(school=cast.oakfield, people=[pupil], uses=["account:1"], on=NOW.date())
    assert found[pupil.pk, "account:1"].may is MayUse.YES


def test_a_school_without_a_trust_has_no_use_by_it(cast: Cast) -> None:
    actions.start_register(school=cast.riverside, by="the test", now=NOW)

    assert list(offered(cast.riverside)) == ["inside_school", "website", "press"]


def test_an_answer_ends_and_stays(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    web = uses["website"]
    first = say(parent, pupil, web, yes=True, by=cast.office)
    second = say(parent, pupil, web, yes=False, by=cast.office, now=LATER)

    first.refresh_from_db()
    assert (first.answer, first.ended_at) == (Answer.YES, LATER)
    assert (second.answer, second.ended_at) == (Answer.WITHDRAWN, None)
    third = say(parent, pupil, web, yes=True, by=cast.office, now=LATER)
    assert third.answer == Answer.YES
    assert ImagePermission.objects.count() == 3


def test_the_same_answer_again_stays_as_it_was(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    said = [actions.Said(parent, pupil, uses["website"], False)]

    counts = [actions.record_paper(said=said, by=cast.office, now=NOW) for _ in range(2)]

    assert counts == [1, 0]
    assert ImagePermission.objects.get().answer == Answer.NO
    assert Event.objects.filter(action="image_permissions.answered").count() == 1


def test_a_first_no_is_no_withdrawal(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    assert say(parent, pupil, uses["press"], yes=False, by=cast.office).answer == Answer.NO


def test_nothing_is_written_where_one_answer_is_not_theirs_to_give(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    other = make_person(cast.oakfield)
    riverside_use = ImageUse.objects.create(
        school=cast.riverside, key="website", kind="website", label="W", position=1, offered_at=NOW
    )
    mine = actions.Said(parent, pupil, uses["website"], True)
    for wrong in (
        actions.Said(parent, other, uses["website"], True),
        actions.Said(parent, pupil, riverside_use, True),
        actions.Said(other, pupil, uses["website"], True),
    ):
        with pytest.raises(actions.NotTheirsToGive):
            actions.record_paper(said=[mine, wrong], by=cast.office, now=NOW)

    assert not ImagePermission.objects.exists()
    with pytest.raises(actions.NothingAnswered):
        actions.record_paper(said=[], by=cast.office, now=NOW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ended_at": NOW - timedelta(days=1)},
        {"recorded_by": None},
        {"how": "link"},
    ],
)
def test_the_database_keeps_its_promises(
    cast: Cast,
    uses: dict[str, ImageUse],
    pupil: Person,
    parent: Person,
    wrong: dict[str, object],
) -> None:
    say(parent, pupil, uses["website"], yes=True, by=cast.office)

    with pytest.raises(IntegrityError), transaction.atomic():
        ImagePermission.objects.update(**wrong)


def test_one_answer_is_current(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    row = say(parent, pupil, uses["website"], yes=True, by=cast.office)
    row.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
