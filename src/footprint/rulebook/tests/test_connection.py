from datetime import date

import pytest

from footprint.rulebook.decisions.connection import rule_on_connection
from footprint.rulebook.facts import ApprovedException, Connection
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, ConnectionKind, Party, Role, Stance
from footprint.rulebook.tests.factories import (
    LARKHILL,
    MONDAY,
    OAKFIELD,
    SILENT,
    clause,
    quote_of,
    replacing,
    without,
)

PUPIL, PARENT, STAFF = Party.PUPIL, Party.PARENT, Party.STAFF
GOVERNOR, VOLUNTEER = Party.GOVERNOR, Party.VOLUNTEER
CONTRACTOR = Party.CONTRACTOR
FRIEND, REQUEST = ConnectionKind.FRIEND, ConnectionKind.FRIEND_REQUEST
FOLLOW, MESSAGE = ConnectionKind.FOLLOW, ConnectionKind.MESSAGE
GROUP = ConnectionKind.GROUP

NO, DISCOURAGED = Stance.FORBIDDEN, Stance.DISCOURAGED
HEAD, DSL = Role.HEADTEACHER, Role.DSL

# What each policy says; every other combination must be not stated.
SAID_AT_OAKFIELD = {
    **{
        (PUPIL, adult, kind): (NO, DSL)
        for adult in (STAFF, GOVERNOR, VOLUNTEER, CONTRACTOR)
        for kind in (FRIEND, REQUEST, MESSAGE, GROUP)
    },
    **{
        (adult, PUPIL, kind): (NO, HEAD)
        for adult in (STAFF, GOVERNOR, VOLUNTEER, CONTRACTOR)
        for kind in (FRIEND, REQUEST, MESSAGE, GROUP)
    },
    (PUPIL, STAFF, FOLLOW): (DISCOURAGED, None),
    (PUPIL, GOVERNOR, FOLLOW): (DISCOURAGED, None),
    (PUPIL, VOLUNTEER, FOLLOW): (DISCOURAGED, None),
    (PUPIL, CONTRACTOR, FOLLOW): (DISCOURAGED, None),
    (STAFF, PUPIL, FOLLOW): (NO, HEAD),
}
SAID_AT_LARKHILL = {
    (PUPIL, STAFF, FRIEND): (NO, DSL),
    (PUPIL, STAFF, REQUEST): (NO, DSL),
    (STAFF, PUPIL, FRIEND): (NO, None),
    (STAFF, PUPIL, REQUEST): (NO, None),
    (STAFF, PUPIL, FOLLOW): (NO, None),
}
EVERY = [(by, to, kind) for by in Party for to in Party for kind in ConnectionKind]


@pytest.mark.parametrize(
    ("policy", "said"),
    [(OAKFIELD, SAID_AT_OAKFIELD), (LARKHILL, SAID_AT_LARKHILL), (SILENT, {})],
    ids=["oakfield", "larkhill", "silent"],
)
@pytest.mark.parametrize(("by", "to", "kind"), EVERY)
def test_direction_and_kind_decide_the_stance_and_who_is_told(
    policy: Policy,
    said: dict[tuple[Party, Party, ConnectionKind], tuple[Stance, Role | None]],
    by: Party,
    to: Party,
    kind: ConnectionKind,
) -> None:
    ruling = rule_on_connection(
        policy=policy, connection=Connection(by, to, kind), exceptions=[], on=MONDAY
    )

    expected = said.get((by, to, kind), (Stance.NOT_STATED, None))
    assert (ruling.stance, ruling.notify) == expected
    assert (ruling.clause is None) == ((by, to, kind) not in said)


def test_a_forbidden_attempt_cites_the_rule_and_the_notice() -> None:
    ruling = rule_on_connection(
        policy=OAKFIELD, connection=Connection(STAFF, PUPIL, FRIEND), exceptions=[], on=MONDAY
    )

    quotes = [reason.quote for reason in ruling.reasons]
    assert quotes == [
        quote_of(OAKFIELD, ClauseName.NO_FRIENDING),
        quote_of(OAKFIELD, ClauseName.BREACH_NOTICE),
    ]
    assert "the headteacher" in ruling.reasons[1].sentence


def test_where_nobody_is_named_the_reasons_say_that_the_policy_is_silent() -> None:
    ruling = rule_on_connection(
        policy=LARKHILL, connection=Connection(STAFF, PUPIL, FRIEND), exceptions=[], on=MONDAY
    )

    last = ruling.reasons[-1]
    assert (last.sentence, last.quote) == (
        "Your policy does not say who is told of such an attempt.",
        None,
    )


def test_a_connection_that_is_not_covered_says_so_without_a_quote() -> None:
    ruling = rule_on_connection(
        policy=OAKFIELD, connection=Connection(PARENT, STAFF, FRIEND), exceptions=[], on=MONDAY
    )

    (reason,) = ruling.reasons
    assert reason.sentence.startswith("Your policy does not say")
    assert reason.quote is None


@pytest.mark.parametrize(
    ("starts", "ends", "stance"),
    [
        (date(2026, 1, 1), None, Stance.ALLOWED),
        (MONDAY, MONDAY, Stance.ALLOWED),
        (date(2026, 1, 1), date(2026, 3, 1), Stance.FORBIDDEN),
        (date(2026, 3, 3), None, Stance.FORBIDDEN),
    ],
    ids=["open end", "first and last day count", "over", "not yet"],
)
def test_an_exception_holds_from_its_first_to_its_last_day(
    starts: date, ends: date | None, stance: Stance
) -> None:
    ruling = rule_on_connection(
        policy=OAKFIELD,
        connection=Connection(PUPIL, STAFF, FRIEND),
        exceptions=[ApprovedException(starts, ends)],
        on=MONDAY,
    )

    assert ruling.stance is stance


def test_an_allowed_exception_cites_the_exceptions_and_tells_nobody() -> None:
    ruling = rule_on_connection(
        policy=OAKFIELD,
        connection=Connection(STAFF, PUPIL, FOLLOW),
        exceptions=[ApprovedException(MONDAY)],
        on=MONDAY,
    )

    assert ruling.notify is None
    assert ruling.reasons[0].quote == quote_of(OAKFIELD, ClauseName.EXCEPTIONS)


@pytest.mark.parametrize("policy", [LARKHILL, without(OAKFIELD, ClauseName.EXCEPTIONS)])
def test_a_policy_without_exceptions_has_none(policy: Policy) -> None:
    ruling = rule_on_connection(
        policy=policy,
        connection=Connection(PUPIL, STAFF, FRIEND),
        exceptions=[ApprovedException(MONDAY)],
        on=MONDAY,
    )

    assert ruling.stance is Stance.FORBIDDEN


def test_a_rule_without_a_stance_is_not_stated_though_a_clause_speaks_of_it() -> None:
    policy = replacing(
        OAKFIELD,
        clause(
            ClauseName.NO_FRIENDING,
            "Friendships between staff and pupils are looked at.",
            adults=("staff",),
            covers=("friend",),
        ),
    )

    ruling = rule_on_connection(
        policy=policy, connection=Connection(PUPIL, STAFF, FRIEND), exceptions=[], on=MONDAY
    )

    assert (ruling.stance, ruling.notify) == (Stance.NOT_STATED, None)
    assert ruling.reasons[0].quote == quote_of(policy, ClauseName.NO_FRIENDING)
