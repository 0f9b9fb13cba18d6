"""
A family whose pictures are asked for, and what came of it: rows for the walk over all pages.

A file of its own because the rows belong together and no other room needs them.
"""

from dataclasses import dataclass
from datetime import datetime

from footprint.people.actions import add_person, link_family, make_link
from footprint.people.details import Details
from footprint.people.models import Person, Relation
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.actions.writing import PURPOSE
from footprint.registers.image_permissions.models import (
    ImagePermission,
    ImageUse,
    Protection,
    ProtectionReason,
)
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User


@dataclass(frozen=True)
class Pictures:
    """A pupil with a yes and a no; a protected one; and the parent's link."""

    pupil: Person
    answer: ImagePermission
    protection: Protection
    token: str


def make_pictures(school: School, *, office: User, dsl: User, now: datetime) -> Pictures:
    """Through the register's own actions."""
    actions.offer_uses(
        school=school,
        uses=[actions.Use("account:1", "Instagram: @oakfield")],
        by=office.username,
        now=now,
    )
    pupil = _pupil(school, "Tolly", by=office, now=now)
    parent = add_person(
        school=school,
        details=Details("Marnie", "Applegarth", email="marnie@family.example"),
        parts=[Audience.PARENT],
        by=office,
        now=now,
    )
    link_family(
        person=pupil,
        relative=parent,
        relation=Relation.PARENT,
        may_give_permission=True,
        by=office,
        now=now,
    )
    actions.ask_by_mail(school=school, givers=[parent], by=office, now=now)
    website, press = (
        ImageUse.objects.of_school(school.pk).get(key=key) for key in ("website", "press")
    )
    said = [actions.Said(parent, pupil, website, True), actions.Said(parent, pupil, press, False)]
    actions.record_paper(said=said, by=office, now=now)
    protection = actions.protect(
        person=_pupil(school, "Wren", by=office, now=now),
        reason=ProtectionReason.LOOKED_AFTER,
        note="See the file in the safe",
        review_on=now.date(),
        by=dsl,
        now=now,
    )
    token = make_link(person=parent, purpose=PURPOSE, about="sheet", by=office.username, now=now)
    answer = ImagePermission.objects.current().get(person=pupil, use=website)
    return Pictures(pupil, answer, protection, token)


def _pupil(school: School, name: str, *, by: User, now: datetime) -> Person:
    details = Details(name, "Applegarth", year_group=4, class_name="4B")
    return add_person(school=school, details=details, parts=[Audience.PUPIL], by=by, now=now)
