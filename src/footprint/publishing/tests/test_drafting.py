"""Writing a draft: places, people, pictures, and that a change voids an approval."""

from datetime import timedelta

import pytest
from django.conf import settings

from footprint.audit.models import Event
from footprint.people.models import Person
from footprint.publishing import actions
from footprint.publishing.checking import check_of
from footprint.publishing.models import MOST_PICTURES, Draft, State
from footprint.publishing.tests.factories import (
    a_copy,
    again,
    answer,
    approved,
    make_desk,
    make_draft,
    offered,
    with_picture,
)
from footprint.registers.image_permissions.models import ImageUse
from footprint.registers.image_permissions.tests.factories import make_protection
from footprint.rulebook.decisions.publication import ChangeKind
from footprint.vault.keys import KeyMissing
from tests.cast import NOW, Cast

TODAY = NOW.date()


def kinds(draft: Draft) -> set[ChangeKind]:
    check = check_of(draft, on=TODAY)
    return {change.kind for place in check.ruling.places for change in place.changes}


def test_a_draft_begins_with_its_places_and_offers_the_accounts_to_families(cast: Cast) -> None:
    desk = make_desk(cast)

    draft = make_draft(cast, desk.key, "website")

    assert [place.label for place in draft.places.all()] == [
        "The school’s website",
        "Instagram @oakfieldprimary",
    ]
    assert draft.state == State.WRITING
    assert draft.expires_on > TODAY
    assert ImageUse.objects.offered().filter(key=desk.key).exists()
    assert Event.objects.filter(action="publishing.drafted", target=f"draft:{draft.pk}").exists()


