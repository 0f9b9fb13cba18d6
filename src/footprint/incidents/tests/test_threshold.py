"""The four questions about an adult: where the matter goes, its clock, and who still sees it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from footprint.audit.models import Event
from footprint.incidents import actions
from footprint.incidents.actions.threshold import answer_threshold
from footprint.incidents.clocks import LADO, clocks_of
from footprint.incidents.models import Incident, NamedAs
from footprint.incidents.tests.factories import CANARY, opened
from footprint.notices.models import Notice
from footprint.rulebook.decisions.harm_threshold import HarmAnswer, HarmQuestion
from footprint.rulebook.terms import Matter
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

NOES = dict.fromkeys(HarmQuestion, HarmAnswer.NO)
DOUBT = NOES | {HarmQuestion.RISK: HarmAnswer.NOT_SURE}


def answer(
    incident: Incident,
    answers: dict[HarmQuestion, HarmAnswer],
    *,
    by: User | None = None,
    reason: str = "A friend request, taken back",
    days: int = 0,
) -> None:
    incident.refresh_from_db()
    answer_threshold(
        incident=incident,
        answers=answers,
        reason=reason,
        revision=incident.revision,
        by=by or incident.owner,
        now=NOW + timedelta(days=days),
    )


def has_lado_clock(incident: Incident) -> bool:
    return LADO in {clock.at_school.key for clock in clocks_of(incident, on=NOW.date())}


@pytest.mark.parametrize(
    ("begins", "owner", "answers", "becomes", "clock"),
    [
        (Matter.ALLEGATION, "head", DOUBT, Matter.ALLEGATION, True),
        (Matter.ALLEGATION, "head", NOES, Matter.LOW_LEVEL, False),
        (Matter.LOW_LEVEL, "head", DOUBT, Matter.ALLEGATION, True),
        (Matter.CONDUCT, "office", DOUBT, Matter.ALLEGATION, True),
        (Matter.SAFEGUARDING, "dsl", DOUBT, Matter.ALLEGATION, True),
        (Matter.SAFEGUARDING, "dsl", NOES, Matter.SAFEGUARDING, False),
        (Matter.ALLEGATION_HEAD, "chair", DOUBT, Matter.ALLEGATION_HEAD, True),
        (Matter.ALLEGATION_HEAD, "chair", NOES, Matter.ALLEGATION_HEAD, False),
    ],
)
def test_where_the_answers_take_it(
    cast: Cast,
    begins: Matter,
    owner: str,
    answers: dict[HarmQuestion, HarmAnswer],
    becomes: Matter,
    clock: bool,
) -> None:
    incident = opened(cast, matter=begins, owner=getattr(cast, owner))

    answer(incident, answers)

    incident.refresh_from_db()
    assert incident.matter == becomes
    assert incident.seal_key
    assert has_lado_clock(incident) is clock
    assert Incident.objects.seen_by(incident.owner).exists()
    assert Event.objects.filter(action="incidents.threshold_answered").count() == 1


def test_what_was_the_offices_is_then_the_heads_who_is_told_without_a_word(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.CONDUCT, owner=cast.office)

    answer(incident, DOUBT)

    assert incident.owner == cast.head
    assert not Incident.objects.seen_by(cast.office).exists()
    notice = Notice.objects.get(to=cast.head.email)
    assert CANARY not in notice.body
    assert "friend" not in notice.body


def test_with_the_head_accused_four_noes_bring_nothing_back_to_the_head(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION, owner=cast.head)
    actions.name_people(
        incident=incident,
        users=[cast.head],
        named_as=NamedAs.ACCUSED,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    answer(incident, NOES, by=cast.chair)

    incident.refresh_from_db()
    assert (incident.matter, incident.owner) == (Matter.ALLEGATION_HEAD, cast.chair)
    assert not Incident.objects.seen_by(cast.head).exists()


def test_four_noes_say_why_and_a_doubt_needs_no_reason(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION)

    with pytest.raises(actions.NotTold, match="not sure"):
        answer(incident, NOES, reason=" ")
    assert not incident.thresholds.exists()
    answer(incident, DOUBT, reason="")
    assert incident.thresholds.get().is_met


def test_a_doubt_that_comes_later_starts_the_clock_then(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION)
    answer(incident, NOES)
    assert not has_lado_clock(incident)

    answer(incident, DOUBT, days=7)

    incident.refresh_from_db()
    (clock,) = clocks_of(incident, on=NOW.date())
    assert clock.due == (NOW + timedelta(days=8)).date()
    assert clock.is_limit


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION)
    with pytest.raises(actions.ChangedMeanwhile):
        answer_threshold(
            incident=incident,
            answers=DOUBT,
            reason="",
            revision=incident.revision + 1,
            by=cast.head,
            now=NOW,
        )


def test_the_page_asks_shows_the_clock_and_keeps_what_was_answered(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION)
    head = client_of(cast.head)
    url = reverse("incidents:answer_threshold", args=[incident.pk])
    shown = text_of(fetch_page(head, url))
    assert "call the LADO, the police or children’s social care now" in shown
    assert "Speak to the LADO: now; by" in shown

    empty = head.post(url, {"revision": incident.revision})
    assert empty.content.decode().count("Answer this question too, or say “not sure”") >= 4
    given = {question.value: "no" for question in HarmQuestion} | {"risk": "not_sure"}
    head.post(url, {**given, "reason": "Invented", "revision": incident.revision})

    words = text_of(fetch_page(head, reverse("incidents:show_incident", args=[incident.pk])))
    assert "Harm threshold: met or in doubt" in words
    assert "speaks to the local authority's designated officer (LADO) now" in words


@pytest.mark.parametrize("who", ["dsl", "deputy", "office", "teacher", "chair", "stranger"])
def test_for_others_the_page_is_not_there(cast: Cast, who: str) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION)
    url = reverse("incidents:answer_threshold", args=[incident.pk])
    assert client_of(getattr(cast, who)).get(url).status_code == 404
