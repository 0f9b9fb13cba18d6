"""
The policies of the invented schools: what each says otherwise, an older one, the trust's own.

A file of its own because small differences on purpose are what the difference pages show.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from footprint.policies import actions as policies
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import ClauseName
from footprint.sample_school.cast import OAKFIELD, SampleSchool
from footprint.schools.models import School, Trust
from footprint.users.models import User

Changes = tuple[tuple[str, str], ...]  # (a passage of the document, what stands in its place)

DATA = Path(__file__).parent / "data"
DAYS = {(ClauseName.DELETION_REQUEST, "days"): 3, (ClauseName.REPUTATION, "answer_days"): 5}
TAKEN_FROM = "Larkhill Academy"
OLDER: Changes = (  # Oakfield's policy before the one in force
    (
        "the headteacher will ask them to delete it and expects this to be done within two school "
        "days.",
        "the school will ask them to delete it promptly.",
    ),
    ("WhatsApp says that users must be 16.", "WhatsApp says that users must be 13."),
    ("bullying, aggressive, rude or insulting, that breaks", "bullying or aggressive, that breaks"),
    (
        "If we have to teach remotely, lessons are held in Google Classroom for Key Stage 1 and "
        "Microsoft Teams for Key Stage 2, depending on the year group. These are monitored by the "
        "senior leadership team.\n\n",
        "",
    ),
)
VARIANTS: Mapping[str, tuple[frozenset[ClauseName], Changes]] = {  # schools of the trust
    "Millbrook Infant School": (
        frozenset(
            {
                ClauseName.OFFICIAL_ACCOUNTS,
                ClauseName.ONLINE_SAFETY_LESSONS,
                ClauseName.QUESTIONS,
            }
        ),
        (
            ("local committee members", "LCMs"),
            (
                "It will answer general questions about the school there within two working days.",
                "The school will not reply to messages there.",
            ),
            (
                "about being a good friend online, and about reporting bullying, misuse, "
                "intimidation or abuse.",
                "and about being a good friend online.",
            ),
            ("should go to the Headteacher or DSL in the", "should go to the DSL in the"),
        ),
    ),
    "Thornbury Road Junior School": (
        frozenset(
            {
                ClauseName.DELETION_REQUEST,
                ClauseName.EXCEPTIONS,
                ClauseName.PARENT_SUPPORT,
            }
        ),
        (
            ("local committee members", "governors"),
            ("the Headteacher or the DSL will ask for it", "the Headteacher will ask for it"),
            ("The Principal of the school may agree exceptions", "The DSL may agree exceptions"),
            ("Schools can provide a family media agreement to fill in together.", ""),
        ),
    ),
}


def adopt_policies(sample: SampleSchool, school: School, *, by: User, now: datetime) -> None:
    """The version in force, and at Oakfield the one that it replaced."""
    if sample == OAKFIELD:
        draft = _decided(sample, school, OLDER, by, now)
        _adopt(draft, now.date() - timedelta(days=380), by, now)
    draft = _decided(sample, school, VARIANTS.get(sample.name, (frozenset(), ()))[1], by, now)
    _adopt(draft, now.date(), by, now)


def take_for_trust(trust: Trust, *, by: User, now: datetime) -> None:
    """What one of its schools has becomes the trust's own; it is not proposed to the others yet."""
    version = PolicyVersion.objects.adopted().filter(school__name=TAKEN_FROM)[0]
    policies.take_as_trust_policy(
        trust=trust, version=version, adopted_on=now.date(), by=by, now=now
    )


def _decided(
    sample: SampleSchool, school: School, changes: Changes, by: User, now: datetime
) -> PolicyVersion:
    version = policies.upload(
        school=school,
        data=document_of(sample, changes).encode(),
        filename="social-media-policy.txt",
        insist=False,
        by=by,
        now=now,
    )
    for review in version.reviews.all():
        policies.confirm_as_read(review=review, seen=None, by=by, now=now)
    return version


def document_of(sample: SampleSchool, changes: Changes) -> str:
    """The school's document with other passages in it; each passage must be there."""
    text = (DATA / sample.document).read_text(encoding="utf-8")
    for passage, other in changes:
        if passage not in text:
            raise ValueError(f"{sample.document} does not say {passage!r}")
        text = text.replace(passage, other)
    return text


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
