"""The permission table is whole: nothing in it is forgotten, nothing outside it decides."""

from footprint.rulebook.terms import Matter, Role
from footprint.users.permissions import (
    GRANTS,
    MATTERS,
    NEEDS_SECOND_FACTOR,
    ROLE_WORDS,
    SENTENCES,
    Permission,
)

READING = {Permission.INBOX_READ, Permission.INCIDENTS_READ}


def test_every_role_has_its_rows() -> None:
    assert set(GRANTS) == set(MATTERS) == set(ROLE_WORDS) == set(Role)
    assert all(ROLE_WORDS.values())


def test_every_permission_is_explained_and_somebody_has_it() -> None:
    assert set(SENTENCES) == set(Permission)
    assert frozenset().union(*GRANTS.values()) == set(Permission)


def test_every_class_of_matter_is_seen_by_somebody_who_may_read() -> None:
    for matter in Matter:
        assert any(matter in MATTERS[role] and GRANTS[role] >= READING for role in Role), matter


def test_whoever_reads_matters_needs_a_second_factor() -> None:
    assert READING | {Permission.AUDIT_READ, Permission.POLICIES_ADOPT} <= NEEDS_SECOND_FACTOR
    assert not {Permission.SIGHTINGS_WRITE, Permission.TODAY_READ} & NEEDS_SECOND_FACTOR


def test_everybody_of_the_school_may_report_but_the_operator() -> None:
    assert {role for role in Role if Permission.SIGHTINGS_WRITE not in GRANTS[role]} == {
        Role.OPERATOR
    }


def test_the_operator_sees_no_matter_and_no_report() -> None:
    assert MATTERS[Role.OPERATOR] == frozenset()
    assert GRANTS[Role.OPERATOR] <= {Permission.TODAY_READ, Permission.LISTENING_READ}


def test_an_allegation_about_the_head_is_not_for_the_head() -> None:
    assert {role for role in Role if Matter.ALLEGATION_HEAD in MATTERS[role]} == {
        Role.CHAIR,
        Role.TRUST_LEAD,
    }


def test_governors_read_counts_and_never_cases() -> None:
    assert not GRANTS[Role.GOVERNOR] & READING
    assert MATTERS[Role.GOVERNOR] == frozenset()


def test_to_change_a_matter_one_must_be_allowed_to_read_it() -> None:
    for role in Role:
        granted = GRANTS[role]
        if granted & {Permission.INCIDENTS_CHANGE, Permission.INCIDENTS_CLOSE}:
            assert Permission.INCIDENTS_READ in granted, role
        if Permission.INBOX_DECIDE in granted:
            assert Permission.INBOX_READ in granted, role
        if MATTERS[role]:
            assert granted & READING, role
