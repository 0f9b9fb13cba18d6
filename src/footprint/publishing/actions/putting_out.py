"""A person has put it out: remember where, word for word, and who is shown there."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from footprint.publishing.actions.drafting import drop_pictures
from footprint.publishing.actions.taking import ChangedMeanwhile, NotNow, tell
from footprint.publishing.actions.taking_down import make_take_downs
from footprint.publishing.checking import check_of
from footprint.publishing.models import Draft, DraftPlace, Publication, State, Use
from footprint.users.models import User


@transaction.atomic
def record_publication(
    *,
    draft: Draft,
    place: DraftPlace,
    address: str,
    went_out_on: date,
    revision: int,
    by: User,
    now: datetime,
) -> Publication:
    """
    Record where an approved draft went. After the last place its pictures go.

    What is out is out: this never asks the check. Where permission has gone in the meantime, a
    take-down is made at once.

    Raises:
        NotNow: it is not approved, or that day has not come.
        ChangedMeanwhile: it was changed, or recorded by somebody else.
    """
    if went_out_on > timezone.localdate(now):
        raise NotNow("That day has not come yet. Record it when it is out.")
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.state != State.APPROVED:
        raise NotNow("It is not approved. What nobody approved is not to be put out.")
    if locked.revision != revision:
        raise ChangedMeanwhile("This was changed while you were reading it. Look at it again.")
    publication = _keep(draft, place, address, went_out_on, by, now)
    tell(draft, "put_out", by.username, now, {"place": place.label, "address": address})
    make_take_downs(school=draft.school, publication=publication, by=by.username, now=now)
    if not DraftPlace.objects.filter(draft=draft, publication__isnull=True).exists():
        Draft.objects.filter(pk=draft.pk).update(state=State.OUT)
        drop_pictures(draft)
        tell(draft, "finished", by.username, now)
    return publication


def _keep(
    draft: Draft, place: DraftPlace, address: str, day: date, by: User, now: datetime
) -> Publication:
    pictures = list(draft.pictures.without_bytes())
    try:
        with transaction.atomic():
            publication = Publication.objects.create(
                school_id=draft.school_id,
                draft=draft,
                place=place,
                text=draft.text,
                alts=[picture.alt for picture in pictures],
                address=address,
                went_out_on=day,
                recorded_by=by,
                recorded_at=now,
            )
    except IntegrityError:
        raise ChangedMeanwhile("Somebody has recorded this already.") from None
    shown = list(draft.people.all()) if pictures else []
    named = check_of(draft, on=timezone.localdate(now), places=[place]).named
    uses = {person.pk: Use(publication=publication, person=person) for person in shown}
    for person in named:
        uses.setdefault(person.pk, Use(publication=publication, person=person, is_shown=False))
    Use.objects.bulk_create(uses.values())
    return publication
