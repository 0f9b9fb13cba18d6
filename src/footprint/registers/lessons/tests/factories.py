"""Lessons and offers in a few words, recorded by the room's own actions."""

from datetime import date, datetime
from typing import Any

from footprint.people.tests.factories import make_person
from footprint.registers.lessons import actions
from footprint.registers.lessons.models import FamilyOffer, Lesson, LessonState, OfferKind
from footprint.rulebook.policy import Clause, Plain, Policy, Quote, Value
from footprint.rulebook.terms import ClauseName, Stated, Strand
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW

TODAY = NOW.date()
SENTENCES = {
    ClauseName.ONLINE_SAFETY_LESSONS: "Children learn to be kind friends and to tell of bullying.",
    ClauseName.UNDERAGE_SUPPORT: "We talk with a child who is too young for an app.",
    ClauseName.PARENT_SUPPORT: "We give every family an agreement to fill in.",
}


def lesson_details(**changes: Any) -> actions.LessonDetails:
    given: dict[str, Any] = {
        "state": LessonState.TAUGHT,
        "title": "Kind words travel",
        "strands": frozenset({Strand.BULLYING}),
        "groups": frozenset({(4, "")}),
        "on": TODAY,
        "taught_by": "Tess Teacher",
        **changes,
    }
    return actions.LessonDetails(**given)


def make_lesson(school: School, by: User, *, now: datetime = NOW, **changes: Any) -> Lesson:
    """One for Year 4 on bullying, taught today, unless said otherwise."""
    return actions.record_lesson(school=school, details=lesson_details(**changes), by=by, now=now)


def plan_lesson(school: School, by: User, *, on: date, **changes: Any) -> Lesson:
    """The same, still to come."""
    given = {"state": LessonState.PLANNED, "taught_by": "", **changes}
    return make_lesson(school, by, on=on, **given)


def offer_details(**changes: Any) -> actions.OfferDetails:
    given: dict[str, Any] = {
        "kind": OfferKind.EVENING,
        "what": "Evening on phones and sleep",
        "offered_on": TODAY,
        **changes,
    }
    return actions.OfferDetails(**given)


def make_offer(school: School, by: User, **changes: Any) -> FamilyOffer:
    return actions.record_offer(school=school, details=offer_details(**changes), by=by, now=NOW)


def policy_on_lessons() -> Policy:
    """It promises two topics, help for the too young and a family agreement."""
    return Policy(
        version="1",
        clauses={
            ClauseName.ONLINE_SAFETY_LESSONS: _clause(
                ClauseName.ONLINE_SAFETY_LESSONS, topics=("good_friend", "report_bullying")
            ),
            ClauseName.UNDERAGE_SUPPORT: _clause(
                ClauseName.UNDERAGE_SUPPORT, school_deals="sometimes"
            ),
            ClauseName.PARENT_SUPPORT: _clause(ClauseName.PARENT_SUPPORT, family_agreement=True),
        },
    )


def _clause(name: ClauseName, **values: Plain) -> Clause:
    quote = Quote(SENTENCES[name])
    held = {key: Value(value, quote) for key, value in values.items()}
    return Clause(name, Stated.STATED, held, (quote,))


def make_classes(school: School) -> None:
    """Year 3 with one class, Year 4 with two."""
    for year, name in ((3, "3 Ash"), (4, "4 Oak"), (4, "4 Elm")):
        make_person(school, year_group=year, class_name=name)
