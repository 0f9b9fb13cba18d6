"""Which uses of pictures people are asked about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.registers.image_permissions.models import ImageUse
from footprint.rulebook.terms import PictureUse
from footprint.schools.models import School

OWN_LABELS: Mapping[PictureUse, str] = {
    PictureUse.INSIDE_SCHOOL: "Inside the school",
    PictureUse.WEBSITE: "The school’s website",
    PictureUse.PRESS: "Newspapers and other press",
    PictureUse.TRUST: "The trust’s publications",
}


@dataclass(frozen=True)
class Use:
    """
    A use that a room above keeps, such as an official account.

    Args:
        key: its own key there, such as "account:12".
        label: what people know it by: "Instagram: @oakfieldprimary".
    """

    key: str
    label: str


@transaction.atomic
def start_register(*, school: School, by: str, now: datetime) -> None:
    """Offer the uses that every school has; what is there already stays as it is."""
    offered = {use.key: use for use in _of(school)}
    _bring_in_step(school, offered, _standard(school), by, now)


@transaction.atomic
def offer_uses(*, school: School, uses: Iterable[Use], by: str, now: datetime) -> None:
    """
    Keep the uses that rooms above know of in step; run twice, it changes nothing.

    Args:
        uses: all of them: one that is missing here is not offered any more, and one that comes
            back is offered again with the answers that it had.
        by: the user's e-mail address, or "system: " and the job's name.
    """
    wanted = {use.key: (PictureUse.OFFICIAL_ACCOUNT, use.label) for use in uses}
    offered = {use.key: use for use in _of(school)}
    _bring_in_step(school, offered, {**_standard(school), **wanted}, by, now)
    for key, use in offered.items():
        is_theirs = use.picture_use is PictureUse.OFFICIAL_ACCOUNT
        if is_theirs and key not in wanted and use.ended_at is None:
            ImageUse.objects.filter(pk=use.pk).update(ended_at=now)
            _record("image_permissions.use_ended", use, by, now)


def _of(school: School) -> Iterable[ImageUse]:
    School.objects.select_for_update().get(pk=school.pk)  # of two at once, the second sees all
    return ImageUse.objects.of_school(school.pk)


Wanted = Mapping[str, tuple[PictureUse, str]]


def _standard(school: School) -> Wanted:
    return {
        kind.value: (kind, label)
        for kind, label in OWN_LABELS.items()
        if kind is not PictureUse.TRUST or school.trust_id
    }


def _bring_in_step(
    school: School, offered: Mapping[str, ImageUse], wanted: Wanted, by: str, now: datetime
) -> None:
    for key, (kind, label) in wanted.items():
        use = offered.get(key)
        if use is None:
            use = ImageUse.objects.create(
                school=school,
                key=key,
                kind=kind.value,
                label=label,
                position=_position(kind),
                offered_at=now,
            )
        elif (use.label, use.ended_at) == (label, None):
            continue
        else:
            ImageUse.objects.filter(pk=use.pk).update(label=label, ended_at=None)
        _record("image_permissions.use_offered", use, by, now)


def _position(kind: PictureUse) -> int:
    """In the order of the closed list: what stays inside comes first."""
    return list(PictureUse).index(kind)


def _record(action: str, use: ImageUse, by: str, now: datetime) -> None:
    record(
        by=by,
        action=action,
        target=f"image_permission:{use.key}",
        school_id=use.school_id,
        now=now,
    )
