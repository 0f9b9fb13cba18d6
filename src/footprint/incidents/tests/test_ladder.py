"""The ladder of removal: each rung with its clock and its proof; the talk; the helpline's pack."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from footprint.incidents import actions
from footprint.incidents.ladder import at_once, pack_text, rungs_of
from footprint.incidents.models import (
    Entry,
    Incident,
    Meeting,
    MeetingOutcome,
    ReferredTo,
    ReportAnswer,
)
from footprint.incidents.tests.factories import FAIR, THURSDAY, asked, assessed, close
from footprint.rulebook.terms import Matter, Platform
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

MONDAY = NOW.date()
HELD = MeetingOutcome.HELD


def reported(cast: Cast) -> Incident:
    incident = assessed(cast)
    actions.report_to_platform(
        incident=incident,
        platform=Platform.FACEBOOK,
        route="Report post",
        rule="Harassment",
        reference="A-1",
        next_date=THURSDAY,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )
    return incident


def invited(incident: Incident, **changes: Any) -> Meeting:
    given = {
        "incident": incident,
        "invited": "the parent",
        "on": THURSDAY,
        "revision": incident.revision,
        "by": incident.owner,
        "now": NOW,
        **changes,
    }
    return actions.invite(**given)


def ended(meeting: Meeting, outcome: MeetingOutcome = HELD, agreed: str = "It goes today") -> None:
    incident = meeting.incident
    incident.refresh_from_db()
    actions.record_meeting(
        meeting=meeting,
        outcome=outcome,
        agreed=agreed,
        next_date=THURSDAY,
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )


def rung(incident: Incident, number: int, on: date = MONDAY) -> Any:
    return rungs_of(incident, on=on)[number]


def test_each_rung_shows_its_clock_until_it_ends(cast: Cast) -> None:
    incident, request = asked(cast)
    assert rung(incident, 0).due == request.due_date
    assert not rung(incident, 0).late
    assert rung(incident, 0, on=request.due_date + timedelta(days=1)).late

    incident.deletion_requests.update(outcome="refused", outcome_at=NOW, outcome_by=cast.head)
    assert rung(incident, 0).due is None
    assert rung(incident, 0).proof == "The author refused"


def test_a_fair_opinion_has_no_ladder(cast: Cast) -> None:
    assert rungs_of(assessed(cast, FAIR), on=MONDAY) == []


def test_the_helpline_waits_for_the_platform_unless_somebody_may_come_to_harm(cast: Cast) -> None:
    incident = reported(cast)
    assert rung(incident, 4).due == date(2026, 11, 18)
    assert "A-1" in rung(incident, 3).proof
    assert not at_once(incident)

    incident.dangerous = True
    assert at_once(incident)
    assert rung(incident, 4).due == MONDAY
    assert "safeguarding worry" in rung(incident, 4).proof


def test_the_clock_of_the_helpline_ends_when_it_was_asked(cast: Cast) -> None:
    incident = reported(cast)
    incident.referrals.create(
        to=ReferredTo.HELPLINE, reason="-", reference="P-9", referred_at=NOW, referred_by=cast.head
    )
    assert rung(incident, 4).due is None
    assert rung(incident, 4).proof == "P-9"


def test_no_clock_runs_once_it_is_closed(cast: Cast) -> None:
    incident = assessed(cast)
    close(incident)

    assert all(each.due is None for each in rungs_of(incident, on=MONDAY))


def test_a_talk_has_a_day_and_an_end(cast: Cast) -> None:
    incident = assessed(cast)
    meeting = invited(incident)
    assert rung(incident, 2).due == THURSDAY
    incident.refresh_from_db()
    assert incident.next_date == THURSDAY

    ended(meeting)
    assert rung(incident, 2).due is None
    assert not incident.is_closed
    said = [(each.action, each.text) for each in Entry.objects.order_by("pk")][-2:]
    assert said == [
        ("meeting_invited", "Invited for Thursday 19 November 2026: the parent"),
        ("meeting_held", "We met. It goes today"),
    ]


def test_what_a_talk_needs(cast: Cast) -> None:
    incident = assessed(cast)
    for changes in ({"invited": " "}, {"on": MONDAY - timedelta(days=1)}):
        with pytest.raises(actions.NotTold):
            invited(incident, **changes)
    meeting = invited(incident)
    incident.refresh_from_db()
    with pytest.raises(actions.NotTold):
        invited(incident)
    with pytest.raises(actions.NotTold):
        ended(meeting, agreed=" ")
    ended(meeting, MeetingOutcome.DECLINED, agreed="")
    with pytest.raises(actions.ChangedMeanwhile):
        ended(meeting)


@pytest.mark.parametrize("matter", [Matter.SAFEGUARDING, Matter.ALLEGATION])
def test_nobody_is_invited_where_somebody_may_have_been_harmed(cast: Cast, matter: Matter) -> None:
    owner = cast.dsl if matter is Matter.SAFEGUARDING else cast.head

    with pytest.raises(actions.NotOffered):
        invited(assessed(cast, matter=matter, owner=owner))


def test_a_fair_critic_may_be_invited(cast: Cast) -> None:
    incident = assessed(cast, FAIR)
    page = f"/incidents/{incident.pk}/"
    assert "Invite them in for a talk" in text_of(fetch_page(client_of(cast.head), page))

    invited(incident)

    words = text_of(fetch_page(client_of(cast.head), page))
    assert "Say what came of the talk" in words
    assert "Invite them in for a talk" not in words


def test_the_pack_holds_what_was_captured_and_answered_and_no_picture(cast: Cast) -> None:
    incident = reported(cast)
    incident.platform_reports.update(answer=ReportAnswer.REFUSED, answered_at=NOW)

    text = pack_text(incident, caller=cast.head)

    for words in ("quetzalcoatlus", "https://social.example/post/1", "A-1", "It refused"):
        assert words in text
    assert "Harriet Head" in text
    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/helpline/")
    assert "0344 381 4772" in text_of(page)
    assert not page.css("main img")


def test_the_pack_is_only_for_who_sees_the_incident(cast: Cast) -> None:
    incident = reported(cast)
    incident.shut_out.add(cast.dsl)
    for person in (cast.dsl, cast.stranger):
        assert client_of(person).get(f"/incidents/{incident.pk}/helpline/").status_code == 404


def test_by_the_pages(cast: Cast) -> None:
    incident = assessed(cast)
    client = client_of(cast.head)
    page = fetch_page(client, f"/incidents/{incident.pk}/")
    assert "Steps towards removal" in text_of(page)
    assert "What to say, if you ring" in text_of(
        fetch_page(client, f"/incidents/{incident.pk}/deletion/")
    )
    day = {"on_day": "1", "on_month": "12", "on_year": "2099"}
    asking = reverse("incidents:invite_to_meeting", args=[incident.pk])
    given = {"revision": incident.revision, "invited": "the parent", **day}
    assert client.post(asking, given).status_code == 302
    assert "Say what came of the talk" in text_of(fetch_page(client, f"/incidents/{incident.pk}/"))
