"""Whose family is whose."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models.people import Person
from footprint.users.models import User


class Relation(models.TextChoices):
    """What an adult (or another pupil) is to a person. Steps and carers count as family."""

    PARENT = "parent", _("Parent")
    CARER = "carer", _("Carer")
    SIBLING = "sibling", _("Brother or sister")
    PARTNER = "partner", _("Husband, wife or partner")
    OTHER = "other", _("Other family")


class FamilyLinkQuerySet(models.QuerySet["FamilyLink"]):
    def of_person(self, person: Person) -> FamilyLinkQuerySet:
        """In both directions."""
        return self.filter(Q(person=person) | Q(relative=person)).select_related(
            "person", "relative"
        )

    def seen_by(self, user: User) -> FamilyLinkQuerySet:
        return self.filter(person__in=Person.objects.seen_by(user)).select_related(
            "person", "relative", "person__school"
        )

    def of_school(self, school_id: int) -> FamilyLinkQuerySet:
        return self.filter(person__school_id=school_id)

    def between(self, one: Person, other: Person) -> FamilyLinkQuerySet:
        """In either direction."""
        return self.filter(Q(person=one, relative=other) | Q(person=other, relative=one))

    def who_may_give_permission_for(self, pupil: Person) -> FamilyLinkQuerySet:
        return self.filter(person=pupil, may_give_permission=True).select_related("relative")


class FamilyLink(models.Model):
    """
    `relative` is the `relation` of `person`: the mother is the PARENT of the pupil.

    Both may be adults: two members of staff who are married are shut out of each other's matters.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="relatives")
    relative = models.ForeignKey(Person, models.CASCADE, related_name="relative_of")
    relation = models.CharField(max_length=10, choices=Relation)
    may_give_permission = models.BooleanField(default=False)  # holds parental responsibility

    objects = FamilyLinkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="two_people_are_linked_once", fields=["person", "relative"]
            ),
            models.CheckConstraint(
                name="nobody_is_their_own_family", condition=~Q(person=F("relative"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.relative}: {self.relation} of {self.person}"
