"""The demonstration fills every screen, through the product's own actions, and only once."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from footprint.audit.verifying import verify
from footprint.home.registers import tasks_for
from footprint.inbox.models import Item
from footprint.incidents.models import Incident
from footprint.notices.models import Notice
from footprint.people.models import Person
from footprint.policies.drifting import drift
from footprint.policies.models import PolicyVersion, TrustPolicy
from footprint.publishing.models import Draft
from footprint.registers.agreements.models import Signature
from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.registers.image_permissions.models import ImagePermission, Protection
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.rota.models import Look
from footprint.rulebook.decisions.difference import difference
from footprint.rulebook.terms import Audience, ClauseName, Role
from footprint.sample_school.adopting import VARIANTS
from footprint.schools.models import School, Trust
from footprint.users.models import Membership, User

pytestmark = pytest.mark.django_db


def test_every_kind_of_row_and_role_is_there_and_the_audit_holds() -> None:
    call_command("sample_data")

    assert School.objects.count() == 13
    assert Trust.objects.get().schools.count() == 12
    assert {Role(role) for role in Membership.objects.values_list("role", flat=True)} == set(Role)
    assert PolicyVersion.objects.adopted().count() == 14  # one of them in place of an older one
    assert _drift() == {
        **{school.name: frozenset() for school in Trust.objects.get().schools.all()},
        **{name: clauses for name, (clauses, _changes) in VARIANTS.items()},
    }
    newer, older = PolicyVersion.objects.adopted().filter(school__name="Oakfield Primary School")
    assert {change.name for change in difference(older.policy, newer.policy)} == {
        ClauseName.CONDUCT,
        ClauseName.DELETION_REQUEST,
        ClauseName.MINIMUM_AGE,
        ClauseName.REMOTE_LEARNING_CHANNELS,
    }
    oakfield = School.objects.get(name="Oakfield Primary School")
    items = Item.objects.of_school(oakfield.pk)
    assert items.open().exists()
    assert {item.decided for item in items} == {
        "",
        "replied",
        "no_action",
        "passed_on",
        "incident",
    }
    steps = set(Incident.objects.values_list("step", flat=True))
    assert {"deletion_requested", "platform_reported", "closed"} <= steps
    assert verify().problems == ()
    assert not Notice.objects.waiting(now=timezone.now()).exists()


def test_the_registers_are_those_of_a_school_of_420_pupils() -> None:
    call_command("sample_data")
    school = School.objects.get(name="Oakfield Primary School")
    here = Person.objects.of_school(school.pk)

    assert here.who_are(Audience.PUPIL).count() == 420
    assert here.who_are(Audience.STAFF).filter(user__isnull=False).count() >= 6
    assert Signature.objects.filter(text__school=school).count() > 300
    assert ImagePermission.objects.current().filter(person__school=school).count() > 1000
    assert Protection.objects.filter(person__school=school).count() == 4
    assert {account.current_duties != [] for account in live(school)} == {True}
    assert Look.objects.filter(channel__school=school).count() >= 6
    links = ConnectionException.objects.of_school(school.pk)
    assert {link.state for link in links} == {"allowed", "declared"}
    assert {draft.state for draft in Draft.objects.of_school(school.pk)} == {"writing", "waiting"}
    head = User.objects.get(email="head@oakfield.example")
    assert tasks_for(head, school, on=timezone.localdate())


def live(school: School) -> list[OfficialAccount]:
    return list(OfficialAccount.objects.of_school(school.pk).live().with_people())


def _drift() -> dict[str, frozenset[ClauseName]]:
    """In which clauses each school of the trust differs from the trust's own policy."""
    trust_policy = TrustPolicy.objects.get()
    schools = list(trust_policy.trust.schools.all())
    versions = {version.school_id: version for version in PolicyVersion.objects.adopted()}
    found = drift(trust_policy.policy, schools, versions)
    return {
        row.school.name: frozenset(
            clause.reference.name
            for clause in found.clauses
            if row.school in {variant.school for variant in clause.variants}
        )
        for row in found.schools
    }


def test_it_never_mixes_with_what_is_there() -> None:
    School.objects.create(name="A real school")

    with pytest.raises(CommandError, match="nothing was added"):
        call_command("sample_data")

    assert School.objects.count() == 1
