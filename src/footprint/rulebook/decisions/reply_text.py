"""
What may not stand in a public answer, and what to write instead.

`signals.drafts.replies` finds it; here stands what it means. A wrong guess must never stop a
school: what was found can be kept with a reason, which the other person reads who approves.
Source: the "Official accounts" and "concerns in private" parts of a policy; where it is silent, the
rules of data protection and plain caution.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from footprint.rulebook.decisions.publication_text import FindingKind
from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName


class ReplyProblem(StrEnum):
    """What an answer in public must not do."""

    CONFIRMS_PUPIL = "confirms_pupil"
    PERSONAL = "personal"
    STAFF_MATTER = "staff_matter"
    ARGUES = "argues"
    TONE = "tone"


# What `signals.drafts` finds in every draft, as it counts in an answer; None: nothing there.
OF_FINDINGS: Mapping[FindingKind, ReplyProblem | None] = MappingProxyType(
    {
        FindingKind.FULL_NAME: ReplyProblem.CONFIRMS_PUPIL,
        FindingKind.CONFIRMS_PUPIL: ReplyProblem.CONFIRMS_PUPIL,
        FindingKind.FINDABLE_CHILD: ReplyProblem.CONFIRMS_PUPIL,
        FindingKind.PHONE: ReplyProblem.PERSONAL,
        FindingKind.EMAIL: ReplyProblem.PERSONAL,
        FindingKind.POSTCODE: ReplyProblem.PERSONAL,
        FindingKind.ADDRESS: ReplyProblem.PERSONAL,
        FindingKind.BIRTH: ReplyProblem.PERSONAL,
        FindingKind.PRIVATE_LINK: ReplyProblem.PERSONAL,
        FindingKind.OPINION: ReplyProblem.TONE,
        FindingKind.CONDUCT: ReplyProblem.TONE,
        FindingKind.REVIEW_REQUEST: ReplyProblem.TONE,
        FindingKind.INVITES_ANSWER: None,  # an answer may ask somebody to write
    }
)
WHY: Mapping[ReplyProblem, str] = MappingProxyType(
    {
        ReplyProblem.CONFIRMS_PUPIL: "This tells everybody that a child is a pupil here.",
        ReplyProblem.PERSONAL: "This gives personal information about somebody.",
        ReplyProblem.STAFF_MATTER: "This speaks of a member of staff, or of what was done about "
        "them.",
        ReplyProblem.ARGUES: "This argues a complaint in front of everybody.",
        ReplyProblem.TONE: "This could hurt somebody, or be taken for the school's own opinion.",
    }
)
INSTEAD: Mapping[ReplyProblem, str] = MappingProxyType(
    {
        ReplyProblem.CONFIRMS_PUPIL: "Write of no child, not even of “your child”. Invite the "
        "person to speak with you.",
        ReplyProblem.PERSONAL: "Take it out, or give the school office's.",
        ReplyProblem.STAFF_MATTER: "Leave it out, whether it is true or not.",
        ReplyProblem.ARGUES: "Thank the person for telling you, and invite them in.",
        ReplyProblem.TONE: "Say it in other words, or leave it out.",
    }
)
_BEHIND: Mapping[ReplyProblem, tuple[ClauseName, str] | None] = MappingProxyType(
    {
        ReplyProblem.CONFIRMS_PUPIL: (ClauseName.OFFICIAL_ACCOUNTS, "not_about_children"),
        ReplyProblem.PERSONAL: (ClauseName.DATA_PROTECTION, "refers_to"),
        ReplyProblem.STAFF_MATTER: None,
        ReplyProblem.ARGUES: (ClauseName.PRIVATE_CONCERNS, "directly_in_private"),
        ReplyProblem.TONE: (ClauseName.CONDUCT, "must_not_be"),
    }
)
_SILENT: Mapping[ReplyProblem, str] = MappingProxyType(
    {
        ReplyProblem.CONFIRMS_PUPIL: "that nobody is confirmed as a pupil",
        ReplyProblem.PERSONAL: "whether such information may be published",
        ReplyProblem.STAFF_MATTER: "that nothing is said of staff in public",
        ReplyProblem.ARGUES: "that complaints are not argued in public",
        ReplyProblem.TONE: "how an answer may sound",
    }
)
_OUR_CAUTION = "Footprint stops here so that a person looks at it."


@dataclass(frozen=True)
class ReplyFinding:
    """Some words of an answer, and what is the matter with them."""

    problem: ReplyProblem
    words: str
    start: int

    @property
    def why(self) -> str:
        return WHY[self.problem]

    @property
    def instead(self) -> str:
        return INSTEAD[self.problem]


def reason_for(policy: Policy, problem: ReplyProblem) -> Reason:
    """The sentence of the policy that speaks of it, or that the policy does not say."""
    behind = _BEHIND[problem]
    if behind:
        clause = policy.clause(behind[0])
        if clause.is_stated and clause.get(behind[1]):
            return stated("Your policy speaks of it.", clause, behind[1])
    return silent(_SILENT[problem], _OUR_CAUTION)
