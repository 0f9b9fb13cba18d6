"""What is printed beside a version's clauses: the school, and how the version was adopted."""

from footprint.policies.models import PolicyVersion
from footprint.rulebook.writing.blocks import SchoolFacts


def facts_of(version: PolicyVersion) -> SchoolFacts:
    """
    The facts of an adopted version; the registers are not asked.

    Whoever has registers puts them beside it:
    `dataclasses.replace(facts_of(version), accounts=..., keepers=..., ages=...)`.
    """
    school = version.school
    return SchoolFacts(
        school_name=school.name,
        governors_word=school.governors_word,
        office_email=school.office_email,
        adopted_on=version.adopted_on,
        minute=version.minute,
        review_on=version.review_on,
    )
