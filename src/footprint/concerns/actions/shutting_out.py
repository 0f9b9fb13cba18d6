"""Shut out whoever turns out to be named in a concern, and their family."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from footprint.concerns.actions.taking import NotTold, change, write_event
from footprint.concerns.models import Concern
from footprint.incidents.actions.naming import matter_and_owners
from footprint.incidents.circle import shut_out_by
from footprint.people.models import Person
from footprint.rulebook.terms import Matter
from footprint.users.models import User


@transaction.atomic
def shut_out_people(
    *,
    concern: Concern,
    users: Iterable[User],
    people: Iterable[Person] = (),
    by: User,
    now: datetime,
) -> None:
    """
    From now on they see nothing of it. Where nobody of its circle is left it moves to the chair.

    Raises:
        NotTold: nobody was named.
        CannotSee: nobody would be left to read it.
        AlreadyClosed.
    """
    found = shut_out_by(concern.school, users=users, people=people)
    if not found:
        raise NotTold("Say who is named in it.")
    everybody = {*found, *concern.shut_out.all()}
    matter, _owners = matter_and_owners(
        school_id=concern.school_id, matter=Matter(concern.matter), shut_out=everybody
    )
    change(concern, matter=matter.value, told=concern.told and matter == concern.matter)
    concern.shut_out.add(*found)
    details = {"shut_out": sorted(each.pk for each in found)}
    write_event(concern, "people_named", by=by.username, now=now, details=details)
