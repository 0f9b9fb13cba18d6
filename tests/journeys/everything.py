"""
One of everything that a page can show: the sample schools, and what the sample leaves out.

A file of its own because every test that walks over all pages needs the same database.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.management import call_command

from footprint.guidance.actions import override_fact
from footprint.guidance.models import FactOverride
from footprint.inbox.models import Item
from footprint.incidents.actions import exhibits, name_people
from footprint.incidents.models import (
    DeletionRequest,
    Incident,
    IncidentExhibit,
    NamedAs,
    Naming,
    PlatformReport,
)
from footprint.listening import actions as listening
from footprint.listening.models import Mention, Source, Upload
from footprint.pictures.tests.files import jpeg
from footprint.policies import actions as policies
from footprint.policies.models import PolicyVersion, TrustPolicy
from footprint.rulebook.terms import Platform, Role
from footprint.schools.actions import publish
from footprint.schools.models import Closure, School, SchoolName
from footprint.users.actions import add_user, give_role
from footprint.users.models import User
from footprint.users.tests.factories import give_app
from tests.cast import PASSWORD
from tests.journeys import town
from tests.journeys.concerning import Concerns, make_concerns
from tests.journeys.connecting import Connections, make_connections
from tests.journeys.documents import LARKHILL, OAKFIELD
from tests.journeys.keeping import Keeping, make_keeping
from tests.journeys.laddering import Laddered, make_laddered
from tests.journeys.pictures import Pictures, make_pictures
from tests.journeys.publishing import Publishing, make_publishing
from tests.journeys.registering import Registered, make_registered
from tests.journeys.shortcuts import (
    answered,
    arrive,
    assess_as_by_a_parent,
    decide_all,
    draft,
    make_safe,
    open_about,
)
from tests.journeys.signing import Agreements, make_agreements
from tests.journeys.teaching import Teaching, make_teaching

ROWS = (
    b"Date,Post,Site\n12/11/2025,Is there a chess club at Oakfield Primary?,Facebook\n,,Facebook\n"
)
LINE = "\n\nOne more line.\n"  # the same document twice would be one draft
SLUG = "oakfield"
AGE = "age.whatsapp"
BY = "the test"
HAS_AN_APP = "deputy-dsl"  # has a password, and an app that shows codes
HAS_NO_APP = "governor"  # has a password only
TRUST_LEAD = "safeguarding@larkhill-trust.example"
MILLBROOK = "head@millbrook.example"
NEWCOMER = "head@wren.example"  # works at a school that has nothing yet


@dataclass(frozen=True)
class Everything:
    """The rows that addresses need; all belong to Oakfield."""

    adopted: PolicyVersion
    draft: PolicyVersion
    decided_draft: PolicyVersion
    built: PolicyVersion
    trust_policy: TrustPolicy  # of the trust; the proposal is Millbrook's
    proposal: PolicyVersion
    source: Source
    upload: Upload
    sighting: Mention
    closure: Closure
    name: SchoolName
    override: FactOverride
    new: Item
    opinion: Item
    abusive: Item
    unsafe: Item
    decided: Item
    requested: Incident
    opened: Incident
    assessed: Incident
    closed: Incident
    naming: Naming
    exhibit: IncidentExhibit
    locked: IncidentExhibit
    request: DeletionRequest
    report: PlatformReport
    forgetful: User
    agreements: Agreements
    registered: Registered
    pictures: Pictures
    publishing: Publishing
    connections: Connections
    concerns: Concerns
    keeping: Keeping
    teaching: Teaching
    laddered: Laddered


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
    publish(school=school, slug=SLUG, by=head, now=now)
    items, incidents = Item.objects.of_school(school.pk), Incident.objects.filter(school=school)
    threat = make_safe(_item(school, "in hospital"), by=head)
    trust_policy = TrustPolicy.objects.get()
    abuse = arrive(school, town.ABUSE, Platform.FACEBOOK, by=head)
    return Everything(
        adopted=PolicyVersion.objects.of_school(school.pk).adopted()[0],
        draft=draft(school, LARKHILL, by=head),
        decided_draft=decide_all(draft(school, OAKFIELD, by=head, also=LINE), by=head),
        built=policies.start_building(school=school, by=head, now=now),
        trust_policy=trust_policy,
        proposal=_proposal(trust_policy, now),
        source=Source.objects.filter(school=school)[0],
        upload=listening.store_spreadsheet(
            school=school, data=ROWS, file_name="posts.csv", by=head, now=now
        ),
        sighting=_sighting(school, by=person("teacher"), now=now),
        closure=_half_term(school, now.date()),
        name=SchoolName.objects.filter(school=school)[0],
        override=_own_value(school, by=head, now=now),
        new=_item(school, "after-school club on Fridays"),
        opinion=make_safe(_item(school, "Not good enough"), by=head),
        abusive=answered(arrive(school, f"{town.ABUSE} again", Platform.FACEBOOK, by=head)),
        unsafe=items.get(safety__nude_image=True),
        decided=items.filter(decided="replied")[0],
        requested=incidents.get(step="deletion_requested"),
        opened=open_about(threat, by=head),
        assessed=assess_as_by_a_parent(open_about(abuse, by=head), by=head),
        closed=incidents.filter(step="closed")[0],
        request=DeletionRequest.objects.get(incident__school=school, outcome=""),
        report=PlatformReport.objects.get(incident__school=school),
        forgetful=person("operator"),
        agreements=make_agreements(school, by=head, teacher=person("teacher"), now=now),
        keeping=make_keeping(
            school, head=head, office=person("office"), teacher=person("teacher"), now=now
        ),
        teaching=make_teaching(school, teacher=person("teacher"), office=person("office"), now=now),
        registered=make_registered(school, office=person("office"), now=now),
        pictures=make_pictures(school, office=person("office"), dsl=person("dsl"), now=now),
        publishing=make_publishing(school, office=person("office"), head=head, now=now),
        connections=make_connections(
            school, teacher=person("teacher"), head=head, keeper=person("accounts"), now=now
        ),
        laddered=make_laddered(school, dsl=person("dsl"), now=now),
        concerns=make_concerns(school, dsl=person("dsl"), teacher=person("teacher"), now=now),
        exhibit=_picture(incidents.get(step="deletion_requested"), by=head, now=now),
        locked=_locked(incidents.get(step="deletion_requested"), by=head, now=now),
        naming=_named(incidents.get(step="deletion_requested"), by=head, now=now),
    )


def _picture(incident: Incident, *, by: User, now: datetime) -> IncidentExhibit:
    """A screenshot that is kept as evidence."""
    kept = exhibits.add_exhibit(
        incident=incident,
        data=jpeg(),
        url="",
        how="A screenshot",
        revision=incident.revision,
        by=by,
        now=now,
    )
    return IncidentExhibit.objects.get(exhibit=kept)


def _locked(incident: Incident, *, by: User, now: datetime) -> IncidentExhibit:
    """One that somebody locked; the matter takes others all the same, for this walk."""
    picture = _picture(incident, by=by, now=now)
    exhibits.contain_exhibit(incident=incident, exhibit=picture.exhibit, by=by, now=now)
    Incident.objects.filter(pk=incident.pk).update(no_pictures=False)
    return picture


def _named(incident: Incident, *, by: User, now: datetime) -> Naming:
    """A teacher at whom the post is aimed."""
    name_people(
        incident=incident,
        users=[person("teacher")],
        named_as=NamedAs.TARGET,
        revision=incident.revision,
        by=by,
        now=now,
    )
    return incident.namings.get()


def _make_account_people(now: datetime) -> None:
    for email_name in (HAS_AN_APP, HAS_NO_APP):
        user = person(email_name)
        user.set_password(PASSWORD)
        user.save()
    give_app(person(HAS_AN_APP))
    wren = School.objects.create(name="Wren Infant School", town="Puddleford")
    newcomer = add_user(email=NEWCOMER, name="Newt Comer", password=None, by=BY, now=now)
    give_role(user=newcomer, role=Role.HEADTEACHER, school_id=wren.pk, by=BY, now=now)


def _proposal(trust_policy: TrustPolicy, now: datetime) -> PolicyVersion:
    """The trust's policy before one of its schools; another one still waits for it."""
    millbrook = School.objects.filter(name__startswith="Millbrook")
    lead = person(TRUST_LEAD)
    [draft] = policies.propose(trust_policy=trust_policy, schools=millbrook, by=lead, now=now)
    return draft


def _sighting(school: School, *, by: User, now: datetime) -> Mention:
    sighting = listening.Sighting(
        words="Somebody asks for the gate's code", platform=None, where="a chat", seen_at=now
    )
    return listening.record_sighting(school=school, sighting=sighting, by=by, now=now)


def _half_term(school: School, today: date) -> Closure:
    last_day = today + timedelta(days=4)
    return Closure.objects.create(
        school=school, first_day=today, last_day=last_day, name="Half term"
    )


def _own_value(school: School, *, by: User, now: datetime) -> FactOverride:
    return override_fact(
        school=school, key=AGE, value=14, reason="We ask for more.", seen=None, by=by, now=now
    )


def _item(school: School, words: str) -> Item:
    [found] = Item.objects.of_school(school.pk).with_words(words)  # sealed ones too
    return found
