"""
One of everything that a page can show: the sample schools, and what the sample leaves out.

A file of its own because every test that walks over all pages needs the same database.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.management import call_command

from footprint.inbox import actions as inbox
from footprint.inbox.models import Item
from footprint.incidents.models import DeletionRequest, Incident, PlatformReport
from footprint.listening import actions as listening
from footprint.listening.models import Mention, Source, Upload
from footprint.policies import actions as policies
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import Role, SafetyQuestion
from footprint.schools.models import Closure, School, SchoolName
from footprint.users.actions import add_user, give_role
from footprint.users.models import User
from footprint.users.tests.factories import give_app
from tests.cast import PASSWORD
from tests.journeys.documents import OAKFIELD

ROWS = (
    b"Date,Post,Site\n12/11/2025,Is there a chess club at Oakfield Primary?,Facebook\n,,Facebook\n"
)
BY = "the test"
HAS_AN_APP = "dpo"  # has a password, and an app that shows codes
HAS_NO_APP = "governor"  # has a password only
NEWCOMER = "head@wren.example"  # works at a school that has nothing yet


@dataclass(frozen=True)
class Everything:
    """The rows that addresses need; all belong to Oakfield."""

    adopted: PolicyVersion
    draft: PolicyVersion
    decided_draft: PolicyVersion
    source: Source
    upload: Upload
    sighting: Mention
    closure: Closure
    name: SchoolName
    new: Item
    abusive: Item
    unsafe: Item
    decided: Item
    incident: Incident
    opened: Incident
    closed: Incident
    request: DeletionRequest
    report: PlatformReport
    forgetful: User


def person(email_name: str) -> User:
    """One of Oakfield's invented people, by what stands before the @; or by the whole address."""
    email = email_name if "@" in email_name else f"{email_name}@oakfield.example"
    return User.objects.get(email=email)


def reset_key(user: User) -> dict[str, str]:
    """What stands in the link of a "choose a new password" message."""
    return {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}


def make_everything(*, now: datetime) -> Everything:
    """Fill the database through the product's own actions."""
    call_command("sample_data", verbosity=0)
    school = School.objects.get(name="Oakfield Primary School")
    head = person("head")
    _make_account_people(now)
    items, incidents = Item.objects.of_school(school.pk), Incident.objects.filter(school=school)
    abusive = _item(school, "Rude woman on the desk")
    return Everything(
        adopted=PolicyVersion.objects.of_school(school.pk).adopted()[0],
        draft=_draft(school, "", by=head, now=now),
        decided_draft=_decided(
            _draft(school, "One more line.", by=head, now=now), by=head, now=now
        ),
        source=Source.objects.filter(school=school)[0],
        upload=listening.store_spreadsheet(
            school=school, data=ROWS, file_name="posts.csv", by=head, now=now
        ),
        sighting=_sighting(school, by=person("teacher"), now=now),
        closure=Closure.objects.create(
            school=school, first_day=now.date(), last_day=now.date(), name="Training day"
        ),
        name=SchoolName.objects.filter(school=school)[0],
        new=_item(school, "after-school club on Fridays"),
        abusive=_made_safe(abusive, by=head, now=now),
        unsafe=items.get(safety__nude_image=True),
        decided=items.filter(decided="replied")[0],
        incident=incidents.get(step="deletion_requested"),
        opened=_opened(_item(school, "in hospital"), by=head, now=now),
        closed=incidents.filter(step="closed")[0],
        request=DeletionRequest.objects.get(incident__school=school, outcome=""),
        report=PlatformReport.objects.get(incident__school=school),
        forgetful=person("operator"),
    )


def _make_account_people(now: datetime) -> None:
    for email_name in (HAS_AN_APP, HAS_NO_APP):
        user = person(email_name)
        user.set_password(PASSWORD)
        user.save()
    give_app(person(HAS_AN_APP))
    wren = School.objects.create(name="Wren Infant School", town="Puddleford")
    newcomer = add_user(email=NEWCOMER, name="Newt Comer", password=None, by=BY, now=now)
    give_role(user=newcomer, role=Role.HEADTEACHER, school_id=wren.pk, by=BY, now=now)


def _draft(school: School, also: str, *, by: User, now: datetime) -> PolicyVersion:
    data = Path(OAKFIELD.path).read_text(encoding="utf-8") + f"\n\n{also}\n"
    return policies.upload(
        school=school, data=data.encode(), filename="policy.txt", insist=False, by=by, now=now
    )


def _decided(version: PolicyVersion, *, by: User, now: datetime) -> PolicyVersion:
    for review in version.reviews.all():
        policies.confirm_as_read(review=review, seen=review.decided_at, by=by, now=now)
    return version


def _sighting(school: School, *, by: User, now: datetime) -> Mention:
    sighting = listening.Sighting(
        words="Somebody asks for the gate's code", platform=None, where="a chat", seen_at=now
    )
    return listening.record_sighting(school=school, sighting=sighting, by=by, now=now)


def _item(school: School, words: str) -> Item:
    return Item.objects.get(school=school, mention__text__contains=words)


def _made_safe(item: Item, *, by: User, now: datetime) -> Item:
    inbox.answer_safety(
        item=item,
        answers=dict.fromkeys(SafetyQuestion, False),
        subject_is_head=False,
        revision=item.revision,
        by=by,
        now=now,
    )
    item.refresh_from_db()
    return item


def _opened(item: Item, *, by: User, now: datetime) -> Incident:
    _made_safe(item, by=by, now=now)
    return inbox.open_as_incident(
        item=item,
        title="A threat against a member of staff",
        next_date=now.date(),
        revision=item.revision,
        by=by,
        now=now,
    )
