"""Ask people to sign: by e-mail through the outbox, by a printed link; remind them, and stop."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TypeAlias

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from footprint.audit.actions import record
from footprint.notices.actions import queue
from footprint.people.actions import make_link
from footprint.people.models import Person
from footprint.registers.agreements.actions.answering import PURPOSE
from footprint.registers.agreements.models import (
    AgreementText,
    Channel,
    ReminderPlan,
    SigningRequest,
)
from footprint.registers.agreements.standing import Standing, only, stands, unanswered
from footprint.registers.agreements.wording import SIGN_FREELY
from footprint.rulebook.decisions.deadline import add_school_days
from footprint.rulebook.facts import SchoolCalendar
from footprint.schools.models import School
from footprint.users.models import User

BY_JOB = "system: agreements.send_requests"
BY_REMINDER = "system: agreements.remind_people"
Links: TypeAlias = list[tuple[Person, str]]


@transaction.atomic
def ask(*, text: AgreementText, people: Collection[int], by: User, now: datetime) -> int:
    """
    Ask these people by e-mail; the worker sends the messages. Who answered is passed over.

    Returns:
        how many are asked; those without an e-mail address, or asked today already, are not.
    """
    today = timezone.localdate(now)
    reachable = unanswered(text, on=today).filter(pk__in=people).exclude(email="")
    return _add(text, reachable, Channel.EMAIL, today, now, by=by)


@transaction.atomic
def make_links(*, text: AgreementText, people: Collection[int], by: User, now: datetime) -> Links:
    """
    Make a link for each of these people, to be printed now: the links are kept nowhere.

    Returns:
        (person, token) by class and name. Earlier links of the same people end.
    """
    today = timezone.localdate(now)
    wanted = unanswered(text, on=today).filter(pk__in=people)
    rows = list(wanted.order_by("class_name", "family_name", "given_name", "pk"))
    _add(text, rows, Channel.SHEET, today, now, by=by)
    return [(person, _token(text, person, by.username, now)) for person in rows]


@transaction.atomic
def send_request(*, request: SigningRequest, now: datetime) -> bool:
    """
    Put the message of one request into the outbox; of two workers, one does.

    Returns:
        False where it was sent before, or is not to be sent any more: answered, left, or replaced
        by another text. Such a request is removed, because nobody was asked.
    """
    same = SigningRequest.objects.filter(pk=request.pk, sent_at__isnull=True)
    if not same.update(sent_at=now):
        return False
    text = _text_in_use(request.text, timezone.localdate(now))
    if text is None or not _is_open(text, request.person, now):
        SigningRequest.objects.filter(pk=request.pk).delete()
        return False
    return queue(
        key=f"agreements.request:{request.pk}",
        to=request.person.email,
        subject=f"{text.school.name}: an agreement for you to read",
        body=_body(text, _address(text, request.person, now)),
        now=now,
        school_id=text.school_id,
    )


@transaction.atomic
def remind(
    *, text: AgreementText, plan: ReminderPlan, calendar: SchoolCalendar, now: datetime
) -> int:
    """
    Ask again whoever was asked long enough ago and has not answered; never more than the plan says.

    Returns:
        how many are reminded: 0 when it is run again.
    """
    today = timezone.localdate(now)
    waiting = only(stands(text, on=today), Standing.NOT_YET).exclude(email="")
    asked = _asked(text)
    due = [
        person
        for person in waiting
        if _is_due(asked[person.pk], plan=plan, calendar=calendar, today=today)
    ]
    return _add(text, due, Channel.EMAIL, today, now, by=None)


@transaction.atomic
def plan_reminders(
    *, school: School, most: int, school_days: int, by: User, now: datetime
) -> ReminderPlan:
    """Set how many reminders a person gets at most, and how many school days apart."""
    plan, _ = ReminderPlan.objects.update_or_create(
        school=school,
        defaults={
            "most": most,
            "school_days": school_days,
            "set_on": timezone.localdate(now),
            "set_by": by,
        },
    )
    record(
        by=by.username,
        action="agreements.reminders_planned",
        target=f"school:{school.pk}",
        school_id=school.pk,
        now=now,
        details={"most": most, "school_days": school_days},
    )
    return plan


def _add(
    text: AgreementText,
    people: Iterable[Person],
    channel: Channel,
    today: date,
    now: datetime,
    *,
    by: User | None,
) -> int:
    today_already = SigningRequest.objects.filter(text=text, channel=channel, asked_on=today)
    done = set(today_already.values_list("person_id", flat=True))
    sent = now if channel == Channel.SHEET else None
    rows = [
        SigningRequest(
            text=text, person=person, channel=channel, asked_on=today, asked_by=by, sent_at=sent
        )
        for person in people
        if person.pk not in done
    ]
    if not rows:
        return 0
    SigningRequest.objects.bulk_create(rows, ignore_conflicts=True)
    record(
        by=by.username if by else BY_REMINDER,
        action="agreements.people_asked" if by else "agreements.people_reminded",
        target=f"agreement_text:{text.pk}",
        school_id=text.school_id,
        now=now,
        details={"audience": text.audience, "channel": channel.value, "people": len(rows)},
    )
    return len(rows)


def _asked(text: AgreementText) -> dict[int, list[tuple[date, bool]]]:
    """{person: [(day, was it a reminder?)]}"""
    found: dict[int, list[tuple[date, bool]]] = {}
    rows = SigningRequest.objects.that_ask_for(text).values_list(
        "person_id", "asked_on", "asked_by_id"
    )
    for person_id, day, by in rows:
        found.setdefault(person_id, []).append((day, by is None))
    return found


def _is_due(
    asked: list[tuple[date, bool]], *, plan: ReminderPlan, calendar: SchoolCalendar, today: date
) -> bool:
    if sum(is_reminder for _, is_reminder in asked) >= plan.most:
        return False
    last = max(day for day, _ in asked)
    return add_school_days(last, plan.school_days, calendar) <= today


def _text_in_use(asked: AgreementText, on: date) -> AgreementText | None:
    """What is in use now, if it asks for the same thing; None after a material change or an end."""
    key = (asked.school_id, asked.for_whom)
    texts = AgreementText.objects.of_school(asked.school_id).for_audience(asked.for_whom)
    text = texts.in_use(on).get(key)
    same = text is not None and (asked.number or 0) >= (text.counts_from or 0)
    return text if same else None


def _is_open(text: AgreementText, person: Person, now: datetime) -> bool:
    waiting = unanswered(text, on=timezone.localdate(now)).filter(pk=person.pk)
    return waiting.exclude(email="").exists()


def _address(text: AgreementText, person: Person, now: datetime) -> str:
    """Whoever signs in here signs there; everybody else gets a link of their own."""
    if person.user is not None and person.user.is_active:
        path = reverse("agreements:list_mine")
    else:
        path = reverse("agreements:answer_link", args=[_token(text, person, BY_JOB, now)])
    return settings.BASE_URL + path


def _token(text: AgreementText, person: Person, by: str, now: datetime) -> str:
    return make_link(person=person, purpose=PURPOSE, about=text.audience, by=by, now=now)


def _body(text: AgreementText, address: str) -> str:
    freely = "No child loses anything by it. " if text.for_whom in SIGN_FREELY else ""
    return (
        f"{text.school.name} asks you to read its agreement on using technology and being online, "
        "and to say whether you sign it. It takes about two minutes, on any phone.\n\n"
        f"{address}\n\n"
        f"You may also decline. {freely}The school's policy still applies.\n\n"
        "The link is for you alone: please do not pass it on. If it does not work any more, ask "
        "the school for a new one.\n"
    )
