"""
When somebody who looked after an account goes: what is left to do, step by step, and signed off.

Ending a duty in a register takes nobody's access away on the platform; a person has to do that.
"""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from footprint.audit.actions import record
from footprint.people.models import Person
from footprint.registers.official_accounts.models import (
    Duty,
    Handover,
    HandoverStep,
    OfficialAccount,
    Step,
    Why,
)
from footprint.registers.official_accounts.models.handovers import TASKS
from footprint.users.models import User

JOB = "system: official_accounts.notice_leavers"


class StepNotAllowed(Exception):
    """The step was taken already, or comes after one that is still to be done."""


@transaction.atomic
def notice_leavers(*, school_id: int, on: date, now: datetime) -> list[Handover]:
    """
    End the duties of people who have left, and open a task list for each account of theirs.

    Returns:
        the task lists that this call opened: none when it is run again.
    """
    duties = Duty.objects.of_leavers(on).filter(account__school_id=school_id)
    opened = []
    for duty in duties.select_related("account", "person").order_by("pk"):
        handover, made = Handover.objects.get_or_create(
            account=duty.account,
            person=duty.person,
            signed_off_at=None,
            defaults={"why": Why.LEFT, "opened_at": now},
        )
        if made:
            opened.append(handover)
            _record("official_accounts.handover_opened", duty.account, by=JOB, now=now)
        _end(duty.account, duty.person, on, now)
    return opened


def _end(account: OfficialAccount, person: Person, on: date, now: datetime) -> None:
    theirs = Duty.objects.current().filter(account=account, person=person)
    theirs.update(until=person.left_on or on, ended_by=JOB, ended_at=now)


@transaction.atomic
def take_step(*, handover: Handover, step: Step, note: str, by: User, now: datetime) -> None:
    """
    Record that one of the tasks is done; in any order.

    Raises:
        StepNotAllowed: it was done already, or the list is signed off.
    """
    if step not in TASKS or handover.signed_off_at is not None:
        raise StepNotAllowed(step)
    _add(handover, step, note, by, now)
    _record(f"official_accounts.handover_{step.value}", handover.account, by=by.username, now=now)


@transaction.atomic
def sign_off(*, handover: Handover, note: str, by: User, now: datetime) -> None:
    """
    Close the task list: everything on it is done.

    Raises:
        StepNotAllowed: something is not done, or it was signed off already.
    """
    done = set(handover.steps.values_list("step", flat=True))
    if not done.issuperset(TASKS):
        raise StepNotAllowed(Step.SIGNED_OFF)
    if not Handover.objects.open().filter(pk=handover.pk).update(signed_off_at=now):
        raise StepNotAllowed(Step.SIGNED_OFF)
    _add(handover, Step.SIGNED_OFF, note, by, now)
    _record("official_accounts.handover_signed_off", handover.account, by=by.username, now=now)


def _add(handover: Handover, step: Step, note: str, by: User, now: datetime) -> None:
    try:
        with transaction.atomic():
            HandoverStep.objects.create(handover=handover, step=step, note=note, by=by, at=now)
    except IntegrityError:
        raise StepNotAllowed(step) from None


def _record(action: str, account: OfficialAccount, *, by: str, now: datetime) -> None:
    record(
        by=by,
        action=action,
        target=f"official_account:{account.pk}",
        school_id=account.school_id,
        now=now,
    )
