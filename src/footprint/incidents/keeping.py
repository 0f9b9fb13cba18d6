"""
How many open incidents keep each version of the policy: the answer to `policies.kept`.

A file of its own because `config` names it; `policies` lies below and cannot ask by an import.
"""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from footprint.incidents.models import Incident
from footprint.policies.kept import OpenMatters
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission


def open_incidents(*, user: User, school_id: int) -> OpenMatters | None:
    """Those that this person may see: nobody learns of a matter that is about them."""
    if not may(user, Permission.INCIDENTS_READ, school_id):
        return None
    seen = Incident.objects.seen_by(user).of_school(school_id).open().order_by()
    counted = seen.values_list("policy_version").annotate(number=Count("pk", distinct=True))
    return OpenMatters(_("Open incidents"), reverse("incidents:list_incidents"), dict(counted))
