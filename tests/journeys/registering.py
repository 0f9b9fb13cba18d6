"""
A family, a leaver and three files of people: rows for the walk over all pages.

A file of its own because the rows belong together and no other room needs them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from footprint.people import actions
from footprint.people.details import Details
from footprint.people.importing.columns import guess_columns
from footprint.people.importing.preview import plan_of, table_of
from footprint.people.models import FamilyLink, Leaving, Part, PeopleImport, Person, Relation
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User

PUPILS = (
    b"UPN,Forename,Surname,Year,Class\n"
    b"W1,Wynn,Fairweather,3,3B\nW2,Bryony,Fairweather,44,4B\nW3,Tolly,Ingleby,1,1A\n"
)


@dataclass(frozen=True)
class Registered:
    """A pupil with a parent who is a governor too; leavers; files in each state."""

    pupil: Person
    part: Part
    link: FamilyLink
    leaving: Leaving
    gone: Person
    new_file: PeopleImport
    previewed: PeopleImport
    written: PeopleImport


def make_registered(school: School, *, office: User, now: datetime) -> Registered:
    """Through the register's own actions."""
    pupil = _add(school, "Wynn", Audience.PUPIL, by=office, now=now)
    parent = _add(school, "Marten", Audience.PARENT, by=office, now=now)
    part = actions.give_part(
        person=parent, audience=Audience.GOVERNOR, since=None, by=office, now=now
    )
    link = actions.link_family(
        person=pupil,
        relative=parent,
        relation=Relation.PARENT,
        may_give_permission=True,
        by=office,
        now=now,
    )
    today = timezone.localdate(now)
    leaver, gone = (
        _add(school, name, Audience.VOLUNTEER, by=office, now=now) for name in ("Ivo", "Senna")
    )
    actions.record_leaving(person=gone, on=today - timedelta(days=9), by=office, now=now)
    return Registered(
        pupil=pupil,
        part=part,
        link=link,
        leaving=actions.record_leaving(person=leaver, on=today, by=office, now=now),
        gone=gone,
        written=_written(school, by=office, now=now),
        new_file=_taken_in(school, PUPILS.replace(b"UPN", b"Number"), by=office, now=now),
        previewed=_taken_in(school, PUPILS, by=office, now=now),
    )


def _add(school: School, name: str, part: Audience, *, by: User, now: datetime) -> Person:
    details = Details(name, "Fairweather")
    return actions.add_person(school=school, details=details, parts=[part], by=by, now=now)


def _taken_in(school: School, data: bytes, *, by: User, now: datetime) -> PeopleImport:
    return actions.take_in_file(school=school, data=data, file_name="pupils.csv", by=by, now=now)


def _written(school: School, *, by: User, now: datetime) -> PeopleImport:
    """The file of a month ago; what it confirmed about its columns holds for the next."""
    data = b"UPN,Forename,Surname,Year,Class\nW3,Tolly,Ingleby,R,RA\nW9,Osk,Jessop,14,RA\n"
    waiting = _taken_in(school, data, by=by, now=now)
    columns = guess_columns(table_of(waiting).headings)
    actions.confirm_columns(
        waiting=waiting, columns=columns, audience=Audience.PUPIL, by=by, now=now
    )
    plan = plan_of(waiting, on=timezone.localdate(now), by_pk=by.pk)
    return actions.write_file(
        waiting=waiting, seen=plan.digest, without_the_rest=True, leavers=[], by=by, now=now
    )
