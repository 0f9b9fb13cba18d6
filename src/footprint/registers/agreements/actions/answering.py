"""Record that somebody signed or declined; take back what was recorded by mistake."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.people.actions import LinkNotUsable, find_link, spend_link
from footprint.people.models import OneTimeLink, Person
from footprint.registers.agreements.models import AgreementText, Ended, How, Signature, State
from footprint.registers.agreements.standing import members
from footprint.rulebook.terms import AgreementAudience
from footprint.users.models import User

PURPOSE = "agreements"


class NotOfThisAudience(Exception):
    """Somebody in the list has left, or the text is for other people; nothing was written."""


class SignedBeforeItHeld(Exception):
    """The day given lies before the text's first day, or after today; nothing was written."""


class TextChangedMeanwhile(Exception):
    """Another text is in use than the one that was shown; nothing was written."""


@dataclass(frozen=True)
class Question:
    """What a one-time link asks: this person, this text."""

    link: OneTimeLink
    person: Person
    text: AgreementText


@transaction.atomic
def record_answers(
    *,
    text: AgreementText,
    people: Collection[int],
    state: State,
    how: How,
    signed_on: date,
    by: User,
    now: datetime,
) -> int:
    """
    Record the same answer of several people, on paper or as a class.

    Args:
        people: the keys of the people; whoever gave this very answer before is passed over.

    Returns:
        how many answers were added.

    Raises:
        NotOfThisAudience, SignedBeforeItHeld: see there.
    """
    today = timezone.localdate(now)
    if text.in_use_from is None or not text.in_use_from <= signed_on <= today:
        raise SignedBeforeItHeld
    wanted = set(people)
    found = members(text.school_id, text.for_whom, on=today).filter(pk__in=wanted)
    if {person.pk for person in found} != wanted:
        raise NotOfThisAudience
    _lock(text)
    added = _store(text, _without_same(text, found, state), state, how, signed_on, now, by=by)
    if added:
        details = {"how": how.value, "state": state.value, "signatures": [one.pk for one in added]}
        _record("agreements.answers_recorded", f"agreement_text:{text.pk}", text, by, now, details)
    return len(added)


@transaction.atomic
def answer_signed_in(
    *, text: AgreementText, person: Person, seen: int, state: State, by: User, now: datetime
) -> Signature:
    """
    Record one's own answer, on screen.

    Args:
        seen: the key of the text that the person read.

    Raises:
        TextChangedMeanwhile, NotOfThisAudience: see there.
    """
    today = timezone.localdate(now)
    if text.pk != seen:
        raise TextChangedMeanwhile
    if not members(text.school_id, text.for_whom, on=today).filter(pk=person.pk, user=by).exists():
        raise NotOfThisAudience
    _lock(text)
    [added] = _store(text, [person], state, How.SIGNED_IN, today, now, by=by)
    details = {"how": How.SIGNED_IN.value, "state": state.value}
    _record("agreements.answered", f"signature:{added.pk}", text, by, now, details)
    return added


def find_question(*, token: str, now: datetime) -> Question:
    """
    The person and the text behind a one-time link.

    Raises:
        LinkNotUsable: also where the person has left, or nobody is asked any more.
    """
    link = find_link(token=token, purpose=PURPOSE, now=now)
    today = timezone.localdate(now)
    audience = AgreementAudience(link.about)
    school_id = link.person.school_id
    texts = AgreementText.objects.of_school(school_id).for_audience(audience)
    text = texts.in_use(today).get((school_id, audience))
    here = members(school_id, audience, on=today).filter(pk=link.person_id)
    if text is None or not here.exists():
        raise LinkNotUsable
    return Question(link, link.person, text)


@transaction.atomic
def answer_by_link(
    *, token: str, seen: int, state: State, signed_as: str, now: datetime
) -> Signature:
    """
    Store the answer of somebody without an account, and spend the link.

    Args:
        seen: the key of the text that the person read.

    Raises:
        LinkNotUsable: see `find_question`.
        TextChangedMeanwhile: the link can still be used, for the text that is in use now.
    """
    question = find_question(token=token, now=now)
    text = question.text
    if text.pk != seen:
        raise TextChangedMeanwhile
    spend_link(link=question.link, now=now)
    _lock(text)
    today = timezone.localdate(now)
    [added] = _store(text, [question.person], state, How.LINK, today, now, signed_as=signed_as)
    details = {"how": How.LINK.value, "state": state.value}
    by = f"link: person {question.person.pk}"
    _record("agreements.answered", f"signature:{added.pk}", text, by, now, details)
    return added


@transaction.atomic
def correct_answer(*, answer: Signature, reason: str, by: User, now: datetime) -> bool:
    """
    End an answer that was recorded by mistake. The row and the reason stay.

    Returns:
        False where it had ended before.
    """
    same = Signature.objects.current().filter(pk=answer.pk)
    if not same.update(
        ended_at=now, ended_why=Ended.MISTAKE, ended_by=by, ended_reason=reason.strip()
    ):
        return False
    _record("agreements.answer_corrected", f"signature:{answer.pk}", answer.text, by, now, {})
    return True


@transaction.atomic
def end_for_leavers(*, school_id: int, on: date, by: str, now: datetime) -> int:
    """End the answers of everybody who has left. Returns how many; 0 when it is run again."""
    rows = list(Signature.objects.of_school(school_id).of_leavers(on))
    if not rows:
        return 0
    keys = [row.pk for row in rows]
    ended = Signature.objects.current().filter(pk__in=keys)
    count = ended.update(ended_at=now, ended_why=Ended.LEFT)
    record(
        by=by,
        action="agreements.ended_for_leavers",
        target=f"school:{school_id}",
        school_id=school_id,
        now=now,
        details={"signatures": keys},
    )
    return count


def _lock(text: AgreementText) -> None:
    """Two answers of one person at the same moment come one after the other."""
    AgreementText.objects.select_for_update().get(pk=text.pk)


def _without_same(text: AgreementText, people: Iterable[Person], state: State) -> list[Person]:
    same = Signature.objects.current().filter(text=text, state=state)
    done = set(same.values_list("person_id", flat=True))
    return [person for person in people if person.pk not in done]


def _store(
    text: AgreementText,
    people: Collection[Person],
    state: State,
    how: How,
    signed_on: date,
    now: datetime,
    *,
    by: User | None = None,
    signed_as: str = "",
) -> list[Signature]:
    """Add the answers; an earlier one of the same person to the same version ends."""
    earlier = Signature.objects.current().filter(text=text, person__in=people)
    earlier.update(ended_at=now, ended_why=Ended.ANSWERED_ANEW)
    return Signature.objects.bulk_create(
        Signature(
            text=text,
            person=person,
            state=state,
            how=how,
            signed_on=signed_on,
            signed_as=signed_as,
            recorded_at=now,
            recorded_by=by,
        )
        for person in people
    )


def _record(
    action: str,
    target: str,
    text: AgreementText,
    by: User | str,
    now: datetime,
    details: Mapping[str, object],
) -> None:
    record(
        by=by if isinstance(by, str) else by.username,
        action=action,
        target=target,
        school_id=text.school_id,
        now=now,
        details={"audience": text.audience, "number": text.number, **details},
    )
