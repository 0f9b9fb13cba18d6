"""The opinion gate gives way only to a second person with a reason, and then only to removal."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from footprint.incidents import actions
from footprint.incidents.advice import advise
from footprint.incidents.models import (
    Entry,
    Incident,
    OpinionOverride,
    OverrideAnswer,
    ReferredTo,
)
from footprint.incidents.tests.factories import ABUSIVE, FAIR, assessed, opened
from footprint.notices.models import Notice
from footprint.rulebook.terms import Matter
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

AGREED, REFUSED = OverrideAnswer.AGREED, OverrideAnswer.REFUSED


def ask(
    incident: Incident, by: User, reason: str = "It is copied to a hundred groups"
) -> OpinionOverride:
    return actions.ask_override(
        incident=incident, reason=reason, revision=incident.revision, by=by, now=NOW
    )


def answer(
    override: OpinionOverride, by: User, said: OverrideAnswer = AGREED, reason: str = "Yes"
) -> None:
    incident = override.incident
    incident.refresh_from_db()
    actions.answer_override(
        override=override,
        answer=said,
        reason=reason,
        revision=incident.revision,
        by=by,
        now=NOW,
    )


def fair(cast: Cast) -> Incident:
    return assessed(cast, FAIR)


def test_only_after_a_second_person_agreed_is_removal_offered(cast: Cast) -> None:
    incident = fair(cast)
    override = ask(incident, cast.head)
    assert not advise(incident).deletion

    answer(override, cast.dsl)

    found = advise(incident)
    assert found.deletion
    assert found.platform
    assert ReferredTo.POLICE not in found.referrals
    assert ReferredTo.BEHAVIOUR not in found.referrals
    assert found.opinion.protected


def test_a_refusal_leaves_the_gate_shut_and_may_be_asked_again(cast: Cast) -> None:
    incident = fair(cast)
    answer(ask(incident, cast.head), cast.dsl, REFUSED, "It is honest")

    assert not advise(incident).deletion
    assert not advise(incident).platform
    assert ask(incident, cast.head).answer == ""


def test_nobody_answers_their_own_question(cast: Cast) -> None:
    override = ask(fair(cast), cast.head)

    with pytest.raises(actions.CannotSee):
        answer(override, cast.head)
    with pytest.raises(IntegrityError), transaction.atomic():
        OpinionOverride.objects.update(
            answer=AGREED, decided_by=cast.head, decided_at=NOW, decided_reason="-"
        )


def test_nobody_beyond_the_circle_answers(cast: Cast) -> None:
    override = ask(fair(cast), cast.head)

    for person in (cast.teacher, cast.governor, cast.stranger):
        with pytest.raises(actions.CannotSee):
            answer(override, person)


def test_whoever_is_named_in_it_is_not_asked_and_cannot_answer(cast: Cast) -> None:
    incident = fair(cast)
    incident.shut_out.add(cast.dsl)
    override = ask(incident, cast.head)

    assert not Notice.objects.filter(to=cast.dsl.email, key__contains="override").exists()
    with pytest.raises(actions.CannotSee):
        answer(override, cast.dsl)


@pytest.mark.parametrize("reason", ["", "  "])
def test_both_give_a_reason(cast: Cast, reason: str) -> None:
    incident = fair(cast)
    with pytest.raises(actions.NotTold):
        ask(incident, cast.head, reason)
    override = ask(incident, cast.head)
    with pytest.raises(actions.NotTold):
        answer(override, cast.dsl, reason=reason)


def test_it_is_asked_of_a_fair_opinion_only_and_once_at_a_time(cast: Cast) -> None:
    for incident in (
        assessed(cast, ABUSIVE),
        opened(cast),
        assessed(cast, FAIR, matter=Matter.SAFEGUARDING, owner=cast.dsl),
    ):
        with pytest.raises(actions.NotOffered):
            ask(incident, incident.owner)
    incident = fair(cast)
    ask(incident, cast.head)
    with pytest.raises(actions.NotOffered):
        ask(incident, cast.dsl)


def test_of_two_who_answer_at_once_the_second_is_told(cast: Cast) -> None:
    override = ask(fair(cast), cast.head)
    incident = Incident.objects.get()
    answer(override, cast.dsl)

    with pytest.raises(actions.ChangedMeanwhile):
        actions.answer_override(
            override=override,
            answer=REFUSED,
            reason="No",
            revision=incident.revision,
            by=cast.deputy,
            now=NOW,
        )
    override.refresh_from_db()
    assert override.answer == AGREED


def test_both_sides_stand_on_the_timeline(cast: Cast) -> None:
    answer(ask(fair(cast), cast.head), cast.dsl, reason="Two children are recognised")

    said = {each.action: each.text for each in Entry.objects.all()}
    assert said["override_asked"] == "It is copied to a hundred groups"
    assert said["override_agreed"] == "Two children are recognised"


def test_the_page_explains_the_gate_with_its_source_and_asks(cast: Cast) -> None:
    incident = fair(cast)
    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/")

    assert "People may criticise a school." in text_of(page)
    assert "we read what people write of us and reply to it fairly" in text_of(page)
    assert page.css_first(f"a[href='/incidents/{incident.pk}/second-person/']") is not None


def test_asking_and_answering_by_the_pages(cast: Cast) -> None:
    incident = fair(cast)
    asking = reverse("incidents:ask_override", args=[incident.pk])
    given = {"revision": incident.revision, "reason": "It names a child"}
    assert client_of(cast.head).post(asking, given).status_code == 302
    override = OpinionOverride.objects.get()
    answering = reverse("incidents:answer_override", args=[incident.pk, override.pk])

    own = text_of(fetch_page(client_of(cast.head), answering))
    assert "You asked this yourself: another person decides." in own
    assert "It names a child" in text_of(fetch_page(client_of(cast.dsl), answering))
    incident.refresh_from_db()
    said = {"revision": incident.revision, "answer": "agreed", "reason": "Yes, it does"}
    assert client_of(cast.dsl).post(answering, said).status_code == 302

    words = text_of(fetch_page(client_of(cast.dsl), f"/incidents/{incident.pk}/"))
    assert "Ask the author to delete the post" in words
    assert "Involve the police" not in words
