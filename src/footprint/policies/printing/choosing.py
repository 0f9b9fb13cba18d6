"""The forms in which a policy is printed: the whole of it, and one page for each kind of reader."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from footprint.policies.printing.layout import Paper
from footprint.rulebook.policy import Policy
from footprint.rulebook.writing.blocks import Block, SchoolFacts
from footprint.rulebook.writing.children import write_child_page
from footprint.rulebook.writing.document import version_line, write_policy
from footprint.rulebook.writing.parents import write_parents_leaflet
from footprint.rulebook.writing.staff import write_staff_page


@dataclass(frozen=True)
class PrintedForm:
    """
    One form of the policy.

    Args:
        filename: the end of its file's name.
        points: size of the type in print; a page for young children has large letters.
        fits_a_page: see `Paper`.
    """

    write: Callable[[Policy, SchoolFacts], tuple[Block, ...]]
    filename: str
    points: float
    fits_a_page: bool = True


PRINTED_FORMS: Mapping[str, PrintedForm] = {
    "policy": PrintedForm(write_policy, "social-media-policy", 11, fits_a_page=False),
    "parents": PrintedForm(write_parents_leaflet, "social-media-for-parents", 11),
    "staff": PrintedForm(write_staff_page, "social-media-for-staff", 11),
    "children": PrintedForm(write_child_page, "social-media-for-children", 14),
}


def paper_of(form: PrintedForm, policy: Policy, facts: SchoolFacts) -> Paper:
    """The paper with the version and its adoption at the foot."""
    line = version_line(policy, facts)
    return Paper(form.write(policy, facts), facts.school_name, line, form.points, form.fits_a_page)
