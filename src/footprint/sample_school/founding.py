"""
Make the invented schools, their people, and their adopted policies.

Through the same actions as a person's: what the demonstration shows is what the product does.
"""

from datetime import datetime, timedelta

from footprint.rulebook.terms import Role
from footprint.sample_school.adopting import adopt_policies, take_for_trust
from footprint.sample_school.cast import (
    EVERYBODY_ELSEWHERE,
    NAMES,
    PEOPLE,
    SCHOOLS,
    SMALL_SCHOOL_NAMES,
    TRUST,
    TRUST_DOMAIN,
    TRUST_LEAD,
    SampleSchool,
)
from footprint.schools.models import Closure, School, SchoolName, Trust
from footprint.users.actions import add_user, give_role
from footprint.users.models import User

BY = "system: sample data"


def found(*, now: datetime) -> list[School]:
    """Schools, people and policies as they stood four months before `now`."""
    begun = now - timedelta(days=120)
    trust = Trust.objects.create(name=TRUST)
    schools = [_school(sample, trust) for sample in SCHOOLS]
    for sample, school in zip(SCHOOLS, schools, strict=True):
        _people(sample, school, begun)
        head = person(school, Role.HEADTEACHER)
        assert head is not None  # noqa: S101 (every sample school has one)
        adopt_policies(sample, school, by=head, now=begun)
    lead = _user(f"safeguarding@{TRUST_DOMAIN}", TRUST_LEAD, begun)
    give_role(user=lead, role=Role.TRUST_LEAD, trust_id=trust.pk, by=BY, now=begun)
    take_for_trust(trust, by=lead, now=begun)
    return schools


def person(school: School, role: Role) -> User | None:
    """The invented person who holds this role at this school."""
    return User.objects.filter(memberships__school=school, memberships__role=role.value).first()


def _school(sample: SampleSchool, trust: Trust) -> School:
    school = School.objects.create(
        name=sample.name,
        trust=trust if sample.trust else None,
        town=sample.town,
        office_email=f"office@{sample.domain}",
        office_phone="01632 960 000",
        governors_word=sample.governors_word,
        must_not_include=list(sample.must_not_include),
    )
    for name in sample.names:
        SchoolName.objects.create(school=school, text=name)
    return school


def _people(sample: SampleSchool, school: School, now: datetime) -> None:
    roles = dict(PEOPLE)
    chosen = roles if sample.name in NAMES else {key: roles[key] for key in EVERYBODY_ELSEWHERE}
    names = NAMES.get(sample.name) or SMALL_SCHOOL_NAMES[sample.name]
    for (key, role), name in zip(chosen.items(), names, strict=True):
        user = _user(f"{key}@{sample.domain}", name, now)
        give_role(user=user, role=role, school_id=school.pk, by=BY, now=now)


def _user(email: str, name: str, now: datetime) -> User:
    return add_user(email=email, name=name, password=None, by=BY, now=now)


def close_for_half_term(school: School, *, now: datetime) -> None:
    """Half term three weeks ago, so that deadlines show that they pass over it."""
    monday = (now - timedelta(days=21 + now.weekday())).date()
    Closure.objects.create(
        school=school, first_day=monday, last_day=monday + timedelta(days=4), name="Half term"
    )
