"""Mentions, items and incidents in a few words."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from footprint.inbox.models import Item
from footprint.incidents.models import DeletionRequest, Incident
from footprint.listening.models import Mention
from footprint.rulebook.terms import Matter, Outcome, Platform, PostKind, Role, Step
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW, Cast

_numbers = count(1)


def make_item(
    cast: Cast,
    *,
    school: School | None = None,
    kind: PostKind = PostKind.CRITICISM,
    matter: Matter = Matter.REPUTATION,
    platform: str = Platform.FACEBOOK,
    received_at: datetime = NOW,
    due_date: date | None = None,
    **decision: Any,
) -> Item:
    """An item; `decided="replied", after=timedelta(days=1)` decides it that much later."""
    school = school or cast.oakfield
    mention = Mention.objects.create(
        school=school,
        platform=platform,
        external_id=f"post-{next(_numbers)}",
        text="canary text of a post",
        author="canary author",
        found_at=received_at,
        received_at=received_at,
    )
    after = decision.pop("after", timedelta(0))
    if decision.get("decided"):
        decision |= {"decided_by": cast.head, "decided_at": received_at + after}
    return Item.objects.create(
        school=school,
        mention=mention,
        matter=matter.value,
        received_at=received_at,
        suggested_kind=kind.value,
        suggested_desk=Role.OFFICE.value,
        desk=Role.OFFICE.value,
        due_date=due_date,
        **decision,
    )


def make_incident(
    cast: Cast,
    *,
    school: School | None = None,
    matter: Matter = Matter.CONDUCT,
    opened_at: datetime = NOW,
    outcome: Outcome | None = None,
    **fields: Any,
) -> Incident:
    """An incident; with an outcome it is closed."""
    closed: dict[str, Any] = {}
    if outcome:
        closed = {
            "step": Step.CLOSED.value,
            "closed_at": opened_at,
            "closed_by": cast.head,
            "closed_clause": "conduct",
            "closed_reason": "canary reason",
            "outcome": outcome.value,
        }
    return Incident.objects.create(
        school=school or cast.oakfield,
        matter=matter.value,
        title="canary title",
        owner=cast.head,
        next_date=fields.pop("next_date", opened_at.date()),
        opened_at=opened_at,
        opened_by=cast.head,
        **closed,
        **fields,
    )


def make_request(
    incident: Incident, by: User, *, due: date, outcome: str = "", ended_at: datetime | None = None
) -> DeletionRequest:
    return DeletionRequest.objects.create(
        incident=incident,
        asked_at=NOW,
        asked_by=by,
        asked_how="letter",
        due_date=due,
        due_reason="5 school days",
        outcome=outcome,
        outcome_at=ended_at,
    )
