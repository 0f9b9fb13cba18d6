"""Tell by e-mail that something waits in the register: a link and a number, never a name."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from footprint.notices.actions import queue
from footprint.registers.official_accounts.models import Handover, OfficialAccount
from footprint.rulebook.terms import Role
from footprint.schools.models import School
from footprint.users.access import holders

TOLD = frozenset({Role.HEADTEACHER, Role.SOCIAL_MEDIA_MANAGER})


@transaction.atomic
def tell_of_handovers(*, school: School, opened: Sequence[Handover], now: datetime) -> int:
    """Queue one message about each new task list to each who looks after the register."""
    return sum(
        queue(
            key=f"official_accounts.handover:{handover.pk}:{person.pk}",
            to=person.email,
            subject="Footprint: somebody who looked after an official account has left",
            body="There is a list of what to do now: remove their access, change the recovery "
            "address, name somebody new, sign off.\n\n"
            + settings.BASE_URL
            + reverse("official_accounts:show_handover", args=[handover.pk])
            + "\n",
            now=now,
            school_id=school.pk,
        )
        for handover in opened
        for person in holders(school.pk, TOLD)
    )


@transaction.atomic
def tell_of_reviews(
    *, school: School, due: Sequence[OfficialAccount], on: date, now: datetime
) -> int:
    """Queue this month's message that accounts are to be reviewed; once a month to each."""
    if not due:
        return 0
    number = len(due)
    which = "One official account is" if number == 1 else f"{number} official accounts are"
    return sum(
        queue(
            key=f"official_accounts.review:{school.pk}:{on:%Y-%m}:{person.pk}",
            to=person.email,
            subject="Footprint: official accounts are to be reviewed",
            body=f"{which} to be reviewed: who can get in, the second step of signing in, the "
            "recovery address.\n\n"
            + settings.BASE_URL
            + reverse("official_accounts:list_accounts")
            + "\n",
            now=now,
            school_id=school.pk,
        )
        for person in holders(school.pk, TOLD)
    )
