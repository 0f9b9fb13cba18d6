"""Read a school's document and lay it out for review."""

import hashlib
import json
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.audit.actions import record
from footprint.guidance.at_school import own_values
from footprint.guidance.checks import outdated_facts
from footprint.policies.documents.as_source import source_of
from footprint.policies.documents.child import open_in_child
from footprint.policies.documents.passing import document_to_json
from footprint.policies.documents.text import Document
from footprint.policies.models import ClauseReview, PolicyDocument, PolicyVersion
from footprint.rulebook.policy import clause_to_json
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.reading.result import Reading, finding_to_json
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School
from footprint.users.models import User


class NotAPolicy(Exception):
    """The document was read, but does not look like a social media policy; says why."""


class AlreadyUnderReview(Exception):
    """The same file was uploaded before, and its draft is still open."""

    def __init__(self, version: PolicyVersion) -> None:
        super().__init__(_("This document is already under review."))
        self.version = version


def upload(
    *, school: School, data: bytes, filename: str, insist: bool, by: User, now: datetime
) -> PolicyVersion:
    """
    Read a document and keep it, with one review for each clause of the catalogue.

    Args:
        insist: go on although the document does not look like a social media policy.

    Raises:
        DocumentProblem: it cannot be read; says what to do. Nothing was kept.
        NotAPolicy: it can, but is something else. Nothing was kept.
        AlreadyUnderReview: these very bytes have an open draft; two reviews of one text would
            part ways.
    """
    _refuse_twice(school, data)
    document = open_in_child(data, filename)
    today = timezone.localdate(now)
    own = own_values(school=school, on=today)
    dated = partial(outdated_facts, on=today, nation=school.nation, own=own)
    reading = read_policy(source_of(document), checks=[dated])
    if not reading.is_policy and not insist:
        raise NotAPolicy(reading.why)
    return _keep(school, data, filename, document, reading, by, now)


def _refuse_twice(school: School, data: bytes) -> None:
    drafts = PolicyVersion.objects.drafts().of_school(school.pk)
    open_draft = drafts.filter(document__sha256=_sha256(data)).first()
    if open_draft:
        raise AlreadyUnderReview(open_draft)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@transaction.atomic
def _keep(
    school: School,
    data: bytes,
    filename: str,
    document: Document,
    reading: Reading,
    by: User,
    now: datetime,
) -> PolicyVersion:
    School.objects.select_for_update().get(pk=school.pk)  # two uploads of one file at once
    _refuse_twice(school, data)
    kept = PolicyDocument.objects.create(
        school=school,
        filename=filename[-200:],
        data=data,
        sha256=_sha256(data),
        content=json.loads(document_to_json(document)),
        uploaded_at=now,
        uploaded_by=by,
    )
    version = PolicyVersion.objects.create(
        school=school,
        document=kept,
        findings=[finding_to_json(finding) for finding in reading.findings],
        created_at=now,
    )
    ClauseReview.objects.bulk_create(_reviews(version, reading))
    record(
        by=by.username,
        action="policies.uploaded",
        target=f"policy_version:{version.pk}",
        now=now,
        school_id=school.pk,
        details={"sha256": kept.sha256},
    )
    return version


def _reviews(version: PolicyVersion, reading: Reading) -> list[ClauseReview]:
    return [
        ClauseReview(
            version=version,
            name=name.value,
            position=position,
            as_read=clause_to_json(reading.clauses[name]),
        )
        for position, name in enumerate(ClauseName)
    ]
