"""
The official accounts of an invented school, and who looks where.

A file of its own because accounts and checks belong together: who keeps a channel looks at it.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.text import slugify

from footprint.people.models import Person
from footprint.registers.official_accounts import actions as accounts
from footprint.registers.official_accounts.actions import (
    AccountDetails,
    Findings,
    LookalikeDetails,
)
from footprint.registers.official_accounts.models import (
    LookalikeKind,
    LookalikeState,
    OfficialAccount,
    Proposal,
)
from footprint.rota import actions as rota
from footprint.rota.actions import ChannelDetails
from footprint.rota.models import Channel, Due
from footprint.rulebook.decisions.channel_check import CheckEvery, CheckResult
from footprint.rulebook.terms import AnswersMode, Audience, ChannelKind, Platform, Role
from footprint.sample_school.founding import person
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.users.models import User

WEEKS = 5


def open_accounts(school: School, *, now: datetime) -> None:
    """An Instagram account, Facebook, and the school's e-mail; each with two keepers."""
    office, head = person(school, Role.OFFICE), person(school, Role.HEADTEACHER)
    assert office is not None  # noqa: S101 (every sample school has both)
    assert head is not None  # noqa: S101
    today = timezone.localdate(now)
    keepers = _keepers(school)
    for details in _details(school):
        account = accounts.propose_account(
            school=school, details=details, reason="In use since last year", by=office, now=now
        )
        accounts.name_people(
            account=account,
            keepers=keepers,
            approvers=_people(school, (head,)),
            on=today,
            by=office,
            now=now,
        )
    accounts.approve_openings(
        proposals=Proposal.objects.of_school(school.pk).undecided(), by=head, now=now
    )
    for account in OfficialAccount.objects.of_school(school.pk).live():
        accounts.review_account(
            account=account, findings=Findings(True, True, True), on=today, by=office, now=now
        )
    _lookalike(school, office, now)


def _details(school: School) -> tuple[AccountDetails, ...]:
    handle = slugify(school.name).replace("-", "")
    common = {
        "audience": "Families",
        "enquiries_to": school.office_email,
        "monitored_by": "The school office",
        "recovery_email": school.office_email,
        "recovery_phone": school.office_phone,
    }
    return (
        AccountDetails(
            platform=Platform.INSTAGRAM.value,
            handle=f"@{handle}",
            address=f"https://www.instagram.com/{handle}/",
            purpose="Pictures of what we learn",
            answers=AnswersMode.NEVER.value,
            **common,
        ),
        AccountDetails(
            platform=Platform.FACEBOOK.value,
            handle=handle,
            address=f"https://www.facebook.com/{handle}",
            purpose="Dates and news",
            answers=AnswersMode.GENERAL_ENQUIRIES.value,
            **common,
        ),
        AccountDetails(
            channel=ChannelKind.EMAIL.value,
            address=f"mailto:{school.office_email}",
            purpose="Questions of every kind",
            answers=AnswersMode.EVERYTHING.value,
            **common,
        ),
    )


def _keepers(school: School) -> list[Person]:
    office = person(school, Role.OFFICE)
    other = person(school, Role.SOCIAL_MEDIA_MANAGER) or person(school, Role.DSL)
    return _people(school, (office, other))


def _people(school: School, users: tuple[User | None, ...]) -> list[Person]:
    here = Person.objects.of_school(school.pk).who_are(Audience.STAFF)
    return list(here.filter(user__in=[user for user in users if user]))


def _lookalike(school: School, by: User, now: datetime) -> None:
    handle = slugify(school.name).replace("-", "_")
    accounts.add_lookalike(
        school=school,
        details=LookalikeDetails(
            address=f"https://www.instagram.com/{handle}_memes/",
            name=f"{handle}_memes",
            platform=Platform.INSTAGRAM,
            kind=LookalikeKind.PARODY,
            state=LookalikeState.LEFT_ALONE,
            seen_on=timezone.localdate(now),
            note="Jokes about lunch; nobody is named.",
        ),
        by=by,
        now=now,
    )


def plan_checks(school: School, *, now: datetime) -> None:
    """Two channels looked at each week, one of them forgotten last week; the next is due today."""
    today = timezone.localdate(now)
    begins = today - timedelta(weeks=WEEKS)
    office = person(school, Role.OFFICE)
    assert office is not None  # noqa: S101 (every sample school has one)
    calendar = calendar_of(school, around=today)
    for name, platform, address in (
        ("Puddleford families, a public group", Platform.FACEBOOK, "https://www.facebook.com/"),
        ("Mumsnet, threads that name us", Platform.MUMSNET, "https://www.mumsnet.com/"),
    ):
        channel = rota.add_channel(
            school=school,
            details=ChannelDetails(
                name=name,
                platform=platform,
                every=CheckEvery.WEEK,
                weekday=min(today.weekday(), 4),
                people=tuple(_keepers(school)),
                address=address,
            ),
            calendar=calendar,
            on=begins,
            by=office,
            now=now - timedelta(weeks=WEEKS),
        )
        rota.make_due(channel=channel, calendar=calendar, on=today)
        _look(channel, office, today)


def _look(channel: Channel, by: User, today: date) -> None:
    """Every due check was done on its day, but for the last before today."""
    dues = Due.objects.for_channels([channel]).filter(due_on__lt=today)
    for day in list(dues.values_list("due_on", flat=True))[:-1]:
        at = timezone.make_aware(datetime.combine(day, time(9, 10)))
        rota.record_look(channel=channel, result=CheckResult.NOTHING, by=by, now=at)
