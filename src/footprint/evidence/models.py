"""What was captured of a post: its words, and exhibits such as a screenshot."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

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


class ExhibitState(models.TextChoices):
    """Whether anybody can still look at an exhibit."""

    KEPT = "kept", _("Kept")
    CONTAINED = "contained", _("Locked: nobody can look at it")
    DESTROYED = "destroyed", _("Destroyed")


class Exhibit(models.Model):
    """
    A picture that proves something, sealed under a key of its own, as it came.

    It is never changed: what is shown is drawn anew each time. Once contained nobody can look at it
    any more; once destroyed only hash, size and times are left, also in every backup.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="exhibits")
    name = models.CharField(max_length=32, unique=True)  # random: it tells nothing
    seal_key = models.CharField(max_length=32)
    sealed = models.BinaryField(null=True)
    size = models.PositiveIntegerField()  # bytes, as it came
    sha256 = models.CharField(max_length=64)  # of the bytes as they came
    url = SealedText(blank=True)
    how = SealedText()
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ExhibitState, default=ExhibitState.KEPT)
    contained_at = models.DateTimeField(null=True)
    contained_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    destroyed_at = models.DateTimeField(null=True)
    destroyed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    police_reference = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_destroyed_exhibit_has_no_bytes_and_a_reference",
                condition=Q(state=ExhibitState.DESTROYED, sealed__isnull=True)
                & ~Q(police_reference="")
                | ~Q(state=ExhibitState.DESTROYED) & Q(sealed__isnull=False),
            ),
            models.CheckConstraint(
                name="an_exhibit_holds_no_plain_words",
                condition=is_sealed("url") & is_sealed("how"),
            ),
        ]

    @property
    def seal(self) -> Seal | None:
        return Seal(self.seal_key, self.school_id)

    def __str__(self) -> str:
        return f"exhibit {self.pk}: {self.sha256[:12]}"
