"""
The people that tests are about.

Oakfield Primary's head, DSL, deputy, office, keeper, teacher, governor and chair; the trust's
lead; and the head of another school, who must see nothing of Oakfield.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.mfa.models import Authenticator
from django.test import Client

from footprint.rulebook.terms import Role
from footprint.schools.models import School, SchoolName, Trust
from footprint.users.models import Membership, User

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)  # a Monday in term time
PASSWORD = "an-invented-pass-phrase"


@dataclass(frozen=True)
class Cast:
    """Everybody, by role."""

    oakfield: School
    riverside: School
    trust: Trust
    head: User
    dsl: User
    deputy: User
    office: User
    keeper: User
    teacher: User
    governor: User
    chair: User
    trust_lead: User
    stranger: User  # headteacher of Riverside


def make_cast() -> Cast:
    """Write the whole cast to the database."""
    trust = Trust.objects.create(name="Larkhill Learning Trust")
    oakfield = School.objects.create(
        name="Oakfield Primary School",
        trust=trust,
        town="Puddleford",
        office_email="office@oakfield.example",
        must_not_include=["Yorkshire"],
    )
    for name in ("Oakfield Primary School", "Oakfield Primary", "#OakfieldPrimary"):
        SchoolName.objects.create(school=oakfield, text=name)
    riverside = School.objects.create(name="Riverside Junior School", town="Millbridge")
    SchoolName.objects.create(school=riverside, text="Riverside Junior School")
    return Cast(
        oakfield=oakfield,
        riverside=riverside,
        trust=trust,
        head=_member("head@oakfield.example", "Harriet Head", Role.HEADTEACHER, oakfield),
        dsl=_member("dsl@oakfield.example", "Dinah Lead", Role.DSL, oakfield),
        deputy=_member("deputy@oakfield.example", "Dev Deputy", Role.DEPUTY_DSL, oakfield),
        office=_member("office@oakfield.example", "Olive Office", Role.OFFICE, oakfield),
        keeper=_member(
            "keeper@oakfield.example", "Kit Keeper", Role.SOCIAL_MEDIA_MANAGER, oakfield
        ),
        teacher=_member("teacher@oakfield.example", "Tess Teacher", Role.TEACHER, oakfield),
        governor=_member("governor@oakfield.example", "Gus Governor", Role.GOVERNOR, oakfield),
        chair=_member("chair@oakfield.example", "Chris Chair", Role.CHAIR, oakfield),
        trust_lead=_member("lead@larkhill.example", "Tariq Trust", Role.TRUST_LEAD, None, trust),
        stranger=_member("head@riverside.example", "Sam Stranger", Role.HEADTEACHER, riverside),
    )


def _member(
    email: str, name: str, role: Role, school: School | None, trust: Trust | None = None
) -> User:
    user = User.objects.create_user(email, PASSWORD, name=name, joined_at=NOW)
    Membership.objects.create(user=user, role=role.value, school=school, trust=trust)
    return user


def client_of(user: User, *, second_factor: bool = True) -> Client:
    """A browserless client signed in as this person, with the second factor set up or not."""
    if second_factor:
        Authenticator.objects.get_or_create(
            user=user, type=Authenticator.Type.TOTP, defaults={"data": {}}
        )
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
