"""Where a school uses pictures; permission is given for each use by itself."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from footprint.rulebook.terms import PictureUse
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class ImageUseQuerySet(models.QuerySet["ImageUse"]):
    def seen_by(self, user: User) -> ImageUseQuerySet:
        """Whoever may ask about a picture may know for what."""
        return self.filter(school_id__in=schools_where(user, Permission.IMAGES_ASK))

    def of_school(self, school_id: int) -> ImageUseQuerySet:
        return self.filter(school_id=school_id)

    def offered(self) -> ImageUseQuerySet:
        """Those that people are asked about now."""
        return self.filter(ended_at__isnull=True)

    def with_keys(self, keys: Iterable[str]) -> ImageUseQuerySet:
        return self.filter(key__in=list(keys))


class ImageUse(models.Model):
    """
    One use of pictures at one school.

    `key` is the kind ("website"), or what the room that keeps it calls it ("account:12"): this
    register knows nothing of accounts. An ended use keeps its answers; offered again, they count.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="image_uses")
    key = models.CharField(max_length=40)
    kind = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in PictureUse]
    )
    label = models.CharField(max_length=100)  # "Website", "Instagram: @oakfieldprimary"
    position = models.PositiveSmallIntegerField()
    offered_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = ImageUseQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(name="a_school_has_a_use_once", fields=["school", "key"])
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def picture_use(self) -> PictureUse:
        return PictureUse(self.kind)
