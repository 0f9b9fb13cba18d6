"""What a person does with an item: reply, leave, pass on, open an incident; or take that back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from footprint.inbox.actions.receiving import NO_POLICY
from footprint.inbox.actions.taking import AlreadyDecided, change, check_open
from footprint.inbox.models import Decided, Item
from footprint.incidents.actions import open_incident
from footprint.incidents.models import Incident
from footprint.rulebook.decisions.opinion import OpinionRuling, rule_on_opinion
from footprint.rulebook.facts import Signal
from footprint.rulebook.terms import Act, Matter, SafetyQuestion
from footprint.users.models import User


class NotOffered(Exception):
    """The rulebook does not offer this act for this post; says why."""


def opinion_of(item: Item) -> OpinionRuling:
    """Which acts are offered about it."""
    policy = item.policy_version.policy if item.policy_version else NO_POLICY
    return rule_on_opinion(policy=policy, signal=_signal(item), conduct=frozenset())


def _signal(item: Item) -> Signal:
    """What was confirmed, else what was suggested."""
    return Signal(item.shown_kind, frozenset(item.shown_flags), item.suggested_urgent)


@transaction.atomic
def record_reply(*, item: Item, reply: str, revision: int, by: User, now: datetime) -> None:
    """
    Keep exactly what a person answered, on the platform or in private. Footprint sends nothing.

    Raises:
        AlreadyDecided, SafetyFirst, ChangedMeanwhile.
    """
    _decide(item, Decided.REPLIED, revision, by, now, reply=reply)


@transaction.atomic
def leave(*, item: Item, reason: str, revision: int, by: User, now: datetime) -> None:
    """Do nothing about it, and say why: "no reply" is a recorded choice."""
    _decide(item, Decided.NO_ACTION, revision, by, now, decided_reason=reason)


@transaction.atomic
def pass_on(*, item: Item, to: str, note: str, revision: int, by: User, now: datetime) -> None:
    """Pass praise or feedback on to the person it is for."""
    _decide(item, Decided.PASSED_ON, revision, by, now, passed_to=to, decided_reason=note)


@transaction.atomic
def open_as_incident(
    *, item: Item, title: str, next_date: date, revision: int, by: User, now: datetime
) -> Incident:
    """
    Open an incident about it, in the same class and with the same people shut out.

    Raises:
        NotOffered: it is an opinion that breaks no rule, and no safety question was answered yes.
        AlreadyDecided, SafetyFirst, ChangedMeanwhile; AlreadyOpen, CannotSee, NotTold: see
            ``incidents.actions.opening``.
    """
    check_open(item)
    unsafe = any(item.safety.values())
    if not unsafe and Act.OPEN_INCIDENT not in opinion_of(item).offered:
        raise NotOffered(
            "This is an opinion that breaks no rule of your policy, so no incident is opened. "
            "If it is more than that, correct what kind of post it is first."
        )
    incident = open_incident(
        school=item.school,
        matter=Matter(item.matter),
        title=title,
        mention=item.mention,
        policy_version=item.policy_version,
        owner=by,
        next_date=next_date,
        shut_out=list(item.shut_out.all()),
        signal=_signal(item),
        no_pictures=bool(item.safety.get(SafetyQuestion.NUDE_IMAGE.value)),
        by=by,
        now=now,
    )
    _decide(item, Decided.INCIDENT, revision, by, now, incident=incident)
    return incident


def _decide(
    item: Item, decided: Decided, revision: int, by: User, now: datetime, **fields: Any
) -> None:
    check_open(item)
    change(
        item,
        revision=revision,
        action=f"decided_{decided.value}",
        by=by,
        now=now,
        decided=decided.value,
        decided_by=by,
        decided_at=now,
        **fields,
    )


@transaction.atomic
def reopen(*, item: Item, reason: str, revision: int, by: User, now: datetime) -> None:
    """
    Take a decision back. The audit trail keeps it; an incident goes on by itself.

    Raises:
        AlreadyDecided: an incident was opened; it is worked on there.
    """
    if item.decided == Decided.INCIDENT:
        raise AlreadyDecided("An incident was opened about this. Go on there.")
    change(
        item,
        revision=revision,
        action="reopened",
        by=by,
        now=now,
        details={"was": item.decided},
        decided="",
        decided_by=None,
        decided_at=None,
        decided_reason=reason,
        reply="",
        passed_to="",
    )
