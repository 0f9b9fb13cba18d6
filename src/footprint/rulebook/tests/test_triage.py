from datetime import date

import pytest

from footprint.rulebook.decisions.triage import (
    MATTER_OF_FLAG,
    URGENT_FLAGS,
    TriageSuggestion,
    suggest,
)
from footprint.rulebook.facts import SchoolCalendar, Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Flag, Matter, PostKind, Role
from footprint.rulebook.tests.factories import (
    FRIDAY,
    LARKHILL,
    MONDAY,
    OAKFIELD,
    SATURDAY,
    SILENT,
    clause,
    policy,
    quote_of,
)

OPEN = SchoolCalendar()
HEAD, DSL, OFFICE = Role.HEADTEACHER, Role.DSL, Role.OFFICE
KEEPER = Role.SOCIAL_MEDIA_MANAGER

# Who may open what; `users.permissions` holds the same.
MAY_OPEN = {
    Matter.REPUTATION: {HEAD, DSL, OFFICE, KEEPER},
    Matter.CONDUCT: {HEAD, DSL, OFFICE},
    Matter.PUPIL_CONDUCT: {HEAD, DSL},
    Matter.SAFEGUARDING: {HEAD, DSL},
    Matter.ALLEGATION: {HEAD},
}


def triage(
    kind: PostKind,
    *flags: Flag,
    urgent: bool = False,
    policy: Policy = OAKFIELD,
    on: date = MONDAY,
) -> TriageSuggestion:
    signal = Signal(kind, frozenset(flags), urgent)
    return suggest(policy=policy, signal=signal, received_on=on, calendar=OPEN)


@pytest.mark.parametrize(
    ("kind", "matter", "oakfield", "larkhill", "silent"),
    [
        (PostKind.PRAISE, Matter.REPUTATION, KEEPER, OFFICE, OFFICE),
        (PostKind.CRITICISM, Matter.REPUTATION, KEEPER, HEAD, HEAD),
        (PostKind.CONCERN, Matter.CONDUCT, DSL, DSL, DSL),
        (PostKind.ENQUIRY, Matter.REPUTATION, OFFICE, OFFICE, OFFICE),
        (PostKind.NEUTRAL, Matter.REPUTATION, KEEPER, OFFICE, OFFICE),
    ],
)
def test_without_a_flag_the_kind_and_the_policy_decide_the_desk(
    kind: PostKind, matter: Matter, oakfield: Role, larkhill: Role, silent: Role
) -> None:
    for school, desk in ((OAKFIELD, oakfield), (LARKHILL, larkhill), (SILENT, silent)):
        found = triage(kind, policy=school)
        assert (found.matter, found.desk) == (matter, desk)


@pytest.mark.parametrize(
    ("flag", "matter", "oakfield", "larkhill"),
    [
        (Flag.ALLEGATION, Matter.ALLEGATION, HEAD, HEAD),
        (Flag.SELF_HARM, Matter.SAFEGUARDING, DSL, DSL),
        (Flag.SEXUAL, Matter.SAFEGUARDING, DSL, DSL),
        (Flag.THREAT, Matter.SAFEGUARDING, DSL, DSL),
        (Flag.EXTREMISM, Matter.SAFEGUARDING, DSL, DSL),
        (Flag.STAFF_CONTACT, Matter.SAFEGUARDING, DSL, DSL),
        (Flag.BULLYING, Matter.PUPIL_CONDUCT, DSL, DSL),
        (Flag.UNDERAGE, Matter.PUPIL_CONDUCT, DSL, DSL),
        (Flag.HATE, Matter.CONDUCT, HEAD, HEAD),
        (Flag.PRIVACY, Matter.CONDUCT, HEAD, HEAD),
        (Flag.INSULT, Matter.CONDUCT, HEAD, HEAD),
    ],
)
@pytest.mark.parametrize("kind", list(PostKind))
def test_a_flag_decides_whatever_the_kind(
    kind: PostKind, flag: Flag, matter: Matter, oakfield: Role, larkhill: Role
) -> None:
    for school, desk in ((OAKFIELD, oakfield), (LARKHILL, larkhill)):
        found = triage(kind, flag, policy=school)
        assert (found.matter, found.desk) == (matter, desk)


