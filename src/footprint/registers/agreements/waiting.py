"""
What waits for one person: their own agreements, and what the keepers of the register have to do.

A file of its own because the Today page and the page of all registers ask for it from above.
"""

from datetime import date

from footprint.people.models import Person
from footprint.registers.agreements.models import AgreementText
from footprint.registers.agreements.standing import (
    AudienceCount,
    Standing,
    audiences_of,
    counts_of,
    standing_of,
    stands,
)
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission


def person_behind(user: User, school_id: int, *, on: date) -> Person | None:
    """The row of this user in the school's register of people; None while nobody linked the two."""
    found = Person.objects.of_user(user).of_school(school_id).present(on)
    return found.prefetch_related("parts").first()


def agreements_of(person: Person, *, on: date) -> list[tuple[AgreementText, Standing]]:
    """The texts in use that are for this person, and where they stand with each."""
    texts = AgreementText.objects.of_school(person.school_id).in_use(on)
    found = []
    for audience in audiences_of(person):
        if text := texts.get((person.school_id, audience)):
            row = stands(text, on=on).filter(pk=person.pk).first()
            if row is not None:
                found.append((text, standing_of(row)))
    return found


def to_answer(user: User, school_id: int, *, on: date) -> list[AgreementText]:
    """The texts that this user has neither signed nor declined."""
    person = person_behind(user, school_id, on=on)
    if person is None or not may(user, Permission.AGREEMENTS_SIGN, school_id):
        return []
    open_ones = (Standing.NOT_YET, Standing.NEVER_ASKED)
    return [text for text, standing in agreements_of(person, on=on) if standing in open_ones]


def to_keep(user: User, school_id: int, *, on: date) -> list[AudienceCount]:
    """Audiences with a gap or with people who were never asked, for those who keep the register."""
    if not may(user, Permission.AGREEMENTS_CHANGE, school_id):
        return []
    return [each for each in counts_of(school_id, on=on) if each.is_gap or each.never_asked]
