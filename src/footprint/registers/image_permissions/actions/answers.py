"""Store what somebody answered; the answer before it ends and stays in the history."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.people.actions import make_link, spend_link
from footprint.people.models import OneTimeLink, Person
from footprint.registers.image_permissions.actions.writing import PURPOSE, write_saved
from footprint.registers.image_permissions.givers import answered_for_each
from footprint.registers.image_permissions.models import (
    Answer,
    Channel,
    How,
    ImagePermission,
    ImageRequest,
    ImageUse,
)
from footprint.users.models import User

CHANGE_LINK_LASTS = timedelta(days=400)  # a school year and the holidays after it


class NotTheirsToGive(Exception):
    """The giver may not give permission for that person."""


class NothingAnswered(Exception):
    """No answer was given, so there is nothing to store."""


class AnswerHasEnded(Exception):
    """The answer was changed or struck out since the page was shown; nothing was written."""


@dataclass(frozen=True)
class Said:
    """One answer as it was given: may a picture of this person be used for this use?"""

    giver: Person
    person: Person
    use: ImageUse
    yes: bool


@transaction.atomic
def answer_by_link(*, link: OneTimeLink, said: Iterable[Said], now: datetime) -> str:
    """
    Store the answers of somebody without an account, and give them a fresh link to change them.

    Returns:
        the token of the fresh link: show it now. It is mailed too, where there is an address.

    Raises:
        LinkNotUsable: it was used meanwhile.
        NothingAnswered, NotTheirsToGive: see there.
    """
    giver = link.person
    by = f"one-time link: person {giver.pk}"
    spend_link(link=link, now=now)
    _store(said, How.LINK, recorded_by=None, by=by, now=now)
    ImageRequest.objects.to(giver).open().update(answered_at=now)
    token = make_link(
        person=giver,
        purpose=PURPOSE,
        about=Channel.MAIL,
        by=by,
        now=now,
        lasts=CHANGE_LINK_LASTS,
    )
    write_saved(giver=giver, token=token, now=now)
    return token


@transaction.atomic
def record_paper(*, said: Iterable[Said], by: User, now: datetime) -> int:
    """
    Record what came on paper: one family's sheet, or a whole class at once.

    Returns:
        how many answers are new; one that says the same as before stays as it was.

    Raises:
        NothingAnswered, NotTheirsToGive: see there; nothing was written.
    """
    answers = list(said)
    count = _store(answers, How.PAPER, recorded_by=by, by=by.username, now=now)
    givers = {each.giver.pk for each in answers}
    ImageRequest.objects.filter(giver__in=givers).open().update(answered_at=now)
    return count


@transaction.atomic
def strike_out(*, permission: ImagePermission, by: User, now: datetime) -> None:
    """
    End an answer on paper that was recorded by mistake, such as for the wrong child.

    Raises:
        AnswerHasEnded: see there, or it was given by link and so is no mistake of the office.
    """
    current = ImagePermission.objects.current().on_paper().filter(pk=permission.pk)
    if not current.update(ended_at=now, struck_out_by=by):
        raise AnswerHasEnded(permission.pk)
    record(
        by=by.username,
        action="image_permissions.answer_struck_out",
        target=f"image_permission:{permission.person_id}",
        school_id=permission.person.school_id,
        now=now,
        details={"use": permission.use.key},
    )


def _store(
    said: Iterable[Said], how: How, *, recorded_by: User | None, by: str, now: datetime
) -> int:
    by_giver: defaultdict[Person, list[Said]] = defaultdict(list)
    for each in said:
        by_giver[each.giver].append(each)
    if not by_giver:
        raise NothingAnswered
    allowed = answered_for_each(by_giver, on=timezone.localdate(now))
    # one giver's answers are written one after another, so that none is current twice
    list(Person.objects.select_for_update().filter(pk__in=[giver.pk for giver in by_giver]))
    for giver, answers in by_giver.items():
        _refuse_what_is_not_theirs(giver, answers, allowed[giver.pk])
    return sum(
        _store_of(giver, answers, how, recorded_by, by, now) for giver, answers in by_giver.items()
    )


def _refuse_what_is_not_theirs(giver: Person, said: list[Said], allowed: list[Person]) -> None:
    for each in said:
        if each.person not in allowed or each.use.school_id != giver.school_id:
            raise NotTheirsToGive


def _store_of(
    giver: Person, said: list[Said], how: How, recorded_by: User | None, by: str, now: datetime
) -> int:
    current = {
        (row.person_id, row.use_id): row
        for row in ImagePermission.objects.given_by(giver).current()
    }
    new: defaultdict[Person, list[str]] = defaultdict(list)
    for each in said:
        before = current.get((each.person.pk, each.use.pk))
        if before and (before.answer == Answer.YES) == each.yes:
            continue
        if before:
            ImagePermission.objects.filter(pk=before.pk).update(ended_at=now)
        was_yes = before is not None and before.answer == Answer.YES
        answer = _answer(each.yes, was_yes)
        ImagePermission.objects.create(
            person=each.person,
            use=each.use,
            giver=giver,
            answer=answer,
            how=how,
            at=now,
            recorded_by=recorded_by,
        )
        new[each.person].append(answer)
    for person, answers in new.items():
        _record_answers(person, giver, answers, how, by, now)
    return sum(len(answers) for answers in new.values())


def _answer(yes: bool, was_yes: bool) -> Answer:
    if yes:
        return Answer.YES
    return Answer.WITHDRAWN if was_yes else Answer.NO


def _record_answers(
    person: Person, giver: Person, answers: list[str], how: How, by: str, now: datetime
) -> None:
    record(
        by=by,
        action="image_permissions.answered",
        target=f"image_permission:{person.pk}",
        school_id=person.school_id,
        now=now,
        details={"giver": giver.pk, "how": how.value, **Counter(map(str, answers))},
    )
