"""Who can see what: by name, by list, by search, by print, by count; and who gets no sign."""

import pytest

from footprint.incidents.circle import circle, circle_of
from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import CANARY, assessed, opened
from footprint.rulebook.terms import Matter, Role
from footprint.users.models import Membership, User
from tests.cast import Cast, client_of

EVERYBODY = (
    "head",
    "dsl",
    "deputy",
    "office",
    "keeper",
    "teacher",
    "governor",
    "chair",
    "trust_lead",
    "stranger",
)
OWNERS = {Matter.ALLEGATION: "head", Matter.ALLEGATION_HEAD: "chair", Matter.LOW_LEVEL: "head"}


@pytest.mark.parametrize("matter", list(Matter))
def test_the_names_shown_are_those_who_see_it(cast: Cast, matter: Matter) -> None:
    owner: User = getattr(cast, OWNERS.get(matter, "dsl"))
    incident = opened(cast, matter=matter, owner=owner)

    shown = {member.user for member in circle(incident)}
    for name in EVERYBODY:
        user: User = getattr(cast, name)
        sees = Incident.objects.seen_by(user).exists()
        assert sees == (user in shown), name


def test_two_roles_together_open_what_neither_opens_alone(cast: Cast) -> None:
    """One role lets them read incidents, the other opens the class; `seen_by` joins them."""
    Membership.objects.create(user=cast.keeper, role=Role.CHAIR.value, school=cast.oakfield)
    opened(cast, matter=Matter.REPUTATION)

    names = {
        member.user.pk for member in circle_of(school_id=cast.oakfield.pk, matter=Matter.REPUTATION)
    }
    assert Incident.objects.seen_by(cast.keeper).exists()
    assert cast.keeper.pk in names


def test_a_person_who_left_is_not_in_the_circle(cast: Cast) -> None:
    incident = opened(cast)
    User.objects.filter(pk=cast.deputy.pk).update(is_active=False)

    assert cast.deputy not in [member.user for member in circle(incident)]


PAGES = (
    "",
    "print/",
    "assess/",
    "hand-over/",
    "deletion/",
    "follow-up/",
    "platform/",
    "refer/",
    "note/",
    "support/",
    "resolve/",
    "close/",
)


@pytest.mark.parametrize(
    ("name", "matter"),
    [
        ("office", Matter.SAFEGUARDING),
        ("office", Matter.PUPIL_CONDUCT),
        ("head", Matter.CONDUCT),
        ("stranger", Matter.CONDUCT),
        ("teacher", Matter.CONDUCT),
        ("governor", Matter.CONDUCT),
        ("chair", Matter.CONDUCT),
        ("trust_lead", Matter.SAFEGUARDING),
    ],
)
def test_no_page_list_count_or_search_gives_a_sign(cast: Cast, name: str, matter: Matter) -> None:
    outside: User = getattr(cast, name)
    shut_out = (cast.head,)  # named in it
    incident = assessed(
        cast, matter=matter, owner=cast.dsl, shut_out=shut_out, title=f"About {CANARY}"
    )
    Incident.objects.filter(pk=incident.pk).update(next_date="2020-01-06")  # overdue: counted
    client = client_of(outside)

    for path in PAGES:
        for answer in (
            client.get(f"/incidents/{incident.pk}/{path}"),
            client.post(f"/incidents/{incident.pk}/{path}", {"text": "x"}),
        ):
            assert answer.status_code == 404, path
            assert CANARY not in answer.content.decode()
    for query in ("", f"?words={CANARY}", f"?words={incident.pk}", "?show=mine", "?show=closed"):
        body = client.get(f"/incidents/{query}").content.decode().replace(f'value="{CANARY}"', "")
        assert CANARY not in body
        assert "past its next date" not in body
    assert incident.entries.count() == 2


def test_inside_the_circle_all_of_it_opens(cast: Cast) -> None:
    incident = assessed(cast, owner=cast.dsl, matter=Matter.SAFEGUARDING)

    client = client_of(cast.deputy)
    for path in PAGES:
        assert client.get(f"/incidents/{incident.pk}/{path}").status_code == 200, path
