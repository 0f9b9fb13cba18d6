"""Say that an incident is about a fake account; one of the school goes into the register too."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from footprint.incidents.actions.taking import NotTold, change, write
from footprint.incidents.models import FakeAccount, Impersonated, Incident
from footprint.registers.official_accounts.actions import (
    KnownAlready,
    LookalikeDetails,
    add_lookalike,
)
from footprint.registers.official_accounts.models import Lookalike, LookalikeKind, LookalikeState
from footprint.rulebook.decisions.ways import OFF_THE_TRACK
from footprint.rulebook.terms import Matter, Platform
from footprint.users.models import User


@transaction.atomic
def say_fake(
    *,
    incident: Incident,
    of_whom: Impersonated,
    platform: Platform,
    name: str,
    address: str,
    taken_for_real: bool,
    revision: int,
    by: User,
    now: datetime,
) -> FakeAccount:
    """
    Record that an account pretends to be the school, or somebody there.

    Args:
        name: as the account calls itself; kept only in the register, for one of the school.
        taken_for_real: people could take it for the real one. A page that says what it is, such
            as a joke or a group of critics, is no fake.

    Raises:
        NotTold: nobody could take it for the real one, or it was said already.
        StepNotAllowed, ChangedMeanwhile.
    """
    if not taken_for_real:
        raise NotTold(
            "A page that nobody could take for the real one is no fake account: assess what it "
            "says instead."
        )
    if incident.fake_accounts.exists():
        raise NotTold("This was said of the incident already.")
    change(incident, revision=revision)
    made = FakeAccount.objects.create(
        incident=incident,
        of_whom=of_whom,
        platform=platform.value,
        address=address.strip(),
        lookalike=_listed(incident, of_whom, platform, name, address, by, now),
        said_at=now,
        said_by=by,
    )
    write(
        incident,
        action="fake_account",
        text=f"A fake account: {of_whom.label}.",
        by=by,
        now=now,
        details={"of": of_whom.value, "platform": platform.value},
    )
    return made


def _listed(
    incident: Incident,
    of_whom: Impersonated,
    platform: Platform,
    name: str,
    address: str,
    by: User,
    now: datetime,
) -> Lookalike | None:
    """In the register more people read: so never a person's account, nor a sensitive matter's."""
    secret = of_whom is not Impersonated.SCHOOL or Matter(incident.matter) in OFF_THE_TRACK
    if secret or not address.strip():
        return None
    details = LookalikeDetails(
        address=address.strip(),
        name=name.strip()[:120] or incident.school.name[:120],
        platform=platform,
        kind=LookalikeKind.IMPERSONATION,
        state=LookalikeState.SEEN,
        seen_on=timezone.localdate(now),
    )
    try:
        return add_lookalike(school=incident.school, details=details, by=by, now=now)
    except KnownAlready as known:
        return known.lookalike
