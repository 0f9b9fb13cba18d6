"""Write a text, put it in use, stop using it. What was in use is never changed."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from footprint.audit.actions import record
from footprint.registers.agreements.models import AgreementText
from footprint.registers.agreements.starters import starter_for
from footprint.rulebook.terms import AgreementAudience
from footprint.schools.models import School
from footprint.users.models import User


class DraftChangedMeanwhile(Exception):
    """Somebody else saved, discarded or used the draft since the page was shown."""


class DayTooEarly(Exception):
    """
    The version before holds from a later day.

    Attributes:
        earliest: the first day that can be chosen.
    """

    def __init__(self, earliest: date) -> None:
        super().__init__(earliest)
        self.earliest = earliest


class ReasonMissing(Exception):
    """A new version of a text needs a word on what changed, for those who signed the last one."""


@transaction.atomic
def save_draft(
    *,
    school: School,
    audience: AgreementAudience,
    title: str,
    body: str,
    revision: int,
    by: User,
    now: datetime,
) -> AgreementText:
    """
    Keep the draft of the next version; there is one for each audience.

    Args:
        revision: of the draft as the person saw it; 0 if there was none.

    Raises:
        DraftChangedMeanwhile: nothing was written.
    """
    _lock(school)
    drafts = AgreementText.objects.of_school(school.pk).for_audience(audience).drafts()
    words = {
        "title": " ".join(title.split()),
        "body": body.strip(),
        "from_starter": body.split() == starter_for(audience).body.split(),
    }
    if revision:
        if not drafts.filter(revision=revision).update(**words, revision=F("revision") + 1):
            raise DraftChangedMeanwhile
        draft = drafts.get()
    elif drafts.exists():
        raise DraftChangedMeanwhile
    else:
        draft = AgreementText.objects.create(
            school=school, audience=audience.value, **words, created_at=now, created_by=by
        )
    _record("agreements.draft_saved", draft, by, now)
    return draft


@transaction.atomic
def put_in_use(
    *,
    draft: AgreementText,
    revision: int,
    from_day: date,
    material: bool,
    reason: str,
    by: User,
    now: datetime,
) -> AgreementText:
    """
    Give the draft its number; from that day on it is the one to sign.

    Args:
        from_day: may lie in the past, for a text that the school used before it came here.
        material: True asks everybody again; False carries the signatures over.
        reason: what changed; may be empty for a first version.

    Raises:
        DraftChangedMeanwhile, DayTooEarly, ReasonMissing: see there; nothing was written.
    """
    _lock(draft.school)
    texts = AgreementText.objects.of_school(draft.school_id).for_audience(draft.for_whom)
    taken = texts.drafts().filter(pk=draft.pk, revision=revision)
    if not taken.exists():
        raise DraftChangedMeanwhile
    before = texts.numbered().first()
    if before and before.in_use_from and from_day < before.in_use_from:
        raise DayTooEarly(before.in_use_from)
    if before and not reason.strip():
        raise ReasonMissing
    number = (before.number or 0) + 1 if before else 1
    carried = before.counts_from if before and not material else number
    taken.update(
        number=number,
        counts_from=carried,
        reason=reason.strip(),
        in_use_from=from_day,
        put_in_use_at=now,
        put_in_use_by=by,
    )
    draft.refresh_from_db()
    details = {"number": number, "material": carried == number, "from": from_day.isoformat()}
    _record("agreements.text_put_in_use", draft, by, now, details)
    return draft


@transaction.atomic
def discard_draft(*, draft: AgreementText, by: User, now: datetime) -> None:
    """
    Throw a draft away; nobody was ever asked to sign it.

    Raises:
        DraftChangedMeanwhile: it was put in use or thrown away before.
    """
    gone, _ = AgreementText.objects.drafts().filter(pk=draft.pk).delete()
    if not gone:
        raise DraftChangedMeanwhile
    _record("agreements.draft_discarded", draft, by, now)


@transaction.atomic
def stop_using(*, text: AgreementText, on: date, by: User, now: datetime) -> bool:
    """
    Ask nobody for this text from a day on; what was signed is kept.

    Returns:
        False where that was done before.
    """
    open_ones = AgreementText.objects.numbered().filter(pk=text.pk, ended_on__isnull=True)
    if not open_ones.update(ended_on=on):
        return False
    _record("agreements.text_ended", text, by, now, {"number": text.number})
    return True


def _lock(school: School) -> None:
    """Of two people at once, one waits and is then told."""
    School.objects.select_for_update().get(pk=school.pk)


def _record(
    action: str,
    text: AgreementText,
    by: User,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    record(
        by=by.username,
        action=action,
        target=f"agreement_text:{text.pk}",
        school_id=text.school_id,
        now=now,
        details={"audience": text.audience, **(details or {})},
    )
