"""
Every connection there can be, placed: which value of the policy decides it, if any does.

The table is written out on purpose. A new member of `Party`, `ConnectionKind` or `Stance` fails
here until somebody has decided where it belongs.
"""

from itertools import product

import pytest

from footprint.rulebook.decisions.connection import rule_on_connection
from footprint.rulebook.facts import ApprovedException, Connection
from footprint.rulebook.policy import Plain, Policy
from footprint.rulebook.terms import Audience, ClauseName, ConnectionKind, Party, Role, Stance
from footprint.rulebook.tests.factories import MONDAY, SILENT, clause, policy

PUPIL, FORMER, PARENT, STAFF = Party.PUPIL, Party.FORMER_PUPIL, Party.PARENT, Party.STAFF
GOVERNOR, VOLUNTEER, CONTRACTOR = Party.GOVERNOR, Party.VOLUNTEER, Party.CONTRACTOR

COLUMNS = (
    ConnectionKind.FRIEND,
    ConnectionKind.FRIEND_REQUEST,
    ConnectionKind.FOLLOW,
    ConnectionKind.MESSAGE,
    ConnectionKind.GROUP,
)
NOBODY = "- - - - -"
# One letter for each column. The value that decides:
#   f  NO_FRIENDING stance           u  NO_FOLLOWING pupils_follow_adults
#   s  NO_FOLLOWING staff_follow_pupils
#   o  NO_FRIENDING former_pupils    p  NO_FRIENDING staff_with_parents
#   g  STAFF_CONDUCT parent_groups   -  no policy speaks of it
ROWS = {
    (PUPIL, PUPIL): NOBODY,
    (PUPIL, FORMER): NOBODY,
    (PUPIL, PARENT): NOBODY,
    (PUPIL, STAFF): "f f u f f",
    (PUPIL, GOVERNOR): "f f u f f",
    (PUPIL, VOLUNTEER): "f f u f f",
    (PUPIL, CONTRACTOR): "f f u f f",
    (FORMER, PUPIL): NOBODY,
    (FORMER, FORMER): NOBODY,
    (FORMER, PARENT): NOBODY,
    (FORMER, STAFF): "o o - - -",
    (FORMER, GOVERNOR): NOBODY,
    (FORMER, VOLUNTEER): NOBODY,
    (FORMER, CONTRACTOR): NOBODY,
    (PARENT, PUPIL): NOBODY,
    (PARENT, FORMER): NOBODY,
    (PARENT, PARENT): NOBODY,
    (PARENT, STAFF): "p p - - g",
    (PARENT, GOVERNOR): NOBODY,
    (PARENT, VOLUNTEER): NOBODY,
    (PARENT, CONTRACTOR): NOBODY,
    (STAFF, PUPIL): "f f s f f",
    (STAFF, FORMER): "o o - - -",
    (STAFF, PARENT): "p p - - g",
    (STAFF, STAFF): NOBODY,
    (STAFF, GOVERNOR): NOBODY,
    (STAFF, VOLUNTEER): NOBODY,
    (STAFF, CONTRACTOR): NOBODY,
    (GOVERNOR, PUPIL): "f f - f f",
    (GOVERNOR, FORMER): NOBODY,
    (GOVERNOR, PARENT): NOBODY,
    (GOVERNOR, STAFF): NOBODY,
    (GOVERNOR, GOVERNOR): NOBODY,
    (GOVERNOR, VOLUNTEER): NOBODY,
    (GOVERNOR, CONTRACTOR): NOBODY,
    (VOLUNTEER, PUPIL): "f f - f f",
    (VOLUNTEER, FORMER): NOBODY,
    (VOLUNTEER, PARENT): NOBODY,
    (VOLUNTEER, STAFF): NOBODY,
    (VOLUNTEER, GOVERNOR): NOBODY,
    (VOLUNTEER, VOLUNTEER): NOBODY,
    (VOLUNTEER, CONTRACTOR): NOBODY,
    (CONTRACTOR, PUPIL): "f f - f f",
    (CONTRACTOR, FORMER): NOBODY,
    (CONTRACTOR, PARENT): NOBODY,
    (CONTRACTOR, STAFF): NOBODY,
    (CONTRACTOR, GOVERNOR): NOBODY,
    (CONTRACTOR, VOLUNTEER): NOBODY,
    (CONTRACTOR, CONTRACTOR): NOBODY,
}
VALUES = {
    "f": (ClauseName.NO_FRIENDING, "stance"),
    "o": (ClauseName.NO_FRIENDING, "former_pupils"),
    "p": (ClauseName.NO_FRIENDING, "staff_with_parents"),
    "u": (ClauseName.NO_FOLLOWING, "pupils_follow_adults"),
    "s": (ClauseName.NO_FOLLOWING, "staff_follow_pupils"),
    "g": (ClauseName.STAFF_CONDUCT, "parent_groups"),
}
STANCES = (Stance.FORBIDDEN, Stance.DISCOURAGED, Stance.ALLOWED, Stance.NOT_STATED)
CELLS = [
    (by, to, kind, letter)
    for (by, to), row in ROWS.items()
    for kind, letter in zip(COLUMNS, row.split(), strict=True)
]
ADULTS = ("staff", "governor", "volunteer", "contractor")
KEPT = {"adults": ADULTS, "covers": ("friend", "friend_request", "message")}
NOTICE = clause(
    ClauseName.BREACH_NOTICE,
    "We hear of an attempt at the desk that is named here.",
    by_child="dsl",
    by_staff="headteacher",
)
EXCEPTED = clause(ClauseName.EXCEPTIONS, "A family may be excepted.", approved_by="headteacher")


