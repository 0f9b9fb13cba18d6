"""What was captured of a post. Words only in this release: there is no place for image bytes."""

from django.db import models

from footprint.schools.models import School
from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText, is_sealed


class Capture(models.Model):
    """
    The words of a post as they were seen, with what proves it: when, by whom, and the SHA-256.

    Never changed afterwards; a correction is another capture.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="captures")
    url = SealedText(blank=True)
    author = SealedText(blank=True)
    text = SealedText(blank=True)
    posted_at = models.DateTimeField(null=True)
    captured_at = models.DateTimeField()
    captured_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    method = models.CharField(max_length=100)  # "from the feed ...", "typed by ..."
    sha256 = models.CharField(max_length=64)  # of url, author, text as canonical JSON in UTF-8

    seal_key = models.CharField(max_length=32, blank=True)  # "" where the matter is not sensitive

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_capture_under_a_seal_holds_no_plain_words",
                condition=models.Q(seal_key="")
                | (is_sealed("url") & is_sealed("author") & is_sealed("text")),
            )
        ]

    @property
    def seal(self) -> Seal | None:
        return Seal(self.seal_key, self.school_id) if self.seal_key else None

    def __str__(self) -> str:
        return f"capture {self.pk}: {self.sha256[:12]}"
