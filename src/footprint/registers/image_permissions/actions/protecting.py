"""
Protect a person from being published, and end it.

The audit trail is read by more people than those who may know the reason, so its events hold none.
"""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from footprint.audit.actions import record
from footprint.notices.actions import queue
from footprint.people.models import Person
from footprint.registers.image_permissions.models import Protection, ProtectionReason
from footprint.rulebook.terms import Role
from footprint.users.access import holders
from footprint.users.models import User

LEADS = frozenset({Role.DSL, Role.DEPUTY_DSL})


class AlreadyProtected(Exception):
    """The person is protected already; nothing was written."""


class ProtectionHasEnded(Exception):
    """Somebody else ended it before; nothing was written."""


class ReasonNotSaid(Exception):
    """Another reason than those listed needs a note that says which."""


@transaction.atomic
def protect(
    *,
    person: Person,
    reason: ProtectionReason,
    note: str,
    review_on: date | None,
    by: User,
    now: datetime,
) -> Protection:
    """
    Publish nothing of this person from now on, whatever anybody answered.

    Raises:
        AlreadyProtected, ReasonNotSaid: see there.
    """
    if reason is ProtectionReason.OTHER and not note.strip():
        raise ReasonNotSaid
    Person.objects.select_for_update().get(pk=person.pk)  # of two at once, one is told
    if Protection.objects.about([person]).current().exists():
        raise AlreadyProtected(person.pk)
    protection = Protection.objects.create(
        person=person,
        reason=reason,
        note=note.strip(),
        since=timezone.localdate(now),
        review_on=review_on,
        made_by=by,
        made_at=now,
    )
    _record("image_permissions.do_not_publish", person, by, now)
    return protection


@transaction.atomic
def end_protection(*, protection: Protection, by: User, now: datetime) -> None:
    """
    Go by the answers again. What was published meanwhile, and why nothing was, stays on record.

    Raises:
        ProtectionHasEnded: see there.
    """
    current = Protection.objects.current().filter(pk=protection.pk)
    if not current.update(ended_at=now, ended_by=by, until=timezone.localdate(now)):
        raise ProtectionHasEnded(protection.pk)
    _record("image_permissions.do_not_publish_ended", protection.person, by, now)


def _record(action: str, person: Person, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"image_permission:{person.pk}",
        school_id=person.school_id,
        now=now,
    )


@transaction.atomic
def remind_of_protection(*, protection: Protection, now: datetime) -> int:
    """
    Ask the safeguarding leads to look at it again; the message names nobody and gives no reason.

    Returns:
        how many messages were queued by this call: 0 when it is run again.
    """
    school_id = protection.person.school_id
    return sum(
        queue(
            key=f"images.protection:{protection.pk}:{protection.review_on}:{lead.pk}",
            to=lead.email,
            subject="Footprint: somebody is marked “do not publish”: is it still right?",
            body=(
                "The day has come on which you wanted to look again at somebody whom your school "
                "does not publish. It stays as it is until one of you ends it.\n\n"
                f"{settings.BASE_URL}{reverse('image_permissions:list_protections')}\n"
            ),
            now=now,
            school_id=school_id,
        )
        for lead in holders(school_id, LEADS)
    )
