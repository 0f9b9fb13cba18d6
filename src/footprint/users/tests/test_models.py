"""What the database promises about memberships."""

import pytest
from django.db import IntegrityError, transaction

from footprint.rulebook.terms import Role
from footprint.users.actions import add_user, give_role
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast

DSL = Role.DSL.value


def test_a_membership_is_of_a_school_or_of_a_trust(cast: Cast) -> None:
    for places in ({}, {"school": cast.oakfield, "trust": cast.trust}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(user=cast.head, role=DSL, **places)


def test_a_role_is_held_once_at_a_school(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=cast.dsl, role=DSL, school=cast.oakfield)


def test_an_address_is_one_account_whatever_its_case(cast: Cast) -> None:
    same = add_user(email="HEAD@oakfield.example", name="X", password=None, by="t", now=NOW)
    assert same == cast.head
    assert User.objects.filter(email__iexact=cast.head.email).count() == 1


def test_giving_a_role_twice_is_once(cast: Cast) -> None:
    for _ in range(2):
        give_role(user=cast.head, role=Role.DSL, by="t", now=NOW, school_id=cast.oakfield.pk)
    assert Membership.objects.filter(user=cast.head, role=DSL).count() == 1
