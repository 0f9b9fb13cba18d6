"""Platform, referral, support, resolving, closing: the other steps of an incident."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from footprint.incidents import actions
from footprint.incidents.models import (
    Incident,
    PlatformReport,
    ReferredTo,
    ReportAnswer,
    RequestOutcome,
)
from footprint.incidents.tests.factories import FAIR, THURSDAY, asked, assessed, opened
from footprint.rulebook.terms import (
    ClauseName,
    ConductTag,
    Flag,
    Matter,
    Outcome,
    Platform,
    Poster,
    PostKind,
    Step,
)
from tests.cast import NOW, Cast

RUDE = actions.Assessment(Poster.PARENT, PostKind.CRITICISM, conduct=frozenset({ConductTag.RUDE}))


def report(incident: Incident) -> PlatformReport:
    return actions.report_to_platform(
        incident=incident,
        platform=Platform.FACEBOOK,
        route="The menu of the post",
        rule="Harassment",
        reference="A-1",
        next_date=THURSDAY,
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )


def refer(incident: Incident, to: ReferredTo, reason: str = "Because") -> None:
    actions.refer(
        incident=incident,
        to=to,
        reason=reason,
        reference="",
        next_date=THURSDAY,
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )


def support(incident: Incident, text: str = "A talk with the head") -> None:
    actions.record_support(
        incident=incident,
        offered=True,
        text=text,
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )


def close(incident: Incident, reason: str = "It is gone") -> None:
    actions.close(
        incident=incident,
        clause=ClauseName.CONDUCT,
        reason=reason,
        outcome=Outcome.DELETED,
        lesson="Talk about group chats in assembly",
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )


def test_a_platform_report_and_its_answer(cast: Cast) -> None:
    incident = assessed(cast)
    made = report(incident)
    incident.refresh_from_db()
    actions.record_answer(
        report=made,
        answer=ReportAnswer.REMOVED,
        note="",
        next_date=date(2026, 11, 20),
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    made.refresh_from_db()
    incident.refresh_from_db()
    assert (made.answer, made.answered_at) == (ReportAnswer.REMOVED, NOW)
    # the platform's word is no proof: somebody has to look before it can be closed
    assert incident.stands_at is Step.PLATFORM_REPORTED
    assert incident.next_date == date(2026, 11, 20)


def test_the_database_wants_a_time_with_an_answer(cast: Cast) -> None:
    made = report(assessed(cast))

    with pytest.raises(IntegrityError), transaction.atomic():
        PlatformReport.objects.filter(pk=made.pk).update(answer="removed")


def test_a_fair_opinion_is_not_reported_to_its_platform(cast: Cast) -> None:
    with pytest.raises(actions.NotOffered):
        report(assessed(cast, FAIR))


@pytest.mark.parametrize("assessment", [RUDE, FAIR])
def test_rude_words_never_lead_to_the_police(cast: Cast, assessment: actions.Assessment) -> None:
    incident = assessed(cast, assessment)

    with pytest.raises(actions.NotOffered):
        refer(incident, ReferredTo.POLICE)
    assert not incident.referrals.exists()


@pytest.mark.parametrize(
    "assessment",
    [
        actions.Assessment(Poster.PARENT, PostKind.NEUTRAL, potentially_illegal=True),
        actions.Assessment(Poster.PARENT, PostKind.NEUTRAL, dangerous=True),
        actions.Assessment(Poster.PARENT, PostKind.NEUTRAL, frozenset({Flag.THREAT})),
    ],
)
def test_what_may_be_illegal_or_dangerous_does(cast: Cast, assessment: actions.Assessment) -> None:
    incident = assessed(cast, assessment)
    refer(incident, ReferredTo.POLICE)

    assert incident.referrals.get().to == ReferredTo.POLICE


@pytest.mark.parametrize("to", [ReferredTo.POLICE, ReferredTo.SOCIAL_CARE, ReferredTo.LADO])
def test_nothing_stands_between_a_child_and_help(cast: Cast, to: ReferredTo) -> None:
    incident = assessed(cast, FAIR, matter=Matter.SAFEGUARDING)
    refer(incident, to)

    assert incident.referrals.get().to == to


def test_a_route_is_for_its_poster(cast: Cast) -> None:
    pupil = actions.Assessment(
        Poster.PUPIL, PostKind.NEUTRAL, conduct=frozenset({ConductTag.BULLYING})
    )
    incident = assessed(cast, pupil)

    with pytest.raises(actions.NotOffered):
        refer(incident, ReferredTo.STAFF_CODE)
    with pytest.raises(actions.NotTold):
        refer(incident, ReferredTo.BEHAVIOUR, reason=" ")
    refer(incident, ReferredTo.BEHAVIOUR)
    assert incident.referrals.count() == 1


def test_several_actions_on_one_incident_without_closing_it(cast: Cast) -> None:
    incident, _ = asked(cast)
    incident.refresh_from_db()
    report(incident)
    incident.refresh_from_db()
    refer(incident, ReferredTo.HELPLINE)

    incident.refresh_from_db()
    assert incident.open_request is not None
    assert incident.platform_reports.get().answer == ""
    assert not incident.is_closed


def test_closing_lists_what_is_missing(cast: Cast) -> None:
    incident, request = asked(cast)
    incident.refresh_from_db()
    assert actions.missing(incident) == (
        actions.Missing.STEP,
        actions.Missing.REQUEST,
        actions.Missing.SUPPORT,
    )
    with pytest.raises(actions.StepNotAllowed):
        close(incident)

    report(incident)
    incident.refresh_from_db()
    refer(incident, ReferredTo.HELPLINE)
    incident.refresh_from_db()
    with pytest.raises(actions.NotTold, match="deletion request"):
        close(incident)

    actions.record_outcome(
        deletion_request=request,
        outcome=RequestOutcome.DELETED,
        note="",
        next_date=THURSDAY,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )
    incident.refresh_from_db()
    with pytest.raises(actions.StepNotAllowed, match="support"):
        close(incident)
    support(incident)
    with pytest.raises(actions.StepNotAllowed, match="reason"):
        close(incident, reason=" ")

    assert actions.missing(incident) == ()
    close(incident)
    incident.refresh_from_db()
    assert incident.is_closed
    assert (incident.outcome, incident.closed_by) == (Outcome.DELETED, cast.head)
    assert incident.lesson


def test_nothing_more_happens_to_a_closed_incident_but_notes(cast: Cast) -> None:
    incident = assessed(cast, FAIR)
    support(incident)
    close(incident)
    incident.refresh_from_db()

    with pytest.raises(actions.StepNotAllowed):
        support(incident)
    with pytest.raises(actions.StepNotAllowed):
        refer(incident, ReferredTo.HELPLINE)
    actions.add_note(incident=incident, text="A correction", by=cast.head, now=NOW)
    assert incident.entries.filter(action="note").count() == 1


@pytest.mark.parametrize("field", ["closed_clause", "closed_reason", "outcome", "closed_at"])
def test_the_database_wants_a_closed_incident_to_say_why(cast: Cast, field: str) -> None:
    incident = assessed(cast, FAIR)
    support(incident)
    close(incident)
    empty = None if field == "closed_at" else ""

    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(**{field: empty})


def test_the_database_wants_an_open_incident_to_have_no_closing(cast: Cast) -> None:
    incident = opened(cast)

    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(closed_at=NOW)


def test_resolved_then_closed(cast: Cast) -> None:
    incident, request = asked(cast)
    incident.refresh_from_db()
    actions.resolve(
        incident=incident,
        reason="The author came in and took it down.",
        next_date=THURSDAY,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    incident.refresh_from_db()
    assert incident.stands_at is Step.RESOLVED
    assert actions.missing(incident) == (actions.Missing.REQUEST, actions.Missing.SUPPORT)
    assert request.outcome == ""
