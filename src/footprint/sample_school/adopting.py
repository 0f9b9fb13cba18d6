"""
The policies of the invented schools: what each corrected, an older version, and the trust's own.

A file of its own because small differences on purpose are what the difference pages show.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from footprint.policies import actions as policies
from footprint.policies.models import ClauseReview, PolicyVersion
from footprint.rulebook.policy import Plain, clause_from_json
from footprint.rulebook.terms import ClauseName
from footprint.sample_school.cast import OAKFIELD, SampleSchool
from footprint.schools.models import School, Trust
from footprint.users.models import User

Corrections = Mapping[ClauseName, Mapping[str, Plain] | None]  # None: it does not say this

DATA = Path(__file__).parent / "data"
DAYS = {(ClauseName.DELETION_REQUEST, "days"): 3, (ClauseName.REPUTATION, "answer_days"): 5}
TAKEN_FROM = "Larkhill Academy"
OLDER: Corrections = {  # what Oakfield's policy said before the one in force
    ClauseName.DELETION_REQUEST: {"requested_by": "school"},
    ClauseName.MINIMUM_AGE: {"exceptions": {"WhatsApp": 13}},
    ClauseName.CONDUCT: {"must_not_be": ("bullying", "aggressive", "illegal", "disrepute")},
    ClauseName.REMOTE_LEARNING_CHANNELS: None,
}
VARIANTS: Mapping[str, Corrections] = {  # what schools of the trust keep of their own
    "Millbrook Infant School": {
        ClauseName.OFFICIAL_ACCOUNTS: {"answers": "never", "enquiries_to": "school office"},
        ClauseName.ONLINE_SAFETY_LESSONS: {"topics": ("online_behaviour", "good_friend")},
        ClauseName.QUESTIONS: {"staff_ask": "dsl"},
    },
    "Thornbury Road Junior School": {
        ClauseName.DELETION_REQUEST: {"requested_by": "headteacher"},
        ClauseName.EXCEPTIONS: {"approved_by": "dsl", "declared": "yearly"},
        ClauseName.PARENT_SUPPORT: None,
    },
}


def adopt_policies(sample: SampleSchool, school: School, *, by: User, now: datetime) -> None:
    """The version in force, and at Oakfield the one that it replaced."""
    if sample == OAKFIELD:
        draft = _decided(sample, school, OLDER, by, now)
        _adopt(draft, now.date() - timedelta(days=380), by, now)
    draft = _decided(sample, school, VARIANTS.get(sample.name, {}), by, now)
    _adopt(draft, now.date(), by, now)


def take_for_trust(trust: Trust, *, by: User, now: datetime) -> None:
    """What one of its schools has becomes the trust's own; it is not proposed to the others yet."""
    version = PolicyVersion.objects.adopted().filter(school__name=TAKEN_FROM)[0]
    policies.take_as_trust_policy(
        trust=trust, version=version, adopted_on=now.date(), by=by, now=now
    )


def _decided(
    sample: SampleSchool, school: School, corrections: Corrections, by: User, now: datetime
) -> PolicyVersion:
    version = policies.upload(
        school=school,
        data=(DATA / sample.document).read_bytes(),
        filename="social-media-policy.txt",
        insist=False,
        by=by,
        now=now,
    )
    for review in version.reviews.all():
        _decide(review, corrections, by, now)
    return version


def _decide(review: ClauseReview, corrections: Corrections, by: User, now: datetime) -> None:
    name = ClauseName(review.name)
    if name not in corrections:
        policies.confirm_as_read(review=review, seen=None, by=by, now=now)
        return
    changed = corrections[name]
    if changed is None:
        policies.not_in_policy(review=review, seen=None, by=by, now=now)
        return
    read = clause_from_json(name, review.as_read)
    values = {key: value.value for key, value in read.values.items()}
    policies.correct(review=review, values={**values, **changed}, seen=None, by=by, now=now)


def _adopt(draft: PolicyVersion, on: date, by: User, now: datetime) -> None:
    policies.adopt(
        version=draft,
        adopted_on=on,
        minute="Full governing body, item 7",
        review_on=on + timedelta(days=365),
        given=DAYS,
        by=by,
        now=now,
    )
