"""A link between two people that somebody declared, and what the school decided about it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.policies.models import PolicyVersion
from footprint.rulebook.facts import ApprovedException
from footprint.rulebook.terms import Party, Role
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission

SEPTEMBER = 9
PARTIES = [(each.value, each.value) for each in Party]


class LinkKind(models.TextChoices):
    """What ties the two people together outside school."""

    FAMILY = "family", _("Family")
    FAMILY_FRIEND = "family_friend", _("A friend of the family")
    FORMER_PUPIL = "former_pupil", _("A former pupil")
    OTHER = "other", _("Something else")


class State(models.TextChoices):
    """Where a declared link stands. Only an allowed one is an exception."""

    DECLARED = "declared", _("Waits for a decision")
    ALLOWED = "allowed", _("Allowed")
    REFUSED = "refused", _("Refused")
    ENDED = "ended", _("Ended")


class How(models.TextChoices):
    """How it was declared."""

    SIGNED_IN = "signed_in", _("signed in here")
    ONE_TIME_LINK = "one_time_link", _("by a one-time link")
    OFFICE = "office", _("told to the school, which recorded it")


class EndReason(models.TextChoices):
    """Why a link is not in the register any more."""

    LINK_GONE = "link_gone", _("The link does not exist any more")
    PERSON_LEFT = "person_left", _("One of the two has left the school")
    DATE_PASSED = "date_passed", _("The end date has passed")


def september_before(on: date) -> date:
    """The 1 September on or before a day: what was not looked at since then is to be reviewed."""
    return date(on.year if on.month >= SEPTEMBER else on.year - 1, SEPTEMBER, 1)


class ConnectionExceptionQuerySet(models.QuerySet["ConnectionException"]):
    def seen_by(self, user: User) -> ConnectionExceptionQuerySet:
        """The register."""
        return self.filter(school_id__in=schools_where(user, Permission.CONNECTIONS_READ))

    def of_the_head(self, user: User) -> ConnectionExceptionQuerySet:
        """What goes to the chair, because the headteacher or their family is part of it."""
        schools = schools_where(user, Permission.CONNECTIONS_DECIDE_HEAD)
        return self.filter(school_id__in=schools, desk=Role.CHAIR.value)

    def declared_for(self, user: User) -> ConnectionExceptionQuerySet:
        """Their own, whoever wrote it down."""
        return self.filter(Q(user=user) | Q(person__user=user))

    def of_user(self, user: User) -> ConnectionExceptionQuerySet:
        """Their own, and what was allowed of a link that somebody else declared with them."""
        with_them = Q(other__user=user, state=State.ALLOWED)
        return self.filter(Q(user=user) | Q(person__user=user) | with_them)

    def of_school(self, school_id: int) -> ConnectionExceptionQuerySet:
        return self.filter(school_id=school_id)

    def with_key(self, pk: int) -> ConnectionExceptionQuerySet:
        return self.filter(pk=pk)

    def on_desk(self, role: Role) -> ConnectionExceptionQuerySet:
        return self.filter(desk=role.value)

    def waiting(self) -> ConnectionExceptionQuerySet:
        return self.filter(state=State.DECLARED)

    def allowed(self) -> ConnectionExceptionQuerySet:
        return self.filter(state=State.ALLOWED)

    def at_state(self, state: str) -> ConnectionExceptionQuerySet:
        return self.filter(state=state)

    def open(self) -> ConnectionExceptionQuerySet:
        return self.filter(state__in=[State.DECLARED, State.ALLOWED])

    def holding_on(self, on: date) -> ConnectionExceptionQuerySet:
        return self.allowed().filter(starts_on__lte=on, ends_on__gte=on)

    def due_for_review(self, on: date) -> ConnectionExceptionQuerySet:
        """Allowed, and neither decided nor confirmed since the last 1 September."""
        return self.allowed().filter(looked_at_on__lt=september_before(on))

    def ending_by(self, day: date) -> ConnectionExceptionQuerySet:
        return self.allowed().filter(ends_on__lte=day)

    def past_their_end(self, on: date) -> ConnectionExceptionQuerySet:
        return self.allowed().filter(ends_on__lt=on)

    def of_leavers(self, on: date) -> ConnectionExceptionQuerySet:
        """Not ended yet, though one of the two has left."""
        own = Q(person__left_on__lte=on) | Q(person__isnull=True, user__is_active=False)
        return self.open().filter(own | Q(other__left_on__lte=on))

    def with_words(self, words: str) -> ConnectionExceptionQuerySet:
        """Those that hold every word in one of the two names, or in the class."""
        found = self
        for word in words.split()[:8]:
            fits = Q(other_name__icontains=word) | Q(user__name__icontains=word)
            for side in ("person", "other"):
                for name in ("given_name", "family_name", "known_as"):
                    fits |= Q(**{f"{side}__{name}__icontains": word})
                fits |= Q(**{f"{side}__class_name__iexact": word})
            found = found.filter(fits)
        return found

    def for_list(self) -> ConnectionExceptionQuerySet:
        return self.select_related("person", "user", "other", "school", "decided_by").order_by(
            F("ends_on").asc(nulls_first=True), "pk"
        )


class ConnectionException(models.Model):
    """
    A link that a person of the school declared, and the exception that was made of it, if any.

    `person` or `user` is whom it was declared for; `other` is in the register too, or only named:
    somebody outside it is kept by name alone, and without a handle on any platform.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="connections")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="connections")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="connections")
    party = models.CharField(max_length=20, choices=PARTIES)
    other = models.ForeignKey(Person, models.PROTECT, null=True, related_name="connections_to")
    other_name = models.CharField(max_length=120, blank=True)
    other_party = models.CharField(max_length=20, choices=PARTIES)
    link = models.CharField(max_length=20, choices=LinkKind)
    platforms = models.JSONField(default=list)  # rulebook Platform values
    kinds = models.JSONField(default=list)  # rulebook ConnectionKind values
    note = models.CharField(max_length=500, blank=True)

    how = models.CharField(max_length=20, choices=How)
    declared_at = models.DateTimeField()
    declared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    desk = models.CharField(max_length=20, default=Role.HEADTEACHER.value)  # head or chair decides
    state = models.CharField(max_length=10, choices=State, default=State.DECLARED)

    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    policy_version = models.ForeignKey(PolicyVersion, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    limits = models.CharField(max_length=500, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)  # the last day
    looked_at_on = models.DateField(null=True)  # decided, or confirmed in a September review
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=20, choices=EndReason, blank=True)

    objects = ConnectionExceptionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["school", "state", "ends_on"], name="connections_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_link_is_declared_for_somebody",
                condition=Q(person__isnull=False) | Q(user__isnull=False),
            ),
            models.CheckConstraint(
                name="the_other_side_is_a_person_or_a_name",
                condition=Q(other__isnull=False, other_name="")
                | (Q(other__isnull=True) & ~Q(other_name="")),
            ),
            models.CheckConstraint(
                name="nobody_is_linked_with_themselves",
                condition=Q(person__isnull=True) | Q(other__isnull=True) | ~Q(person=F("other")),
            ),
            models.CheckConstraint(
                name="a_decision_on_a_link_has_person_time_and_reason",
                condition=(
                    Q(state=State.DECLARED, decided_at__isnull=True)
                    | (
                        Q(state__in=[State.ALLOWED, State.REFUSED])
                        & Q(decided_at__isnull=False, decided_by__isnull=False)
                        & ~Q(reason="")
                    )
                    | Q(state=State.ENDED)
                ),
            ),
            models.CheckConstraint(
                name="an_allowed_link_has_its_dates",
                condition=~Q(state=State.ALLOWED)
                | Q(
                    starts_on__isnull=False,
                    ends_on__isnull=False,
                    ends_on__gte=F("starts_on"),
                    looked_at_on__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="an_ended_link_says_why",
                condition=(Q(state=State.ENDED, ended_at__isnull=False) & ~Q(end_reason=""))
                | (~Q(state=State.ENDED) & Q(ended_at__isnull=True, end_reason="")),
            ),
            models.UniqueConstraint(
                name="two_people_have_one_open_link",
                fields=["person", "other"],
                condition=Q(
                    state__in=[State.DECLARED, State.ALLOWED],
                    person__isnull=False,
                    other__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"connection {self.pk}"

    @property
    def name(self) -> str:
        """Whom it was declared for."""
        if self.person:
            return self.person.name
        return self.user.name if self.user else ""

    @property
    def name_of_other(self) -> str:
        return self.other.name if self.other else self.other_name

    @property
    def stands_at(self) -> State:
        return State(self.state)

    @property
    def as_exception(self) -> ApprovedException | None:
        """What the rulebook may count on; None where nothing was allowed."""
        if self.stands_at is not State.ALLOWED or self.starts_on is None:
            return None
        return ApprovedException(self.starts_on, self.ends_on)


class ConnectionEntry(models.Model):
    """One line of a link's history. Only added: what was decided once stays readable."""

    connection = models.ForeignKey(ConnectionException, models.CASCADE, related_name="entries")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: not signed in
    by_words = models.CharField(max_length=120, blank=True)
    action = models.CharField(max_length=20)  # declared, allowed, refused, reviewed, changed, ended
    text = models.CharField(max_length=1200, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "connection entries"

    def __str__(self) -> str:
        return f"{self.action}: {self.connection}"
