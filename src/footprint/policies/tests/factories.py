"""Drafts and adopted policies for tests of this and of the rooms above."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from footprint import rulebook
from footprint.policies import actions
from footprint.policies.documents.tests.samples import paragraph, typeset, word
from footprint.policies.models import PolicyDocument, PolicyVersion, TrustPolicy
from footprint.policies.trusts import without_local
from footprint.rulebook.policy import Policy, policy_to_json
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW

MEETING = date(2026, 9, 3)
SAMPLES = Path(str(rulebook.__file__)).parent / "tests" / "samples"


def as_file(name: str) -> SimpleUploadedFile:
    """One of the rulebook's invented documents, as a form sends it."""
    return SimpleUploadedFile(Path(name).name, (SAMPLES / name).read_bytes())


def as_word(name: str) -> SimpleUploadedFile:
    """The same as a Word document: short lines without a full stop are its headings."""
    parts = (SAMPLES / name).read_text().strip().split("\n\n")
    body = "".join(
        paragraph(part, style="" if part.endswith(".") else "Heading1") for part in parts
    )
    return SimpleUploadedFile("policy.docx", word(body))


def as_pdf(name: str) -> SimpleUploadedFile:
    """The same as a PDF of several pages with a header and page numbers."""
    parts = (SAMPLES / name).read_text().strip().split("\n\n")
    return SimpleUploadedFile("policy.pdf", typeset(_TYPST, parts=parts))


_TYPST = """
#set page(header: [Oakfield Primary School], footer: context counter(page).display("1"))
#for part in data.parts { if part.ends-with(".") { par(part) } else { heading(part) } }
"""


def make_draft(school: School, by: User, name: str = "oakfield.txt") -> PolicyVersion:
    """One of the rulebook's invented documents, uploaded and waiting for its review."""
    data = (SAMPLES / name).read_bytes()
    return actions.upload(
        school=school, data=data, filename=Path(name).name, insist=True, by=by, now=NOW
    )


def make_reviewed(school: School, by: User, name: str = "oakfield.txt") -> PolicyVersion:
    """The same with every clause confirmed as it was read."""
    version = make_draft(school, by, name)
    for review in version.reviews.all():
        actions.confirm_as_read(review=review, seen=None, by=by, now=NOW)
    return version


def adopt(
    version: PolicyVersion,
    by: User,
    *,
    on: date = MEETING,
    review_on: date | None = None,
    given: Mapping[tuple[ClauseName, str], int] | None = None,
) -> PolicyVersion:
    """Adopt a reviewed version, at the cast's time."""
    return actions.adopt(
        version=version,
        adopted_on=on,
        minute="Full governing body, item 7",
        review_on=review_on,
        given=given or {},
        by=by,
        now=NOW,
    )


def make_document(school: School, by: User) -> PolicyDocument:
    """A document of one invented sentence."""
    block = {
        "kind": "paragraph",
        "text": "We are kind online.",
        "where": "paragraph 1",
        "links": [],
    }
    content = {"document": {"blocks": [block], "title": "", "source_format": "text", "notes": []}}
    return PolicyDocument.objects.create(
        school=school,
        filename="policy.txt",
        data=b"We are kind online.",
        sha256="0" * 64,
        content=content,
        uploaded_at=NOW,
        uploaded_by=by,
    )


def make_adopted(
    school: School, policy: Policy, by: User, *, on: date = date(2026, 9, 1), number: int = 1
) -> PolicyVersion:
    """This policy as the school's adopted version from a day on."""
    return PolicyVersion.objects.create(
        school=school,
        document=make_document(school, by),
        created_at=NOW,
        number=number,
        adopted_on=on,
        adopted_at=NOW,
        adopted_by=by,
        minute="Full governing body, item 7",
        adopted_content=policy_to_json(policy),
    )


def make_trust_policy(version: PolicyVersion, *, number: int = 1) -> TrustPolicy:
    """What this adopted version says, as the policy of its school's trust."""
    trust, by = version.school.trust, version.adopted_by
    assert trust is not None
    assert by is not None
    return TrustPolicy.objects.create(
        trust=trust,
        number=number,
        content=policy_to_json(without_local(version.policy)),
        taken_from=version,
        adopted_on=MEETING,
        adopted_at=NOW,
        adopted_by=by,
    )


def make_sister(oakfield: School, name: str = "Larkhill Academy") -> School:
    """Another school of Oakfield's trust."""
    return School.objects.create(name=name, trust=oakfield.trust, town="Larkhill")
