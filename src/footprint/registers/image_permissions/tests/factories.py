"""Invented answers about pictures, for tests of this and of the rooms above."""

from datetime import datetime

from footprint.people.models import Person
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.models import (
    ImagePermission,
    ImageUse,
    Protection,
    ProtectionReason,
)
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW


def make_uses(school: School, *accounts: str, now: datetime = NOW) -> dict[str, ImageUse]:
    """{key: use}: the usual ones, and one for each account named, as "account:1", ..."""
    named = [
        actions.Use(f"account:{number}", label) for number, label in enumerate(accounts, start=1)
    ]
    actions.offer_uses(school=school, uses=named, by="the test", now=now)
    return {use.key: use for use in ImageUse.objects.of_school(school.pk).offered()}


def say(
    giver: Person, person: Person, use: ImageUse, *, yes: bool, by: User, now: datetime = NOW
) -> ImagePermission:
    """Record one answer as the office does; returns the current one."""
    said = [actions.Said(giver, person, use, yes)]
    actions.record_paper(said=said, by=by, now=now)
    return ImagePermission.objects.current().get(giver=giver, person=person, use=use)


def make_protection(person: Person, by: User, *, now: datetime = NOW) -> Protection:
    """A person who is looked after."""
    return actions.protect(
        person=person,
        reason=ProtectionReason.LOOKED_AFTER,
        note="",
        review_on=None,
        by=by,
        now=now,
    )
