"""What is printed beside a version's clauses: the school, how the version was adopted, ages."""

from collections.abc import Mapping
from datetime import date

from footprint.guidance.at_school import fact_for
from footprint.guidance.checks import age_key
from footprint.guidance.fact import Kind
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.blocks import SchoolFacts


def facts_of(version: PolicyVersion, *, on: date) -> SchoolFacts:
    """
    The facts of an adopted version on a day; the registers are not asked.

    Whoever has registers puts them beside it:
    `dataclasses.replace(facts_of(version, on=on), accounts=..., keepers=...)`.
    """
    school = version.school
    return SchoolFacts(
        school_name=school.name,
        governors_word=school.governors_word,
        office_email=school.office_email,
        adopted_on=version.adopted_on,
        minute=version.minute,
        review_on=version.review_on,
        ages=_other_ages(version, on),
    )


def _other_ages(version: PolicyVersion, on: date) -> dict[str, int]:
    """{service: today's age} where it is checked, and not what the policy says of that service."""
    stated = version.policy.clause(ClauseName.MINIMUM_AGE).get("exceptions")
    found: dict[str, int] = {}
    for service, years in stated.items() if isinstance(stated, Mapping) else ():
        today = fact_for(school=version.school, key=age_key(service), on=on)
        fact = today.fact if today else None
        if today is None or fact is None or fact.kind is not Kind.AGE or not fact.is_checked:
            continue
        held = today.override.value if today.override else fact.value
        if isinstance(held, int) and held != years:
            found[service] = held
    return found
