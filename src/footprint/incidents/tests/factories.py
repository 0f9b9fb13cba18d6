"""Incidents of Oakfield for tests: opened, assessed, asked about."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from footprint.incidents import actions
from footprint.incidents.models import DeletionRequest, Incident
from footprint.listening.models import Mention
from footprint.policies.models import PolicyDocument, PolicyVersion
from footprint.rulebook.policy import Policy, policy_to_json
from footprint.rulebook.terms import ClauseName, ConductTag, Flag, Matter, Outcome, Poster, PostKind
from footprint.rulebook.tests.factories import OAKFIELD
from footprint.users.models import User
from tests.cast import NOW, Cast

THURSDAY = date(2026, 11, 19)
CANARY = "quetzalcoatlus"  # in the words of the post: must show for nobody outside the circle


def adopted(cast: Cast, policy: Policy = OAKFIELD) -> PolicyVersion:
    """The invented policy, adopted a year ago."""
    document = PolicyDocument.objects.create(
        school=cast.oakfield,
        filename="policy.txt",
        data=b"-",
        sha256="0" * 64,
        content={},
        uploaded_at=NOW,
        uploaded_by=cast.head,
    )
    return PolicyVersion.objects.create(
        school=cast.oakfield,
        document=document,
        number=cast.oakfield.policy_versions.count() + 1,
        created_at=NOW,
        adopted_on=date(2025, 11, 3),
        adopted_at=NOW,
        adopted_by=cast.head,
        adopted_content=policy_to_json(policy),
    )


def capture_facts(**changes: Any) -> actions.CaptureFacts:
    facts = actions.CaptureFacts(
        url="https://social.example/post/1",
        author="angry_parent",
        text=f"Invented insulting words, {CANARY}",
        posted_at=datetime(2026, 11, 15, 18, 30, tzinfo=UTC),
        method="told by a parent, typed by Harriet Head",
    )
    return actions.CaptureFacts(**{**asdict(facts), **changes})


def opened(
    cast: Cast,
    *,
    matter: Matter = Matter.CONDUCT,
    owner: User | None = None,
    policy: Policy | None = OAKFIELD,
    **changes: Any,
) -> Incident:
    """An incident that somebody told the head of."""
    given: dict[str, Any] = {
        "school": cast.oakfield,
        "matter": matter,
        "title": "Words about a lunchtime",
        "capture_facts": capture_facts(),
        "policy_version": adopted(cast, policy) if policy else None,
        "owner": owner or cast.head,
        "next_date": THURSDAY,
        "by": owner or cast.head,
        "now": NOW,
        **changes,
    }
    return actions.open_incident(**given)


ABUSIVE = actions.Assessment(
    poster=Poster.PARENT,
    kind=PostKind.CRITICISM,
    flags=frozenset({Flag.INSULT}),
    conduct=frozenset({ConductTag.INSULTING}),
)
FAIR = actions.Assessment(poster=Poster.PARENT, kind=PostKind.CRITICISM)


def assessed(
    cast: Cast,
    assessment: actions.Assessment = ABUSIVE,
    *,
    by: User | None = None,
    shut_out: tuple[User, ...] = (),
    **opening: Any,
) -> Incident:
    """An incident whose poster is known."""
    incident = opened(cast, **opening)
    actions.assess(
        incident=incident,
        assessment=assessment,
        shut_out=shut_out,
        next_date=THURSDAY,
        revision=incident.revision,
        by=by or incident.owner,
        now=NOW,
    )
    return incident


def asked(cast: Cast, **changes: Any) -> tuple[Incident, DeletionRequest]:
    """An incident whose author was asked to delete the post, by Wednesday."""
    incident = assessed(cast, **changes)
    request = actions.request_deletion(
        incident=incident,
        asked_how="letter",
        letter="Hello,\n\nplease delete it.\n",
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )
    return incident, request


def close(incident: Incident) -> None:
    """With support explained, as a fair opinion."""
    actions.record_support(
        incident=incident,
        offered=False,
        text="Nobody was named",
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )
    actions.close(
        incident=incident,
        clause=ClauseName.REPUTATION,
        reason="A fair opinion",
        outcome=Outcome.NOT_A_BREACH,
        lesson="Answer sooner",
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )


def the(page: LexborHTMLParser, selector: str) -> LexborNode:
    """The first such element; a test that expects one fails where there is none."""
    found = page.css_first(selector)
    assert found is not None, selector
    return found


def mention_of(cast: Cast, **changes: Any) -> Mention:
    """A public post that names Oakfield."""
    given: dict[str, Any] = {
        "school": cast.oakfield,
        "platform": "facebook",
        "external_id": "1",
        "url": "https://social.example/post/2",
        "title": "Lunch",
        "author": "somebody",
        "text": "Invented words about lunch",
        "found_at": NOW,
        **changes,
    }
    return Mention.objects.create(**given)
