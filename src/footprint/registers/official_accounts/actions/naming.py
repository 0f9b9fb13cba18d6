"""Name who keeps an account and who approves what goes out there."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.people.models import Person
from footprint.registers.official_accounts.models import (
    MOST_APPROVERS,
    Duty,
    DutyKind,
    Handover,
    OfficialAccount,
    Why,
)
from footprint.rulebook.terms import Audience
from footprint.users.models import User


class NotOnTheStaff(Exception):
    """Somebody who is named is not on the staff of this school, or has left."""


class TooManyApprovers(Exception):
    """More approvers than `MOST_APPROVERS`: nobody would know whom to ask."""


@transaction.atomic
def name_people(
    *,
    account: OfficialAccount,
    keepers: Collection[Person],
    approvers: Collection[Person],
    on: date,
    by: User,
    now: datetime,
) -> None:
    """
    Name exactly these people from this day on; the duties of all others end, and are kept.

    For a keeper who goes, a task list opens: their access does not end by itself.

    Raises:
        NotOnTheStaff, TooManyApprovers: see there; nothing was changed.
    """
    if len({person.pk for person in approvers}) > MOST_APPROVERS:
        raise TooManyApprovers(len(approvers))
    _refuse_others(account, [*keepers, *approvers], on)
    OfficialAccount.objects.select_for_update().get(pk=account.pk)  # one namer at a time
    gone = _set(account, DutyKind.KEEPER, keepers, on, by, now)
    _set(account, DutyKind.APPROVER, approvers, on, by, now)
    for person in gone:
        Handover.objects.get_or_create(
            account=account,
            person=person,
            signed_off_at=None,
            defaults={"why": Why.REPLACED, "opened_at": now},
        )
    record(
        by=by.username,
        action="official_accounts.people_named",
        target=f"official_account:{account.pk}",
        school_id=account.school_id,
        now=now,
        details={"keepers": len(keepers), "approvers": len(approvers), "ended": len(gone)},
    )


def _refuse_others(account: OfficialAccount, people: Collection[Person], on: date) -> None:
    wanted = {person.pk for person in people}
    staff = Person.objects.of_school(account.school_id).present(on).who_are(Audience.STAFF)
    if staff.filter(pk__in=wanted).count() != len(wanted):
        raise NotOnTheStaff(account.pk)


def _set(
    account: OfficialAccount,
    kind: DutyKind,
    people: Collection[Person],
    on: date,
    by: User,
    now: datetime,
) -> list[Person]:
    """Returns those whose duty this ended."""
    current = account.duties.current().of_kind(kind).select_related("person")
    known = {duty.person_id: duty for duty in current}
    wanted = {person.pk: person for person in people}
    for pk, person in wanted.items():
        if pk not in known:
            Duty.objects.create(
                account=account, person=person, kind=kind, since=on, named_by=by, named_at=now
            )
    ended = [duty for pk, duty in known.items() if pk not in wanted]
    ending = Duty.objects.current().filter(pk__in=[duty.pk for duty in ended])
    ending.update(until=on, ended_by=by.username, ended_at=now)
    return [duty.person for duty in ended]
