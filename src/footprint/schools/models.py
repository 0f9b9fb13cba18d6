"""School, Trust, the names they go by, and closed days."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from footprint.users.access import roles_of
from footprint.users.models import User


class Nation(models.TextChoices):
    """Whose guidance, laws and bank holidays hold."""

    ENGLAND = "england", _("England")
    WALES = "wales", _("Wales")
    SCOTLAND = "scotland", _("Scotland")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")


class Trust(models.Model):
    """A group of schools with one safeguarding lead above them."""

    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class SchoolQuerySet(models.QuerySet["School"]):
    def seen_by(self, user: User) -> SchoolQuerySet:
        return self.filter(pk__in=roles_of(user))

    def with_slug(self, slug: str) -> SchoolQuerySet:
        return self.filter(public_slug=slug)

    def with_names(self) -> SchoolQuerySet:
        """Every school with the names it goes by, for a matcher that must tell them apart."""
        return self.prefetch_related("names").order_by("pk")


class School(models.Model):
    """
    One school.

    `must_include` and `must_not_include` tell it from others of the same name: a post that names
    it counts only if it also holds one of the first (when there are any) and none of the second.
    """

    name = models.CharField(max_length=200, unique=True)
    trust = models.ForeignKey(Trust, models.PROTECT, null=True, blank=True, related_name="schools")
    nation = models.CharField(max_length=20, choices=Nation, default=Nation.ENGLAND)
    town = models.CharField(max_length=100, blank=True)
    office_email = models.EmailField(blank=True)
    office_phone = models.CharField(max_length=40, blank=True)
    governors_word = models.CharField(max_length=40, default="governors")
    must_include = models.JSONField(default=list, blank=True)
    must_not_include = models.JSONField(default=list, blank=True)
    # the last part of the public pages' address; null while the school has not switched them on
    public_slug = models.SlugField(max_length=60, unique=True, null=True, blank=True)

    objects = SchoolQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SchoolNameQuerySet(models.QuerySet["SchoolName"]):
    def seen_by(self, user: User) -> SchoolNameQuerySet:
        return self.filter(school_id__in=roles_of(user))

    def of_school(self, school_id: int) -> SchoolNameQuerySet:
        return self.filter(school_id=school_id)


class SchoolName(models.Model):
    """A name that the school goes by: its full name, a short form, a hashtag, a handle."""

    school = models.ForeignKey(School, models.CASCADE, related_name="names")
    text = models.CharField(max_length=120)

    objects = SchoolNameQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "text"], name="a_school_has_a_name_once")
        ]

    def __str__(self) -> str:
        return self.text


class ClosureQuerySet(models.QuerySet["Closure"]):
    def seen_by(self, user: User) -> ClosureQuerySet:
        return self.filter(school_id__in=roles_of(user))

    def of_school(self, school_id: int) -> ClosureQuerySet:
        return self.filter(school_id=school_id)


class Closure(models.Model):
    """Days on which the school is closed beside weekends and bank holidays: half term, INSET."""

    school = models.ForeignKey(School, models.CASCADE, related_name="closures")
    first_day = models.DateField()
    last_day = models.DateField()
    name = models.CharField(max_length=100)

    objects = ClosureQuerySet.as_manager()

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                name="a_closure_ends_after_it_begins", condition=Q(last_day__gte=F("first_day"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.first_day} to {self.last_day}"
