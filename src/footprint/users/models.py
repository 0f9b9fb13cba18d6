"""
User (who signs in) and Membership (what they are trusted with, and where).

Membership points up to schools by name only: access must be decided below every room that holds
data, and the foreign keys keep the promise that the school is there (ADR 0003).
"""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q

from footprint.rulebook.terms import Role


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person of the school who signs in. Parents and pupils have no account."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    @property
    def username(self) -> str:
        """Who the audit log names."""
        return self.email


class Membership(models.Model):
    """One role of one person, at one school or over the schools of one trust."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in Role])
    school = models.ForeignKey(
        "schools.School", models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    trust = models.ForeignKey(
        "schools.Trust", models.CASCADE, null=True, blank=True, related_name="memberships"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_membership_is_of_a_school_or_a_trust",
                condition=Q(school__isnull=False, trust__isnull=True)
                | Q(school__isnull=True, trust__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["user", "role", "school"], name="a_role_once_in_a_school"
            ),
            models.UniqueConstraint(
                fields=["user", "role", "trust"], name="a_role_once_in_a_trust"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"
