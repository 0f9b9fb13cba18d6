"""What an author does to a draft: words, places, people, pictures, reasons to keep a finding."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from footprint.people.models import Person
from footprint.pictures.copying import Copy
from footprint.publishing.actions.offering import offer_accounts
from footprint.publishing.actions.taking import NotNow, rewritten, tell
from footprint.publishing.clocks import draft_ends_on
from footprint.publishing.models import MOST_PICTURES, Draft, DraftPlace, Picture
from footprint.publishing.places import Offered
from footprint.schools.models import School
from footprint.users.models import User
from footprint.vault import keys


@transaction.atomic
def make_draft(
    *,
    school: School,
    title: str,
    text: str,
    places: Iterable[Offered],
    by: User,
    now: datetime,
) -> Draft:
    """Begin a draft. Permissions are asked for the school's accounts as they are today."""
    offer_accounts(school=school, by=by.username, now=now)
    draft = Draft.objects.create(
        school=school,
        author=by,
        title=title,
        text=text,
        made_at=now,
        changed_at=now,
        expires_on=draft_ends_on(school, timezone.localdate(now)),
    )
    _set_places(draft, places)
    tell(draft, "drafted", by.username, now)
    return draft


@transaction.atomic
def change_draft(
    *,
    draft: Draft,
    title: str,
    text: str,
    places: Iterable[Offered],
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Change words and places. A place where it went out already stays.

    Raises:
        NotTheirs, ChangedMeanwhile: see `taking`.
    """
    offer_accounts(school=draft.school, by=by.username, now=now)
    rewritten(draft, revision=revision, action="changed", by=by, now=now, title=title, text=text)
    _set_places(draft, places)


def _set_places(draft: Draft, places: Iterable[Offered]) -> None:
    wanted = {place.key: place for place in places}
    gone = draft.places.but(wanted)
    gone.filter(publication__isnull=True).delete()
    known = set(draft.places.values_list("key", flat=True))
    DraftPlace.objects.bulk_create(
        DraftPlace(
            draft=draft,
            key=place.key,
            use=place.use.value,
            label=place.label,
            account=place.account,
        )
        for place in wanted.values()
        if place.key not in known
    )


@transaction.atomic
def say_who(
    *,
    draft: Draft,
    people: Iterable[Person],
    others: bool,
    others_note: str,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Say who is in the pictures: these, others who are not in the register, or nobody.

    Raises:
        NotTheirs, ChangedMeanwhile: see `taking`.
    """
    rewritten(
        draft,
        revision=revision,
        action="said_who",
        by=by,
        now=now,
        said_who=True,
        others=others,
        others_note=others_note if others else "",
    )
    draft.people.set(people)


@transaction.atomic
def add_picture(
    *, draft: Draft, copy: Copy, alt: str, revision: int, by: User, now: datetime
) -> Picture:
    """
    Keep a clean copy, sealed. Who is in the pictures has to be said again.

    Raises:
        NotNow: there are as many as there may be.
        NotTheirs, ChangedMeanwhile: see `taking`.
    """
    if draft.pictures.count() >= MOST_PICTURES:
        raise NotNow(f"A draft has {MOST_PICTURES} pictures at most. Take one out first.")
    key = draft.key or keys.make_key(draft.school_id)
    rewritten(
        draft,
        revision=revision,
        action="picture_added",
        by=by,
        now=now,
        key=key,
        said_who=False,
    )
    name = secrets.token_hex(16)
    return Picture.objects.create(
        draft=draft,
        name=name,
        sealed=keys.seal_bytes(copy.data, key=key, school_id=draft.school_id, about=name),
        format=copy.format.value,
        width=copy.width,
        height=copy.height,
        carried=sorted(copy.carried),
        alt=alt,
        added_at=now,
    )


def picture_bytes(picture: Picture) -> bytes:
    """
    The clean copy.

    Raises:
        KeyMissing, SealBroken: see `vault`.
    """
    draft = picture.draft
    return keys.unseal_bytes(
        bytes(picture.sealed), key=draft.key, school_id=draft.school_id, about=picture.name
    )


@transaction.atomic
def describe_picture(
    *, draft: Draft, picture: Picture, alt: str, revision: int, by: User, now: datetime
) -> None:
    """
    Say in words what a picture shows.

    Raises:
        NotTheirs, ChangedMeanwhile: see `taking`.
    """
    rewritten(draft, revision=revision, action="picture_described", by=by, now=now)
    Picture.objects.filter(pk=picture.pk, draft=draft).update(alt=alt)


@transaction.atomic
def remove_picture(
    *, draft: Draft, picture: Picture, revision: int, by: User, now: datetime
) -> None:
    """
    Take a picture out, for good.

    Raises:
        NotTheirs, ChangedMeanwhile: see `taking`.
    """
    rewritten(draft, revision=revision, action="picture_removed", by=by, now=now)
    draft.pictures.filter(pk=picture.pk).delete()


@transaction.atomic
def keep_finding(
    *, draft: Draft, finding: str, reason: str, revision: int, by: User, now: datetime
) -> None:
    """
    Say why something that the check found stays. The approver reads the reason.

    Args:
        finding: its key.

    Raises:
        NotTheirs, ChangedMeanwhile: see `taking`.
    """
    kept = {**draft.kept, finding: reason}
    rewritten(draft, revision=revision, action="finding_kept", by=by, now=now, kept=kept)


def drop_pictures(draft: Draft) -> None:
    """The bytes and their key: what is in an old backup of the database cannot be read either."""
    draft.pictures.all().delete()
    if draft.key:
        Draft.objects.filter(pk=draft.pk).update(key="")
        key = draft.key
        transaction.on_commit(lambda: keys.destroy_key(key))
