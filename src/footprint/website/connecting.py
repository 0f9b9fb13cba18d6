"""
"May I connect?" for everybody: what was asked in the address, and the policy's answer.

A file of its own because the words are the public pages' own, in two languages, and because an
approved exception is nobody's business here: it is never counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.rulebook.decisions.connection import rule_on_connection
from footprint.rulebook.facts import Connection
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, ConnectionKind, Party, Stance

PARTIES: Mapping[Party, Promise] = {
    Party.PUPIL: _("A pupil"),
    Party.FORMER_PUPIL: _("A former pupil"),
    Party.PARENT: _("A parent or carer"),
    Party.STAFF: _("A member of staff"),
    Party.GOVERNOR: _("A governor"),
    Party.VOLUNTEER: _("A volunteer"),
    Party.CONTRACTOR: _("A contractor"),
}
KINDS: Mapping[ConnectionKind, Promise] = {
    ConnectionKind.FRIEND: _("Being friends"),
    ConnectionKind.FRIEND_REQUEST: _("Asking to be friends"),
    ConnectionKind.FOLLOW: _("Following an account"),
    ConnectionKind.MESSAGE: _("Sending messages"),
    ConnectionKind.GROUP: _("Being in a chat group together"),
}
ANSWERS: Mapping[Stance, Promise] = {
    Stance.FORBIDDEN: _("No. Our policy does not allow it."),
    Stance.DISCOURAGED: _("Better not. Our policy discourages it, but does not forbid it."),
    Stance.ALLOWED: _("Yes. Our policy allows it."),
    Stance.NOT_STATED: _("Our policy does not say. Please ask the school office."),
}


@dataclass(frozen=True)
class Answer:
    """
    What the policy says.

    Args:
        quotes: its own sentences, each once.
        counts_groups: that messages take in groups is our reading, and is said to be.
    """

    words: Promise
    quotes: tuple[str, ...]
    counts_groups: bool


def connection_asked(given: Mapping[str, str]) -> Connection | None:
    """What the address asks; None where nothing, or nonsense, was asked."""
    try:
        return Connection(
            Party(given.get("by", "")),
            Party(given.get("to", "")),
            ConnectionKind(given.get("kind", "")),
        )
    except ValueError:
        return None


def answer(policy: Policy, asked: Connection, on: date) -> Answer:
    """The policy's answer, without any exception."""
    ruling = rule_on_connection(policy=policy, connection=asked, exceptions=(), on=on)
    quotes = dict.fromkeys(reason.quote.text for reason in ruling.reasons if reason.quote)
    clause = ruling.clause
    is_group = asked.kind is ConnectionKind.GROUP
    ours = is_group and clause is not None and clause.name is ClauseName.NO_FRIENDING
    return Answer(ANSWERS[ruling.stance], tuple(quotes), ours)
