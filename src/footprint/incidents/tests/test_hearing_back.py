"""Those who told us hear back, or it is said why not; and several acts without closing."""

import pytest
from django.urls import reverse

from footprint.incidents import actions
from footprint.incidents.models import Entry, HearingBack, Incident, ReferredTo
from footprint.incidents.tests.factories import THURSDAY, asked, assessed, close
from footprint.incidents.views.faking import safe_words
from footprint.rulebook.terms import Matter, Platform
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, text_of


def hear(incident: Incident, words: str = "Thank you.", *, told: bool = True) -> HearingBack:
    return actions.hear_back(
        incident=incident,
        told=told,
        words=words,
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )


@pytest.mark.parametrize(
    ("told", "action"), [(True, "reporter_told"), (False, "reporter_not_told")]
)
def test_what_they_were_told_or_why_not_is_kept(cast: Cast, told: bool, action: str) -> None:
    incident = assessed(cast)

    hear(incident, "It was a feed: nobody told us.", told=told)

    assert HearingBack.objects.get().told is told
    assert Entry.objects.get(action=action).text == "It was a feed: nobody told us."


def test_it_needs_words_and_an_open_incident(cast: Cast) -> None:
    incident = assessed(cast)
    with pytest.raises(actions.NotTold):
        hear(incident, "  ")
    close(incident)
    with pytest.raises(actions.StepNotAllowed):
        hear(incident)


@pytest.mark.parametrize("matter", [Matter.CONDUCT, Matter.SAFEGUARDING])
def test_the_words_to_begin_with_give_nothing_away(cast: Cast, matter: Matter) -> None:
    incident = assessed(cast, matter=matter, owner=cast.dsl)
    words = safe_words(incident)

    for secret in ("pupil", "parent", "staff", "police", incident.title, "insult"):
        assert secret.lower() not in words.lower()


def test_by_the_page(cast: Cast) -> None:
    incident = assessed(cast)
    client = client_of(cast.head)
    address = reverse("incidents:hear_back", args=[incident.pk])
    page = fetch_page(client, address)
    assert "Thank you for telling us." in first(page, "textarea[name=words]").text()

    given = {"revision": incident.revision, "told": "yes", "words": "Thank you, it is in hand."}
    assert client.post(address, given).status_code == 302
    shown = text_of(fetch_page(client, f"/incidents/{incident.pk}/"))
    assert "Thank you, it is in hand." in shown


def test_several_acts_leave_each_other_and_the_incident_open(cast: Cast) -> None:
    incident, request = asked(cast)
    owner = incident.owner
    actions.report_to_platform(
        incident=incident,
        platform=Platform.FACEBOOK,
        route="Report post",
        rule="",
        reference="",
        next_date=THURSDAY,
        revision=incident.revision,
        by=owner,
        now=NOW,
    )
    actions.refer(
        incident=incident,
        to=ReferredTo.HELPLINE,
        reason="It spreads",
        reference="",
        next_date=THURSDAY,
        revision=incident.revision,
        by=owner,
        now=NOW,
    )
    actions.invite(
        incident=incident,
        invited="the parent",
        on=THURSDAY,
        revision=incident.revision,
        by=owner,
        now=NOW,
    )
    hear(incident)

    incident.refresh_from_db()
    assert not incident.is_closed
    assert incident.open_request == request
    assert incident.platform_reports.get().answer == ""
    assert incident.meetings.get().outcome == ""
