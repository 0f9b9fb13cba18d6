"""
Agreements of the sample school, for every page that shows one.

A file of its own because the pages need a text of each kind, and people in every standing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from footprint.people.actions import make_link
from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.agreements import actions
from footprint.registers.agreements.models import AgreementText, How, Signature, State
from footprint.registers.agreements.starters import starter_for
from footprint.rulebook.terms import AgreementAudience, Audience
from footprint.schools.models import School
from footprint.users.models import User

CLASS = "4 Oak"
A = AgreementAudience


@dataclass(frozen=True)
class Agreements:
    """What the addresses of the agreements need."""

    text: AgreementText  # for juniors, the second version
    draft: AgreementText  # of the third
    answer: Signature
    token: str  # of a parent's link


def make_agreements(school: School, *, by: User, teacher: User, now: datetime) -> Agreements:
    """A class that signed in part, a parent who was asked, a teacher who has not signed."""
    pupils = [_pupil(school, family_name) for family_name in ("Ashdown", "Birchall", "Cedarwood")]
    parent = make_parent(of=pupils[0], family_name="Ashdown", email="ashdown@mail.example")
    if not Person.objects.filter(school=school, user=teacher).exists():
        make_person(school, Audience.STAFF, user=teacher, given_name="Tamsin")
    for audience in (A.JUNIORS, A.PARENTS, A.STAFF):
        _use(_write(school, audience, by=by, now=now), by=by, now=now)
    text = _use(_write(school, A.JUNIORS, by=by, now=now), by=by, now=now)
    for pupil, state in ((pupils[0], State.SIGNED), (pupils[1], State.DECLINED)):
        actions.record_answers(
            text=text,
            people=[pupil.pk],
            state=state,
            how=How.PAPER,
            signed_on=now.date(),
            by=by,
            now=now,
        )
    return Agreements(
        text=text,
        draft=_write(school, A.JUNIORS, by=by, now=now),
        answer=Signature.objects.filter(text=text)[0],
        token=make_link(
            person=parent, purpose="agreements", about=A.PARENTS.value, by=by.username, now=now
        ),
    )


def _pupil(school: School, family_name: str) -> Person:
    return make_person(school, family_name=family_name, year_group=4, class_name=CLASS)


def _write(
    school: School, audience: AgreementAudience, *, by: User, now: datetime
) -> AgreementText:
    title, body = starter_for(audience)
    return actions.save_draft(
        school=school, audience=audience, title=title, body=body, revision=0, by=by, now=now
    )


def _use(draft: AgreementText, *, by: User, now: datetime) -> AgreementText:
    return actions.put_in_use(
        draft=draft,
        revision=draft.revision,
        from_day=now.date() - timedelta(days=7),
        material=True,
        reason="Phones stay in bags now",
        by=by,
        now=now,
    )