def test_a_child_with_a_yes_goes_and_one_without_does_not(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = with_picture(make_draft(cast, desk.key, "press"), desk.child)

    account, press = check_of(draft, on=TODAY).ruling.places

    assert account.go
    assert [change.person for change in press.changes] == [str(desk.child.pk)]


def test_a_protected_child_is_no_more_than_one_who_may_not_be_shown(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = with_picture(make_draft(cast, desk.key), desk.child)
    answer(cast, desk.child, desk.parent, desk.key, yes=False)
    refused = check_of(draft, on=TODAY).ruling
    answer(cast, desk.child, desk.parent, desk.key, yes=True)

    make_protection(desk.child, cast.dsl)

    assert check_of(draft, on=TODAY).ruling == refused


def test_a_name_in_the_text_is_found_with_the_schools_own_register(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = make_draft(cast, desk.key, text="Well done Nell Brackwater!")
    assert kinds(draft) == set()

    draft = with_picture(draft, desk.child)

    assert kinds(draft) == {ChangeKind.TEXT}


def test_a_child_who_is_not_to_be_published_is_not_named_either(cast: Cast) -> None:
    desk = make_desk(cast)
    make_protection(desk.child, cast.dsl)

    draft = make_draft(cast, desk.key, text="Well done Nell Brackwater!")

    assert kinds(draft) == {ChangeKind.NAMED_PERSON}


def test_the_schools_own_numbers_are_no_secret(cast: Cast) -> None:
    draft = make_draft(cast, text="Write to office@oakfield.example or ring 07700 900123")
    [place] = check_of(draft, on=TODAY).ruling.places

    assert [change.finding.words for change in place.changes if change.finding] == ["07700 900123"]


def test_words_that_are_kept_with_a_reason_stop_nothing(cast: Cast) -> None:
    draft = make_draft(cast, text="Lost property: ring 07700 900123")
    [change] = check_of(draft, on=TODAY).ruling.places[0].changes
    assert change.finding is not None

    actions.keep_finding(
        draft=draft,
        finding=change.finding.key,
        reason="It is the hall's own number.",
        revision=1,
        by=cast.office,
        now=NOW,
    )

    draft = again(draft)
    assert check_of(draft, on=TODAY).go
    assert draft.kept == {"phone:07700 900123": "It is the hall's own number."}


def test_pictures_wait_until_somebody_says_who_is_in_them(cast: Cast) -> None:
    draft = make_draft(cast)
    actions.add_picture(draft=draft, copy=a_copy(), alt="", revision=1, by=cast.office, now=NOW)

    assert kinds(again(draft)) == {ChangeKind.WHO_IS_IN_IT, ChangeKind.DESCRIPTION}


def test_a_picture_is_sealed_and_gone_with_its_key(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    draft = with_picture(make_draft(cast))
    picture = draft.pictures.get()
    assert bytes(picture.sealed).find(a_copy().data[:20]) == -1
    assert actions.picture_bytes(picture) == a_copy().data
    key = settings.KEYS / draft.key[:2] / f"{draft.key}.key"
    assert key.exists()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        actions.give_up(draft=draft, revision=draft.revision, by=cast.office, now=NOW)

    assert not again(draft).pictures.exists()
    assert not key.exists()
    with pytest.raises(KeyMissing):
        actions.picture_bytes(picture)


def test_one_picture_too_many_is_refused(cast: Cast) -> None:
    draft = make_draft(cast)
    for _ in range(MOST_PICTURES):
        draft = with_picture(draft)

    with pytest.raises(actions.NotNow, match="10 pictures at most"):
        with_picture(draft)


def test_a_picture_can_be_described_and_taken_out(cast: Cast) -> None:
    draft = with_picture(make_draft(cast))
    picture = draft.pictures.get()

    actions.describe_picture(
        draft=draft, picture=picture, alt="A dragon", revision=3, by=cast.office, now=NOW
    )
    picture.refresh_from_db()
    assert picture.alt == "A dragon"

    actions.remove_picture(draft=draft, picture=picture, revision=4, by=cast.office, now=NOW)
    assert not again(draft).pictures.exists()


@pytest.mark.parametrize("how", ["words", "people", "picture", "kept"])
def test_any_change_after_approval_voids_it(cast: Cast, how: str) -> None:
    draft = approved(make_draft(cast), cast.head)
    assert draft.state == State.APPROVED
    said = {"revision": draft.revision, "by": cast.office, "now": NOW}

    if how == "words":
        website = offered(cast.oakfield, "website")
        actions.change_draft(draft=draft, title="x", text="y", places=website, **said)  # type: ignore[arg-type]
    elif how == "people":
        actions.say_who(draft=draft, people=[], others=False, others_note="", **said)  # type: ignore[arg-type]
    elif how == "picture":
        actions.add_picture(draft=draft, copy=a_copy(), alt="x", **said)  # type: ignore[arg-type]
    else:
        actions.keep_finding(draft=draft, finding="phone:1", reason="x", **said)  # type: ignore[arg-type]

    changed = again(draft)
    assert changed.state == State.WRITING
    assert changed.revision == draft.revision + 1
    assert not [each for each in changed.approvals.all() if each.revision == changed.revision]
    with pytest.raises(actions.NotNow, match="not approved"):
        actions.record_publication(
            draft=changed,
            place=changed.places.get(),
            address="",
            went_out_on=TODAY,
            revision=changed.revision,
            by=cast.office,
            now=NOW,
        )


def test_only_the_author_changes_a_draft_and_only_once_at_a_time(cast: Cast) -> None:
    draft = make_draft(cast)
    words = {"title": "x", "text": "y", "places": offered(cast.oakfield, "website"), "now": NOW}

    with pytest.raises(actions.NotTheirs):
        actions.change_draft(draft=draft, revision=1, by=cast.head, **words)  # type: ignore[arg-type]
    actions.change_draft(draft=draft, revision=1, by=cast.office, **words)  # type: ignore[arg-type]
    with pytest.raises(actions.ChangedMeanwhile):
        actions.change_draft(draft=draft, revision=1, by=cast.office, **words)  # type: ignore[arg-type]


def test_a_change_puts_the_last_day_off(cast: Cast) -> None:
    draft = make_draft(cast)
    later = NOW + timedelta(days=7)

    actions.change_draft(
        draft=draft,
        title="x",
        text="y",
        places=offered(cast.oakfield, "website"),
        revision=1,
        by=cast.office,
        now=later,
    )

    assert again(draft).expires_on == draft.expires_on + timedelta(days=7)


def test_the_check_asks_the_same_number_of_questions_for_one_child_and_for_thirty(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    desk = make_desk(cast)
    classmates = [
        Person.objects.create(school=cast.oakfield, given_name="Tess", family_name=f"F{n}")
        for n in range(30)
    ]
    draft = with_picture(make_draft(cast, desk.key, "website", "press"), desk.child, *classmates)

    with django_assert_max_num_queries(12):  # type: ignore[operator]
        check_of(draft, on=TODAY)
