"""Protection: who sees why, and that nothing else gives it away."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from footprint.audit.models import Event
from footprint.people.models import Person
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.models import (
    ImageUse,
    Protection,
    ProtectionReason,
)
from footprint.registers.image_permissions.tests.factories import make_protection, say
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of


@pytest.fixture
def dsl(cast: Cast) -> Client:
    return client_of(cast.dsl)


def url_of(person: Person) -> str:
    return f"/pictures/people/{person.pk}/protect/"


def test_the_dsl_protects_and_sees_why_and_ends_it(
    cast: Cast, dsl: Client, pupil: Person, uses: dict[str, ImageUse]
) -> None:
    fetch_page(dsl, url_of(pupil))
    dsl.post(url_of(pupil), {"reason": "adopted", "note": "See the file"})

    shown = text_of(fetch_page(dsl, "/pictures/protected/"))
    assert "Tolly Applegarth Adopted See the file" in shown
    protection = Protection.objects.get()
    fetch_page(dsl, f"/pictures/protected/{protection.pk}/end/")
    dsl.post(f"/pictures/protected/{protection.pk}/end/")

    shown = text_of(fetch_page(dsl, "/pictures/protected/"))
    assert "Nobody is protected" in shown
    assert "ended on 16 November 2026 by Dinah Lead" in shown


def test_another_reason_is_said(dsl: Client, cast: Cast, pupil: Person) -> None:
    shown = text_of(post_page(dsl, url_of(pupil), {"reason": "other"}))

    assert "Say in a few words what the reason is" in shown
    with pytest.raises(actions.ReasonNotSaid):
        actions.protect(
            person=pupil,
            reason=ProtectionReason.OTHER,
            note=" ",
            review_on=None,
            by=cast.dsl,
            now=NOW,
        )


def test_the_office_reads_do_not_publish_and_nothing_more(
    cast: Cast, uses: dict[str, ImageUse], pupil: Person, parent: Person
) -> None:
    say(parent, pupil, uses["website"], yes=True, by=cast.office)
    actions.protect(
        person=pupil,
        reason=ProtectionReason.COURT_ORDER,
        note="Kept in the safe",
        review_on=None,
        by=cast.dsl,
        now=NOW,
    )
    office = client_of(cast.office)

    for url in ("/pictures/", f"/pictures/people/{pupil.pk}/"):
        shown = text_of(fetch_page(office, url))
        assert "Do not publish" in shown
        for word in ("court", "Kept in the safe", "Dinah", "rotect"):
            assert word not in shown, (url, word)


def test_the_trail_gives_no_sign_of_the_reason(cast: Cast, pupil: Person) -> None:
    seen = set()
    for reason in ProtectionReason:
        protection = actions.protect(
            person=pupil,
            reason=reason,
            note="Kept in the safe",
            review_on=None,
            by=cast.dsl,
            now=NOW,
        )
        actions.end_protection(protection=protection, by=cast.dsl, now=NOW)
    for event in Event.objects.exclude(action__startswith="people."):
        seen.add((event.action, event.target, str(event.details)))

    assert seen == {
        ("image_permissions.do_not_publish", f"image_permission:{pupil.pk}", "{}"),
        ("image_permissions.do_not_publish_ended", f"image_permission:{pupil.pk}", "{}"),
    }


def test_once_at_a_time_and_ended_once(cast: Cast, dsl: Client, pupil: Person) -> None:
    protection = make_protection(pupil, cast.dsl)
    with pytest.raises(actions.AlreadyProtected):
        make_protection(pupil, cast.head)
    assert dsl.post(url_of(pupil), {"reason": "adopted"})["Location"] == "/pictures/protected/"

    actions.end_protection(protection=protection, by=cast.head, now=NOW)
    with pytest.raises(actions.ProtectionHasEnded):
        actions.end_protection(protection=protection, by=cast.head, now=NOW)
    assert Protection.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"ended_at": NOW},
        {"until": NOW.date()},
        {"reason": "other", "note": ""},
    ],
)
def test_the_database_keeps_its_promises(
    cast: Cast, pupil: Person, wrong: dict[str, object]
) -> None:
    make_protection(pupil, cast.dsl)

    with pytest.raises(IntegrityError), transaction.atomic():
        Protection.objects.update(**wrong)


def test_a_protection_holds_from_its_first_day_until_it_is_ended(cast: Cast, pupil: Person) -> None:
    protection = make_protection(pupil, cast.dsl)
    later = NOW + timedelta(days=2)
    actions.end_protection(protection=protection, by=cast.dsl, now=later)

    days = [NOW.date() + timedelta(days=each) for each in (-1, 0, 1, 2)]
    holds = [Protection.objects.current_on(day).exists() for day in days]
    assert holds == [False, True, True, False]
