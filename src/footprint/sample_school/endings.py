"""
How the sample's incidents went, each through the product's own actions.

A file of its own because an incident takes many steps, and `story.py` tells the whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from footprint.incidents import actions
from footprint.incidents.models import Incident, ReferredTo, RequestOutcome
from footprint.rulebook.terms import (
    ClauseName,
    ConductTag,
    Flag,
    Outcome,
    Platform,
    Poster,
    PostKind,
)
from footprint.users.models import User

LETTER = (
    "Dear parent,\n\nWe have seen your post about a member of our staff. Our policy asks everybody "
    "to be respectful. Please delete it, and come and talk to us: we want to put right what is "
    "wrong.\n\nYours sincerely"
)
TITLES = {
    Flag.INSULT: "Insults about a member of staff",
    Flag.PRIVACY: "Names of pupils under a class photo",
    Flag.SEXUAL: "Pupils asked for pictures",
}


@dataclass(frozen=True)
class Ending:
    """What happened after the incident was opened."""

    play: Callable[[Incident, User, datetime], None]

    def title(self, flags: frozenset[Flag]) -> str:
        """A title without names."""
        found = (title for flag, title in TITLES.items() if flag in flags)
        return next(found, "An account that pretends to be the school")


def _assess(
    incident: Incident, poster: Poster, by: User, when: datetime, *, conduct: ConductTag
) -> None:
    actions.assess(
        incident=incident,
        assessment=actions.Assessment(
            poster=poster,
            kind=PostKind(incident.kind or PostKind.CONCERN),
            flags=frozenset(Flag(flag) for flag in incident.flags),
            conduct=frozenset({conduct}),
        ),
        shut_out=[],
        next_date=when.date() + timedelta(days=1),
        revision=incident.revision,
        by=by,
        now=when,
    )
    incident.refresh_from_db()


def _ask(incident: Incident, by: User, when: datetime) -> None:
    actions.request_deletion(
        incident=incident,
        asked_how="letter",
        letter=LETTER,
        revision=incident.revision,
        by=by,
        now=when,
    )
    incident.refresh_from_db()


def _still_open(incident: Incident, by: User, when: datetime) -> None:
    _assess(incident, Poster.PARENT, by, when, conduct=ConductTag.INSULTING)
    _ask(incident, by, when + timedelta(minutes=30))


def _deleted_and_closed(incident: Incident, by: User, when: datetime) -> None:
    _assess(incident, Poster.PARENT, by, when, conduct=ConductTag.INSULTING)
    _ask(incident, by, when + timedelta(minutes=30))
    next_day = when + timedelta(days=1)
    actions.record_outcome(
        deletion_request=incident.deletion_requests.get(),
        outcome=RequestOutcome.DELETED,
        note="Rang to say sorry; the post is gone.",
        next_date=next_day.date(),
        revision=incident.revision,
        by=by,
        now=next_day,
    )
    _close(incident, Outcome.DELETED, ClauseName.DELETION_REQUEST, by, next_day)


def _reported_to_platform(incident: Incident, by: User, when: datetime) -> None:
    _assess(incident, Poster.THIRD_PARTY, by, when, conduct=ConductTag.INAPPROPRIATE)
    actions.report_to_platform(
        incident=incident,
        platform=Platform.FACEBOOK,
        route="The platform's form for impersonation",
        rule="Pretending to be an organisation",
        reference="invented-4711",
        next_date=when.date() + timedelta(days=2),
        revision=incident.revision,
        by=by,
        now=when + timedelta(minutes=30),
    )


def _referred_and_closed(incident: Incident, by: User, when: datetime) -> None:
    _assess(incident, Poster.PUPIL, by, when, conduct=ConductTag.INAPPROPRIATE)
    actions.refer(
        incident=incident,
        to=ReferredTo.SOCIAL_CARE,
        reason="Several children may be at risk.",
        reference="the child-protection record, entry 88",
        next_date=when.date() + timedelta(days=3),
        revision=incident.revision,
        by=by,
        now=when + timedelta(hours=1),
    )
    incident.refresh_from_db()
    _close(incident, Outcome.REFERRED_ON, ClauseName.BREACH_ROUTE, by, when + timedelta(days=3))


def _close(
    incident: Incident, outcome: Outcome, clause: ClauseName, by: User, when: datetime
) -> None:
    incident.refresh_from_db()
    actions.record_support(
        incident=incident,
        offered=True,
        text="Talked with the person concerned, and offered cover for the day.",
        revision=incident.revision,
        by=by,
        now=when,
    )
    incident.refresh_from_db()
    actions.resolve(
        incident=incident,
        reason="Nothing more has to be done about the post.",
        next_date=when.date() + timedelta(days=1),
        revision=incident.revision,
        by=by,
        now=when + timedelta(hours=1),
    )
    incident.refresh_from_db()
    actions.close(
        incident=incident,
        clause=clause,
        reason="Followed to the end as the policy says.",
        outcome=outcome,
        lesson="Remind families each term how to raise a worry in private.",
        revision=incident.revision,
        by=by,
        now=when + timedelta(hours=2),
    )


INCIDENT_ENDINGS: Mapping[str, Ending] = {
    "incident_open": Ending(_still_open),
    "incident_closed": Ending(_deleted_and_closed),
    "incident_platform": Ending(_reported_to_platform),
    "safeguarding": Ending(_referred_and_closed),
}
