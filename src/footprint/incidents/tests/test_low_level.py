"""Low-level concerns: kept apart, told of oneself, read side by side by a person."""

import pytest
from django.urls import reverse

from footprint.incidents import actions
from footprint.incidents.actions.self_referring import refer_oneself
from footprint.incidents.models import Incident, NamedAs
from footprint.incidents.tests.factories import opened
from footprint.notices.models import Notice
from footprint.people.tests.factories import make_person
from footprint.rulebook.terms import Matter
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

LIST = "/incidents/low-level/"


def concern_about(cast: Cast, title: str, **named: object) -> Incident:
    incident = opened(cast, matter=Matter.LOW_LEVEL, title=title)
    actions.name_people(
        incident=incident,
        named_as=NamedAs.OTHER,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
        **named,  # type: ignore[arg-type]
    )
    return incident


def test_they_are_on_their_own_page_and_not_among_the_incidents(cast: Cast) -> None:
    opened(cast, matter=Matter.LOW_LEVEL, title="A friend request")
    opened(cast, title="Words about lunch")
    head = client_of(cast.head)

    ordinary = text_of(fetch_page(head, reverse("incidents:list_incidents")))
    apart = text_of(fetch_page(head, LIST))

    assert "A friend request" not in ordinary
    assert "Low-level concerns about adults" in ordinary
    assert "A friend request" in apart
    assert "Words about lunch" not in apart


@pytest.mark.parametrize("who", ["dsl", "deputy", "office", "teacher", "chair", "governor"])
def test_for_others_there_is_no_such_page(cast: Cast, who: str) -> None:
    opened(cast, matter=Matter.LOW_LEVEL, title="A friend request")
    client = client_of(getattr(cast, who))
    assert client.get(LIST).status_code == 404
    assert b"Low-level" not in client.get(reverse("incidents:list_incidents")).content


def test_concerns_about_the_same_person_stand_together_without_a_conclusion(cast: Cast) -> None:
    teacher = make_person(cast.oakfield, user=cast.teacher)
    concern_about(cast, "First", users=[cast.teacher])
    concern_about(cast, "Second", people=[teacher])  # the same, out of the register
    concern_about(cast, "Of another", users=[cast.keeper])

    page = fetch_page(client_of(cast.head), LIST)

    (card,) = page.css("section.fp-card")
    assert "First" in text_of(card)
    assert "Second" in text_of(card)
    assert "Of another" not in text_of(card)
    assert "Footprint draws no conclusion" in text_of(page)


def test_one_concern_alone_is_no_pattern(cast: Cast) -> None:
    concern_about(cast, "First", users=[cast.teacher])
    assert "more than once" not in text_of(fetch_page(client_of(cast.head), LIST))


@pytest.mark.parametrize(
    ("who", "matter", "owner"),
    [
        ("teacher", Matter.LOW_LEVEL, "head"),
        ("dsl", Matter.LOW_LEVEL, "head"),
        ("head", Matter.ALLEGATION_HEAD, "chair"),
    ],
)
def test_telling_of_oneself_goes_to_whoever_is_above(
    cast: Cast, who: str, matter: Matter, owner: str
) -> None:
    user: User = getattr(cast, who)
    answer = client_of(user).post("/incidents/about-me/", {"text": "I accepted a friend request"})

    incident = Incident.objects.get()
    assert answer.status_code == 302
    assert (incident.matter, incident.owner) == (matter, getattr(cast, owner))
    assert not Incident.objects.seen_by(user).exists()
    assert Notice.objects.filter(to=incident.owner.email).exists()
    assert "friend" not in "".join(notice.body for notice in Notice.objects.all())
    naming = incident.namings.get()
    assert (naming.user, naming.named_as) == (user, NamedAs.OTHER)


def test_an_empty_report_asks_for_words(cast: Cast) -> None:
    fetch_page(client_of(cast.teacher), "/incidents/about-me/")
    answer = client_of(cast.teacher).post("/incidents/about-me/", {"text": " "})
    assert "Write what happened" in answer.content.decode()
    assert not Incident.objects.exists()
    with pytest.raises(actions.NotTold):
        refer_oneself(school=cast.oakfield, text=" ", policy_version=None, by=cast.teacher, now=NOW)
