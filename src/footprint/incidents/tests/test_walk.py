"""Random histories over the table of steps: no dead end, no step without an owner or a date."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.incidents import actions
from footprint.incidents.models import (
    Finding,
    Incident,
    ReferredTo,
    ReportAnswer,
    RequestOutcome,
)
from footprint.incidents.tests.factories import ABUSIVE, opened
from footprint.rulebook.decisions.incident_steps import next_steps
from footprint.rulebook.terms import ClauseName, Outcome, Platform, Step
from tests.cast import NOW, Cast

ACTS = ("assess", "ask", "end", "look", "report", "answer", "refer", "support", "resolve", "close")
LATER = NOW.date() + timedelta(days=3)
REFUSALS = (actions.StepNotAllowed, actions.NotTold, actions.NotOffered)


@dataclass
class Walk:
    """One incident in the hands of somebody who presses anything."""

    incident: Incident

    def do(self, act: str) -> bool:
        self.incident = Incident.objects.get(pk=self.incident.pk)
        try:
            getattr(self, act)()
        except REFUSALS:
            return False
        return True

    def whoever(self, **more: Any) -> dict[str, Any]:
        return {
            "revision": self.incident.revision,
            "by": self.incident.owner,
            "now": NOW,
            **more,
        }

    def dated(self, **more: Any) -> dict[str, Any]:
        return self.whoever(next_date=LATER, **more)

    def assess(self) -> None:
        actions.assess(incident=self.incident, assessment=ABUSIVE, shut_out=(), **self.dated())

    def ask(self) -> None:
        actions.request_deletion(
            incident=self.incident, asked_how="letter", letter="Hello", **self.whoever()
        )

    def end(self) -> None:
        request = self.incident.open_request
        if request:
            actions.record_outcome(
                deletion_request=request,
                outcome=RequestOutcome.REFUSED,
                note="",
                **self.dated(),
            )

    def look(self) -> None:
        actions.follow_up(
            incident=self.incident, finding=Finding.STILL_THERE, note="", **self.dated()
        )

    def report(self) -> None:
        actions.report_to_platform(
            incident=self.incident,
            platform=Platform.X,
            route="form",
            rule="",
            reference="",
            **self.dated(),
        )

    def answer(self) -> None:
        report = self.incident.platform_reports.filter(answer="").first()
        if report:
            actions.record_answer(
                report=report, answer=ReportAnswer.REFUSED, note="", **self.dated()
            )

    def refer(self) -> None:
        actions.refer(
            incident=self.incident,
            to=ReferredTo.HELPLINE,
            reason="x",
            reference="",
            **self.dated(),
        )

    def support(self) -> None:
        actions.record_support(incident=self.incident, offered=True, text="x", **self.whoever())

    def resolve(self) -> None:
        actions.resolve(incident=self.incident, reason="x", **self.dated())

    def close(self) -> None:
        actions.close(
            incident=self.incident,
            clause=ClauseName.CONDUCT,
            reason="x",
            outcome=Outcome.STILL_VISIBLE,
            lesson="x",
            **self.whoever(),
        )


def walk_through(cast: Cast, history: list[str]) -> None:
    walk = Walk(opened(cast))
    for act in history:
        before = walk.incident.stands_at
        walk.do(act)
        walk.incident.refresh_from_db()
        after = walk.incident.stands_at
        assert after == before or after in next_steps(before)
        assert walk.incident.owner_id
        assert walk.incident.next_date

    for act in ("assess", "end", "support", "resolve", "close"):
        walk.do(act)
    walk.incident.refresh_from_db()
    assert walk.incident.stands_at is Step.CLOSED
    assert walk.incident.open_request is None
    assert walk.incident.entries.filter(action="closed").count() == 1


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(history=st.lists(st.sampled_from(ACTS), max_size=8))
def test_from_anywhere_an_incident_can_be_brought_to_its_end(
    cast: Cast, history: list[str]
) -> None:
    with transaction.atomic():
        walk_through(cast, history)
        transaction.set_rollback(True)  # nothing of one history stays for the next
