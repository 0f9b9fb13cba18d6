"""Something that was told: the safety questions decide class, owner and who is alerted."""

from typing import Any

import pytest

from footprint.evidence.models import Capture
from footprint.incidents import actions
from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import THURSDAY, capture_facts
from footprint.notices.models import Notice
from footprint.rulebook.terms import Matter, SafetyQuestion
from footprint.users.models import User
from tests.cast import NOW, Cast


def report(cast: Cast, by: User, *yes: SafetyQuestion, **changes: Any) -> Incident:
    given: dict[str, Any] = {
        "school": cast.oakfield,
        "answers": {question: question in yes for question in SafetyQuestion},
        "subject_is_head": False,
        "matter": Matter.CONDUCT,
        "title": "Something told at the gate",
        "capture_facts": capture_facts(),
        "policy_version": None,
        "shut_out": [],
        "next_date": THURSDAY,
        **changes,
    }
    return actions.report_incident(**given, by=by, now=NOW)[0]


def test_without_a_yes_it_stays_with_whoever_reports(cast: Cast) -> None:
    incident = report(cast, cast.office)

    assert (incident.matter, incident.owner) == (Matter.CONDUCT, cast.office)
    assert not Notice.objects.exists()


def test_a_yes_takes_it_to_the_safeguarding_lead_out_of_sight_of_the_office(cast: Cast) -> None:
    incident = report(cast, cast.office, SafetyQuestion.NUDE_IMAGE)

    assert (incident.matter, incident.owner) == (Matter.SAFEGUARDING, cast.dsl)
    assert not Incident.objects.seen_by(cast.office).exists()
    told = set(Notice.objects.values_list("to", flat=True))
    assert told == {cast.dsl.email, cast.deputy.email, cast.head.email}


def test_an_accused_adult_goes_to_the_head(cast: Cast) -> None:
    incident = report(cast, cast.office, SafetyQuestion.ADULT_ACCUSED)

    assert (incident.matter, incident.owner) == (Matter.ALLEGATION, cast.head)


def test_an_accused_head_gets_no_sign(cast: Cast) -> None:
    incident = report(cast, cast.dsl, SafetyQuestion.ADULT_ACCUSED, subject_is_head=True)

    assert (incident.matter, incident.owner) == (Matter.ALLEGATION_HEAD, cast.chair)
    assert list(incident.shut_out.all()) == [cast.head]
    assert cast.head.email not in Notice.objects.values_list("to", flat=True)
    assert not Incident.objects.seen_by(cast.head).exists()


def test_a_named_lead_is_passed_over_and_not_alerted(cast: Cast) -> None:
    incident = report(cast, cast.office, SafetyQuestion.EXTREMISM, shut_out=[cast.dsl])

    assert incident.owner in (cast.deputy, cast.head)
    assert cast.dsl.email not in Notice.objects.values_list("to", flat=True)


def test_with_the_whole_circle_named_it_moves_up_to_the_chair_and_the_trust(cast: Cast) -> None:
    incident = report(cast, cast.dsl, SafetyQuestion.ADULT_ACCUSED, shut_out=[cast.head])

    assert (incident.matter, incident.owner) == (Matter.ALLEGATION_HEAD, cast.chair)
    told = set(Notice.objects.values_list("to", flat=True))
    assert told == {cast.chair.email, cast.trust_lead.email}


def test_where_nobody_may_see_it_that_is_said_and_nothing_is_kept(cast: Cast) -> None:
    everybody = [cast.head, cast.chair, cast.trust_lead]
    with pytest.raises(actions.CannotSee, match="LADO"):
        report(cast, cast.dsl, SafetyQuestion.ADULT_ACCUSED, shut_out=everybody)
    assert not Incident.objects.exists()
    assert not Capture.objects.exists()


def test_a_missing_answer_is_no_no(cast: Cast) -> None:
    with pytest.raises(ValueError, match="all four"):
        report(cast, cast.dsl, answers={SafetyQuestion.DANGER_NOW: False})
