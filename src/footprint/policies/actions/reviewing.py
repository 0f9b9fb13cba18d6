"""A person's decision on each clause as it was read: confirmed, corrected, or not in our policy."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.audit.actions import record
from footprint.policies.models import ClauseReview, Decision, PolicyVersion
from footprint.rulebook.policy import (
    Clause,
    Plain,
    Value,
    clause_from_json,
    clause_to_json,
    freeze,
)
from footprint.rulebook.terms import ClauseName, Stated
from footprint.users.models import User


class AlreadyAdopted(Exception):
    """The version was adopted or set aside meanwhile; its clauses can no longer change."""


class DecidedMeanwhile(Exception):
    """Somebody else decided after the person looked; says who, and what."""


# In every action: `seen` is when the decision that the person looked at was taken, None where the
# clause was undecided. Of two people at once the second is told, and nothing is written over.


def confirm_as_read(
    *, review: ClauseReview, seen: datetime | None, by: User, now: datetime
) -> None:
    """Say that the clause was read rightly, also where it was found to be silent or unclear."""
    decide(review, seen, Decision.CONFIRMED, review.as_read, by=by, now=now)


def correct(
    *,
    review: ClauseReview,
    values: Mapping[str, Plain],
    seen: datetime | None,
    by: User,
    now: datetime,
) -> None:
    """
    Put a person's values in place of those read. The sentence stays with each unchanged value.

    Args:
        values: all values that the policy states under this clause, by the catalogue's keys; none
            at all says that the policy is silent.
    """
    read = clause_from_json(ClauseName(review.name), review.as_read)
    decided = replace(
        read,
        stated=Stated.STATED if values else Stated.NOT_STATED,
        values={key: _value(read, key, value) for key, value in values.items()},
        quotes=read.quotes if values else (),
    )
    decide(review, seen, Decision.CORRECTED, clause_to_json(decided), by=by, now=now)


def _value(read: Clause, key: str, value: Plain) -> Value:
    """
    The value with the sentence that it was read in, else the clause's first sentence.

    A person corrects what a sentence means, not which one says so; for a clause that was not found
    at all there is none, and the value is then the school's own word.
    """
    known = read.values.get(key)
    if known is not None and known.value == freeze(value):
        return known
    return Value(freeze(value), read.quote_for(key))


def not_in_policy(*, review: ClauseReview, seen: datetime | None, by: User, now: datetime) -> None:
    """Say that the school's policy does not state this, whatever was read."""
    silent = Clause(ClauseName(review.name), Stated.NOT_STATED)
    decide(review, seen, Decision.NOT_IN_POLICY, clause_to_json(silent), by=by, now=now)


def keep_ours(*, review: ClauseReview, seen: datetime | None, by: User, now: datetime) -> None:
    """
    Keep what the school's version in force says, whatever the trust proposes.

    A school without a version in force has nothing to keep: its policy then does not say this.
    """
    version = review.version
    today = timezone.localdate(now)
    in_force = PolicyVersion.objects.in_force(school_id=version.school_id, on=today)
    name = ClauseName(review.name)
    ours = in_force.policy.clause(name) if in_force else Clause(name, Stated.NOT_STATED)
    decide(review, seen, Decision.KEPT, clause_to_json(ours), by=by, now=now)


def undo(*, review: ClauseReview, seen: datetime | None, by: User, now: datetime) -> None:
    """Take the decision back; the clause waits again."""
    decide(review, seen, None, None, by=by, now=now)


@transaction.atomic
def decide(
    review: ClauseReview,
    seen: datetime | None,
    decision: Decision | None,
    confirmed: Mapping[str, Any] | None,
    *,
    by: User,
    now: datetime,
) -> None:
    """
    Write one decision, of whatever kind; None takes it back.

    Raises:
        AlreadyAdopted, DecidedMeanwhile: see there.
    """
    drafts = PolicyVersion.objects.drafts().select_for_update()
    version = drafts.filter(pk=review.version_id).first()
    if version is None:
        raise AlreadyAdopted(_("This version was adopted or set aside; its clauses are fixed."))
    written = ClauseReview.objects.filter(pk=review.pk, decided_at=seen).update(
        decision=decision or "",
        as_confirmed=confirmed,
        decided_by=by if decision else None,
        decided_at=now if decision else None,
    )
    if not written:
        raise DecidedMeanwhile(_meanwhile(ClauseReview.objects.get(pk=review.pk)))
    record(
        by=by.username,
        action="policies.clause_decided" if decision else "policies.clause_reopened",
        target=f"policy_version:{version.pk}",
        now=now,
        school_id=version.school_id,
        details={"clause": review.name, "decision": decision.value if decision else ""},
    )


def _meanwhile(review: ClauseReview) -> str:
    if not review.decision:
        return _("Somebody took the decision on this clause back meanwhile. Please decide again.")
    sentence = _("%(who)s decided on this clause meanwhile: “%(what)s”. Nothing was changed.")
    return sentence % {"who": review.decided_by, "what": review.get_decision_display()}
