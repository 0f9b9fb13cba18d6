"""What several pages show of a link, and of what the adopted policy says about it."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise

from footprint.policies.models import PolicyVersion
from footprint.registers.connection_exceptions.models import ConnectionException, How, State
from footprint.registers.connection_exceptions.wording import (
    ENTRIES,
    PARTIES,
    STATE_COLOURS,
    TOLD,
    kinds_in_words,
    platforms_in_words,
)
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.decisions.connection import ConnectionRuling, rule_on_connection
from footprint.rulebook.facts import Connection
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, ConnectionKind, Party, Role
from footprint.schools.models import School
from footprint.users.access import SignedInRequest

EMPTY = Policy("", {})


def school_of(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def policy_at(school_id: int, on: date) -> Policy:
    """The policy in force, or one that says nothing."""
    version = PolicyVersion.objects.in_force(school_id=school_id, on=on)
    return version.policy if version else EMPTY


def said_about(policy: Policy, *asked: tuple[ClauseName, str] | ClauseName) -> list[dict[str, str]]:
    """
    What the policy says: title and sentence, each sentence once; "" where it is silent.

    Args:
        asked: a clause, or one value of a clause, whose own sentence is meant.
    """
    found: list[dict[str, str]] = []
    for each in asked:
        name, key = each if isinstance(each, tuple) else (each, "")
        clause = policy.clause(name)
        stated = clause.is_stated and (not key or clause.get(key))
        quote = clause.quote_for(key) if stated else None
        line = {"title": BY_NAME[name].title, "quote": quote.text if quote else ""}
        if line not in found:
            found.append(line)
    return found


def other_approver(policy: Policy) -> Promise | str:
    """Whom the policy names as approving exceptions, where that is not the headteacher; else ""."""
    named = policy.clause(ClauseName.EXCEPTIONS).get("approved_by")
    if not named or named == Role.HEADTEACHER.value:
        return ""
    return TOLD[Role(str(named))]


def row_of(connection: ConnectionException) -> dict[str, Any]:
    """A link in words, for a list."""
    state = connection.stands_at
    return {
        "connection": connection,
        "state": state.label,
        "colour": STATE_COLOURS[state],
        "party": PARTIES[Party(connection.party)],
        "other_party": PARTIES[Party(connection.other_party)],
        "link": connection.get_link_display(),
        "platforms": platforms_in_words(connection.platforms),
        "kinds": kinds_in_words(connection.kinds),
        "how": How(connection.how).label,
        "of_head": connection.desk == Role.CHAIR.value,
        "waits": state is State.DECLARED,
        "holds": state is State.ALLOWED,
    }


def about(connection: ConnectionException, on: date) -> dict[str, Any]:
    """Everything that a page on one link shows."""
    policy = policy_at(connection.school_id, on)
    entries = connection.entries.select_related("by")
    return {
        "row": row_of(connection),
        "connection": connection,
        "said": said_about(policy, ClauseName.EXCEPTIONS),
        "rulings": rulings(connection, policy, on),
        "entries": [(entry, ENTRIES[entry.action]) for entry in entries],
    }


def rulings(
    connection: ConnectionException, policy: Policy, on: date
) -> list[tuple[str, ConnectionRuling]]:
    """What the policy says of each declared way without an exception, by the one who declared."""
    by, to = Party(connection.party), Party(connection.other_party)
    return [
        (
            kinds_in_words([kind]),
            rule_on_connection(
                policy=policy,
                connection=Connection(by, to, ConnectionKind(kind)),
                exceptions=(),
                on=on,
            ),
        )
        for kind in connection.kinds
    ]


def posted(request: HttpRequest) -> Any:
    """The form's data, or None where the page was only opened."""
    return request.POST if request.method == "POST" else None
