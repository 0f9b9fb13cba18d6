"""
May these two people be connected on social media, and who must be told if not?

Source: the "Staff, pupils' and parents' SM presence" section of a school's social media
policy, with its notes * (exceptions) and ** (whom to notify).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.rulebook.facts import ApprovedException, Connection, Reason, silent, stated
from footprint.rulebook.policy import Clause, ConnectionRule, Policy, notice_key
from footprint.rulebook.terms import ClauseName, ConnectionKind, Role, Stance

_SENTENCES = {
    Stance.FORBIDDEN: "Your policy does not allow this connection.",
    Stance.DISCOURAGED: "Your policy discourages this connection; it does not forbid it.",
    Stance.ALLOWED: "Your policy allows this connection.",
    Stance.NOT_STATED: "Your policy speaks of this connection but does not say whether it may be.",
}
_TOLD = {
    Role.DSL: "the designated safeguarding lead",
    Role.HEADTEACHER: "the headteacher",
    Role.OFFICE: "the school office",
    Role.CHAIR: "the chair of governors",
}


@dataclass(frozen=True)
class ConnectionRuling:
    """
    What the policy says of one connection on one day.

    Args:
        notify: who must be told of the attempt; None where nobody must, or where the policy
            does not say (the reasons tell which).
        clause: the clause that decided; None where the policy does not cover the connection.
    """

    stance: Stance
    notify: Role | None
    clause: Clause | None
    reasons: tuple[Reason, ...]


def rule_on_connection(
    *, policy: Policy, connection: Connection, exceptions: Iterable[ApprovedException], on: date
) -> ConnectionRuling:
    """
    Say what the policy says about one connection on one day.

    Args:
        policy: the version in force on that day; the caller picks it.
        exceptions: those approved for this pair of people, current or not.
        on: the day asked about, in the school's own calendar (Europe/London).

    Never raises. Where the policy is silent the stance is NOT_STATED: we do not fill the
    gap with another school's rule.
    """
    found = policy.connections.get((connection.by, connection.to, connection.kind))
    if found is None:
        reason = silent("whether these people may be connected in this way")
        return ConnectionRuling(Stance.NOT_STATED, None, None, (reason,))

    if found.exceptions_allowed and any(each.holds_on(on) for each in exceptions):
        clause = policy.clause(ClauseName.EXCEPTIONS)
        reason = stated("An approved exception holds on this day.", clause)
        return ConnectionRuling(Stance.ALLOWED, None, clause, (reason,))

    says = stated(_SENTENCES[found.stance], found.clause, found.key)
    reasons = (says, *_group(found, connection), *_notice(policy, found, connection))
    return ConnectionRuling(found.stance, found.notify, found.clause, reasons)


def _group(found: ConnectionRule, connection: Connection) -> tuple[Reason, ...]:
    """No policy's rule on messages names groups; that one takes them in is ours, so it is said."""
    if connection.kind is not ConnectionKind.GROUP or found.key != "stance":
        return ()
    sentence = "Your policy speaks of messages. Footprint counts a chat group of both as one way."
    return (stated(sentence, found.clause, "covers"),)


def _notice(policy: Policy, found: ConnectionRule, connection: Connection) -> tuple[Reason, ...]:
    if found.stance is not Stance.FORBIDDEN:
        return ()
    if found.notify is None:
        return (silent("who is told of such an attempt"),)

    clause = policy.clause(ClauseName.BREACH_NOTICE)
    sentence = f"An attempt is notified to {role_in_words(found.notify)}."
    return (stated(sentence, clause, notice_key(connection.by)),)


def role_in_words(role: Role) -> str:
    """Who is told, as it stands within a sentence."""
    return _TOLD.get(role, role.value.replace("_", " "))