def test_every_flag_and_kind_has_been_placed() -> None:
    assert set(MATTER_OF_FLAG) == set(Flag)
    for kind in PostKind:
        assert triage(kind, policy=SILENT).reasons


@pytest.mark.parametrize("first", list(Flag))
@pytest.mark.parametrize("second", list(Flag))
@pytest.mark.parametrize("school", [OAKFIELD, LARKHILL, SILENT])
def test_the_desk_may_always_open_the_matter(first: Flag, second: Flag, school: Policy) -> None:
    for urgent in (False, True):
        found = triage(PostKind.CONCERN, first, second, urgent=urgent, policy=school)
        assert found.desk in MAY_OPEN[found.matter]


@pytest.mark.parametrize("other", [flag for flag in Flag if flag is not Flag.ALLEGATION])
def test_an_accusation_is_kept_to_the_narrowest_circle_whatever_else_is_there(other: Flag) -> None:
    assert triage(PostKind.CRITICISM, other, Flag.ALLEGATION).matter is Matter.ALLEGATION


@pytest.mark.parametrize(
    ("urgent", "school", "desk", "cited"),
    [
        (False, OAKFIELD, DSL, True),
        (True, OAKFIELD, HEAD, True),
        (False, LARKHILL, DSL, True),
        (True, LARKHILL, DSL, False),
        (True, SILENT, DSL, False),
    ],
    ids=["child", "adult", "child", "adult: not said", "nothing said"],
)
def test_contact_goes_to_whom_the_policy_names_else_to_the_dsl(
    urgent: bool, school: Policy, desk: Role, cited: bool
) -> None:
    found = triage(PostKind.CONCERN, Flag.STAFF_CONTACT, urgent=urgent, policy=school)

    assert found.desk is desk
    assert (found.reasons[0].quote is not None) == cited
    assert found.reasons[0].sentence.startswith("Your policy does not say") == (not cited)


def test_a_policy_that_names_the_office_for_contact_does_not_open_the_matter_to_it() -> None:
    names_office = policy(
        clause(ClauseName.BREACH_NOTICE, "Tell the office of any attempt.", by_child="office")
    )

    found = triage(PostKind.CONCERN, Flag.STAFF_CONTACT, policy=names_office)

    assert found.desk is DSL
    assert found.reasons[0].quote == quote_of(names_office, ClauseName.BREACH_NOTICE)


@pytest.mark.parametrize("flag", sorted(URGENT_FLAGS))
@pytest.mark.parametrize("day", [MONDAY, SATURDAY], ids=["school day", "closed day"])
def test_what_is_urgent_is_due_today_even_when_nobody_marked_it(flag: Flag, day: date) -> None:
    found = triage(PostKind.NEUTRAL, flag, policy=SILENT, on=day)

    assert found.urgent
    assert found.due == day


def test_a_friday_post_is_due_after_the_school_days_given_at_adoption() -> None:
    found = triage(PostKind.PRAISE, on=FRIDAY)

    assert found.due == date(2026, 3, 11)
    assert found.reasons[1].sentence == (
        "Your policy gives no time for an answer; your school gave 3 school days at adoption."
    )
    assert found.reasons[1].quote is None


def test_without_any_number_there_is_no_due_date_and_it_says_why() -> None:
    found = triage(PostKind.CRITICISM, policy=LARKHILL)

    assert found.due is None
    assert found.reasons[1].sentence == "Your policy gives no time for an answer."


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (PostKind.CRITICISM, ClauseName.CHANNEL_KEEPERS),
        (PostKind.ENQUIRY, ClauseName.OFFICIAL_ACCOUNTS),
        (PostKind.CONCERN, ClauseName.QUESTIONS),
    ],
)
def test_the_desk_rests_on_a_sentence_of_the_policy(kind: PostKind, name: ClauseName) -> None:
    assert triage(kind).reasons[0].quote == quote_of(OAKFIELD, name)


def test_where_no_keeper_is_named_the_reputation_clause_is_cited() -> None:
    found = triage(PostKind.CRITICISM, policy=LARKHILL)

    assert found.reasons[0].quote == quote_of(LARKHILL, ClauseName.REPUTATION)
    assert found.reasons[0].sentence.endswith("not by whom. It goes to the headteacher.")
