"""Link people of one family, and end a link that was a mistake."""

from datetime import datetime

from django.db import IntegrityError, transaction

from footprint.audit.actions import record
from footprint.people.models import FamilyLink, Person, Relation
from footprint.rulebook.terms import Audience
from footprint.users.models import User


class AlreadyLinked(Exception):
    """The two are linked, in this direction or the other."""


class OtherSchool(ValueError):
    """A link joins people of one school: this is a defect of the caller."""


class OwnFamily(Exception):
    """Who is whose family shuts people out of matters; nobody changes that for themselves."""


class CannotGivePermission(Exception):
    """Only an adult gives permission, and only for a pupil."""


@transaction.atomic
def link_family(
    *,
    person: Person,
    relative: Person,
    relation: Relation,
    may_give_permission: bool,
    by: User,
    now: datetime,
) -> FamilyLink:
    """
    Say that `relative` is the parent, carer, brother ... of `person`.

    Args:
        may_give_permission: the relative holds parental responsibility for this pupil.

    Raises:
        AlreadyLinked, OtherSchool, OwnFamily, CannotGivePermission: see there.
    """
    if person.school_id != relative.school_id:
        raise OtherSchool
    refuse_own(person, relative, by)
    if may_give_permission:
        refuse_permission(person, relative)
    if FamilyLink.objects.between(person, relative).exists():
        raise AlreadyLinked
    try:
        with transaction.atomic():
            link = FamilyLink.objects.create(
                person=person,
                relative=relative,
                relation=relation,
                may_give_permission=may_give_permission,
            )
    except IntegrityError:
        raise AlreadyLinked from None
    _record("people.family_linked", link, by, now)
    return link


@transaction.atomic
def change_link(
    *,
    link: FamilyLink,
    relation: Relation,
    may_give_permission: bool,
    by: User,
    now: datetime,
) -> None:
    """
    Correct what a relative is, or whether they may give permission.

    Raises:
        OwnFamily, CannotGivePermission: see there.
    """
    refuse_own(link.person, link.relative, by)
    if may_give_permission:
        refuse_permission(link.person, link.relative)
    changed = FamilyLink.objects.filter(pk=link.pk).exclude(
        relation=relation, may_give_permission=may_give_permission
    )
    if changed.update(relation=relation, may_give_permission=may_give_permission):
        link.refresh_from_db()
        _record("people.family_link_changed", link, by, now)


@transaction.atomic
def unlink_family(*, link: FamilyLink, by: User, now: datetime) -> None:
    """
    Take a link away that should not be. Of two people at once, the second changes nothing.

    Raises:
        OwnFamily: see there.
    """
    refuse_own(link.person, link.relative, by)
    taken, _ = FamilyLink.objects.filter(pk=link.pk).delete()
    if taken:
        _record("people.family_unlinked", link, by, now)


def refuse_own(person: Person, relative: Person, by: User) -> None:
    """
    Raises:
        OwnFamily: see there.
    """
    if by.pk in (person.user_id, relative.user_id):
        raise OwnFamily


def refuse_permission(person: Person, relative: Person) -> None:
    """
    Raises:
        CannotGivePermission: see there.
    """
    pupils = Person.objects.who_are_or_were(Audience.PUPIL)
    if not pupils.filter(pk=person.pk).exists():
        raise CannotGivePermission
    if Person.objects.who_are(Audience.PUPIL).filter(pk=relative.pk).exists():
        raise CannotGivePermission


def _record(action: str, link: FamilyLink, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"person:{link.person_id}",
        school_id=link.person.school_id,
        now=now,
        details={
            "relative": link.relative_id,
            "relation": link.relation,
            "may_give_permission": link.may_give_permission,
        },
    )