def test_every_member_of_every_closed_list_is_placed() -> None:
    assert set(ROWS) == set(product(Party, Party))
    assert set(COLUMNS) == set(ConnectionKind)
    assert set(STANCES) == set(Stance)
    assert {letter for _, _, _, letter in CELLS} == {*VALUES, "-"}


def test_every_audience_is_a_party() -> None:
    assert {each.value for each in Audience} < {each.value for each in Party}


def saying(stance: Stance, letter: str) -> Policy:
    """A policy in which one value says this, and all other connections are left open."""
    name, key = VALUES[letter]
    kept: dict[str, Plain] = dict(KEPT) if letter in "fu" else {}
    return policy(
        clause(name, "This is what we say of it.", **{**kept, key: stance.value}), NOTICE, EXCEPTED
    )


def told(by: Party) -> Role | None:
    if by is PUPIL:
        return Role.DSL
    return Role.HEADTEACHER if by.value in ADULTS else None


@pytest.mark.parametrize("stance", STANCES)
def test_the_value_that_is_placed_decides_and_no_other(stance: Stance) -> None:
    wrong = {}
    for (by, to, kind, letter), asked in product(CELLS, VALUES):
        ruling = rule_on_connection(
            policy=saying(stance, asked),
            connection=Connection(by, to, kind),
            exceptions=[],
            on=MONDAY,
        )
        decides = asked == letter
        expected = stance if decides else Stance.NOT_STATED
        notify = told(by) if decides and stance is Stance.FORBIDDEN else None
        cites = decides == (ruling.clause is not None)
        if (ruling.stance, ruling.notify) != (expected, notify) or not cites:
            wrong[(by, to, kind, asked)] = ruling
    assert wrong == {}


@pytest.mark.parametrize(("by", "to", "kind", "letter"), CELLS)
def test_a_silent_policy_says_so_of_everything(
    by: Party, to: Party, kind: ConnectionKind, letter: str
) -> None:
    ruling = rule_on_connection(
        policy=SILENT, connection=Connection(by, to, kind), exceptions=[], on=MONDAY
    )

    assert (ruling.stance, ruling.notify, ruling.clause) == (Stance.NOT_STATED, None, None)
    assert [reason.quote for reason in ruling.reasons] == [None]


def test_an_exception_opens_what_the_policy_speaks_of_and_nothing_else() -> None:
    wrong = {}
    for by, to, kind, letter in CELLS:
        if letter == "-":
            asked, expected = "f", Stance.NOT_STATED
        else:
            asked, expected = letter, Stance.ALLOWED
        ruling = rule_on_connection(
            policy=saying(Stance.FORBIDDEN, asked),
            connection=Connection(by, to, kind),
            exceptions=[ApprovedException(MONDAY, MONDAY)],
            on=MONDAY,
        )
        if ruling.stance is not expected:
            wrong[(by, to, kind)] = ruling
    assert wrong == {}


def test_that_messages_take_in_groups_is_said_to_be_ours() -> None:
    ruling = rule_on_connection(
        policy=saying(Stance.FORBIDDEN, "f"),
        connection=Connection(STAFF, PUPIL, ConnectionKind.GROUP),
        exceptions=[],
        on=MONDAY,
    )

    assert any("Footprint counts" in reason.sentence for reason in ruling.reasons)


def test_a_policy_that_leaves_messages_out_says_nothing_of_groups() -> None:
    said = clause(
        ClauseName.NO_FRIENDING,
        "Our staff befriend no pupil.",
        stance="forbidden",
        adults=("staff",),
        covers=("friend",),
    )
    ruling = rule_on_connection(
        policy=policy(said),
        connection=Connection(STAFF, PUPIL, ConnectionKind.GROUP),
        exceptions=[],
        on=MONDAY,
    )

    assert ruling.stance is Stance.NOT_STATED
