"""May these people's pictures be used: from rows to the rule, and what ends a use."""

from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from footprint.people.models import FamilyLink, Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.answering import Withdrawal, may_use, withdrawals_since
from footprint.registers.image_permissions.models import ImageUse
from footprint.registers.image_permissions.tests.factories import make_protection, make_uses, say
from footprint.rulebook.decisions.permission import Ground, MayUse
from footprint.rulebook.terms import Audience, ClauseName
from footprint.rulebook.tests.factories import clause, policy
from tests.cast import NOW, Cast

TODAY = NOW.date()
POLICY = policy(
    clause(
        ClauseName.IMAGE_PERMISSION,
        "We ask before a photograph goes online.",
        permission_for=("photographs",),
    )
)
DISAGREE, GIVEN, LEFT = Ground.DISAGREE, Ground.GIVEN, Ground.LEFT
NO_ANSWER, OWN_NO = Ground.NO_ANSWER, Ground.OWN_NO
YESTERDAY = TODAY - timedelta(days=1)
WEB = "website"


@pytest.fixture
def uses(cast: Cast) -> dict[str, ImageUse]:
    return make_uses(cast.oakfield, "Instagram: @oakfield")


@pytest.fixture
def pupil(cast: Cast) -> Person:
    return make_person(cast.oakfield)


def answer(cast: Cast, person: Person, key: str = WEB, on: date = TODAY) -> Ground:
    found = may_use(school=cast.oakfield, people=[person], uses=[key], on=on)
    return found[person.pk, key].ground


