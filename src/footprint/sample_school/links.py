"""
Links between people of the invented school that somebody declared.

A file of its own because each is a small story: who, with whom, and what the head decided.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from footprint.people.models import Person
from footprint.registers.connection_exceptions import actions as connections
from footprint.registers.connection_exceptions.actions import Declaration, Terms
from footprint.registers.connection_exceptions.models import ConnectionException, How, LinkKind
from footprint.registers.connection_exceptions.sides import Side
from footprint.rulebook.terms import Audience, ConnectionKind, Party, Platform, Role
from footprint.sample_school.founding import person
from footprint.schools.models import School
from footprint.users.models import User


def declare_links(school: School, *, now: datetime) -> None:
    """A teacher's niece, allowed for this year; and a family friend that waits for the head."""
    teacher, head = person(school, Role.TEACHER), person(school, Role.HEADTEACHER)
    pupils = list(Person.objects.of_school(school.pk).who_are(Audience.PUPIL).order_by("pk")[:2])
    if not teacher or not head or len(pupils) < 2:
        return
    began = now - timedelta(days=40)
    allowed = _declare(school, teacher, pupils[0], LinkKind.FAMILY, "My sister's daughter", began)
    today = timezone.localdate(began)
    connections.allow(
        connection=allowed,
        terms=Terms(
            reason="Family, and known to her parents",
            limits="No pictures of school",
            starts_on=today,
            ends_on=today + timedelta(days=300),
        ),
        by=head,
        now=began + timedelta(days=1),
    )
    words = "Our families go on holiday together"
    _declare(school, teacher, pupils[1], LinkKind.FAMILY_FRIEND, words, now - timedelta(days=2))


def _declare(
    school: School, user: User, child: Person, link: LinkKind, note: str, now: datetime
) -> ConnectionException:
    own = Person.objects.of_user(user).of_school(school.pk).first()
    return connections.declare(
        school=school,
        declaration=Declaration(
            own=Side(Party.STAFF, person=own, user=user),
            other=Side(Party.PUPIL, person=child),
            link=link,
            platforms=(Platform.WHATSAPP,),
            kinds=(ConnectionKind.MESSAGE,),
            note=note,
        ),
        how=How.SIGNED_IN,
        by=user,
        now=now,
    )
