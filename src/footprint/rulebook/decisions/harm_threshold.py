"""
The four questions about an adult who works with children: to the LADO now, or a low-level concern?

Source: the harm threshold of statutory guidance on keeping children safe, as dated in the guidance
pack; a school's own policy rarely says it. One "yes", or one "not sure", is enough: whoever is not
sure asks the LADO, who decides. A person answers; nothing is worked out from the words of a post.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from footprint.rulebook.facts import Reason
from footprint.rulebook.terms import Matter, Role


class HarmQuestion(StrEnum):
    """The four, in the order in which they are asked."""

    HARMED = "harmed"
    OFFENCE = "offence"
    RISK = "risk"
    UNSUITABLE = "unsuitable"


class HarmAnswer(StrEnum):
    """What a person says to one of them."""

    YES = "yes"
    NOT_SURE = "not_sure"
    NO = "no"


QUESTIONS: Mapping[HarmQuestion, str] = MappingProxyType(
    {
        HarmQuestion.HARMED: "Behaved in a way that has harmed a child, or may have",
        HarmQuestion.OFFENCE: "Possibly committed a criminal offence against a child, or related "
        "to one",
        HarmQuestion.RISK: "Behaved towards a child in a way that shows they may pose a risk of "
        "harm to children",
        HarmQuestion.UNSUITABLE: "Behaved, or may have behaved, in a way that shows they may not "
        "be suitable to work with children, out of work too",
    }
)
_ABOUT_A_CHILD = frozenset({Matter.SAFEGUARDING, Matter.PUPIL_CONDUCT})
_WHO = {Role.HEADTEACHER: "headteacher", Role.CHAIR: "chair of governors"}


@dataclass(frozen=True)
class ThresholdRuling:
    """
    What follows from the four answers.

    Args:
        is_met: True where the LADO is told, now.
        matter: the class that the matter is of from now on.
        who: whose it is.
        steps: what to do, the most urgent first.
    """

    is_met: bool
    matter: Matter
    who: Role
    steps: tuple[str, ...]
    reasons: tuple[Reason, ...]


def rule_on_threshold(
    *, answers: Mapping[HarmQuestion, HarmAnswer], matter: Matter, subject_is_head: bool
) -> ThresholdRuling:
    """
    Say whether the LADO is told, and whose the matter is.

    Args:
        answers: a person's answer to every one of the four.
        matter: the class it is of now.
        subject_is_head: the headteacher is the adult; then it is the chair's, whatever the answers.

    Raises:
        ValueError: a question has no answer. A missing answer must not pass for a no.
    """
    if missing := [question for question in HarmQuestion if question not in answers]:
        raise ValueError(f"Answer all four questions first; {len(missing)} have no answer.")
    who = Role.CHAIR if subject_is_head else Role.HEADTEACHER
    pointing = [question for question in HarmQuestion if answers[question] is not HarmAnswer.NO]
    if not pointing:
        return _below(who, matter)
    becomes = Matter.ALLEGATION_HEAD if subject_is_head else Matter.ALLEGATION
    reasons = tuple(_reason(question, answers[question]) for question in pointing)
    return ThresholdRuling(True, becomes, who, _to_the_lado(who), reasons)


def _to_the_lado(who: Role) -> tuple[str, ...]:
    return (
        f"The {_WHO[who]} speaks to the local authority's designated officer (LADO) now, before "
        "anybody looks into it.",
        "If they cannot be reached, or stand too close to it, anybody may ring the LADO, the "
        "police or children's social care themselves.",
        "In danger ring 999 first.",
        "Do not tell the adult, and name nobody in public.",
        "Make sure that the child is safe and looked after.",
    )


def _below(who: Role, matter: Matter) -> ThresholdRuling:
    steps = (
        f"The {_WHO[who]} decides what is done, and writes down the context and the action.",
        "It is looked at beside what else was noted about the same person.",
        "When something new is heard, or you are no longer sure, answer the questions again. The "
        "LADO gives advice before anything is certain.",
    )
    # About the head it stays out of the head's sight; what is about a child stays with the child.
    if who is Role.CHAIR:
        becomes = Matter.ALLEGATION_HEAD
    else:
        becomes = matter if matter in _ABOUT_A_CHILD else Matter.LOW_LEVEL
    why = Reason("All four questions were answered no: national guidance calls it low-level.")
    return ThresholdRuling(False, becomes, who, steps, (why,))


def _reason(question: HarmQuestion, answer: HarmAnswer) -> Reason:
    said = "yes" if answer is HarmAnswer.YES else "not sure, which counts as yes"
    return Reason(f"{QUESTIONS[question]}: {said}.")
