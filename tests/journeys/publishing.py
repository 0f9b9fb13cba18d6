"""
Drafts of the sample school in every standing, and something that has to come down.

A file of its own because the rows belong together and no other room needs them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.pictures.carried import Carried
from footprint.pictures.copying import Copy, PictureFormat
from footprint.pictures.tests.files import plain, saved
from footprint.publishing import actions
from footprint.publishing.models import Draft, Picture, TakeDown
from footprint.publishing.places import places_at
from footprint.registers.image_permissions import actions as images
from footprint.registers.image_permissions.models import ImageUse
from footprint.rulebook.decisions.publication_text import FindingKind, TextFinding
from footprint.schools.models import School
from footprint.users.models import User

WEBSITE = "website"


@dataclass(frozen=True)
class Publishing:
    """What the addresses of publishing need; all by the office."""

    draft: Draft  # with much to change
    picture: Picture
    waiting: Draft
    approved: Draft
    blocked: Draft  # approved, and permission has gone since
    rejected: Draft
    out: Draft
    task: TakeDown

    @property
    def finding(self) -> str:
        """The number in the text, as its address calls it."""
        return TextFinding(FindingKind.PHONE, "07700 900123", 0, 0).name


def make_publishing(school: School, *, office: User, head: User, now: datetime) -> Publishing:
    """Through the room's own actions."""
    hour = timedelta(hours=1)
    desk = _Desk(school, office, head, now - 4 * hour)
    nell, tess = desk.child("Nell"), desk.child("Tess")
    much = desk.with_picture(
        desk.draft("Well done Nell Brackwater! Lost a hat? Ring 07700 900123.", "press"), nell
    )
    waiting = desk.submitted(desk.draft("Our choir sang in the hall. Thank you!"))
    approved = desk.approved(desk.with_picture(desk.draft("What a sports day!"), nell))
    blocked = desk.approved(desk.with_picture(desk.draft("Art week"), tess))
    out = desk.approved(desk.with_picture(desk.draft("Science fair"), tess))
    actions.record_publication(
        draft=out,
        place=out.places.get(),
        address="https://oakfield.example/news/science-fair",
        went_out_on=desk.now.date(),
        revision=out.revision,
        by=office,
        now=desk.now,
    )
    desk.answer(tess, yes=False, now=now - hour)
    actions.make_take_downs(school=school, by="the test", now=now)
    rejected = desk.submitted(desk.draft("Uniform sale"))
    actions.send_back(
        draft=rejected, reason="Say when it is.", revision=rejected.revision, by=head, now=now
    )
    return Publishing(
        draft=much,
        picture=much.pictures.get(),
        waiting=waiting,
        approved=approved,
        blocked=blocked,
        rejected=rejected,
        out=out,
        task=TakeDown.objects.for_list().get(),
    )


class _Desk:
    """The office at work, at one moment."""

    def __init__(self, school: School, office: User, head: User, now: datetime) -> None:
        self.school, self.office, self.head, self.now = school, office, head, now
        actions.offer_accounts(school=school, by="the test", now=now)

    def child(self, name: str) -> Person:
        child = make_person(
            self.school, given_name=name, family_name="Brackwater", class_name="5 Elm"
        )
        make_parent(of=child, family_name="Brackwater")
        self.answer(child, yes=True, now=self.now)
        return child

    def answer(self, child: Person, *, yes: bool, now: datetime) -> None:
        use = ImageUse.objects.get(school=self.school, key=WEBSITE)
        parent = child.relatives.get().relative
        said = [images.Said(parent, child, use, yes)]
        images.record_paper(said=said, by=self.office, now=now)

    def draft(self, text: str, *also: str) -> Draft:
        places = [place for place in places_at(self.school) if place.key in (WEBSITE, *also)]
        return actions.make_draft(
            school=self.school,
            title=text.split("!")[0].split(".")[0][:40],
            text=text,
            places=places,
            by=self.office,
            now=self.now,
        )

    def with_picture(self, draft: Draft, child: Person) -> Draft:
        carried = frozenset({Carried.PLACE, Carried.TIME, Carried.CAMERA})
        copy = Copy(PictureFormat.JPEG, 640, 480, carried, saved(plain((640, 480)), "JPEG"))
        said = {"by": self.office, "now": self.now}
        actions.add_picture(draft=draft, copy=copy, alt="A child runs", revision=1, **said)  # type: ignore[arg-type]
        draft.refresh_from_db()
        actions.say_who(
            draft=draft,
            people=[child],
            others=False,
            others_note="",
            revision=2,
            **said,  # type: ignore[arg-type]
        )
        return self._again(draft)

    def submitted(self, draft: Draft) -> Draft:
        actions.submit_draft(draft=draft, revision=draft.revision, by=self.office, now=self.now)
        return self._again(draft)

    def approved(self, draft: Draft) -> Draft:
        draft = self.submitted(draft)
        actions.approve_draft(draft=draft, revision=draft.revision, by=self.head, now=self.now)
        return self._again(draft)

    def _again(self, draft: Draft) -> Draft:
        return Draft.objects.whole().get(pk=draft.pk)
