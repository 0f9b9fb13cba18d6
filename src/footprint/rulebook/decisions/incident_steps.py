"""
What may follow what in an incident, what each step needs, and whose it is.

The whole machine is the tables below; `docs/reference/incident-steps.md` is written from them.
Several actions may be taken on one incident without closing it: a deletion request, a report to
the platform and a referral each leave the others open. Source: the "Social media incidents"
section, and "the person affected is supported" from national guidance on keeping children safe.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from footprint.rulebook.terms import Matter, Role, Step


class Need(StrEnum):
    """What must be written down before a step counts as taken."""

    POSTER = "poster"
    DUE_DATE = "due_date"
    FINDING = "finding"
    ROUTE = "route"
    REFERRED_TO = "referred_to"
    REASON = "reason"
    CLAUSE = "clause"
    OUTCOME = "outcome"
    SUPPORT = "support"


NEED_WORDS: Mapping[Need, str] = MappingProxyType(
    {
        Need.POSTER: "who posted it, or that this is not known",
        Need.DUE_DATE: "by when the post is to be deleted",
        Need.FINDING: "what was found: gone, still there, or that nobody could look",
        Need.ROUTE: "which platform and by which route",
        Need.REFERRED_TO: "to whom it was referred",
        Need.REASON: "the reason",
        Need.CLAUSE: "the clause of the policy",
        Need.OUTCOME: "the outcome",
        Need.SUPPORT: "what support the person affected was offered, or why none",
    }
)


@dataclass(frozen=True)
class StepRule:
    """
    One row of the machine.

    Args:
        title: as people see it.
        meaning: what has been done when an incident stands here.
        followed_by: the steps that may come next; empty for the last.
        needs: what must be written down to take this step.
    """

    title: str
    meaning: str
    followed_by: tuple[Step, ...]
    needs: tuple[Need, ...] = ()


_ACTIONS = (Step.DELETION_REQUESTED, Step.PLATFORM_REPORTED, Step.REFERRED, Step.RESOLVED)

STEPS: Mapping[Step, StepRule] = MappingProxyType(
    {
        Step.OPENED: StepRule(
            "Opened", "A post may break the policy; it waits to be looked at.", (Step.ASSESSED,)
        ),
        Step.ASSESSED: StepRule(
            "Assessed",
            "Somebody has looked at it and said who posted it.",
            (*_ACTIONS, Step.CLOSED),
            (Need.POSTER,),
        ),
        Step.DELETION_REQUESTED: StepRule(
            "Deletion requested",
            "The author has been asked to delete the post by a day.",
            (Step.FOLLOWED_UP, Step.PLATFORM_REPORTED, Step.REFERRED, Step.RESOLVED),
            (Need.DUE_DATE,),
        ),
        Step.FOLLOWED_UP: StepRule(
            "Followed up",
            "Somebody has looked again, or spoken with the people concerned.",
            (Step.FOLLOWED_UP, *_ACTIONS, Step.CLOSED),
            (Need.FINDING,),
        ),
        Step.PLATFORM_REPORTED: StepRule(
            "Reported to the platform",
            "The platform has been asked to remove the post.",
            (Step.FOLLOWED_UP, *_ACTIONS),
            (Need.ROUTE,),
        ),
        Step.REFERRED: StepRule(
            "Referred",
            "The matter, or a part of it, has been passed to somebody else.",
            (Step.FOLLOWED_UP, *_ACTIONS, Step.CLOSED),
            (Need.REFERRED_TO, Need.REASON),
        ),
        Step.RESOLVED: StepRule(
            "Resolved",
            "Nothing more has to be done about the post.",
            (Step.FOLLOWED_UP, Step.CLOSED),
            (Need.REASON,),
        ),
        Step.CLOSED: StepRule(
            "Closed",
            "The record is complete.",
            (),
            (Need.CLAUSE, Need.REASON, Need.OUTCOME, Need.SUPPORT),
        ),
    }
)

# Whose every step of a matter is until it is closed: a role that may open matters of the class.
OWNERS: Mapping[Matter, Role] = MappingProxyType(
    {
        Matter.REPUTATION: Role.HEADTEACHER,
        Matter.CONDUCT: Role.HEADTEACHER,
        Matter.PUPIL_CONDUCT: Role.DSL,
        Matter.SAFEGUARDING: Role.DSL,
        Matter.ALLEGATION: Role.HEADTEACHER,
        Matter.ALLEGATION_HEAD: Role.CHAIR,
        Matter.LOW_LEVEL: Role.HEADTEACHER,
    }
)


class StepNotAllowed(Exception):
    """
    A step may not be taken now.

    Args:
        sentence: says why, and what may be done instead; for the person at the screen.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def next_steps(step: Step) -> tuple[Step, ...]:
    """The steps that may follow; empty when the incident is closed."""
    return STEPS[step].followed_by


def may_follow(*, step: Step, after: Step) -> bool:
    """Whether `step` may be taken while the incident stands at `after`."""
    return step in next_steps(after)


def check_may_follow(*, step: Step, after: Step) -> None:
    """
    Stop a step that may not follow.

    Raises:
        StepNotAllowed: `step` may not be taken while the incident stands at `after`.
    """
    if may_follow(step=step, after=after):
        return
    if not next_steps(after):
        raise StepNotAllowed("This incident is closed. Nothing more can be done on it.")
    names = _either(tuple(STEPS[each].title for each in next_steps(after)))
    raise StepNotAllowed(
        f"“{STEPS[step].title}” cannot follow “{STEPS[after].title}”. Next can be: {names}."
    )


def check_is_complete(*, step: Step, given: Collection[Need]) -> None:
    """
    Stop a step for which something has not been written down.

    Args:
        given: what has been written down, now or earlier.

    Raises:
        StepNotAllowed: the sentence lists all that is missing.
    """
    missing = [NEED_WORDS[need] for need in STEPS[step].needs if need not in given]
    if missing:
        raise StepNotAllowed(f"“{STEPS[step].title}” first needs: {'; '.join(missing)}.")


def owner(*, step: Step, matter: Matter) -> Role | None:
    """The role whose step it is; None when the incident is closed."""
    return OWNERS[matter] if next_steps(step) else None


def steps_as_markdown() -> str:
    """The machine as a page: a diagram (Mermaid) and tables. Ends with a line break."""
    parts = ("# The steps of an incident\n", _diagram(), _step_table(), _owner_table())
    return "\n".join(parts)


def _diagram() -> str:
    arrows = [
        f"    {step.value} --> {after.value}" for step in Step for after in STEPS[step].followed_by
    ]
    names = [f"    {step.value}: {STEPS[step].title}" for step in Step]
    ends = [f"    {step.value} --> [*]" for step in Step if not STEPS[step].followed_by]
    lines = [f"    [*] --> {Step.OPENED.value}", *arrows, *ends]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, *lines, "```", ""])


def _step_table() -> str:
    rows = []
    for step in Step:
        rule = STEPS[step]
        after = ", ".join(STEPS[each].title for each in rule.followed_by) or "nothing"
        needs = "; ".join(NEED_WORDS[need] for need in rule.needs) or "nothing"
        rows.append(f"| {rule.title} | {rule.meaning} | {needs} | {after} |")
    head = "| Step | What it means | Needs | May be followed by |\n| --- | --- | --- | --- |"
    return "\n".join([head, *rows, ""])


def _owner_table() -> str:
    rows = [f"| {matter.value} | {OWNERS[matter].value} |" for matter in Matter]
    head = "## Whose every step is, until it is closed\n\n| Class of matter | Role |\n| --- | --- |"
    return "\n".join([head, *rows, ""])


def _either(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
