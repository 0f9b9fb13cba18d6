"""
May this draft go out, and what has to change first?

Source: what a policy says of permission for pictures, of what posts must not be, of data
protection, of the school's own accounts and what is answered there, and of opinions that could be
taken for the school's. The answer is for a person: nothing is posted from here. Who is protected,
and why, cannot be told from any of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from footprint.rulebook.decisions.permission import MayUse, PermissionRuling
from footprint.rulebook.decisions.publication_places import Place, answered_at, stance_on
from footprint.rulebook.decisions.publication_text import (
    CHANGE,
    WHY,
    Effect,
    FindingKind,
    TextFinding,
    effect_of,
    reason_for,
)
from footprint.rulebook.facts import Reason, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import AnswersMode, ClauseName, Stance


class ChangeKind(StrEnum):
    """What has to change before a draft goes out."""

    NOTHING_THERE = "nothing_there"
    CLOSED = "closed"
    RULED_OUT = "ruled_out"
    WHO_IS_IN_IT = "who_is_in_it"
    PERSON = "person"
    NAMED_PERSON = "named_person"
    OTHERS = "others"
    TEXT = "text"
    DESCRIPTION = "description"


# Only what a reader of words guessed may be kept with a reason; what a person or the policy
# decided may not.
MAY_BE_KEPT = frozenset({ChangeKind.TEXT})


@dataclass(frozen=True)
class DraftFacts:
    """
    All that is known of one draft.

    Args:
        pictures: how many, and how many of them are not described in words.
        people: keys of those who were said to be in the pictures.
        said_who: somebody said who is in the pictures, be it that nobody is.
        others: somebody is in the pictures who is not in the register.
        others_agreed: it was said who of them agreed, and how.
        named: keys of the pupils whose names stand in the text.
        kept: keys of the findings that somebody gave a reason to keep.
    """

    text: str = ""
    pictures: int = 0
    undescribed: int = 0
    people: tuple[str, ...] = ()
    said_who: bool = False
    others: bool = False
    others_agreed: bool = False
    named: tuple[str, ...] = ()
    findings: tuple[TextFinding, ...] = ()
    kept: frozenset[str] = frozenset()


Answers = Mapping[tuple[str, str], PermissionRuling]  # by (a person's key, a place's key)


@dataclass(frozen=True)
class Change:
    """
    One thing to change before the draft goes out there.

    Args:
        sentence: what to do, in plain words.
        reasons: why; for a person never more than the register of permissions says to anybody.
        person: the key of whom it is about; "" where it is about nobody.
    """

    kind: ChangeKind
    sentence: str
    reasons: tuple[Reason, ...] = ()
    person: str = ""
    finding: TextFinding | None = None

    @property
    def may_be_kept(self) -> bool:
        return self.kind in MAY_BE_KEPT


@dataclass(frozen=True)
class PlaceRuling:
    """The answer for one place: it may go out there where nothing has to change."""

    place: Place
    changes: tuple[Change, ...]
    notes: tuple[Reason, ...] = ()

    @property
    def go(self) -> bool:
        return not self.changes


@dataclass(frozen=True)
class PublicationRuling:
    """The answer for each place, in the order asked."""

    places: tuple[PlaceRuling, ...] = field(default=())

    @property
    def go(self) -> bool:
        """Everywhere, and there is somewhere to go."""
        return bool(self.places) and all(each.go for each in self.places)


def rule_on_publication(
    *, policy: Policy, draft: DraftFacts, places: tuple[Place, ...], answers: Answers
) -> PublicationRuling:
    """
    Say for each place whether the draft may go out there, and what has to change first.

    Args:
        answers: what the register says of each person at each place, on the day asked about. One
            who is missing counts as somebody who was never asked.

    Never raises. A silent policy stops nothing by itself; the reasons then say that it is silent.
    """
    return PublicationRuling(
        tuple(
            PlaceRuling(
                place,
                tuple(_changes(policy, draft, place, answers)),
                tuple(_notes(policy, draft, place, answers)),
            )
            for place in places
        )
    )


def _changes(policy: Policy, draft: DraftFacts, place: Place, answers: Answers) -> Iterator[Change]:
    if not draft.text.strip() and not draft.pictures:
        yield Change(ChangeKind.NOTHING_THERE, "Write something, or add a picture.")
    if not place.is_open:
        yield Change(ChangeKind.CLOSED, "This account is closed. Leave it out.")
    stance, why = stance_on(policy, place)
    if stance is Stance.FORBIDDEN:
        yield Change(ChangeKind.RULED_OUT, "Choose another place.", (why,))
    if draft.pictures:
        yield from _about_pictures(draft, place, answers)
    yield from _about_names(draft, place, answers)
    for finding in draft.findings:
        stops = _effect(policy, finding, place) is Effect.STOPS
        if stops and finding.key not in draft.kept:
            yield Change(
                ChangeKind.TEXT,
                CHANGE[finding.kind],
                (Reason(WHY[finding.kind]), _reason(policy, finding, place)),
                finding.person,
                finding,
            )


def _about_pictures(draft: DraftFacts, place: Place, answers: Answers) -> Iterator[Change]:
    if not draft.said_who:
        yield Change(ChangeKind.WHO_IS_IN_IT, "Say who is in the pictures, or that nobody is.")
    for person in draft.people:
        ruling = answers.get((person, place.key))
        if ruling is None or ruling.may is not MayUse.YES:
            yield Change(
                ChangeKind.PERSON,
                "Use a picture without this person, or leave this place out.",
                (ruling.reasons[0],) if ruling else (Reason("Not yet: nobody was asked."),),
                person,
            )
    if draft.others and not draft.others_agreed:
        yield Change(ChangeKind.OTHERS, "Say who else is in it, and how they agreed.")
    if draft.undescribed:
        yield Change(
            ChangeKind.DESCRIPTION,
            "Describe each picture in words, for people who cannot see it.",
        )


def _about_names(draft: DraftFacts, place: Place, answers: Answers) -> Iterator[Change]:
    """Who is not to be published in a picture is not named either; ours, whatever the policy."""
    for person in draft.named:
        ruling = answers.get((person, place.key))
        if ruling is not None and ruling.may is MayUse.DO_NOT_PUBLISH:
            yield Change(
                ChangeKind.NAMED_PERSON,
                "Take this name out of the text.",
                (ruling.reasons[0],),
                person,
            )


ANSWERED: Mapping[AnswersMode, Effect] = MappingProxyType(
    {
        AnswersMode.NEVER: Effect.STOPS,
        AnswersMode.GENERAL_ENQUIRIES: Effect.SAID,
        AnswersMode.EVERYTHING: Effect.NOTHING,
        AnswersMode.MESSAGES_ONLY: Effect.SAID,
        AnswersMode.COMMENTS_ONLY: Effect.SAID,
    }
)


def _effect(policy: Policy, finding: TextFinding, place: Place) -> Effect:
    if finding.kind is not FindingKind.INVITES_ANSWER or place.platform is None:
        return effect_of(policy, finding, place.use)
    mode, _why = answered_at(policy, place)
    return ANSWERED[mode] if mode else Effect.NOTHING


def _reason(policy: Policy, finding: TextFinding, place: Place) -> Reason:
    if finding.kind is FindingKind.INVITES_ANSWER:
        return answered_at(policy, place)[1]
    return reason_for(policy, finding)


def _notes(policy: Policy, draft: DraftFacts, place: Place, answers: Answers) -> Iterator[Reason]:
    """What to know there, though it stops nothing."""
    stance, why = stance_on(policy, place)
    if place.platform is not None and stance is not Stance.FORBIDDEN:
        yield why
        yield answered_at(policy, place)[1]
    if place.purpose:
        yield Reason(f"Your register says what this account is for: {place.purpose}")
    accounts = policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    if place.platform is not None and accounts.is_stated and accounts.get("may_post"):
        yield stated("Your policy says who may post there.", accounts, "may_post")
    if draft.pictures and draft.people:
        yield from _permission_notes(draft, place, answers)
    for finding in draft.findings:
        if _effect(policy, finding, place) is Effect.SAID:
            yield Reason(f"“{finding.words}”: {WHY[finding.kind]} {CHANGE[finding.kind]}")
            yield _reason(policy, finding, place)


def _permission_notes(draft: DraftFacts, place: Place, answers: Answers) -> Iterator[Reason]:
    """What the policy says of permission, once; and whose own view is still open."""
    rulings = [
        answers[key] for key in ((each, place.key) for each in draft.people) if key in answers
    ]
    said = {reason: None for ruling in rulings for reason in ruling.reasons[1:]}
    yield from said
