"""Switch a school's public pages on and off."""

from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.schools.models import School
from footprint.users.models import User


class AddressTaken(Exception):
    """Another school here has this address."""


@transaction.atomic
def publish(*, school: School, slug: str, by: User, now: datetime) -> None:
    """
    Show the public pages under this last part of the address.

    Raises:
        AddressTaken: another school has it.
    """
    if School.objects.with_slug(slug).exclude(pk=school.pk).exists():
        raise AddressTaken(slug)
    _set(school, slug, "schools.pages_switched_on", by, now)


@transaction.atomic
def unpublish(*, school: School, by: User, now: datetime) -> None:
    """Show nothing in public any more; the address is free again."""
    _set(school, None, "schools.pages_switched_off", by, now)


def _set(school: School, slug: str | None, action: str, by: User, now: datetime) -> None:
    School.objects.filter(pk=school.pk).update(public_slug=slug)
    record(
        by=by.username,
        action=action,
        target=f"school:{school.pk}",
        now=now,
        school_id=school.pk,
        details={"address": slug or ""},
    )
