"""
Whom does somebody ask about social media, and who helps after that?

Source: the "Questions" part of a school's social media policy.
"""

from dataclasses import dataclass

from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import Audience, ClauseName

_STAFF_FIRST = {
    "dsl": "designated safeguarding lead",
    "headteacher": "headteacher",
    "headteacher_or_dsl": "headteacher or designated safeguarding lead",
    "line_manager": "line manager",
}
_PLURALS = {
    Audience.PUPIL: "pupils",
    Audience.PARENT: "parents",
    Audience.STAFF: "staff",
    Audience.GOVERNOR: "governors",
    Audience.VOLUNTEER: "volunteers",
    Audience.CONTRACTOR: "contractors",
}


@dataclass(frozen=True)
class AskAnswer:
    """
    Whom to ask, in the policy's words.

    Args:
        first: asked first; "" where the policy does not say.
        then: whom they may call on, in the policy's order.
        helpline: a helpline that the policy names for these people; "" where it names none.
    """

    first: str
    then: tuple[str, ...]
    helpline: str
    reasons: tuple[Reason, ...]


def who_to_ask(*, policy: Policy, audience: Audience) -> AskAnswer:
    """
    Say whom these people ask, according to the policy.

    Never raises. Policies speak of parents and of staff; for anyone else the answer is that the
    policy does not say.
    """
    clause = policy.clause(ClauseName.QUESTIONS)
    if audience is Audience.PARENT:
        return _parents(clause)
    if audience is Audience.STAFF:
        return _staff(clause)
    return AskAnswer("", (), "", (silent(f"whom {_PLURALS[audience]} ask"),))


def _parents(clause: Clause) -> AskAnswer:
    first = _text(clause, "parents_ask")
    helpline = _text(clause, "parents_helpline")
    reasons = [_asked(clause, "parents_ask", "parents", first)]
    if helpline:
        sentence = f"Your policy names a helpline for parents: {helpline}."
        reasons.append(stated(sentence, clause, "parents_helpline"))
    return AskAnswer(first, (), helpline, tuple(reasons))


def _staff(clause: Clause) -> AskAnswer:
    named = _text(clause, "staff_ask")
    first = _STAFF_FIRST.get(named, named)
    reasons = [_asked(clause, "staff_ask", "staff", first)]
    called = clause.get("call_on")
    then = tuple(str(each) for each in called) if isinstance(called, tuple) else ()
    if then:
        sentence = f"They may then call on: {', '.join(then)}."
        reasons.append(stated(sentence, clause, "call_on"))
    return AskAnswer(first, then, "", tuple(reasons))


def _asked(clause: Clause, key: str, who: str, first: str) -> Reason:
    if not first:
        return silent(f"whom {who} ask")
    return stated(f"Your policy says that {who} ask: {first}.", clause, key)


def _text(clause: Clause, key: str) -> str:
    found = clause.get(key) if clause.is_stated else None
    return found.strip() if isinstance(found, str) else ""
