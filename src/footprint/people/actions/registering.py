"""Add a person to the register, and change what is kept about them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from footprint.audit.actions import record
from footprint.people.details import FIELDS, Details, as_columns, details_of, without_the_rest
from footprint.people.models import Part, Person
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.access import roles_of
from footprint.users.models import User


class KeyTaken(Exception):
    """Somebody else of this school has this key of the school's own system."""


class AccountTaken(Exception):
    """The account belongs to somebody else in this register."""


class AccountNotHere(Exception):
    """The account has no role at this school."""


class OwnAccount(Exception):
    """Whose account is whose shuts people out of matters; nobody changes that for themselves."""


class NoPart(ValueError):
    """A person of the school has a part in it: this is a defect of the caller."""


@transaction.atomic
def add_person(
    *,
    school: School,
    details: Details,
    parts: Iterable[Audience],
    by: User,
    now: datetime,
    user: User | None = None,
) -> Person:
    """
    Add a person with their parts. What has no place for these parts is not kept.

    Args:
        user: their account, where they sign in here.

    Raises:
        KeyTaken, AccountTaken, AccountNotHere, NoPart: see there.
    """
    chosen = sorted(set(parts))
    if not chosen:
        raise NoPart
    _refuse_taken(school, details.external_id, user, but=None)
    kept = without_the_rest(details, chosen)
    person = _stored(Person(school=school, user=user, **as_columns(kept)))
    for audience in chosen:
        Part.objects.create(person=person, audience=audience.value, since=kept.joined_on)
    record(
        by=by.username,
        action="people.person_added",
        target=f"person:{person.pk}",
        school_id=school.pk,
        now=now,
        details={"parts": [audience.value for audience in chosen], "account": user is not None},
    )
    return person


@transaction.atomic
def change_person(
    *, person: Person, details: Details, user: User | None, by: User, now: datetime
) -> list[str]:
    """
    Change what is kept about a person; the log names the fields, never what stood in them.

    Returns:
        the fields that differ now; empty where nothing does, and then nothing is logged.

    Raises:
        KeyTaken, AccountTaken, AccountNotHere, OwnAccount: see there.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    _refuse_taken(person.school, details.external_id, user, but=person)
    parts = [Audience(part.audience) for part in person.parts.current()]
    before, after = details_of(person), without_the_rest(details, parts)
    changed = [name for name in FIELDS if getattr(before, name) != getattr(after, name)]
    if person.user != user:
        if by in (person.user, user):
            raise OwnAccount
        changed.append("account")
    if not changed:
        return []
    for name, value in as_columns(after).items():
        setattr(person, name, value)
    person.user = user
    _stored(person)
    record(
        by=by.username,
        action="people.person_changed",
        target=f"person:{person.pk}",
        school_id=person.school_id,
        now=now,
        details={"changed": changed},
    )
    return changed


def _refuse_taken(school: School, key: str, user: User | None, *, but: Person | None) -> None:
    others = Person.objects.of_school(school.pk).but(but)
    if key and others.with_key(key).exists():
        raise KeyTaken(key)
    if user is None or (but and but.user_id == user.pk):
        return
    if others.of_user(user).exists():
        raise AccountTaken(user.pk)
    if school.pk not in roles_of(user):
        raise AccountNotHere(user.pk)


def _stored(person: Person) -> Person:
    """Of two at once with the same key, the database lets one through."""
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise KeyTaken(person.external_id) from None
    return person
