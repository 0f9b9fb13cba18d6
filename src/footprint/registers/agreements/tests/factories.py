"""Texts in use, requests and answers, for tests of this room and of those above."""

from datetime import date, datetime

from footprint.people.models import Person
from footprint.registers.agreements import actions
from footprint.registers.agreements.models import AgreementText, How, Signature, State
from footprint.rulebook.policy import Clause, Plain, Policy, Quote, Value
from footprint.rulebook.terms import AgreementAudience, ClauseName, Stated
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW

TODAY = NOW.date()
SENTENCE = "Pupils, parents and staff sign an AUP."


def make_text_in_use(
    school: School,
    by: User,
    audience: AgreementAudience = AgreementAudience.JUNIORS,
    *,
    body: str = "We are kind.\n\n- We ask first.",
    from_day: date = date(2026, 9, 1),
    material: bool = True,
    reason: str = "Our yearly look",
    now: datetime = NOW,
) -> AgreementText:
    """The next version for this audience, in use."""
    draft = actions.save_draft(
        school=school,
        audience=audience,
        title=f"Our promise, {audience.value}",
        body=body,
        revision=0,
        by=by,
        now=now,
    )
    return actions.put_in_use(
        draft=draft,
        revision=draft.revision,
        from_day=from_day,
        material=material,
        reason=reason,
        by=by,
        now=now,
    )


def record_paper(
    text: AgreementText,
    *people: Person,
    by: User,
    state: State = State.SIGNED,
    on: date = TODAY,
    now: datetime = NOW,
) -> list[Signature]:
    """These people's answers on paper."""
    actions.record_answers(
        text=text,
        people=[person.pk for person in people],
        state=state,
        how=How.PAPER,
        signed_on=on,
        by=by,
        now=now,
    )
    return list(Signature.objects.current().filter(text=text, person__in=people))


def policy_on_signing(**values: Plain) -> Policy:
    """A policy of one clause, ACCEPTABLE_USE; without values it does not state it."""
    quote = Quote(SENTENCE)
    clause = Clause(
        ClauseName.ACCEPTABLE_USE,
        Stated.STATED if values else Stated.NOT_STATED,
        {key: Value(value, quote) for key, value in values.items()},
        (quote,) if values else (),
    )
    return Policy(version="1", clauses={clause.name: clause})
