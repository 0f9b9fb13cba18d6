"""
The four questions before everything else: does this post leave the reputation track, and to whom?

A yes takes the post to the people who keep children safe, at once and with no other step first.
The answers are a person's; what `signals` saw is only suggested. Sources: the "Extremism" and
"Social media incidents" parts of a policy where it says something; otherwise national guidance on
keeping children safe, which the reasons then name as such. Nothing here can delay a report.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from footprint.rulebook.decisions import safety_steps
from footprint.rulebook.facts import Reason, Signal, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Flag, Matter, Role, SafetyQuestion

# Which flags suggest a yes. A friend request by itself is no accusation: it has its own route.
SUGGESTED_BY: Mapping[Flag, frozenset[SafetyQuestion]] = MappingProxyType(
    {
        Flag.THREAT: frozenset({SafetyQuestion.DANGER_NOW}),
        Flag.SELF_HARM: frozenset({SafetyQuestion.DANGER_NOW}),
        Flag.SEXUAL: frozenset({SafetyQuestion.NUDE_IMAGE}),
        Flag.ALLEGATION: frozenset({SafetyQuestion.ADULT_ACCUSED}),
        Flag.EXTREMISM: frozenset({SafetyQuestion.EXTREMISM}),
        Flag.INSULT: frozenset(),
        Flag.BULLYING: frozenset(),
        Flag.HATE: frozenset(),
        Flag.STAFF_CONTACT: frozenset(),
        Flag.PRIVACY: frozenset(),
        Flag.UNDERAGE: frozenset(),
    }
)
_SEEN = {
    Flag.THREAT: "a threat",
    Flag.SELF_HARM: "self-harm or suicide",
    Flag.SEXUAL: "something sexual",
    Flag.ALLEGATION: "an accusation against an adult",
    Flag.EXTREMISM: "extremism",
    Flag.STAFF_CONTACT: "contact between an adult and a pupil",
}


@dataclass(frozen=True)
class SuggestedAnswer:
    """What the form shows as ticked; a person answers."""

    yes: bool
    reason: Reason


@dataclass(frozen=True)
class SafetyRuling:
    """
    Where the post goes, and what to do now.

    Args:
        leaves_reputation_track: True when any question was answered yes.
        matter, desk: its class and the role that takes it over; None when it does not leave.
        alerts: the roles told at once. Each of them may open a matter of that class; the caller
            leaves out whoever is named in it.
        steps: what to do now, the most urgent first.
        clock: how fast, in a sentence; "" when it does not leave.
        evidence_allowed: False where no picture or file may be added, whatever it shows.
    """

    leaves_reputation_track: bool
    matter: Matter | None
    desk: Role | None
    alerts: tuple[Role, ...]
    steps: tuple[str, ...]
    clock: str
    evidence_allowed: bool
    reasons: tuple[Reason, ...]


def suggested_answers(*, signal: Signal) -> Mapping[SafetyQuestion, SuggestedAnswer]:
    """Suggest an answer to each of the four questions. Never raises; nothing acts on it."""
    return MappingProxyType({question: _suggest(question, signal) for question in SafetyQuestion})


def rule_on_safety(
    *, policy: Policy, answers: Mapping[SafetyQuestion, bool], subject_is_head: bool = False
) -> SafetyRuling:
    """
    Say whether a post leaves the reputation track, to whom, and what to do now.

    Args:
        answers: a person's answer to every one of the four questions.
        subject_is_head: it is about the headteacher, who then must get no sign of it.

    Raises:
        ValueError: a question has no answer. A missing answer must not pass for a no.
    """
    missing = [question for question in SafetyQuestion if question not in answers]
    if missing:
        raise ValueError("Answer all four safety questions first.")

    yes = frozenset(question for question in SafetyQuestion if answers[question])
    if not yes:
        none = Reason("None of the four safety questions was answered yes.")
        return SafetyRuling(False, None, None, (), (), "", True, (none,))

    matter = _matter(yes, subject_is_head)
    return SafetyRuling(
        leaves_reputation_track=True,
        matter=matter,
        desk=_DESK[matter],
        alerts=_ALERTS[matter],
        steps=safety_steps.steps_for(yes, matter),
        clock=safety_steps.clock_for(yes, matter),
        evidence_allowed=SafetyQuestion.NUDE_IMAGE not in yes,
        reasons=tuple(_reason(policy, question, matter) for question in _in_order(yes)),
    )


_DESK = {
    Matter.SAFEGUARDING: Role.DSL,
    Matter.ALLEGATION: Role.HEADTEACHER,
    Matter.ALLEGATION_HEAD: Role.CHAIR,
}
_ALERTS = {  # only roles that may open the class; telling more people would give a sign of it
    Matter.SAFEGUARDING: (Role.DSL, Role.DEPUTY_DSL, Role.HEADTEACHER),
    Matter.ALLEGATION: (Role.HEADTEACHER,),
    Matter.ALLEGATION_HEAD: (Role.CHAIR, Role.TRUST_LEAD),
}


def _suggest(question: SafetyQuestion, signal: Signal) -> SuggestedAnswer:
    seen = [flag for flag in Flag if flag in signal.flags and question in SUGGESTED_BY[flag]]
    if question is SafetyQuestion.ADULT_ACCUSED and {Flag.SEXUAL, Flag.STAFF_CONTACT} <= set(
        signal.flags
    ):
        seen += [Flag.SEXUAL, Flag.STAFF_CONTACT]
    if not seen:
        return SuggestedAnswer(False, Reason("Nothing in the post points to it; please look."))
    words = " and ".join(_SEEN[flag] for flag in dict.fromkeys(seen))
    return SuggestedAnswer(True, Reason(f"The post seems to speak of {words}."))


def _matter(yes: frozenset[SafetyQuestion], subject_is_head: bool) -> Matter:
    if subject_is_head:  # whatever the question: the other classes are open to the headteacher
        return Matter.ALLEGATION_HEAD
    return Matter.ALLEGATION if SafetyQuestion.ADULT_ACCUSED in yes else Matter.SAFEGUARDING


def _in_order(yes: frozenset[SafetyQuestion]) -> tuple[SafetyQuestion, ...]:
    return tuple(question for question in SafetyQuestion if question in yes)


def _reason(policy: Policy, question: SafetyQuestion, matter: Matter) -> Reason:
    if question is SafetyQuestion.DANGER_NOW:
        return _danger(policy)
    if question is SafetyQuestion.EXTREMISM:
        return _extremism(policy)
    if question is SafetyQuestion.NUDE_IMAGE:
        return Reason(
            "Your policy does not say what to do about such a picture. National guidance does: "
            "nobody views, copies, prints, shares or stores it."
        )
    to = "chair of governors" if matter is Matter.ALLEGATION_HEAD else "headteacher"
    return Reason(
        "Your policy does not say who takes an accusation against an adult. National guidance "
        f"does: the {to}."
    )


def _danger(policy: Policy) -> Reason:
    clause = policy.clause(ClauseName.POLICE)
    where = clause.get("where")
    if clause.is_stated and isinstance(where, tuple) and "dangerous" in where:
        return stated("Your policy speaks of the police where a post is dangerous.", clause)
    return Reason(
        "Your policy does not say what to do about danger. In danger anybody rings 999 first."
    )


def _extremism(policy: Policy) -> Reason:
    clause = policy.clause(ClauseName.EXTREMISM)
    if clause.is_stated and clause.get("prevent_duty"):
        return stated("Your policy names the Prevent duty.", clause, "prevent_duty")
    return Reason(
        "Your policy does not say what to do about extremism. National guidance does: staff tell "
        "the designated safeguarding lead."
    )
