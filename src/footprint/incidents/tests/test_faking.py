"""Fake accounts: who must file, with what proof and by which form; the register of lookalikes."""

from typing import Any

import pytest
from django.urls import reverse

from footprint.incidents import actions
from footprint.incidents.advice import advise
from footprint.incidents.models import FakeAccount, Impersonated, Incident, ReferredTo
from footprint.incidents.tests.factories import assessed, opened
from footprint.registers.official_accounts.models import Lookalike, LookalikeKind
from footprint.rulebook.terms import Matter, Platform, Poster, PostKind
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

NOBODY = actions.Assessment(Poster.NOT_KNOWN, PostKind.NEUTRAL)
ADDRESS = "https://www.instagram.com/oakfield_primary_real"


def fake(incident: Incident, of: Impersonated = Impersonated.SCHOOL, **changes: Any) -> FakeAccount:
    given = {
        "incident": incident,
        "of_whom": of,
        "platform": Platform.INSTAGRAM,
        "name": "Oakfield Primary (real)",
        "address": ADDRESS,
        "taken_for_real": True,
        "revision": incident.revision,
        "by": incident.owner,
        "now": NOW,
        **changes,
    }
    return actions.say_fake(**given)


def page_of(cast: Cast, incident: Incident) -> str:
    return text_of(fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/"))


def test_one_of_the_school_goes_into_the_register_of_lookalikes(cast: Cast) -> None:
    made = fake(assessed(cast, NOBODY))

    row = Lookalike.objects.get()
    assert made.lookalike == row
    assert (row.kind, row.address) == (LookalikeKind.IMPERSONATION, ADDRESS)


def test_one_that_the_register_holds_is_linked_not_doubled(cast: Cast) -> None:
    first, second = fake(assessed(cast, NOBODY)), fake(assessed(cast, NOBODY))

    assert first.lookalike == second.lookalike
    assert Lookalike.objects.count() == 1


@pytest.mark.parametrize("of", [Impersonated.STAFF, Impersonated.PUPIL])
def test_a_persons_never_goes_into_the_register(cast: Cast, of: Impersonated) -> None:
    fake(assessed(cast, NOBODY), of)

    assert not Lookalike.objects.exists()


def test_nor_does_one_of_a_sensitive_matter(cast: Cast) -> None:
    made = fake(assessed(cast, NOBODY, matter=Matter.SAFEGUARDING, owner=cast.dsl))

    assert not Lookalike.objects.exists()
    assert ADDRESS not in str(FakeAccount.objects.values_list("address", flat=True).get(pk=made.pk))


def test_a_fake_account_may_be_reported_though_it_says_nothing_bad(cast: Cast) -> None:
    incident = assessed(cast, NOBODY)
    assert not advise(incident).platform

    fake(incident)

    found = advise(incident)
    assert found.platform
    assert ReferredTo.HELPLINE in found.referrals
    assert not found.deletion  # nobody knows whom to ask
    assert ReferredTo.POLICE not in found.referrals


def test_what_nobody_could_take_for_real_is_no_fake_and_it_is_said_once(cast: Cast) -> None:
    incident = assessed(cast, NOBODY)
    with pytest.raises(actions.NotTold):
        fake(incident, taken_for_real=False)
    fake(incident)
    with pytest.raises(actions.NotTold):
        fake(incident)


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (Impersonated.SCHOOL, "from an e-mail address of the school"),
        (Impersonated.STAFF, "The member of staff themselves"),
        (Impersonated.PUPIL, "a parent or carer for them"),
    ],
)
def test_the_page_says_who_files_with_what_proof_and_that_nobody_checked_it(
    cast: Cast, of: Impersonated, words: str
) -> None:
    incident = assessed(cast, NOBODY)
    fake(incident, of)

    shown = page_of(cast, incident)

    assert words in shown
    assert "Proof:" in shown
    assert "Pretending to be someone" in shown
    assert "From general knowledge: no source was seen." in shown
    assert ("Lookalikes of the school" in shown) is (of is Impersonated.SCHOOL)


def test_a_platform_without_a_known_form_says_so(cast: Cast) -> None:
    incident = assessed(cast, NOBODY)
    fake(incident, platform=Platform.OTHER)

    assert "We know of no form of this platform." in page_of(cast, incident)


def test_by_the_page(cast: Cast) -> None:
    incident = opened(cast)
    address = reverse("incidents:say_fake", args=[incident.pk])
    given = {
        "revision": incident.revision,
        "of_whom": "school",
        "taken_for_real": "yes",
        "platform": "instagram",
        "address": ADDRESS,
        "name": "Oakfield",
    }
    fetch_page(client_of(cast.head), address)

    assert client_of(cast.head).post(address, given).status_code == 302
    assert FakeAccount.objects.get().of_whom == "school"
    assert client_of(cast.stranger).post(address, given).status_code == 404
