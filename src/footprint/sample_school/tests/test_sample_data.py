"""The demonstration fills every screen, through the product's own actions, and only once."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from footprint.audit.verifying import verify
from footprint.inbox.models import Item
from footprint.incidents.models import Incident
from footprint.notices.models import Notice
from footprint.policies.models import PolicyVersion, TrustPolicy
from footprint.policies.trusts import drift
from footprint.rulebook.decisions.difference import difference
from footprint.rulebook.terms import ClauseName, Role
from footprint.sample_school.adopting import VARIANTS
from footprint.schools.models import School, Trust
from footprint.users.models import Membership

pytestmark = pytest.mark.django_db


def test_every_kind_of_row_and_role_is_there_and_the_audit_holds() -> None:
    call_command("sample_data")

    assert School.objects.count() == 4
    assert Trust.objects.get().schools.count() == 3
    assert {Role(role) for role in Membership.objects.values_list("role", flat=True)} == set(Role)
    assert PolicyVersion.objects.adopted().count() == 5  # one of them in place of an older one
    assert _drift() == {
        "Larkhill Academy": frozenset(),
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
