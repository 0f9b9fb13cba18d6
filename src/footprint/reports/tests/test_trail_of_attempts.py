"""Reports of attempts in the audit trail: no sign of them for whoever must not know."""

import pytest

from footprint.registers.connection_exceptions.actions import note_reading
from footprint.registers.connection_exceptions.models import ConnectionAttempt
from footprint.registers.connection_exceptions.tests.factories import (
    adopted,
    by_staff,
    declared,
    reported,
)
from footprint.reports.trail import Line, page_of
from footprint.rulebook.terms import Role
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast


def lines_of(user: User, cast: Cast) -> list[Line]:
    """What the trail tells this person of attempts."""
    lines = page_of(user, cast.oakfield.pk).lines
    return [line for line in lines if "attempt" in f"{line.what} {line.target}".lower()]


@pytest.fixture
def officer(cast: Cast) -> User:
    user = User.objects.create_user("dpo@oakfield.example", name="Olu Officer", joined_at=NOW)
    role = Role.DATA_PROTECTION_OFFICER.value
    Membership.objects.create(user=user, role=role, school=cast.oakfield)
    return user


def test_about_the_head_neither_the_head_nor_the_dsl_gets_a_sign(cast: Cast) -> None:
    adopted(cast)
    attempt = reported(cast, reporter=cast.keeper, **by_staff(cast.head))
    note_reading(attempt=attempt, by=cast.chair, now=NOW)
    assert lines_of(cast.head, cast) == []
    assert lines_of(cast.dsl, cast) == []


def test_a_childs_is_told_of_to_whoever_may_see_it_with_its_details(cast: Cast) -> None:
    adopted(cast)
    reported(cast)
    for user in (cast.head, cast.dsl):
        (line,) = lines_of(user, cast)
        assert "attempt reported" in line.what
        assert "matter: pupil conduct" in line.details


def test_whoever_is_part_of_it_gets_no_sign(cast: Cast) -> None:
    adopted(cast)
    attempt = reported(cast)
    attempt.shut_out.add(cast.dsl)
    assert lines_of(cast.dsl, cast) == []
    assert len(lines_of(cast.head, cast)) == 1


def test_the_data_protection_officer_reads_that_and_not_what(cast: Cast, officer: User) -> None:
    reported(cast)
    (line,) = lines_of(officer, cast)
    assert line.details == ""
    ConnectionAttempt.objects.get().shut_out.add(officer)
    assert lines_of(officer, cast) == []


def test_declared_links_are_no_matter_and_hold_no_name(cast: Cast) -> None:
    declared(cast)
    (line,) = page_of(cast.head, cast.oakfield.pk).lines
    assert (line.what, "Oakapple" in line.details) == ("Connections: declared", False)
