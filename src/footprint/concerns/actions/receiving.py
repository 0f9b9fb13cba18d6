"""Keep what somebody told: from outside without a trace of who it was, or from staff by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from footprint.concerns.actions.taking import write_event
from footprint.concerns.actions.telling import tell_circle
from footprint.concerns.models import Concern, Way
from footprint.concerns.receipts import digest_of
from footprint.incidents.actions import CannotSee
from footprint.incidents.actions.naming import matter_and_owners
from footprint.incidents.advice import NO_POLICY
from footprint.incidents.circle import shut_out_by
from footprint.policies.models import PolicyVersion
from footprint.rulebook.decisions.safety import SafetyRuling, rule_on_safety
from footprint.rulebook.terms import Matter, Role, SafetyQuestion
from footprint.schools.models import School
from footprint.users.access import holders
from footprint.users.models import User
from footprint.vault.keys import forget_when, make_key

# The class of what no safety question takes over: a parent's worry may be read by the office, what
# a child, somebody without a name or a colleague tells only by those who keep children safe.
CLASSES: Mapping[Way, Matter] = {
    Way.PARENT: Matter.CONDUCT,
    Way.ANONYMOUS: Matter.SAFEGUARDING,
    Way.CHILD: Matter.SAFEGUARDING,
    Way.STAFF: Matter.SAFEGUARDING,
}


class NobodyMayRead(Exception):
    """Everybody who could read it was named as not to. Not kept; the page says whom to tell."""


@dataclass(frozen=True)
class Told:
    """
    What somebody tells.

    Args:
        answers: to every one of the four safety questions.
        not_to: the roles that must not read it.
        about: who it is about, in words.
        reach: how to reach them; for a parent who wants that.
    """

    way: Way
    answers: Mapping[SafetyQuestion, bool]
    words: str
    about: str = ""
    wish: str = ""
    reach: str = ""
    not_to: frozenset[Role] = field(default_factory=frozenset)


@transaction.atomic(durable=True)
def receive(
    *, school: School, told: Told, receipt: tuple[str, ...], apart: bool, now: datetime
) -> tuple[Concern, SafetyRuling]:
    """
    Keep a report from outside. Once this returns it is on the disk, and the receipt may be shown.

    Only the day is kept. No event is written and nobody is told here: both would hold the minute.
    The job that tells its readers writes the event.

    Args:
        receipt: of the form's ticket; the same form sent twice is one report.
        apart: it came in a flood, or looks like no report.

    Raises:
        NobodyMayRead: see there; nothing is kept.
        ValueError: a question has no answer.
    """
    digest = digest_of(receipt)
    ruling = _rule(school, told, now)
    mine = Concern.objects.with_receipt(digest).of_school(school.pk)
    known = mine.first()
    if known is not None:
        return known, ruling
    day = timezone.localdate(now)
    try:
        with transaction.atomic():
            concern = _keep(school, told, ruling, day=day, receipt=digest, kept_apart=apart)
    except IntegrityError:  # the same form, sent twice at the same moment
        return mine.get(), ruling
    forget_when(concern.seal_key, day=day)
    return concern, ruling


@transaction.atomic
def report(*, school: School, told: Told, by: User, now: datetime) -> tuple[Concern, SafetyRuling]:
    """
    Keep what a colleague tells, and alert everybody who may read it. They do not read it back.

    Raises:
        NobodyMayRead, ValueError: see `receive`.
    """
    ruling = _rule(school, told, now)
    concern = _keep(school, told, ruling, day=timezone.localdate(now), written_by=by)
    details = {"matter": concern.matter, "yes": concern.answers}
    write_event(concern, "reported", by=by.username, now=now, details=details)
    tell_circle(concern=concern, now=now)
    return concern, ruling


def _rule(school: School, told: Told, now: datetime) -> SafetyRuling:
    day = timezone.localdate(now)
    version = PolicyVersion.objects.in_force(school_id=school.pk, on=day)
    return rule_on_safety(
        policy=version.policy if version else NO_POLICY,
        answers=told.answers,
        subject_is_head=_accuses_head(told),
    )


def _accuses_head(told: Told) -> bool:
    """An adult is accused, and the head must not read it: then it is for the chair."""
    return told.answers.get(SafetyQuestion.ADULT_ACCUSED, False) and (
        Role.HEADTEACHER in told.not_to
    )


def _keep(
    school: School, told: Told, ruling: SafetyRuling, *, day: date, **fields: object
) -> Concern:
    shut_out = shut_out_by(school, users=holders(school.pk, told.not_to)) if told.not_to else set()
    try:
        matter, _owners = matter_and_owners(
            school_id=school.pk, matter=ruling.matter or CLASSES[told.way], shut_out=shut_out
        )
    except CannotSee:
        raise NobodyMayRead from None
    concern = Concern.objects.create(
        school=school,
        way=told.way,
        matter=matter.value,
        answers=[each.value for each in SafetyQuestion if told.answers[each]],
        received_on=day,
        about=told.about.strip(),
        words=told.words.strip(),
        wish=told.wish.strip(),
        reach=told.reach.strip(),
        seal_key=make_key(school.pk),
        **fields,
    )
    concern.shut_out.set(shut_out)
    return concern
