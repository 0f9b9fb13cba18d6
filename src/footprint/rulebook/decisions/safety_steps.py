"""
What to do now, in plain words, after a yes to a safety question.

A file of its own, so that a safeguarding lead can read and check the sentences alone. They name
no number but 999: other numbers, and local clocks, are dated data in the guidance pack.
"""

from footprint.rulebook.terms import Matter, SafetyQuestion

_Q = SafetyQuestion

CALL_999 = "Ring 999 now."
NOBODY_MAY_STOP_YOU = (
    "Anybody may go straight to the police or children's social care. "
    "Nobody has to give you leave, and nobody may stop you."
)
NUDE_IMAGE = (
    "Do not view, copy, print, share or store the picture, and ask nobody to send it to you.",
    "Do not delete it, and do not ask a child to delete it, before the person in charge decides.",
    "Write down in words only: who told you, when, on which service, and what it is said to show.",
    "If you have seen it by accident, say so. You will not be blamed and you will be supported.",
)
ADULT_ACCUSED = (
    "Tell the headteacher in person now. Tell nobody else at school, and not the adult.",
    "Do not look into it yourselves: the headteacher speaks first to the local authority's "
    "designated officer (LADO).",
    "The headteacher brings in the safeguarding lead for the child, unless it is about them.",
    "Name no accused teacher in public, and do not answer the post.",
)
HEAD_ACCUSED = (
    "Tell the chair of governors in person now. The headteacher must get no sign of it.",
    "Do not look into it yourselves: the chair speaks first to the local authority's "
    "designated officer (LADO).",
    "If you cannot reach the chair, ring the LADO yourself.",
    "Name no accused teacher in public, and do not answer the post.",
)
EXTREMISM = "Write down what was seen and where. Do not search further and do not answer the post."
EXTREMISM_TO_DSL = "Tell the safeguarding lead today; they speak to the local Prevent team."
EXTREMISM_TO_CIRCLE = "Whoever takes the accusation also speaks to the local Prevent team today."
TELL_DSL = "Tell the safeguarding lead in person now, or the deputy if you cannot reach them."
CHILD_CARED_FOR = "Make sure that somebody is with the child, and that help is offered."

_NOW = "Now. Nothing else comes first."
_NOW_LADO = "Now. The call to the LADO waits for nothing; the local time limit is a last limit."
_TODAY = "Today, before the school day ends."


def steps_for(yes: frozenset[SafetyQuestion], matter: Matter) -> tuple[str, ...]:
    """The steps for the questions answered yes, the most urgent first, each once."""
    steps: list[str] = []
    if _Q.DANGER_NOW in yes:
        steps.append(CALL_999)
    if _Q.NUDE_IMAGE in yes:
        steps += NUDE_IMAGE
    steps += _whom_to_tell(yes, matter)
    if _Q.EXTREMISM in yes:
        in_circle = matter is not Matter.SAFEGUARDING
        steps += [EXTREMISM, EXTREMISM_TO_CIRCLE if in_circle else EXTREMISM_TO_DSL]
    return (*steps, CHILD_CARED_FOR, NOBODY_MAY_STOP_YOU)


def clock_for(yes: frozenset[SafetyQuestion], matter: Matter) -> str:
    """How fast, in a sentence: extremism alone is for today, all else for now."""
    if matter is not Matter.SAFEGUARDING:
        return _NOW_LADO
    return _TODAY if yes == {_Q.EXTREMISM} else _NOW


def _whom_to_tell(yes: frozenset[SafetyQuestion], matter: Matter) -> tuple[str, ...]:
    if matter is Matter.ALLEGATION_HEAD:
        return HEAD_ACCUSED
    if matter is Matter.ALLEGATION:
        return ADULT_ACCUSED
    return (TELL_DSL,) if yes != {_Q.EXTREMISM} else ()
