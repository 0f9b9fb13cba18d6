"""A lesson that is planned or was taught, with its strands and the pupils it was for."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Count, Max, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import NURSERY, OLDEST_YEAR
from footprint.registers.lessons.models.kept import Kept
from footprint.rulebook.terms import Strand
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission

LONGEST_TITLE = 120
LONGEST_WORDS = 300


class LessonState(models.TextChoices):
    """Whether it has happened."""

    PLANNED = "planned", _("Planned")
    TAUGHT = "taught", _("Taught")


class LessonQuerySet(models.QuerySet["Lesson"]):
    def seen_by(self, user: User) -> LessonQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.LESSONS_READ))

    def of_school(self, school_id: int) -> LessonQuerySet:
        return self.filter(school_id=school_id)

    def current(self) -> LessonQuerySet:
        return self.filter(ended_at__isnull=True)

    def taught(self) -> LessonQuerySet:
        return self.current().filter(state=LessonState.TAUGHT)

    def planned(self) -> LessonQuerySet:
        return self.current().filter(state=LessonState.PLANNED)

    def between(self, first: date, last: date) -> LessonQuerySet:
        return self.filter(on__gte=first, on__lte=last)

    def past_their_day(self, on: date) -> LessonQuerySet:
        """Planned for an earlier day: somebody has to say whether they were taught."""
        return self.planned().filter(on__lt=on)

    def recorded_by_user(self, user: User) -> LessonQuerySet:
        return self.filter(recorded_by=user)

    def in_state(self, state: str) -> LessonQuerySet:
        return self.filter(state=state) if state else self

    def for_year(self, year_group: int | None) -> LessonQuerySet:
        if year_group is None:
            return self
        groups = LessonGroup.objects.filter(year_group=year_group)
        return self.filter(pk__in=groups.values("lesson"))

    def about(self, strand: Strand | None) -> LessonQuerySet:
        if strand is None:
            return self
        found = LessonStrand.objects.filter(strand=strand.value)
        return self.filter(pk__in=found.values("lesson"))

    def with_words(self, words: str) -> LessonQuerySet:
        """Those whose title, words, teacher or class hold every word."""
        found = self
        for word in words.split()[:8]:
            classes = LessonGroup.objects.filter(class_name__icontains=word).values("lesson")
            said = Q(title__icontains=word) | Q(words__icontains=word)
            found = found.filter(said | Q(taught_by__icontains=word) | Q(pk__in=classes))
        return found

    def of_line(self, lesson: Lesson) -> LessonQuerySet:
        """Every row that it was and became, newest first."""
        key = lesson.line_key
        return self.filter(Q(pk=key) | Q(began_as=key)).order_by("-recorded_at", "-pk")

    def for_list(self) -> LessonQuerySet:
        return self.select_related("recorded_by", "ended_by").prefetch_related(
            "strands", Prefetch("groups", LessonGroup.objects.order_by("year_group", "class_name"))
        )

    def by_strand(self) -> dict[Strand, tuple[int, date]]:
        """{strand: (how many lessons, the day of the last one)}, in one query."""
        rows = self.order_by().values_list("strands__strand")
        counted = rows.annotate(number=Count("pk"), last=Max("on"))
        return {Strand(strand): (number, last) for strand, number, last in counted}


class Lesson(Kept):
    """
    One lesson, assembly or part of one.

    `on` is the day on which it was taught, or for which it is planned.
    """

    state = models.CharField(max_length=10, choices=LessonState)
    title = models.CharField(max_length=LONGEST_TITLE)
    words = models.CharField(max_length=LONGEST_WORDS, blank=True)  # what it was about
    on = models.DateField()
    taught_by = models.CharField(max_length=120, blank=True)

    objects = LessonQuerySet.as_manager()

    class Meta(Kept.Meta):
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["school", "on"])]
        constraints = [
            *Kept.Meta.constraints,
            models.CheckConstraint(
                name="a_taught_lesson_says_by_whom",
                condition=Q(state="planned") | ~Q(taught_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.on}"

    @property
    def is_taught(self) -> bool:
        return self.state == LessonState.TAUGHT


class LessonStrand(models.Model):
    """One strand that a lesson is about."""

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="strands")
    strand = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Strand])

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="a_lesson_has_a_strand_once", fields=["lesson", "strand"]),
        ]

    def __str__(self) -> str:
        return self.strand


class LessonGroup(models.Model):
    """A class of a year group, or, without a class, the whole year group."""

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="groups")
    year_group = models.SmallIntegerField()  # as in people: -1 nursery, 0 reception, 1-13
    class_name = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["year_group", "class_name"]
        indexes = [models.Index(fields=["year_group", "lesson"])]
        constraints = [
            models.UniqueConstraint(
                name="a_lesson_has_a_group_once", fields=["lesson", "year_group", "class_name"]
            ),
            models.CheckConstraint(
                name="a_lesson_is_for_nursery_to_year_13",
                condition=Q(year_group__gte=NURSERY, year_group__lte=OLDEST_YEAR),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year_group} {self.class_name}".rstrip()
