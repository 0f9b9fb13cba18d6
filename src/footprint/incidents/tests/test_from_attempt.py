"""From a report of an attempt to an incident: both or neither, and the same people shut out."""

import pytest
from django.urls import reverse

from footprint.incidents.actions.from_attempt import open_from_attempt
from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import THURSDAY, capture_facts
from footprint.people.models import FamilyLink, Relation
from footprint.registers.connection_exceptions.actions import (
    AlreadySettled,
    pass_to_incident,
)
from footprint.registers.connection_exceptions.models import AttemptOutcome, ConnectionAttempt
from footprint.registers.connection_exceptions.sides import Side
from footprint.registers.connection_exceptions.tests.factories import (
    CANARY,
    adopted,
    by_staff,
    make_pupil,
    make_staff,
    reported,
)
from footprint.rulebook.terms import Matter, Party, SafetyQuestion
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first

NO = {question.value: "no" for question in SafetyQuestion}


def url(attempt: ConnectionAttempt) -> str:
    return reverse("incidents:open_from_attempt", args=[attempt.pk])


def form(**changes: object) -> dict[str, object]:
    return {
        **NO,
        "title": "An attempt to connect online",
        "text": f"A friend request, {CANARY}",
        "how": "a report of an attempt to connect",
        "matter": "pupil_conduct",
        "next_date_day": "1",
        "next_date_month": "12",
        "next_date_year": "2099",
        **changes,
    }


def chosen(cast: Cast, who: User, attempt: ConnectionAttempt, name: str) -> str:
    """Which radio the page comes with."""
    page = fetch_page(client_of(who), url(attempt))
    return first(page, f"input[name={name}][checked]").attributes["value"] or ""


def test_the_class_is_suggested_from_who_tried(cast: Cast) -> None:
    adopted(cast)
    child, adult = reported(cast), reported(cast, reporter=cast.keeper, **by_staff(cast.teacher))

    assert chosen(cast, cast.dsl, child, "matter") == Matter.PUPIL_CONDUCT.value
    assert chosen(cast, cast.dsl, child, "adult_accused") == "no"
    assert chosen(cast, cast.head, adult, "matter") == Matter.ALLEGATION.value
    assert chosen(cast, cast.head, adult, "adult_accused") == "yes"
    assert chosen(cast, cast.head, adult, "about_head") == "no"


def test_about_the_head_the_chair_opens_it(cast: Cast) -> None:
    adopted(cast)
    attempt = reported(cast, reporter=cast.keeper, **by_staff(cast.head))
    assert chosen(cast, cast.chair, attempt, "about_head") == "yes"

    given = form(adult_accused="yes", about_head="yes", matter="allegation_head")
    client_of(cast.chair).post(url(attempt), given)

    incident = Incident.objects.get()
    assert incident.matter == Matter.ALLEGATION_HEAD.value
    assert cast.head in incident.shut_out.all()
    assert not Incident.objects.seen_by(cast.head).exists()


def test_a_childs_becomes_an_incident_and_the_report_knows_its_number(cast: Cast) -> None:
    adopted(cast)
    attempt = reported(cast)
    client_of(cast.dsl).post(url(attempt), form())

    incident = Incident.objects.get()
    attempt.refresh_from_db()
    assert (attempt.outcome, attempt.incident_number) == (AttemptOutcome.INCIDENT, incident.pk)
    assert set(attempt.shut_out.all()) <= set(incident.shut_out.all())
    page = reverse("connection_exceptions:show_attempt", args=[attempt.pk])
    assert f"/incidents/{incident.pk}/" in client_of(cast.dsl).get(page).content.decode()
    assert client_of(cast.dsl).get(url(attempt)).status_code == 404


def test_family_stays_shut_out_whatever_the_form_says(cast: Cast) -> None:
    child, deputy = make_pupil(cast), make_staff(cast, cast.deputy)
    FamilyLink.objects.create(person=child, relative=deputy, relation=Relation.PARENT)
    attempt = reported(cast, by=Side(Party.PUPIL, person=child))

    client_of(cast.dsl).post(url(attempt), form(named=[]))

    assert not Incident.objects.seen_by(cast.deputy).exists()


def test_a_report_that_is_settled_meanwhile_opens_nothing(cast: Cast) -> None:
    attempt = reported(cast)
    pass_to_incident(attempt=ConnectionAttempt.objects.get(), number=7, by=cast.head, now=NOW)
    with pytest.raises(AlreadySettled):
        open_from_attempt(
            attempt=attempt,
            school=cast.oakfield,
            answers=dict.fromkeys(SafetyQuestion, False),
            subject_is_head=False,
            matter=Matter.PUPIL_CONDUCT,
            title="An attempt to connect online",
            capture_facts=capture_facts(),
            policy_version=None,
            shut_out=(),
            next_date=THURSDAY,
            by=cast.dsl,
            now=NOW,
        )
    assert not Incident.objects.exists()


@pytest.mark.parametrize("who", ["teacher", "keeper", "office", "chair", "stranger"])
def test_nobody_opens_one_from_a_report_that_they_may_not_see(cast: Cast, who: str) -> None:
    adopted(cast)
    assert client_of(getattr(cast, who)).get(url(reported(cast))).status_code == 404
