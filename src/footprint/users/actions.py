"""Make accounts and give them roles."""

from datetime import datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
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


@transaction.atomic
def take_role(*, membership: Membership, by: str, now: datetime) -> None:
    """End one role of one person; the log keeps that they had it. Twice is once."""
    taken, _ = Membership.objects.filter(pk=membership.pk).delete()
    if taken:
        record(
            by=by,
            action="users.role_taken",
            target=f"user:{membership.user_id}",
            now=now,
            school_id=membership.school_id,
            details={"role": membership.role, "trust": membership.trust_id},
        )


@transaction.atomic
def switch_off_user(*, user: User, school_id: int, by: str, now: datetime) -> None:
    """
    Let somebody sign in no more, and end the sessions they have. Twice is once.

    Their roles stay on record; `users.access` gives nothing to an account that is off.
    """
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        return
    user.is_active = False
    ended = _end_sessions(user, now)
    record(
        by=by,
        action="users.switched_off",
        target=f"user:{user.pk}",
        now=now,
        school_id=school_id,
        details={"sessions_ended": ended},
    )


@transaction.atomic
def switch_on_user(*, user: User, school_id: int, by: str, now: datetime) -> None:
    """Let somebody sign in again, with the password and the roles that they had. Twice is once."""
    if not User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        return
    user.is_active = True
    record(
        by=by, action="users.switched_on", target=f"user:{user.pk}", now=now, school_id=school_id
    )


def _end_sessions(user: User, now: datetime) -> int:
    """Sessions say whose they are only inside; a school has few that live, so each is opened."""
    theirs = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=now)
        if session.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    return Session.objects.filter(pk__in=theirs).delete()[0]
