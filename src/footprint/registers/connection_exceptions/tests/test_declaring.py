"""Declaring a link: what is kept, who is told, whose desk it is."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from footprint.audit.models import Event
from footprint.notices.models import Notice
from footprint.people.models import FamilyLink, Relation
from footprint.people.tests.factories import make_parent
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.models import (
    ConnectionException,
    How,
    LinkKind,
    State,
)
from footprint.registers.connection_exceptions.sides import Side, desk_for, party_here
from footprint.registers.connection_exceptions.tests.factories import (
    adopted,
    declared,
    make_pupil,
    make_staff,
)
from footprint.rulebook.terms import Audience, ConnectionKind, Party, Platform, Role
from footprint.users.models import Membership
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

DECLARE = "connection_exceptions:declare_connection"
FORM: dict[str, object] = {
    "other": "Perrin Oakapple",
    "other_party": "pupil",
    "link": "family",
    "platforms": ["whatsapp", "instagram"],
    "kinds": ["message", "group"],
    "note": "My niece",
}


def post(cast: Cast, who: str, **changes: object) -> object:
    client = client_of(getattr(cast, who))
    return client.post(reverse(DECLARE), {**FORM, **changes})


def test_a_declared_link_waits_and_has_its_history(cast: Cast) -> None:
    connection = declared(cast)

    assert (connection.stands_at, connection.desk) == (State.DECLARED, Role.HEADTEACHER.value)
    assert (connection.name, connection.name_of_other) == ("Tess Teacher", "Perrin Oakapple")
    (entry,) = connection.entries.all()
    assert (entry.action, entry.by) == ("declared", cast.teacher)


def test_the_audit_and_the_message_hold_no_name(cast: Cast) -> None:
    connection = declared(cast)

    event = Event.objects.get(action="connection_exceptions.declared")
    assert event.target == f"connection:{connection.pk}"
    assert "Oakapple" not in str(event.details)
    (notice,) = Notice.objects.all()
    assert notice.to == cast.head.email
    assert not {"Oakapple", "Teacher"} & set(notice.body.split())
    assert f"/connections/{connection.pk}/" in notice.body


def test_the_form_keeps_what_was_said_and_no_more(cast: Cast) -> None:
    adopted(cast)
    post(cast, "teacher")

    connection = ConnectionException.objects.get()
    assert connection.platforms == ["instagram", "whatsapp"]
    assert connection.kinds == ["group", "message"]
    assert connection.how == How.SIGNED_IN
    assert {field.name for field in ConnectionException._meta.get_fields()}.isdisjoint(
        {"handle", "profile", "username", "url"}
    )


def test_what_is_missing_is_said_and_nothing_is_kept(cast: Cast) -> None:
    page = post_page(client_of(cast.teacher), reverse(DECLARE), {})
    for words in ("Select at least one place", "Answer the question “What ties you?”"):
        assert words in text_of(page)
    assert not ConnectionException.objects.exists()


def test_a_whole_name_of_the_register_is_taken_without_asking(cast: Cast) -> None:
    pupil = make_pupil(cast)
    post(cast, "teacher", other="wren thistlewood")
    assert ConnectionException.objects.get().other == pupil


def test_a_name_that_fits_several_asks_which_one(cast: Cast) -> None:
    first = make_pupil(cast)
    second = make_pupil(cast, class_name="2A")
    client = client_of(cast.teacher)
    page = post_page(client, reverse(DECLARE), {**FORM, "other": "Wren Thistlewood"})
    assert "Which of these do you mean?" in text_of(page)
    assert "2A" in text_of(page)
    assert not ConnectionException.objects.exists()

    client.post(
        reverse(DECLARE), {**FORM, "other": "Wren Thistlewood", "other_which": str(second.pk)}
    )
    assert ConnectionException.objects.get().other == second != first


def test_none_of_these_is_somebody_outside_the_register(cast: Cast) -> None:
    make_pupil(cast)
    post(cast, "teacher", other="Thistlewood", other_which="none")
    connection = ConnectionException.objects.get()
    assert (connection.other, connection.other_name) == (None, "Thistlewood")


def test_who_may_not_pick_by_name_is_not_shown_who_there_is(cast: Cast) -> None:
    make_pupil(cast)
    make_pupil(cast, class_name="2A")
    response = post(cast, "governor", other="Wren Thistlewood")
    assert response.status_code == 302  # type: ignore[attr-defined]
    connection = ConnectionException.objects.get()
    assert (connection.other, connection.party) == (None, Party.GOVERNOR.value)


def test_another_schools_pupil_is_not_found(cast: Cast) -> None:
    elsewhere = make_pupil(cast)
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(school=cast.riverside)
    post(cast, "teacher", other="Wren Thistlewood")
    assert ConnectionException.objects.get().other is None


def test_the_same_two_have_one_open_link(cast: Cast) -> None:
    person, pupil = make_staff(cast, cast.teacher), make_pupil(cast)
    declared(cast, person=person, other=pupil)
    with pytest.raises(actions.AlreadyDeclared):
        declared(cast, person=person, other=pupil)
    page = post_page(client_of(cast.teacher), reverse(DECLARE), {**FORM, "other": pupil.name})
    assert "in the register already" in text_of(page)


def test_after_a_refusal_it_can_be_declared_again(cast: Cast) -> None:
    person, pupil = make_staff(cast, cast.teacher), make_pupil(cast)
    connection = declared(cast, person=person, other=pupil)
    actions.refuse(connection=connection, reason="Not now", by=cast.head, now=NOW)
    assert declared(cast, person=person, other=pupil).stands_at is State.DECLARED


def test_nobody_is_linked_with_themselves(cast: Cast) -> None:
    person = make_staff(cast, cast.teacher)
    with pytest.raises(actions.WithThemselves):
        declared(cast, person=person, other=person, other_party=Party.STAFF)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConnectionException.objects.create(
            school=cast.oakfield, person=person, other=person, declared_at=NOW
        )


@pytest.mark.parametrize("who", ["head", "teacher"])
def test_the_heads_own_goes_to_the_chair(cast: Cast, who: str) -> None:
    connection = declared(cast, user=getattr(cast, who))

    of_head = who == "head"
    assert connection.desk == (Role.CHAIR if of_head else Role.HEADTEACHER).value
    (notice,) = Notice.objects.all()
    assert notice.to == (cast.chair if of_head else cast.head).email


def test_the_heads_familys_goes_to_the_chair_too(cast: Cast) -> None:
    head, child = make_staff(cast, cast.head), make_pupil(cast)
    FamilyLink.objects.create(person=child, relative=head, relation=Relation.PARENT)

    assert declared(cast, other=child).desk == Role.CHAIR.value
    assert declared(cast, other="Perrin Oakapple").desk == Role.HEADTEACHER.value


def test_with_two_heads_the_other_one_decides(cast: Cast) -> None:
    Membership.objects.create(user=cast.deputy, school=cast.oakfield, role=Role.HEADTEACHER.value)
    side = Side(Party.STAFF, None, cast.head)
    assert desk_for([side], cast.oakfield) is Role.HEADTEACHER


def test_the_office_records_what_a_family_told(cast: Cast) -> None:
    pupil = make_pupil(cast)
    teacher = make_staff(cast, cast.teacher)
    client_of(cast.office).post(
        reverse("connection_exceptions:record_connection"),
        {**FORM, "name": "Wren Thistlewood", "party": "pupil", "other": "Tess Teacher",
         "other_party": "staff"},
    )  # fmt: skip
    connection = ConnectionException.objects.get()
    assert (connection.person, connection.other) == (pupil, teacher)
    assert (connection.how, connection.declared_by) == (How.OFFICE, cast.office)


def test_the_office_records_for_nobody_who_is_not_in_the_register(cast: Cast) -> None:
    page = post_page(
        client_of(cast.office),
        reverse("connection_exceptions:record_connection"),
        {**FORM, "name": "Nobody Atall", "party": "pupil"},
    )
    assert "Nobody in the register of people has this name" in text_of(page)


@pytest.mark.parametrize(
    ("parts", "roles", "party"),
    [
        ([], [Role.TEACHER], Party.STAFF),
        ([], [Role.GOVERNOR], Party.GOVERNOR),
        ([], [Role.CHAIR, Role.GOVERNOR], Party.GOVERNOR),
        ([], [Role.CHAIR, Role.TEACHER], Party.STAFF),
        ([Audience.PARENT, Audience.VOLUNTEER], [Role.GOVERNOR], Party.VOLUNTEER),
        ([Audience.PARENT, Audience.STAFF], [Role.GOVERNOR], Party.STAFF),
    ],
)
def test_what_somebody_is_here(
    cast: Cast, parts: list[Audience], roles: list[Role], party: Party
) -> None:
    person = None
    if parts:
        person = make_parent(of=make_pupil(cast), user=cast.teacher)
        for part in parts[1:]:
            person.parts.create(audience=part.value)
    assert party_here(cast.teacher, person, roles) is party


def test_the_declare_page_cites_the_policy(cast: Cast) -> None:
    assert "Your policy does not say" in text_of(
        fetch_page(client_of(cast.teacher), reverse(DECLARE))
    )
    adopted(cast)
    words = text_of(fetch_page(client_of(cast.teacher), reverse(DECLARE)))
    assert "The head of Oakfield may agree to an exception for a family." in words


def test_every_kind_of_link_can_be_declared(cast: Cast) -> None:
    for number, link in enumerate(LinkKind):
        connection = declared(
            cast,
            other=f"Piers Oakapple{number}",
            link=link,
            platforms=list(Platform),
            kinds=list(ConnectionKind),
        )
        assert connection.link == link
