"""
Where everybody of one audience stands with the text in use: signed, declined, asked, or not.

A file of its own because lists, counts, exports, class pages and reminders ask the same question,
and must never answer it differently.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from footprint.people.models import FamilyLink, Person, PersonQuerySet
from footprint.policies.models import PolicyVersion
from footprint.registers.agreements.models import (
    AgreementText,
    Signature,
    SigningRequest,
    State,
)
from footprint.rulebook.decisions.signing import GROUPS, SigningRuling, rule_on_signing
from footprint.rulebook.facts import Reason
from footprint.rulebook.terms import AgreementAudience, Audience


class Standing(StrEnum):
    """Where one person stands with one agreement."""

    SIGNED = "signed"
    DECLINED = "declined"
    NOT_YET = "not_yet"  # asked, and no answer
    NEVER_ASKED = "never_asked"


_WHICH = {
    Standing.SIGNED: Q(answer_state=State.SIGNED),
    Standing.DECLINED: Q(answer_state=State.DECLINED),
    Standing.NOT_YET: Q(answer_state__isnull=True, was_asked=True),
    Standing.NEVER_ASKED: Q(answer_state__isnull=True, was_asked=False),
}
UNANSWERED = _WHICH[Standing.NOT_YET] | _WHICH[Standing.NEVER_ASKED]


def members(school_id: int, audience: AgreementAudience, *, on: date) -> PersonQuerySet:
    """The people of a school whom this agreement is for."""
    group = GROUPS[audience]
    found = Person.objects.of_school(school_id).who_are(group.part).present(on)
    if group.years:
        found = found.filter(year_group__range=group.years)
    return found


def audiences_of(person: Person) -> list[AgreementAudience]:
    """The agreements that are for this person: several, where somebody has several parts."""
    parts = [Audience(part.audience) for part in person.parts.all() if part.until is None]
    return [
        audience
        for audience, group in GROUPS.items()
        if any(group.holds(part, person.year_group) for part in parts)
    ]


def in_class(people: PersonQuerySet, audience: AgreementAudience, name: str) -> PersonQuerySet:
    """Pupils of a class, or the parents of its pupils; adults without a class stay as they are."""
    if not name:
        return people
    if GROUPS[audience].part is Audience.PARENT:
        pupils = FamilyLink.objects.filter(person__class_name=name)
        return people.filter(pk__in=pupils.values("relative"))
    return people.in_class(name)


def class_names(school_id: int, audience: AgreementAudience, *, on: date) -> list[str]:
    """The classes by which this audience can be filtered; none for adults without children here."""
    group = GROUPS[audience]
    if group.part is Audience.PUPIL:
        people = members(school_id, audience, on=on)
    elif group.part is Audience.PARENT:
        people = Person.objects.of_school(school_id).who_are(Audience.PUPIL).present(on)
    else:
        return []
    named = people.exclude(class_name="").order_by("class_name")
    return list(named.values_list("class_name", flat=True).distinct())


def without_a_year(school_id: int, *, on: date) -> PersonQuerySet:
    """Pupils who fall under no agreement, because nobody wrote down their year group."""
    pupils = Person.objects.of_school(school_id).who_are(Audience.PUPIL).present(on)
    return pupils.filter(year_group__isnull=True)


def stands(text: AgreementText, *, on: date) -> PersonQuerySet:
    """Everybody whom the text is for, each with `answer` (its key), `answer_state`, `was_asked`."""
    mine = Signature.objects.that_count_for(text).filter(person=OuterRef("pk"))
    newest = mine.order_by("-text__number", "-pk")
    asked = SigningRequest.objects.that_ask_for(text).filter(person=OuterRef("pk"))
    return members(text.school_id, text.for_whom, on=on).annotate(
        answer=Subquery(newest.values("pk")[:1]),
        answer_state=Subquery(newest.values("state")[:1]),
        was_asked=Exists(asked),
    )


def only(people: PersonQuerySet, standing: Standing) -> PersonQuerySet:
    """Those of `stands` who stand there."""
    return people.filter(_WHICH[standing])


def just(people: PersonQuerySet, key: int) -> PersonQuerySet:
    """This one of them, or nobody."""
    return people.filter(pk=key)


def without_email(people: PersonQuerySet) -> PersonQuerySet:
    """Those whom no message reaches."""
    return people.filter(email="")


def unanswered(text: AgreementText, *, on: date) -> PersonQuerySet:
    """Those who neither signed nor declined."""
    return stands(text, on=on).filter(UNANSWERED)


def standing_of(person: Person) -> Standing:
    """Where one of the rows of `stands` stands."""
    state = getattr(person, "answer_state", None)
    if state is not None:
        return Standing(state)
    return Standing.NOT_YET if getattr(person, "was_asked", False) else Standing.NEVER_ASKED


@dataclass(frozen=True)
class AudienceCount:
    """
    One audience of one school in numbers. All counts are of people who are here now.

    Args:
        text: the one in use; None where there is none.
        coming: a version that was put in use from a later day.
        ruling: whether the school's policy names this audience as signing.
    """

    audience: AgreementAudience
    text: AgreementText | None
    coming: AgreementText | None
    ruling: SigningRuling
    people: int
    signed: int = 0
    declined: int = 0
    not_yet: int = 0
    never_asked: int = 0

    @property
    def unanswered(self) -> int:
        return self.not_yet + self.never_asked

    @property
    def is_gap(self) -> bool:
        """The policy names them, they are at the school, and there is no text to sign."""
        return self.ruling.named and self.people > 0 and self.text is None


def counts_of(
    school_id: int, *, on: date, audiences: Iterable[AgreementAudience] = AgreementAudience
) -> list[AudienceCount]:
    """Every audience of a school, also those without people or text. Reports count by it too."""
    texts = AgreementText.objects.of_school(school_id)
    in_use = {audience: text for (_, audience), text in texts.in_use(on).items()}
    coming = {text.for_whom: text for text in texts.numbered().filter(in_use_from__gt=on)}
    rulings = rulings_at(school_id, on=on)
    return [
        _count(school_id, each, in_use.get(each), coming.get(each), rulings[each], on)
        for each in audiences
    ]


def _count(
    school_id: int,
    audience: AgreementAudience,
    text: AgreementText | None,
    coming: AgreementText | None,
    ruling: SigningRuling,
    on: date,
) -> AudienceCount:
    if text is None:
        people = members(school_id, audience, on=on).count()
        return AudienceCount(audience, None, coming, ruling, people)
    found = stands(text, on=on).aggregate(
        people=Count("pk"),
        **{each.value: Count("pk", filter=which) for each, which in _WHICH.items()},
    )
    return AudienceCount(audience, text, coming, ruling, **found)


def rulings_at(school_id: int, *, on: date) -> dict[AgreementAudience, SigningRuling]:
    """What the policy in force says about each audience; without one it says nothing."""
    version = PolicyVersion.objects.in_force(school_id=school_id, on=on)
    if version is None:
        none = SigningRuling(False, Reason("Your school has adopted no policy here yet."))
        return dict.fromkeys(AgreementAudience, none)
    policy = version.policy
    return {each: rule_on_signing(policy=policy, audience=each) for each in AgreementAudience}


def classes_of(text: AgreementText, *, on: date) -> list[tuple[str, int, int]]:
    """[(class, pupils in it, how many of them signed)] by name, of a text for pupils."""
    rows = (
        stands(text, on=on)
        .exclude(class_name="")
        .order_by()
        .values("class_name")
        .annotate(pupils=Count("pk"), signed=Count("pk", filter=_WHICH[Standing.SIGNED]))
        .order_by("class_name")
    )
    return [(row["class_name"], row["pupils"], row["signed"]) for row in rows]
