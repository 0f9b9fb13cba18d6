"""What was captured of a post. Words only in this release: there is no place for image bytes."""

from django.db import models

from footprint.schools.models import School
from footprint.users.models import User


class Capture(models.Model):
    """
    The words of a post as they were seen, with what proves it: when, by whom, and the SHA-256.

    Never changed afterwards; a correction is another capture.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="captures")
    url = models.URLField(max_length=2000, blank=True)
    author = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    posted_at = models.DateTimeField(null=True)
    captured_at = models.DateTimeField()
    captured_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    method = models.CharField(max_length=100)  # "from the feed ...", "typed by ..."
    sha256 = models.CharField(max_length=64)  # of url, author, text as canonical JSON in UTF-8

    def __str__(self) -> str:
        return f"capture {self.pk}: {self.sha256[:12]}"
