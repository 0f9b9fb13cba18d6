"""Invented drafts, approvers and publications, for tests of this room and of those above."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.pictures.copying import Copy, PictureFormat
from footprint.pictures.tests.files import plain, saved
from footprint.publishing import actions
from footprint.publishing.models import Draft, Publication
from footprint.publishing.places import Offered, key_of, places_at
from footprint.registers.image_permissions import actions as images
from footprint.registers.image_permissions.models import ImageUse
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.registers.official_accounts.tests.factories import (
    make_account,
    make_approver,
    make_keeper,
)
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW, Cast

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Desk:
    """An account that the office writes for, with an approver and a keeper who sign in."""

    account: OfficialAccount
    child: Person
    parent: Person

    @property
    def key(self) -> str:
        return key_of(self.account)


def staff(cast: Cast, user: User) -> Person:
    """The person of the register who is this user."""
    return make_person(cast.oakfield, Audience.STAFF, given_name=user.name.split()[0], user=user)


def make_desk(cast: Cast, *, approver: User | None = None) -> Desk:
    """An Instagram page approved by the head and kept by Kit; a child whose parent said yes."""
    account = make_account(cast, handle="@oakfieldprimary")
    make_approver(account, staff(cast, approver or cast.head))
    make_keeper(account, staff(cast, cast.keeper))
    actions.offer_accounts(school=cast.oakfield, by="the test", now=NOW)
    child = make_person(
        cast.oakfield, given_name="Nell", family_name="Brackwater", class_name="3B", year_group=3
    )
    parent = make_parent(of=child, family_name="Brackwater")
    for key in ("website", key_of(account)):
        answer(cast, child, parent, key, yes=True)
    return Desk(account, child, parent)


def answer(
    cast: Cast, child: Person, parent: Person, key: str, *, yes: bool, now: datetime = NOW
) -> None:
    """What a parent says about one use."""
    use = ImageUse.objects.get(school=cast.oakfield, key=key)
    said = [images.Said(parent, child, use, yes)]
    images.record_paper(said=said, by=cast.office, now=now)


def offered(school: School, *keys: str) -> list[Offered]:
    return [place for place in places_at(school) if place.key in keys]


def make_draft(
    cast: Cast,
    *keys: str,
    text: str = "What a sports day! Thank you all.",
    author: User | None = None,
    now: datetime = NOW,
) -> Draft:
    """A draft without pictures for these places, by the office."""
    return actions.make_draft(
        school=cast.oakfield,
        title="Sports day",
        text=text,
        places=offered(cast.oakfield, *(keys or ("website",))),
        by=author or cast.office,
        now=now,
    )


def a_copy() -> Copy:
    data = saved(plain(), "JPEG")
    return Copy(PictureFormat.JPEG, 64, 48, frozenset(), data)


def with_picture(draft: Draft, *people: Person, now: datetime = NOW) -> Draft:
    """The draft with one described picture of these people, or of nobody."""
    actions.add_picture(
        draft=draft,
        copy=a_copy(),
        alt="Children run across a field",
        revision=draft.revision,
        by=draft.author,
        now=now,
    )
    draft.refresh_from_db()
    actions.say_who(
        draft=draft,
        people=people,
        others=False,
        others_note="",
        revision=draft.revision,
        by=draft.author,
        now=now,
    )
    return again(draft)


def submitted(draft: Draft, *, now: datetime = NOW) -> Draft:
    actions.submit_draft(draft=draft, revision=draft.revision, by=draft.author, now=now)
    return again(draft)


def approved(draft: Draft, by: User, *, now: datetime = NOW) -> Draft:
    """Submitted and approved by somebody whom its place names."""
    draft = submitted(draft, now=now)
    actions.approve_draft(draft=draft, revision=draft.revision, by=by, now=now)
    return again(draft)


def put_out(draft: Draft, key: str, *, now: datetime = NOW) -> Publication:
    """An approved draft, recorded as out at one place."""
    return actions.record_publication(
        draft=draft,
        place=draft.places.get(key=key),
        address="https://instagram.example/p/1",
        went_out_on=now.date(),
        revision=draft.revision,
        by=draft.author,
        now=now,
    )


def again(draft: Draft) -> Draft:
    """As it stands in the database now."""
    return Draft.objects.whole().get(pk=draft.pk)
