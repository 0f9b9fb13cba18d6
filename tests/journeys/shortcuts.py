"""
What a journey does by the actions alone, because another one walks it on the pages.

A file of its own because two tests need the same schools, posts and incidents to begin with.
"""

from django.utils import timezone

from footprint.inbox import actions as inbox
from footprint.inbox.actions.replying import write_reply
from footprint.inbox.models import Item
from footprint.incidents import actions as incidents
from footprint.incidents.models import Incident
from footprint.listening import actions as listening
from footprint.policies import actions as policies
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import (
    ClauseName,
    ConductTag,
    Flag,
    Platform,
    Poster,
    PostKind,
    SafetyQuestion,
)
from footprint.schools.models import School
from footprint.users.models import User
from tests.journeys.documents import DAYS, Document

LEFT_OPEN = ((ClauseName.REPUTATION, "answer_days"), (ClauseName.DELETION_REQUEST, "days"))


def draft(school: School, document: Document, *, by: User, also: str = "") -> PolicyVersion:
    """Read the document; `also` makes it another one than the same document read before."""
    data = document.path.read_bytes() + also.encode()
    return policies.upload(
        school=school,
        data=data,
        filename=document.path.name,
        insist=False,
        by=by,
        now=timezone.now(),
    )


def decide_all(version: PolicyVersion, *, by: User) -> PolicyVersion:
    """Confirm every clause as it was read."""
    for review in version.reviews.all():
        policies.confirm_as_read(review=review, seen=review.decided_at, by=by, now=timezone.now())
    return version


def adopt(school: School, document: Document, *, by: User) -> PolicyVersion:
    """From the document to the adopted policy, with the numbers that it leaves open."""
    return policies.adopt(
        version=decide_all(draft(school, document, by=by), by=by),
        adopted_on=timezone.localdate(),
        minute="Item 7",
        review_on=None,
        given=dict.fromkeys(LEFT_OPEN, DAYS),
        by=by,
        now=timezone.now(),
    )


def make_safe(item: Item, *, by: User) -> Item:
    """All four safety questions: no."""
    inbox.answer_safety(
        item=item,
        answers=dict.fromkeys(SafetyQuestion, False),
        subject_is_head=False,
        revision=item.revision,
        by=by,
        now=timezone.now(),
    )
    item.refresh_from_db()
    return item


def arrive(school: School, words: str, platform: Platform, *, by: User) -> Item:
    """A post is reported and received, and nobody is in danger."""
    now = timezone.now()
    sighting = listening.Sighting(
        words=words, platform=platform, where=platform.value, seen_at=now, again=True
    )
    mention = listening.record_sighting(school=school, sighting=sighting, by=by, now=now)
    item = inbox.receive(mention=mention, now=now)
    assert item is not None
    return make_safe(item, by=by)


def answered(item: Item) -> Item:
    """An answer in public by the one who looked at it; it waits for another person."""
    by = item.safety_by
    assert by is not None
    write_reply(
        item=item,
        text="Thank you. Please come in, so that we can talk.",
        kept_because="",
        revision=item.revision,
        by=by,
        now=timezone.now(),
    )
    item.refresh_from_db()
    return item


def open_about(item: Item, *, by: User) -> Incident:
    """An incident about it, to be looked at today."""
    return inbox.open_as_incident(
        item=item,
        title="Insults about a member of staff",
        next_date=timezone.localdate(),
        revision=item.revision,
        by=by,
        now=timezone.now(),
    )


def assess_as_by_a_parent(incident: Incident, *, by: User) -> Incident:
    """A parent posted it, and it insults somebody."""
    insulting = incidents.Assessment(
        poster=Poster.PARENT,
        kind=PostKind.CRITICISM,
        flags=frozenset({Flag.INSULT}),
        conduct=frozenset({ConductTag.INSULTING}),
    )
    incidents.assess(
        incident=incident,
        assessment=insulting,
        shut_out=[],
        next_date=timezone.localdate(),
        revision=incident.revision,
        by=by,
        now=timezone.now(),
    )
    return incident
