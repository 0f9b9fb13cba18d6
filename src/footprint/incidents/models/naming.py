"""Who is named in a matter, and so who must get no sign of it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class NamedAs(models.TextChoices):
    """What somebody has to do with a matter."""

    TARGET = "target", _("The post is about them, or aimed at them")
    AUTHOR = "author", _("They wrote or shared it, or are said to")
    ACCUSED = "accused", _("They are accused of harm to a child")
    WITNESS = "witness", _("They saw it or know of it")
    OTHER = "other", _("Named in another way")


class NamingQuerySet(models.QuerySet["Naming"]):
    def standing(self) -> NamingQuerySet:
        return self.filter(taken_back_at__isnull=True).select_related("person", "user")

    def of_incidents(self, keys: Iterable[int]) -> NamingQuerySet:
        return self.filter(incident__in=list(keys)).order_by("pk")

    def for_list(self) -> NamingQuerySet:
        return self.select_related("person", "user", "by", "taken_back_by").order_by("pk")


class Naming(models.Model):
    """
    One person named in one incident. A mistake is taken back with a reason; the row stays.

    Whoever is named, and family of whoever is named, is shut out (`Incident.shut_out`).
    """

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="namings")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    named_as = models.CharField(max_length=10, choices=NamedAs)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    taken_back_because = SealedText(blank=True)

    objects = NamingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_naming_is_of_a_person_or_a_user",
                condition=Q(person__isnull=False, user__isnull=True)
                | Q(person__isnull=True, user__isnull=False),
            ),
            models.CheckConstraint(
                name="a_naming_taken_back_says_by_whom_and_why",
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | (
                    Q(taken_back_at__isnull=False, taken_back_by__isnull=False)
                    & ~Q(taken_back_because="")
                ),
            ),
            models.UniqueConstraint(
                name="a_person_is_named_once_in_an_incident",
                fields=["incident", "person"],
                condition=Q(taken_back_at__isnull=True, person__isnull=False),
            ),
            models.UniqueConstraint(
                name="a_user_is_named_once_in_an_incident",
                fields=["incident", "user"],
                condition=Q(taken_back_at__isnull=True, user__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"named in {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal

    @property
    def name(self) -> str:
        return str(self.person or self.user)
