"""Invented answers about pictures, for tests of this and of the rooms above."""

from datetime import datetime

from django.urls import reverse

from footprint.people.actions import make_link
from footprint.people.models import Person
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.actions.writing import PURPOSE
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


def link_for(giver: Person, about: str = "mail") -> str:
    """The address of the page behind a fresh link."""
    token = make_link(person=giver, purpose=PURPOSE, about=about, by="the test", now=NOW)
    return reverse("image_permissions:answer_question", args=[token])


def field(person: Person, use: ImageUse) -> str:
    """The name of the radios that ask about this person and this use."""
    return f"answer-{person.pk}-{use.pk}"


def current() -> set[tuple[int, str, str]]:
    """(person, use, answer) of every answer that holds now."""
    rows = ImagePermission.objects.current()
    return set(rows.values_list("person_id", "use__key", "answer"))
