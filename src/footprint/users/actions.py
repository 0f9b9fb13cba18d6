"""Make accounts and give them roles."""

from datetime import datetime
from typing import Any

from django.db import transaction

from footprint.audit.actions import record
from footprint.rulebook.terms import Role
from footprint.users.models import Membership, User


@transaction.atomic
def add_user(*, email: str, name: str, password: str | None, by: str, now: datetime) -> User:
    """
    Make an account; without a password the person sets one by the reset link.

    Returns:
        the user; the one already there when the address is known.
    """
    known = User.objects.filter(email=email.lower()).first()
    if known:
        return known
    user = User.objects.create_user(email, password, name=name, joined_at=now)
    record(by=by, action="users.added", target=f"user:{user.pk}", now=now)
    return user


@transaction.atomic
def give_role(
    *,
    user: User,
    role: Role,
    by: str,
    now: datetime,
    school_id: int | None = None,
    trust_id: int | None = None,
) -> Membership:
    """Trust a person with a role, at one school or over a trust's schools. Twice is once."""
    place: dict[str, Any] = {"school_id": school_id, "trust_id": trust_id}
    membership, made = Membership.objects.get_or_create(user=user, role=role.value, **place)
    if made:
        record(
            by=by,
            action="users.role_given",
            target=f"user:{user.pk}",
            now=now,
            school_id=school_id,
            details={"role": role.value, "trust": trust_id},
        )
    return membership
