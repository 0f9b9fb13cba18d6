"""Somebody leaves the school, comes back, or was recorded as a leaver by mistake."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.people.models import Leaving, OneTimeLink, Part, Person
from footprint.rulebook.terms import Audience, Role
from footprint.users.actions import give_role, switch_off_user, switch_on_user, take_role
from footprint.users.models import User


class AlreadyLeft(Exception):
    """The person has left, or somebody recorded it meanwhile."""


class LeavesBeforeJoining(Exception):
    """The day is before the day on which they joined."""


class NotOneself(Exception):
    """Nobody ends their own access: somebody must be left who can put a mistake right."""


class NotUndoable(Exception):
    """A leaving is undone on the day it was recorded or before it comes; after that, a return."""


class HasNotLeft(Exception):
    """There is nothing to return from."""


@transaction.atomic
def record_leaving(*, person: Person, on: date, by: User, now: datetime) -> Leaving:
    """
    Record that a person leaves.

    If the day has come, their parts end, their account is switched off with its sessions, and
    their one-time links are withdrawn at once; else on that day. Duties are noticed by the
    registers.

    Args:
        on: the first day on which they are not here.

    Raises:
        AlreadyLeft, LeavesBeforeJoining, NotOneself: see there.
    """
    if person.user_id == by.pk:
        raise NotOneself
    if person.joined_on and on < person.joined_on:
        raise LeavesBeforeJoining
    left = Person.objects.filter(pk=person.pk, left_on__isnull=True).update(left_on=on)
    if not left:
        raise AlreadyLeft(person.pk)
    person.left_on = on
    leaving = Leaving.objects.create(person=person, on=on, recorded_at=now, recorded_by=by)
    _record("people.leaving_recorded", leaving, by.username, now, {"on": on.isoformat()})
    if on <= timezone.localdate(now):
        end_access(leaving=leaving, by=by.username, now=now)
    return leaving


@transaction.atomic
def record_leavings(*, people: Iterable[Person], on: date, by: User, now: datetime) -> int:
    """
    The same for several people at once: a class, or a pupil with the parents; all or nobody.

    Returns:
        how many.

    Raises:
        AlreadyLeft, LeavesBeforeJoining, NotOneself: see there.
    """
    return len([record_leaving(person=each, on=on, by=by, now=now) for each in people])


@transaction.atomic
def end_access(*, leaving: Leaving, by: str, now: datetime) -> bool:
    """
    On the day itself: end the parts, the account and the one-time links. Twice is once.

    Args:
        by: the user's e-mail address, or "system: " and the job's name.

    Returns:
        whether it was still to be done.
    """
    mine = Leaving.objects.standing().filter(pk=leaving.pk, ended_at__isnull=True)
    if not mine.update(ended_at=now):
        return False
    person = leaving.person
    parts = Part.objects.current().filter(person=person)
    leaving.parts_ended = list(parts.values_list("pk", flat=True))
    parts.update(until=leaving.on)
    OneTimeLink.objects.filter(person=person).usable(now).update(withdrawn_at=now)
    leaving.account_off, leaving.roles_taken = _take_access(person, by, now)
    leaving.ended_at = now
    leaving.save(update_fields=["parts_ended", "account_off", "roles_taken"])
    _record(
        "people.access_ended",
        leaving,
        by,
        now,
        {"account_off": leaving.account_off, "roles": leaving.roles_taken},
    )
    return True


@transaction.atomic
def undo_leaving(*, leaving: Leaving, reason: str, by: User, now: datetime) -> None:
    """
    Take a leaving back that was a mistake: exactly what it ended holds again.

    Sessions and one-time links stay ended: the person signs in again.

    Raises:
        NotUndoable: see there, or somebody undid it meanwhile.
    """
    standing = Leaving.objects.standing().filter(pk=leaving.pk)
    if not leaving.may_be_undone(now) or not standing.update(
        undone_at=now, undone_by=by, undone_reason=reason
    ):
        raise NotUndoable(leaving.pk)
    leaving.refresh_from_db()
    person = leaving.person
    Person.objects.filter(pk=person.pk).update(left_on=None)
    Part.objects.filter(pk__in=leaving.parts_ended).update(until=None)
    if person.user:
        _give_access_again(leaving, person.user, by.username, now)
    _record("people.leaving_undone", leaving, by.username, now, {"account": leaving.account_off})


@transaction.atomic
def record_return(
    *,
    person: Person,
    audiences: Iterable[Audience],
    on: date,
    by: User,
    now: datetime,
    with_account: bool = False,
) -> None:
    """
    Somebody who left is here again, with new parts.

    Args:
        with_account: they may sign in again, with the roles that they had.

    Raises:
        HasNotLeft: see there.
    """
    back = Person.objects.filter(pk=person.pk, left_on__isnull=False, left_on__lte=on)
    if not back.update(left_on=None, joined_on=on):
        raise HasNotLeft(person.pk)
    leaving = Leaving.objects.standing().filter(person=person).first()
    if leaving:
        Leaving.objects.filter(pk=leaving.pk).update(returned_on=on)
        if with_account and person.user:
            _give_access_again(leaving, person.user, by.username, now)
    chosen = sorted(set(audiences))
    for audience in chosen:
        Part.objects.create(person=person, audience=audience.value, since=on)
    record(
        by=by.username,
        action="people.return_recorded",
        target=f"person:{person.pk}",
        school_id=person.school_id,
        now=now,
        details={"on": on.isoformat(), "parts": [audience.value for audience in chosen]},
    )


def _take_access(person: Person, by: str, now: datetime) -> tuple[bool, list[str]]:
    """Switch the account off; for whoever works elsewhere too, take the roles of this school."""
    user = person.user
    if user is None or not user.is_active:
        return False, []
    roles = user.memberships.all()
    here = list(roles.filter(school_id=person.school_id))
    if not roles.exclude(school_id=person.school_id).exists():
        switch_off_user(user=user, school_id=person.school_id, by=by, now=now)
        return True, []
    for membership in here:
        take_role(membership=membership, by=by, now=now)
    return False, [membership.role for membership in here]


def _give_access_again(leaving: Leaving, user: User, by: str, now: datetime) -> None:
    school_id = leaving.person.school_id
    if leaving.account_off:
        switch_on_user(user=user, school_id=school_id, by=by, now=now)
    for role in leaving.roles_taken:
        give_role(user=user, role=Role(role), school_id=school_id, by=by, now=now)


def _record(
    action: str, leaving: Leaving, by: str, now: datetime, details: dict[str, object]
) -> None:
    record(
        by=by,
        action=action,
        target=f"person:{leaving.person_id}",
        school_id=leaving.person.school_id,
        now=now,
        details=details,
    )
