"""Texts: one draft at a time, immutable once in use, carried over or asked anew."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from footprint.audit.models import Event
from footprint.people.tests.factories import make_person
from footprint.registers.agreements import actions
from footprint.registers.agreements.models import AgreementText
from footprint.registers.agreements.standing import Standing, standing_of, stands
from footprint.registers.agreements.starters import starter_for
from footprint.registers.agreements.tests.factories import (
    TODAY,
    make_text_in_use,
    record_paper,
)
from footprint.rulebook.terms import AgreementAudience
from tests.cast import NOW, Cast

A = AgreementAudience
SEPTEMBER = date(2026, 9, 1)


def save(cast: Cast, *, revision: int = 0, body: str = "We are kind.") -> AgreementText:
    return actions.save_draft(
        school=cast.oakfield,
        audience=A.JUNIORS,
        title="  Our   promise ",
        body=body,
        revision=revision,
        by=cast.office,
        now=NOW,
    )


def use(draft: AgreementText, cast: Cast, **given: object) -> AgreementText:
    values = {"revision": draft.revision, "from_day": TODAY, "material": True, "reason": ""}
    return actions.put_in_use(draft=draft, by=cast.office, now=NOW, **{**values, **given})  # type: ignore[arg-type]


def in_use(cast: Cast, on: date = TODAY) -> AgreementText | None:
    return AgreementText.objects.in_use(on).get((cast.oakfield.pk, A.JUNIORS))


def test_a_draft_is_saved_and_changed_and_nobody_is_asked_for_it(cast: Cast) -> None:
    draft = save(cast)
    changed = save(cast, revision=draft.revision, body="We are kind and brave.")

    assert changed.pk == draft.pk
    assert (changed.title, changed.body, changed.revision) == (
        "Our promise", "We are kind and brave.", 2,
    )  # fmt: skip
    assert in_use(cast) is None
    assert Event.objects.filter(action="agreements.draft_saved").count() == 2


@pytest.mark.parametrize("revision", [0, 7], ids=["another draft", "an older page"])
def test_of_two_writers_the_second_is_told(cast: Cast, revision: int) -> None:
    save(cast)

    with pytest.raises(actions.DraftChangedMeanwhile):
        save(cast, revision=revision, body="Mine.")
    assert AgreementText.objects.get().body == "We are kind."


def test_the_starter_is_marked_until_somebody_changes_a_word(cast: Cast) -> None:
    body = starter_for(A.JUNIORS).body
    draft = save(cast, body=f"{body}\n\n")
    assert draft.from_starter

    assert not save(cast, revision=1, body=f"{body} And more.").from_starter


def test_put_in_use_it_has_a_number_and_cannot_be_used_twice(cast: Cast) -> None:
    draft = save(cast)
    text = use(draft, cast, from_day=SEPTEMBER)

    assert (text.number, text.counts_from, text.in_use_from) == (1, 1, SEPTEMBER)
    assert in_use(cast) == text
    with pytest.raises(actions.DraftChangedMeanwhile):
        use(draft, cast)
    assert Event.objects.get(action="agreements.text_put_in_use").details["material"] is True


def test_what_was_changed_while_the_page_was_open_is_not_put_in_use(cast: Cast) -> None:
    draft = save(cast)
    save(cast, revision=1, body="Changed by somebody else.")

    with pytest.raises(actions.DraftChangedMeanwhile):
        use(draft, cast, revision=1)
    assert in_use(cast) is None


@pytest.mark.parametrize(
    ("material", "counts_from", "standing"),
    [(True, 2, Standing.NEVER_ASKED), (False, 1, Standing.SIGNED)],
    ids=["asked anew", "carried over"],
)
def test_a_material_change_asks_again_and_a_change_of_wording_does_not(
    cast: Cast, material: bool, counts_from: int, standing: Standing
) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    first = make_text_in_use(cast.oakfield, cast.office)
    record_paper(first, pupil, by=cast.office)

    second = make_text_in_use(
        cast.oakfield, cast.office, material=material, from_day=TODAY, reason="Plainer words"
    )

    assert (second.number, second.counts_from) == (2, counts_from)
    assert second.is_material is material
    assert standing_of(stands(second, on=TODAY).get()) is standing


def test_wording_after_a_material_change_carries_over_only_from_there(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    record_paper(make_text_in_use(cast.oakfield, cast.office), pupil, by=cast.office)
    make_text_in_use(cast.oakfield, cast.office, material=True)
    third = make_text_in_use(cast.oakfield, cast.office, material=False)

    assert third.counts_from == 2
    assert standing_of(stands(third, on=TODAY).get()) is Standing.NEVER_ASKED


def test_a_new_version_says_what_changed(cast: Cast) -> None:
    make_text_in_use(cast.oakfield, cast.office)

    with pytest.raises(actions.ReasonMissing):
        make_text_in_use(cast.oakfield, cast.office, reason=" ")


def test_a_version_never_holds_before_the_one_it_follows(cast: Cast) -> None:
    make_text_in_use(cast.oakfield, cast.office, from_day=SEPTEMBER)

    with pytest.raises(actions.DayTooEarly) as error:
        make_text_in_use(cast.oakfield, cast.office, from_day=SEPTEMBER - timedelta(days=1))
    assert error.value.earliest == SEPTEMBER


def test_a_later_day_leaves_the_version_before_in_use_until_then(cast: Cast) -> None:
    first = make_text_in_use(cast.oakfield, cast.office)
    second = make_text_in_use(cast.oakfield, cast.office, from_day=TODAY + timedelta(days=7))

    assert in_use(cast) == first
    assert in_use(cast, TODAY + timedelta(days=7)) == second


def test_each_school_and_audience_has_its_own_numbers(cast: Cast) -> None:
    for school in (cast.oakfield, cast.riverside):
        for audience in (A.JUNIORS, A.STAFF):
            assert make_text_in_use(school, cast.office, audience).number == 1


def test_a_draft_can_be_thrown_away_and_a_text_in_use_cannot(cast: Cast) -> None:
    actions.discard_draft(draft=save(cast), by=cast.office, now=NOW)
    assert not AgreementText.objects.exists()

    text = make_text_in_use(cast.oakfield, cast.office)
    with pytest.raises(actions.DraftChangedMeanwhile):
        actions.discard_draft(draft=text, by=cast.office, now=NOW)
    assert AgreementText.objects.get() == text


def test_nobody_is_asked_for_a_text_that_ended_and_a_new_version_revives_it(cast: Cast) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)

    assert actions.stop_using(text=text, on=TODAY, by=cast.office, now=NOW)
    assert not actions.stop_using(text=text, on=TODAY, by=cast.office, now=NOW)
    assert in_use(cast) is None
    assert in_use(cast, TODAY - timedelta(days=1)) == text
    assert in_use(cast) is None
    assert make_text_in_use(cast.oakfield, cast.office, from_day=TODAY) == in_use(cast)


@pytest.mark.parametrize(
    "broken",
    [
        {"number": 1},
        {"number": 2, "counts_from": 3, "in_use_from": TODAY, "put_in_use_at": NOW, "reason": "x"},
        {"number": 2, "counts_from": 2, "in_use_from": TODAY, "put_in_use_at": NOW},
        {"ended_on": TODAY},
    ],
    ids=["half in use", "counts from the future", "no reason", "a draft that ended"],
)
def test_the_database_refuses_what_cannot_be(cast: Cast, broken: dict[str, object]) -> None:
    draft = save(cast)
    if "put_in_use_at" in broken:
        broken = {**broken, "put_in_use_by": cast.office}

    with pytest.raises(IntegrityError), transaction.atomic():
        AgreementText.objects.filter(pk=draft.pk).update(**broken)
