"""
Which approved exceptions count for one question of "May I?".

A file of its own because the signed-in page and the tests of completeness ask the same, and
because a link that was allowed for one way must not open another.
"""

from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.rulebook.facts import ApprovedException, Connection


def exceptions_for(
    chosen: ConnectionException | None, asked: Connection
) -> tuple[ApprovedException, ...]:
    """
    The person's own allowed link, where it is of these two sides and allowed in this way.

    Whoever may be friends may ask to be friends.
    """
    found = chosen.as_exception if chosen else None
    if chosen is None or found is None:
        return ()
    sides = {chosen.party, chosen.other_party}
    kinds = {*chosen.kinds, "friend_request"} if "friend" in chosen.kinds else set(chosen.kinds)
    fits = {asked.by.value, asked.to.value} == sides and asked.kind.value in kinds
    return (found,) if fits else ()
