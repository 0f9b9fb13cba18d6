"""
Nothing here can delay or dissuade a report of child sexual abuse.

No step, need, clock, override or approval stands before telling the LADO, the police or children's
social care; no sentence of a page or a list of steps talks anybody out of it.
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from django.urls import reverse

import footprint.incidents
from footprint.incidents import actions
from footprint.incidents.actions.referring import PROTECTORS
from footprint.incidents.models import Incident, ReferredTo
from footprint.incidents.tests.factories import FAIR, assessed, close, opened
from footprint.incidents.wording import READY
from footprint.rulebook.decisions import safety_steps
from footprint.rulebook.decisions.harm_threshold import HarmAnswer, HarmQuestion, rule_on_threshold
from footprint.rulebook.decisions.ways import OFF_THE_TRACK, Case, Way, rule_on_ways
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Flag, Matter, Poster, PostKind, SafetyQuestion, Step
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

OWNER = {
    Matter.SAFEGUARDING: "dsl",
    Matter.ALLEGATION: "head",
    Matter.ALLEGATION_HEAD: "chair",
    Matter.LOW_LEVEL: "head",
}
# What would hold somebody back. "Do not wait", "waits for nothing" and the like are the opposite.
DISSUADES = re.compile(
    r"""(?<!not\ )\bwait\ (for|until|before)\b
    | \bbefore\ (you\ )?(ring|call|tell|report)ing?\b
    | \b(first|only)\ (ask|get|seek)\b
    | \bdo\ not\ (ring|call|report|tell\ the\ (police|lado))\b
    | \bneeds?\ (approval|permission|leave)\b
    | \bonly\ (if|when|after)\b.*\b(report|police|lado)\b
    | \bare\ you\ sure\b
    | \bfalse\ (report|accusation)s?\b""",
    re.IGNORECASE | re.VERBOSE,
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Wait for the head before you go on.", True),
        ("First ask the head.", True),
        ("Do not ring the police yet.", True),
        ("A report needs approval.", True),
        ("Tell the head before calling the LADO.", True),
        ("Are you sure? False reports are an offence.", True),
        ("Call at once if a child is at risk. Do not wait for this form", False),
        ("The call to the LADO waits for nothing.", False),
        ("Nobody has to give you leave, and nobody may stop you.", False),
    ],
)
def test_the_search_finds_what_holds_somebody_back(sentence: str, found: bool) -> None:
    assert bool(DISSUADES.search(sentence)) is found


def _steps() -> Iterator[tuple[str, ...]]:
    for answers in product((False, True), repeat=4):
        yes = frozenset(q for q, said in zip(SafetyQuestion, answers, strict=True) if said)
        for matter in OFF_THE_TRACK if yes else ():
            yield safety_steps.steps_for(yes, matter)


def test_every_list_of_steps_ends_by_saying_that_nobody_may_stop_you() -> None:
    for steps in _steps():
        assert steps[-1] == safety_steps.NOBODY_MAY_STOP_YOU
        assert not [step for step in steps if DISSUADES.search(step)]


def test_no_sentence_on_the_way_holds_anybody_back() -> None:
    said = [str(line) for to in PROTECTORS for line in READY[to]]
    for answers in product(HarmAnswer, repeat=4):
        given = dict(zip(HarmQuestion, answers, strict=True))
        for head in (False, True):
            ruling = rule_on_threshold(
                answers=given, matter=Matter.ALLEGATION, subject_is_head=head
            )
            said += ruling.steps
    pages = Path(footprint.incidents.__file__).parent / "templates" / "incidents"
    for name in ("answer_threshold", "protecting", "threshold", "refer_incident", "clocks"):
        said.append((pages / f"{name}.html").read_text())
    assert not [text for text in said if DISSUADES.search(text)]


@pytest.mark.parametrize("policy", [OAKFIELD, LARKHILL, SILENT])
def test_no_decision_takes_them_off_the_table(policy: Policy) -> None:
    flags = [frozenset[Flag](), *(frozenset({flag}) for flag in Flag)]
    for kind, seen, poster, matter, agreed in product(
        PostKind, flags, Poster, Matter, (False, True)
    ):
        case = Case(Signal(kind, seen), poster, matter, removal_agreed=agreed)
        offered = rule_on_ways(policy=policy, case=case).offered
        assert {Way.LADO, Way.SOCIAL_CARE} <= offered
        assert matter not in OFF_THE_TRACK or Way.POLICE in offered


@pytest.mark.parametrize("to", sorted(PROTECTORS))
@pytest.mark.parametrize("step", list(Step))
def test_at_every_step_it_is_written_down_at_once(cast: Cast, step: Step, to: ReferredTo) -> None:
    incident = _at(cast, step)

    actions.refer(
        incident=incident,
        to=to,
        reason="Told by telephone",
        reference="",
        next_date=NOW.date(),
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    assert incident.referrals.filter(to=to).exists()
    assert incident.entries.filter(action="referred").exists()


def _at(cast: Cast, step: Step) -> Incident:
    if step is Step.OPENED:
        return opened(cast, matter=Matter.ALLEGATION)
    incident = assessed(cast, FAIR, matter=Matter.ALLEGATION)
    if step is Step.CLOSED:
        close(incident)
    else:
        Incident.objects.filter(pk=incident.pk).update(step=step.value)
    incident.refresh_from_db()
    return incident


@pytest.mark.parametrize("to", sorted(set(ReferredTo) - PROTECTORS))
def test_to_others_the_steps_hold(cast: Cast, to: ReferredTo) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION)
    with pytest.raises(actions.StepNotAllowed):
        actions.refer(
            incident=incident,
            to=to,
            reason="Told",
            reference="",
            next_date=NOW.date(),
            revision=incident.revision,
            by=cast.head,
            now=NOW,
        )


@pytest.mark.parametrize("matter", sorted(OFF_THE_TRACK))
def test_a_new_matter_says_so_and_leads_to_the_form(cast: Cast, matter: Matter) -> None:
    owner = getattr(cast, OWNER[matter])
    incident = opened(cast, matter=matter, owner=owner)
    client = client_of(owner)

    page = fetch_page(client, reverse("incidents:show_incident", args=[incident.pk]))

    assert "Nobody has to give you leave, and nobody may stop you." in text_of(page)
    url = reverse("incidents:refer_incident", args=[incident.pk])
    assert page.css_first(f'a[href="{url}"]') is not None
    form = text_of(fetch_page(client, url))
    assert "Local authority designated officer (LADO)" in form
    assert "Local Prevent team" not in form  # that is a step, and comes after looking at it
