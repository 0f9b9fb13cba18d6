"""Write a policy clause by clause: a draft without a document, in our words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.audit.actions import record
from footprint.policies.actions.reviewing import decide
from footprint.policies.actions.uploading import AlreadyUnderReview
from footprint.policies.models import ClauseReview, Decision, PolicyVersion
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.policy import Clause, Plain, Policy, Quote, Value, clause_to_json, freeze
from footprint.rulebook.terms import ClauseName, Stated
from footprint.rulebook.writing.blocks import Block, SchoolFacts
from footprint.rulebook.writing.document import clause_in_sentences
from footprint.rulebook.writing.saying import unsaid
from footprint.schools.models import School
from footprint.users.models import User

WHERE = "written with Footprint"


class HalfARule(Exception):
    """A value says nothing without another, such as a rule on friends without with whom."""


@transaction.atomic
def start_building(*, school: School, by: User, now: datetime) -> PolicyVersion:
    """
    Begin a draft without a document, from the version in force where there is one.

    What that version states is taken over as confirmed, so that only its gaps wait; each can be
    looked at again.

    Raises:
        AlreadyUnderReview: the school has such a draft open.
    """
    School.objects.select_for_update().get(pk=school.pk)  # two people who begin at once
    open_draft = PolicyVersion.objects.of_school(school.pk).drafts().built().first()
    if open_draft:
        raise AlreadyUnderReview(open_draft)
    in_force = PolicyVersion.objects.in_force(school_id=school.pk, on=timezone.localdate(now))
    base = in_force.policy if in_force else Policy("", {})
    version = PolicyVersion.objects.create(school=school, created_at=now)
    ClauseReview.objects.bulk_create(
        _review(version, position, base.clause(name), by, now)
        for position, name in enumerate(ClauseName)
    )
    record(
        by=by.username,
        action="policies.building_started",
        target=f"policy_version:{version.pk}",
        now=now,
        school_id=school.pk,
        details={"from_version": in_force.number if in_force else None},
    )
    return version


def _review(
    version: PolicyVersion, position: int, clause: Clause, by: User, now: datetime
) -> ClauseReview:
    if not clause.is_stated:
        silent = clause_to_json(Clause(clause.name, Stated.NOT_STATED))
        return ClauseReview(
            version=version, name=clause.name.value, position=position, as_read=silent
        )
    kept = clause_to_json(clause)
    return ClauseReview(
        version=version,
        name=clause.name.value,
        position=position,
        as_read=kept,
        as_confirmed=kept,
        decision=Decision.CONFIRMED,
        decided_by=by,
        decided_at=now,
    )


def write_clause(
    *,
    review: ClauseReview,
    values: Mapping[str, Plain],
    seen: datetime | None,
    by: User,
    now: datetime,
) -> None:
    """
    State these values, in the sentences that we write for them.

    Args:
        values: by the catalogue's keys; at least one.
        seen: as in `reviewing`: when the decision that the person looked at was taken.

    Raises:
        HalfARule: a value cannot be said without another; names it.
        AlreadyAdopted, DecidedMeanwhile: see `reviewing`.
    """
    name = ClauseName(review.name)
    held = {key: Value(freeze(value), None) for key, value in values.items()}
    clause = Clause(name, Stated.STATED, MappingProxyType(held))
    written = clause_to_json(in_our_words(clause, facts_of_school(review.version.school)))
    decide(review, seen, Decision.WRITTEN, written, by=by, now=now)


def in_our_words(clause: Clause, facts: SchoolFacts) -> Clause:
    """
    The clause with the sentences that state it; each value rests on all of them together.

    Raises:
        HalfARule: see there.
    """
    policy = Policy("", MappingProxyType({clause.name: clause}))
    if halves := [key for _name, key in unsaid(policy)]:
        labels = {part.key: part.label for part in BY_NAME[clause.name].parts}
        said = ", ".join(f"“{labels[key]}”" for key in halves)
        raise HalfARule(_("This cannot be said by itself: %s. Fill in what belongs to it.") % said)
    quote = Quote(_joined(clause_in_sentences(policy, clause.name, facts)), WHERE)
    values = {key: Value(value.value, quote) for key, value in clause.values.items()}
    return replace(clause, values=MappingProxyType(values), quotes=(quote,))


def _joined(blocks: tuple[Block, ...]) -> str:
    """Sentences and lists as one text: "Posts must not be: rude; insulting. This applies ..."."""
    text = ""
    for before, block in zip((None, *blocks), blocks, strict=False):
        if before is None:
            text = block.text
        elif block.kind == "list_item":
            text += ("; " if before.kind == "list_item" else " ") + block.text.rstrip(".")
        else:
            text = f"{_closed(text)} {block.text}"
    return _closed(text)


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def facts_of_school(school: School) -> SchoolFacts:
    return SchoolFacts(
        school_name=school.name,
        governors_word=school.governors_word,
        office_email=school.office_email,
    )
