"""Break-glass: one matter, one hour, a reason that others read; never for whoever is named."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from footprint.incidents import actions
from footprint.incidents.models import Incident, Opening
from footprint.incidents.tests.factories import CANARY, opened
from footprint.notices.models import Notice
from footprint.rulebook.terms import Matter, Role
from footprint.users.models import User
from footprint.users.permissions import BREAK_GLASS, GRANTS, MATTERS, Permission
from tests.cast import PASSWORD, Cast, client_of
from tests.pages import fetch_page, text_of

OWNER = {Matter.ALLEGATION: "head", Matter.ALLEGATION_HEAD: "chair", Matter.LOW_LEVEL: "head"}
MAY = {
    "dsl": {Matter.ALLEGATION},
    "deputy": {Matter.ALLEGATION},
    "trust_lead": {Matter.SAFEGUARDING, Matter.ALLEGATION},
}
WHO = ("head", "dsl", "deputy", "office", "teacher", "governor", "chair", "trust_lead", "stranger")


def break_glass(
    cast: Cast, incident: Incident, by: User, reason: str = "A child is missing"
) -> None:
    actions.break_glass(
        school=cast.oakfield, number=incident.pk, reason=reason, by=by, now=timezone.now()
    )


@pytest.mark.parametrize("matter", list(Matter))
@pytest.mark.parametrize("who", WHO)
def test_the_table_says_who_may_open_what(cast: Cast, who: str, matter: Matter) -> None:
    incident = opened(cast, matter=matter, owner=getattr(cast, OWNER.get(matter, "dsl")))
    user: User = getattr(cast, who)

    if matter in MAY.get(who, set()):
        break_glass(cast, incident, user)
        assert Incident.objects.seen_by(user).exists()
    else:
        with pytest.raises(actions.NoSuchMatter):
            break_glass(cast, incident, user)


def test_every_role_is_placed_and_needs_the_permission_to_have_any() -> None:
    assert set(BREAK_GLASS) == set(Role)
    for role, matters in BREAK_GLASS.items():
        assert bool(matters) == (Permission.BREAK_GLASS in GRANTS[role])
        assert not matters & MATTERS[role]  # what they see anyway needs no emergency
        assert Matter.ALLEGATION_HEAD not in matters


def test_others_are_told_and_the_reason_stays(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)

    break_glass(cast, incident, cast.trust_lead)

    told = set(Notice.objects.values_list("to", flat=True))
    assert told == {cast.dsl.email, cast.deputy.email, cast.head.email}
    assert not any("missing" in notice.body for notice in Notice.objects.all())
    page = reverse("incidents:show_incident", args=[incident.pk])
    assert "Tariq Trust opened this in an emergency" in text_of(
        fetch_page(client_of(cast.dsl), page)
    )


def test_after_an_hour_it_is_shut_and_the_record_is_not(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)
    break_glass(cast, incident, cast.trust_lead)

    ago = timezone.now() - timedelta(minutes=61)
    Opening.objects.update(opened_at=ago, ends_at=ago + timedelta(hours=1))

    assert not Incident.objects.seen_by(cast.trust_lead).exists()
    assert incident.entries.filter(action="opened_in_emergency").exists()


def test_it_opens_one_matter_and_no_other(cast: Cast) -> None:
    first = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)
    opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl, policy=None)
    break_glass(cast, first, cast.trust_lead)
    assert list(Incident.objects.seen_by(cast.trust_lead)) == [first]


def test_whoever_is_named_opens_nothing_and_is_told_nothing(cast: Cast) -> None:
    incident = opened(
        cast, matter=Matter.SAFEGUARDING, owner=cast.dsl, shut_out=[cast.trust_lead, cast.head]
    )
    with pytest.raises(actions.NoSuchMatter):
        break_glass(cast, incident, cast.trust_lead)

    other = opened(
        cast, matter=Matter.ALLEGATION, owner=cast.head, shut_out=[cast.dsl], policy=None
    )
    break_glass(cast, other, cast.deputy)
    assert cast.dsl.email not in Notice.objects.values_list("to", flat=True)


def test_being_named_afterwards_shuts_it_at_once(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)
    break_glass(cast, incident, cast.trust_lead)
    incident.shut_out.add(cast.trust_lead)
    assert not Incident.objects.seen_by(cast.trust_lead).exists()


def test_without_a_reason_it_stays_shut(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)
    with pytest.raises(actions.NotTold):
        break_glass(cast, incident, cast.trust_lead, reason=" ")


def test_not_there_and_not_allowed_are_answered_alike(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION_HEAD, owner=cast.chair)
    client = signed_in_a_moment_ago(cast.dsl)

    answers = [posted(client, number) for number in (incident.pk, 999_999)]

    assert "There is no incident of this number" in answers[0]
    assert answers[0] == answers[1]
    assert CANARY not in answers[0]


def signed_in_a_moment_ago(user: User) -> Client:
    """Who has given the password again."""
    client = client_of(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def posted(client: Client, number: int) -> str:
    """What the page says, without what differs from one visit to the next."""
    url = reverse("incidents:break_glass")
    response = client.post(url, {"number": number, "reason": "A child is missing"})
    words = re.sub(r"(nonce|value)=\"[^\"]*\"", "", response.content.decode())
    return " ".join(words.split())


def test_it_asks_once_more_who_one_is(cast: Cast) -> None:
    response = client_of(cast.dsl).get(reverse("incidents:break_glass"))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_reauthenticate"))


@pytest.mark.parametrize("who", ["head", "office", "teacher", "governor", "chair"])
def test_for_others_the_page_does_not_exist(cast: Cast, who: str) -> None:
    url = reverse("incidents:break_glass")
    assert client_of(getattr(cast, who)).get(url).status_code == 404
