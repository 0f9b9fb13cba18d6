"""What looks like an account of the school and is none."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from footprint.rulebook.terms import Platform
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class LookalikeKind(models.TextChoices):
    """What it is, as far as the school can tell."""

    FAN = "fan", _("Fan page")
    PARODY = "parody", _("Joke or parody")
    IMPERSONATION = "impersonation", _("Pretends to be the school")
    OLD = "old", _("An old account of the school's own")


class LookalikeState(models.TextChoices):
    """What was done about it."""

    SEEN = "seen", _("Seen, nothing done yet")
    LEFT_ALONE = "left_alone", _("Left alone on purpose")
    ASKED = "asked", _("Asked to change or close it")
    REPORTED = "reported", _("Reported to the platform")
    GONE = "gone", _("Gone")


class LookalikeQuerySet(models.QuerySet["Lookalike"]):
    def seen_by(self, user: User) -> LookalikeQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.ACCOUNTS_CHANGE))

    def of_school(self, school_id: int) -> LookalikeQuerySet:
        return self.filter(school_id=school_id)

    def still_there(self) -> LookalikeQuerySet:
        return self.exclude(state=LookalikeState.GONE)

    def with_words(self, words: str) -> LookalikeQuerySet:
        found = self
        for word in words.split()[:8]:
            named = models.Q(name__icontains=word) | models.Q(address__icontains=word)
            found = found.filter(named | models.Q(platform__icontains=word))
        return found


class Lookalike(models.Model):
    """
    An account that could be taken for the school's. Never who is behind it: nobody is watched.

    `state` and `seen_on` are those of its latest `Look`.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="lookalikes")
    address = models.URLField(max_length=1000)
    name = models.CharField(max_length=120)  # as the account calls itself
    platform = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Platform]
    )
    kind = models.CharField(max_length=20, choices=LookalikeKind)
    state = models.CharField(max_length=12, choices=LookalikeState)
    seen_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = LookalikeQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(name="a_lookalike_once", fields=["school", "address"])
        ]

    def __str__(self) -> str:
        return self.name


class Look(models.Model):
    """What somebody saw of a lookalike on a day, or did about it. Only ever added."""

    lookalike = models.ForeignKey(Lookalike, models.CASCADE, related_name="looks")
    kind = models.CharField(max_length=20, choices=LookalikeKind)
    state = models.CharField(max_length=12, choices=LookalikeState)
    on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.lookalike}: {self.state} on {self.on}"
