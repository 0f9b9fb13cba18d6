"""The policy as data: connections are derived from it, and JSON gives it back."""

from types import MappingProxyType

import pytest

from footprint.rulebook.policy import (
    Clause,
    Plain,
    Policy,
    Quote,
    Value,
    freeze,
    policy_from_json,
    policy_to_json,
)
from footprint.rulebook.terms import ClauseName, ConnectionKind, Party, Role, Stance, Stated

QUOTE = Quote("Pupils may not be friends with staff.", "page 2", 10, 47)


def clause(name: ClauseName, **values: Plain) -> Clause:
    held = {key: Value(value, QUOTE) for key, value in values.items()}
    return Clause(name, Stated.STATED, MappingProxyType(held), (QUOTE,))


def policy(*clauses: Clause) -> Policy:
    return Policy("1", MappingProxyType({each.name: each for each in clauses}))


FRIENDING = clause(
    ClauseName.NO_FRIENDING,
    stance="forbidden",
    adults=("staff", "governor"),
    covers=("friend", "friend_request"),
)
FOLLOWING = clause(
    ClauseName.NO_FOLLOWING,
    pupils_follow_adults="discouraged",
    adults=("staff",),
    staff_follow_pupils="forbidden",
)
NOTICE = clause(ClauseName.BREACH_NOTICE, by_child="dsl", by_staff="headteacher")


@pytest.mark.parametrize(
    ("by", "to", "kind", "stance", "notify"),
    [
        (Party.PUPIL, Party.STAFF, ConnectionKind.FRIEND, Stance.FORBIDDEN, Role.DSL),
        (
            Party.STAFF,
            Party.PUPIL,
            ConnectionKind.FRIEND_REQUEST,
            Stance.FORBIDDEN,
            Role.HEADTEACHER,
        ),
        (Party.PUPIL, Party.STAFF, ConnectionKind.FOLLOW, Stance.DISCOURAGED, None),
        (
            Party.STAFF,
            Party.PUPIL,
            ConnectionKind.FOLLOW,
            Stance.FORBIDDEN,
            Role.HEADTEACHER,
        ),
    ],
)
def test_a_connection_has_its_stance_and_who_is_told(
    by: Party, to: Party, kind: ConnectionKind, stance: Stance, notify: Role | None
) -> None:
    rule = policy(FRIENDING, FOLLOWING, NOTICE).connections[(by, to, kind)]

    assert (rule.stance, rule.notify) == (stance, notify)


@pytest.mark.parametrize(
    "absent",
    [
        (Party.PUPIL, Party.VOLUNTEER, ConnectionKind.FRIEND),
        (Party.PUPIL, Party.STAFF, ConnectionKind.MESSAGE),
        (Party.PARENT, Party.STAFF, ConnectionKind.FRIEND),
    ],
)
def test_what_the_policy_does_not_say_is_no_rule(
    absent: tuple[Party, Party, ConnectionKind],
) -> None:
    assert absent not in policy(FRIENDING, FOLLOWING, NOTICE).connections


def test_a_clause_that_was_not_looked_at_is_not_stated() -> None:
    assert policy().clause(ClauseName.POLICE).stated is Stated.NOT_STATED
    assert policy().clause(ClauseName.POLICE).quote is None


def test_json_gives_the_same_policy_back() -> None:
    ages = clause(ClauseName.MINIMUM_AGE, general=13, exceptions=freeze({"WhatsApp": 16}))
    given = Clause(
        ClauseName.DELETION_REQUEST, Stated.STATED, MappingProxyType({"days": Value(2, None)}), ()
    )
    whole = policy(FRIENDING, ages, given)

    assert policy_from_json(policy_to_json(whole)) == whole


def test_a_value_that_is_no_plain_value_is_refused() -> None:
    with pytest.raises(ValueError, match="float"):
        freeze(1.5)
