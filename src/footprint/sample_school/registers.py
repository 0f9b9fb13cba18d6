"""
The registers of an invented school, as a term of use has left them.

A file of its own because it plays the registers' own actions, as `story` plays those of the inbox.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from footprint.people.models import FamilyLink, Person
from footprint.publishing import actions as publishing
from footprint.publishing.places import places_at
from footprint.registers.agreements import actions as agreements
from footprint.registers.agreements.models import AgreementText, How, State
from footprint.registers.agreements.starters import starter_for
from footprint.registers.image_permissions import actions as pictures
from footprint.registers.image_permissions.actions import Said
from footprint.registers.image_permissions.models import ImageUse, ProtectionReason
from footprint.rulebook.terms import AgreementAudience, Audience, Role
from footprint.sample_school.channels import open_accounts, plan_checks
from footprint.sample_school.families import take_in_pupils, take_in_staff
from footprint.sample_school.founding import BY, person
from footprint.sample_school.lessons import teach
from footprint.sample_school.links import declare_links
from footprint.schools.models import School
from footprint.users.models import User

SIGNED = 0.86  # the part of a class that was there when it signed
SAYS_YES = 0.9
BY_CLASS = (AgreementAudience.INFANTS, AgreementAudience.JUNIORS)
ON_PAPER = (AgreementAudience.PARENTS, AgreementAudience.STAFF, AgreementAudience.GOVERNORS)
MATERIAL = "Our first agreement in Footprint"


def fill(school: School, *, classes: int, size: int, now: datetime) -> None:
    """
    People, agreements, permissions, accounts, checks, links, lessons, drafts of one school.

    Args:
        classes: in each of the seven years.
        size: of each class.
    """
    term = now - timedelta(days=60)
    office, head = _at(school, Role.OFFICE), _at(school, Role.HEADTEACHER)
    take_in_staff(school, by=office, now=term)
    take_in_pupils(school, classes=classes, size=size, by=office, now=term)
    _sign(school, by=head, office=office, now=term)
    open_accounts(school, now=term)
    publishing.offer_accounts(school=school, by=BY, now=term)
    _permit(school, by=office, now=term)
    _protect(school, now=term)
    plan_checks(school, now=now)
    declare_links(school, now=now)
    teach(school, by=person(school, Role.TEACHER) or head, now=now)
    _draft(school, now=now)


def _at(school: School, role: Role) -> User:
    found = person(school, role)
    assert found is not None  # noqa: S101 (every sample school has a head, a DSL and an office)
    return found


def _sign(school: School, *, by: User, office: User, now: datetime) -> None:
    chance = random.Random(school.pk)  # noqa: S311 (no secret: the same school every time)
    today = timezone.localdate(now)
    for audience in (*BY_CLASS, *ON_PAPER):
        text = _in_use(school, audience, by, now)
        there = [each for each in _asked(text, today) if chance.random() < SIGNED]
        if there:
            agreements.record_answers(
                text=text,
                people=there,
                state=State.SIGNED,
                how=How.CLASS if audience in BY_CLASS else How.PAPER,
                signed_on=today,
                by=office,
                now=now,
            )


def _in_use(school: School, audience: AgreementAudience, by: User, now: datetime) -> AgreementText:
    """The starter, adapted by a line: a school's own words."""
    starter = starter_for(audience)
    draft = agreements.save_draft(
        school=school,
        audience=audience,
        title=starter.title,
        body=f"{starter.body}\n\nAll of us at {school.name} keep to this.",
        revision=0,
        by=by,
        now=now,
    )
    return agreements.put_in_use(
        draft=draft,
        revision=draft.revision,
        from_day=timezone.localdate(now),
        material=True,
        reason=MATERIAL,
        by=by,
        now=now,
    )


def _asked(text: AgreementText, today: date) -> list[int]:
    here = Person.objects.of_school(text.school_id).present(today)
    found: list[int] = []
    for audience in PARTS[AgreementAudience(text.audience)]:
        years = YEARS.get(AgreementAudience(text.audience))
        people = here.who_are(audience)
        found += (people.filter(year_group__in=years) if years else people).values_list(
            "pk", flat=True
        )
    return found


PARTS = {
    AgreementAudience.INFANTS: (Audience.PUPIL,),
    AgreementAudience.JUNIORS: (Audience.PUPIL,),
    AgreementAudience.PARENTS: (Audience.PARENT,),
    AgreementAudience.STAFF: (Audience.STAFF,),
    AgreementAudience.GOVERNORS: (Audience.GOVERNOR,),
}
YEARS = {AgreementAudience.INFANTS: (0, 1, 2), AgreementAudience.JUNIORS: (3, 4, 5, 6)}


def _permit(school: School, *, by: User, now: datetime) -> None:
    """Most families have sent their sheet back; most said yes to most of it."""
    chance = random.Random(school.pk)  # noqa: S311 (as above)
    uses = list(ImageUse.objects.of_school(school.pk).offered())
    links = FamilyLink.objects.filter(person__school=school, may_give_permission=True)
    by_child: dict[int, list[FamilyLink]] = {}
    for link in links.select_related("person", "relative").order_by("pk"):
        by_child.setdefault(link.person_id, []).append(link)
    said = [
        answer
        for family in by_child.values()
        if chance.random() < SIGNED
        for answer in _sheet(family, uses, chance)
    ]
    if said:
        pictures.record_paper(said=said, by=by, now=now)


def _sheet(family: list[FamilyLink], uses: list[ImageUse], chance: random.Random) -> Iterator[Said]:
    """Both parents of a child say the same on one sheet, save in a family here and there."""
    for use in uses:
        yes = chance.random() < SAYS_YES
        for link in family:
            agrees = yes if chance.random() < 0.995 else not yes
            yield Said(giver=link.relative, person=link.person, use=use, yes=agrees)


def _protect(school: School, *, now: datetime) -> None:
    pupils = Person.objects.of_school(school.pk).who_are(Audience.PUPIL).order_by("pk")
    for child, reason in zip(pupils[10:300:90], ProtectionReason, strict=False):
        pictures.protect(
            person=child,
            reason=reason,
            note="As agreed with the carers",
            review_on=timezone.localdate(now) + timedelta(days=180),
            by=_at(school, Role.DSL),
            now=now,
        )


def _draft(school: School, *, now: datetime) -> None:
    """One that waits for approval, and one that its author still writes."""
    author = person(school, Role.TEACHER) or _at(school, Role.OFFICE)
    places = [each for each in places_at(school) if each.account] or places_at(school)[:1]
    waiting = publishing.make_draft(
        school=school,
        title="Harvest supper",
        text="Thank you to everybody who came to the harvest supper. The hall smelled of apples!",
        places=places,
        by=author,
        now=now - timedelta(days=1),
    )
    publishing.submit_draft(
        draft=waiting, revision=waiting.revision, by=author, now=now - timedelta(days=1)
    )
    publishing.make_draft(
        school=school,
        title="Cross-country",
        text="Our runners finished third in a field of mud.",
        places=places,
        by=author,
        now=now - timedelta(hours=3),
    )
