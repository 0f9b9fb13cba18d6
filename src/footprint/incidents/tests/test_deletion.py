"""Deletion requests: the due date and its reason, the letter kept, the outcome, looking again."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from footprint.incidents import actions
from footprint.incidents.models import DeletionRequest, Finding, Incident, RequestOutcome
from footprint.incidents.tests.factories import FAIR, THURSDAY, asked, assessed
from footprint.rulebook.terms import ConductTag, Flag, Poster, PostKind, Step
from footprint.rulebook.tests.factories import LARKHILL, SILENT
from footprint.schools.models import Closure
from tests.cast import NOW, Cast


def ask(incident: Incident, **changes: object) -> DeletionRequest:
    given = {
        "asked_how": "letter",
        "letter": "Hello,\n\n  please delete it.\n",
        "revision": incident.revision,
        "by": incident.owner,
        "now": NOW,
        **changes,
    }
    return actions.request_deletion(incident=incident, **given)  # type: ignore[arg-type]


def test_the_policy_gives_the_date_and_its_reason(cast: Cast) -> None:
    incident = assessed(cast)
    request = ask(incident)

    incident.refresh_from_db()
    assert request.due_date == date(2026, 11, 18) == incident.next_date
    assert "your school gave 2 school days at adoption" in request.due_reason
    assert request.letter == "Hello,\n\n  please delete it.\n"
    assert incident.stands_at is Step.DELETION_REQUESTED


def test_two_schools_differ_where_their_policies_do(cast: Cast) -> None:
    assert ask(assessed(cast, policy=LARKHILL)).due_date == date(2026, 11, 17)


def test_closed_days_are_stepped_over(cast: Cast) -> None:
    Closure.objects.create(
        school=cast.oakfield,
        first_day=date(2026, 11, 17),
        last_day=date(2026, 11, 20),
        name="Half term",
    )

    assert ask(assessed(cast)).due_date == date(2026, 11, 24)


@pytest.mark.parametrize("policy", [SILENT, None])
def test_where_the_policy_is_silent_a_person_gives_date_and_reason(cast: Cast, policy) -> None:  # type: ignore[no-untyped-def]
    incident = assessed(cast, policy=policy)

    with pytest.raises(actions.NotTold, match="gives no date"):
        ask(incident)
    with pytest.raises(actions.NotTold, match="in the past"):
        ask(incident, due_date=date(2026, 11, 13), due_reason="soon")

    request = ask(incident, due_date=THURSDAY, due_reason="The fair is on Friday")
    assert request.due_date == THURSDAY
    assert "The fair is on Friday" in request.due_reason


def test_a_fair_opinion_is_not_asked_to_go(cast: Cast) -> None:
    incident = assessed(cast, FAIR)

    with pytest.raises(actions.NotOffered, match="criticise"):
        ask(incident)
    assert not incident.deletion_requests.exists()


def test_somebody_who_may_be_telling_of_harm_is_not_silenced(cast: Cast) -> None:
    told = actions.Assessment(Poster.PARENT, PostKind.CONCERN, frozenset({Flag.ALLEGATION}))

    with pytest.raises(actions.NotOffered, match="silence a report"):
        ask(assessed(cast, told))


def test_somebody_outside_the_school_is_not_asked(cast: Cast) -> None:
    outside = actions.Assessment(
        Poster.THIRD_PARTY, PostKind.NEUTRAL, conduct=frozenset({ConductTag.BULLYING})
    )

    with pytest.raises(actions.NotOffered, match="school community"):
        ask(assessed(cast, outside))


def test_a_letter_without_words_is_refused_a_call_is_not(cast: Cast) -> None:
    incident = assessed(cast)

    with pytest.raises(actions.NotTold):
        ask(incident, letter="  \n")
    assert ask(incident, asked_how="call", letter="").letter == ""


def test_there_is_one_open_request_at_a_time(cast: Cast) -> None:
    incident, _ = asked(cast)
    incident.refresh_from_db()
    actions.follow_up(
        incident=incident,
        finding=Finding.STILL_THERE,
        note="",
        next_date=THURSDAY,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )
    incident.refresh_from_db()

    with pytest.raises(actions.NotTold, match="how that one ended"):
        ask(incident)
    with pytest.raises(IntegrityError), transaction.atomic():
        DeletionRequest.objects.create(
            incident=incident,
            asked_at=NOW,
            asked_by=cast.head,
            asked_how="call",
            due_date=THURSDAY,
            due_reason="-",
        )


def test_the_database_wants_a_time_with_an_outcome(cast: Cast) -> None:
    _, request = asked(cast)

    with pytest.raises(IntegrityError), transaction.atomic():
        DeletionRequest.objects.filter(pk=request.pk).update(outcome="deleted")


def test_an_outcome_ends_the_clock_and_keeps_the_incident_open(cast: Cast) -> None:
    incident, request = asked(cast)
    incident.refresh_from_db()
    actions.record_outcome(
        deletion_request=request,
        outcome=RequestOutcome.DELETED,
        note="She rang back.",
        next_date=THURSDAY,
        revision=incident.revision,
        by=cast.dsl,
        now=NOW,
    )

    incident.refresh_from_db()
    request.refresh_from_db()
    assert (request.outcome, request.outcome_by) == (RequestOutcome.DELETED, cast.dsl)
    assert incident.open_request is None
    assert (incident.stands_at, incident.next_date) == (Step.FOLLOWED_UP, THURSDAY)


def test_of_two_outcomes_at_once_the_second_is_told(cast: Cast) -> None:
    incident, request = asked(cast)
    incident.refresh_from_db()
    stale = DeletionRequest.objects.get(pk=request.pk)
    stale_revision = stale.incident.revision

    def end(which: DeletionRequest, outcome: RequestOutcome, revision: int) -> None:
        actions.record_outcome(
            deletion_request=which,
            outcome=outcome,
            note="",
            next_date=THURSDAY,
            revision=revision,
            by=cast.head,
            now=NOW,
        )

    end(request, RequestOutcome.DELETED, incident.revision)
    with pytest.raises(actions.ChangedMeanwhile):
        end(stale, RequestOutcome.REFUSED, stale_revision)
    fresh = DeletionRequest.objects.get(pk=request.pk)
    with pytest.raises(actions.ChangedMeanwhile, match="already said"):
        end(fresh, RequestOutcome.REFUSED, fresh.incident.revision)

    fresh.refresh_from_db()
    assert fresh.outcome == RequestOutcome.DELETED
    assert incident.entries.filter(action="deletion_outcome").count() == 1


def test_could_not_look_is_never_gone(cast: Cast) -> None:
    incident, _ = asked(cast)
    incident.refresh_from_db()
    actions.follow_up(
        incident=incident,
        finding=Finding.COULD_NOT_LOOK,
        note="The group is private.",
        next_date=THURSDAY,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    last = incident.entries.get(action="looked_could_not_look")
    assert "gone" not in last.text.lower()


def test_nothing_is_asked_before_the_assessment(cast: Cast) -> None:
    incident = assessed(cast)
    Incident.objects.filter(pk=incident.pk).update(step=Step.OPENED.value)
    incident.refresh_from_db()

    with pytest.raises(actions.StepNotAllowed):
        ask(incident)
