"""Record that somebody looked. Looks are evidence: only ever added, corrected by a further one."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.rota.models import Channel, Due, Look
from footprint.rulebook.decisions.channel_check import DONE, CheckResult
from footprint.users.models import User

_LISTING = frozenset({CheckResult.LISTING_RIGHT, CheckResult.LISTING_WRONG})
_AGAIN_WITHIN = 60  # seconds in which the same person's same answer is one tap too many


class NotThisChannel(Exception):
    """A listing has other answers than a place where people write."""


class CorrectedAlready(Exception):
    """Somebody put this look right before; correct the newer one."""


def answers_for(channel: Channel) -> frozenset[CheckResult]:
    """What can be found there."""
    if channel.is_listing:
        return _LISTING | {CheckResult.COULD_NOT_LOOK}
    return frozenset(CheckResult) - _LISTING


@transaction.atomic
def record_look(
    *, channel: Channel, result: CheckResult, note: str = "", by: User, now: datetime
) -> Look:
    """
    Record a look now. It counts for the newest check that is due and not done, if there is one.

    A second tap within a minute gives the same answer and records nothing.

    Raises:
        NotThisChannel: see there.
    """
    if result not in answers_for(channel):
        raise NotThisChannel(result)
    Channel.objects.select_for_update().get(pk=channel.pk)  # of two taps one comes first
    again = _same_tap(channel, result, note, by, now)
    if again:
        return again
    today = timezone.localdate(now)
    due = Due.objects.for_channels([channel]).due_by(today).still_to_do().last()
    look = Look.objects.create(
        channel=channel, due=due, result=result.value, note=note, by=by, at=now
    )
    if due and result in DONE:
        Due.objects.filter(pk=due.pk, done_on__isnull=True).update(done_on=today)
    _record("rota.looked", look, by=by, now=now)
    return look


@transaction.atomic
def correct_look(*, look: Look, result: CheckResult, note: str, by: User, now: datetime) -> Look:
    """
    Add what should have been recorded; the look that was wrong stays beside it.

    Raises:
        NotThisChannel, CorrectedAlready: see there.
    """
    if result not in answers_for(look.channel):
        raise NotThisChannel(result)
    try:
        with transaction.atomic():
            right = Look.objects.create(
                channel=look.channel,
                due=look.due,
                result=result.value,
                note=note,
                corrects=look,
                by=by,
                at=now,
            )
    except IntegrityError:
        raise CorrectedAlready(look.pk) from None
    if look.due:
        Due.objects.filter(pk=look.due.pk).update(done_on=_done_on(look.due))
    _record("rota.look_corrected", right, by=by, now=now)
    return right


def _same_tap(
    channel: Channel, result: CheckResult, note: str, by: User, now: datetime
) -> Look | None:
    last = Look.objects.filter(channel=channel, by=by, corrects__isnull=True).first()
    if last is None or (last.result, last.note) != (result.value, note):
        return None
    return last if (now - last.at).total_seconds() < _AGAIN_WITHIN else None


def _done_on(due: Due) -> date | None:
    """The day of the first look that counts; one that was put right counts as it was put right."""
    standing = [look for look in due.looks.order_by("at", "pk") if not _is_corrected(look)]
    days = [_looked_on(look) for look in standing if look.is_done]
    return min(days, default=None)


def _is_corrected(look: Look) -> bool:
    return Look.objects.filter(corrects=look).exists()


def _looked_on(look: Look) -> date:
    """A correction is about the day on which somebody looked, not on which it was corrected."""
    first = look
    while first.corrects is not None:
        first = first.corrects
    return timezone.localdate(first.at)


def _record(action: str, look: Look, *, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"check:{look.pk}",
        school_id=look.channel.school_id,
        now=now,
        details={"channel": look.channel_id},  # what was found may be a sign of a matter
    )