def test_each_use_is_answered_by_itself(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    parent = make_parent(of=pupil)
    say(parent, pupil, uses[WEB], yes=True, by=cast.office)
    say(parent, pupil, uses["account:1"], yes=False, by=cast.office)

    found = may_use(school=cast.oakfield, people=[pupil], uses=uses, on=TODAY)

    assert {key: ruling.may for (_, key), ruling in found.items()} == {
        "inside_school": MayUse.NOT_YET,
        WEB: MayUse.YES,
        "account:1": MayUse.DO_NOT_PUBLISH,
        "press": MayUse.NOT_YET,
        "trust": MayUse.NOT_YET,
    }


def test_two_parents_who_disagree_are_for_the_office(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    say(make_parent(of=pupil), pupil, uses[WEB], yes=True, by=cast.office)
    say(make_parent(of=pupil), pupil, uses[WEB], yes=False, by=cast.office)

    assert answer(cast, pupil) is DISAGREE


def test_an_answer_counts_only_while_its_giver_may_give_it(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    parent = make_parent(of=pupil)
    say(parent, pupil, uses[WEB], yes=True, by=cast.office)

    FamilyLink.objects.filter(relative=parent).update(may_give_permission=False)

    assert answer(cast, pupil) == NO_ANSWER


def test_an_older_pupils_no_stands_beside_the_parents_yes(
    cast: Cast, uses: dict[str, ImageUse]
) -> None:
    pupil = make_person(cast.oakfield, year_group=9)
    say(make_parent(of=pupil), pupil, uses[WEB], yes=True, by=cast.office)
    say(pupil, pupil, uses[WEB], yes=False, by=cast.office)

    assert answer(cast, pupil) == OWN_NO


@pytest.mark.parametrize("audience", [each for each in Audience if each is not Audience.PUPIL])
def test_adults_answer_for_themselves(
    cast: Cast, uses: dict[str, ImageUse], audience: Audience
) -> None:
    adult = make_person(cast.oakfield, audience)
    if audience is Audience.PARENT:  # nobody asks a parent for pictures of the parent
        with pytest.raises(actions.NotTheirsToGive):
            say(adult, adult, uses[WEB], yes=True, by=cast.office)
        return
    say(adult, adult, uses[WEB], yes=True, by=cast.office)

    assert answer(cast, adult) == GIVEN


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [(date(2008, 11, 16), GIVEN), (date(2008, 11, 17), OWN_NO)],
)
def test_a_pupil_of_eighteen_decides_alone(
    cast: Cast, uses: dict[str, ImageUse], born_on: date, expected: Ground
) -> None:
    pupil = make_person(cast.oakfield, year_group=13, born_on=born_on)
    parent = make_parent(of=pupil)
    if expected == GIVEN:
        say(pupil, pupil, uses[WEB], yes=True, by=cast.office)
    else:
        say(parent, pupil, uses[WEB], yes=True, by=cast.office)
        say(pupil, pupil, uses[WEB], yes=False, by=cast.office)

    assert answer(cast, pupil) == expected


def test_a_protection_hides_behind_the_words_of_a_no(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    refused = make_person(cast.oakfield)
    say(make_parent(of=refused), refused, uses[WEB], yes=False, by=cast.office)
    say(make_parent(of=pupil), pupil, uses[WEB], yes=True, by=cast.office)
    protection = make_protection(pupil, cast.dsl)

    people = [pupil, refused]
    found = may_use(school=cast.oakfield, people=people, uses=[WEB], on=TODAY)
    assert found[pupil.pk, WEB] == found[refused.pk, WEB]

    actions.end_protection(protection=protection, by=cast.dsl, now=NOW)
    assert answer(cast, pupil) == GIVEN


def test_a_leavers_picture_is_not_for_a_new_use(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    say(make_parent(of=pupil), pupil, uses[WEB], yes=True, by=cast.office)
    pupil.left_on = TODAY

    assert answer(cast, pupil) == LEFT
    assert answer(cast, pupil, on=YESTERDAY) == NO_ANSWER


def test_a_day_is_answered_as_it_stood_at_its_end(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    parent, tomorrow = make_parent(of=pupil), NOW + timedelta(days=1)
    say(parent, pupil, uses[WEB], yes=True, by=cast.office)
    say(parent, pupil, uses[WEB], yes=False, by=cast.office, now=tomorrow)

    assert answer(cast, pupil, on=YESTERDAY) == NO_ANSWER
    assert answer(cast, pupil) == GIVEN
    assert answer(cast, pupil, on=tomorrow.date()) is Ground.REFUSED


def test_a_use_that_is_not_known_has_no_answers(cast: Cast, pupil: Person) -> None:
    assert answer(cast, pupil, "account:99") == NO_ANSWER


def test_the_adopted_policy_is_cited(cast: Cast, uses: dict[str, ImageUse], pupil: Person) -> None:
    def reason() -> str:
        found = may_use(school=cast.oakfield, people=[pupil], uses=[WEB], on=TODAY)
        return found[pupil.pk, WEB].reasons[1].sentence

    assert reason().startswith("Your policy does not say")
    make_adopted(cast.oakfield, POLICY, by=cast.head)
    assert reason() == "Your policy asks for permission first."


def test_the_number_of_queries_is_the_same_for_one_and_for_forty(
    cast: Cast,
    uses: dict[str, ImageUse],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    people = [make_person(cast.oakfield) for _ in range(40)]
    for pupil in people[:5]:
        say(make_parent(of=pupil), pupil, uses[WEB], yes=True, by=cast.office)

    for asked in (people[:1], people):
        with django_assert_max_num_queries(6):
            found = may_use(school=cast.oakfield, people=asked, uses=uses, on=TODAY)
        assert len(found) == len(asked) * len(uses)


def _since(cast: Cast, **later: Any) -> list[Withdrawal]:
    return withdrawals_since(school=cast.oakfield, moment=NOW + timedelta(**later))


def test_what_may_end_a_use_is_found_once_and_in_order(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    parent, other = make_parent(of=pupil), make_parent(of=pupil)
    first, second = NOW + timedelta(hours=1), NOW + timedelta(hours=2)
    say(parent, pupil, uses[WEB], yes=True, by=cast.office)
    struck = say(other, pupil, uses["press"], yes=True, by=cast.office)
    say(parent, pupil, uses[WEB], yes=False, by=cast.office, now=first)
    actions.strike_out(permission=struck, by=cast.office, now=second)

    assert _since(cast) == [
        Withdrawal(pupil.pk, WEB, first),
        Withdrawal(pupil.pk, "press", second),
    ]
    assert _since(cast, minutes=90) == [Withdrawal(pupil.pk, "press", second)]
    assert _since(cast, hours=3) == []


def test_a_protection_ends_every_use_and_looks_like_a_withdrawal(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    make_protection(pupil, cast.dsl)

    assert _since(cast) == [Withdrawal(pupil.pk, key, NOW) for key in sorted(uses)]


def test_another_schools_withdrawals_are_its_own(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person
) -> None:
    say(make_parent(of=pupil), pupil, uses[WEB], yes=False, by=cast.office)

    assert withdrawals_since(school=cast.riverside, moment=NOW) == []
