"""The policy for staff, on one page: what they do, what they do not, and whom they tell."""

from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.assembling import Section, one_page, only, shorter, whole
from footprint.rulebook.writing.blocks import Block, SchoolFacts
from footprint.rulebook.writing.parents import in_one_sentence


def write_staff_page(policy: Policy, facts: SchoolFacts) -> tuple[Block, ...]:
    """One page for staff, from stated values only; where the policy is silent it says nothing."""
    return one_page(
        "Social media: a page for staff",
        _SECTIONS,
        policy,
        facts,
        end="Ask at school before you post, follow or reply.",
    )


C = ClauseName
_SECTIONS: tuple[Section, ...] = (
    (
        "Your own accounts",
        (
            only(
                C.STAFF_CONDUCT,
                "strict_privacy",
                "no_oversharing",
                "never_discuss",
                "not_attributable_to",
                "own_devices",
                "parent_groups",
            ),
            shorter(C.CONDUCT, in_one_sentence),
            only(C.CONDUCT, "applies_to", "teaching_profession"),
        ),
    ),
    (
        "Pupils and parents",
        (
            whole(C.NO_FRIENDING),
            whole(C.NO_FOLLOWING),
            whole(C.EXCEPTIONS),
            whole(C.BREACH_NOTICE),
        ),
    ),
    (
        "Channels",
        (
            only(C.EMAIL_OFFICIAL, "pupils"),
            only(C.EMAIL_OFFICIAL, "ruled_out"),
            whole(C.REMOTE_LEARNING_CHANNELS),
        ),
    ),
    ("Pictures and agreements", (whole(C.IMAGE_PERMISSION), only(C.ACCEPTABLE_USE, "all_sign"))),
    (
        "When something goes wrong",
        (whole(C.DELETION_REQUEST), whole(C.POLICE), only(C.BREACH_ROUTE, "staff")),
    ),
    ("Extremism", (whole(C.EXTREMISM),)),
    ("Who to ask", (only(C.QUESTIONS, "staff_ask", "call_on"),)),
)
