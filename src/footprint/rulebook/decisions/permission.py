"""
May this person's picture be used for this use on this day?

Source: what a policy says of permission before an upload, under "Digital images"; permission is
asked for each use by itself, can be taken back at any time, and silence is not a yes. Who is
protected is never published, whatever anybody answered, and nobody learns from the ruling why.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, PictureUse


class MayUse(StrEnum):
    """The answer about one person."""

    YES = "yes"
    NOT_YET = "not_yet"
    DO_NOT_PUBLISH = "do_not_publish"


class Ground(StrEnum):
    """
    What an answer rests on.

    REFUSED stands for a "no" and for a protection alike: nothing here tells which.
    """

    GIVEN = "given"
    REFUSED = "refused"
    LEFT = "left"
    DISAGREE = "disagree"
    OWN_NO = "own_no"
    NO_ANSWER = "no_answer"


class Given(StrEnum):
    """What one person who was asked answers now."""

    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"  # a no that was a yes before


@dataclass(frozen=True)
class PermissionFacts:
    """
    All that is known about one person, one use and one day.

    Args:
        protected: the school protects them from being published.
        given: the current answers of those who may give permission for them.
        own: their own current answer; None where there is none.
        own_is_asked: they are old enough for a view of their own beside their parents'.
        decides_alone: an adult: their own answer is the only one that counts.
        here: False for those who have left the school.
    """

    protected: bool = False
    given: tuple[Given, ...] = ()
    own: Given | None = None
    own_is_asked: bool = False
    decides_alone: bool = False
    here: bool = True


@dataclass(frozen=True)
class PermissionRuling:
    """
    Args:
        reasons: the first says what the answer is; then what the policy says, and what to know.
    """

    ground: Ground
    reasons: tuple[Reason, ...]

    @property
    def may(self) -> MayUse:
        return _MAY.get(self.ground, MayUse.NOT_YET)

    @property
    def own_is_open(self) -> bool:
        """Yes, but a pupil who is old enough to be asked was not, or did not answer."""
        return self.reasons[-1].sentence == OWN_NOT_KNOWN

    @property
    def sentence(self) -> str:
        return self.reasons[0].sentence


_MAY = {Ground.GIVEN: MayUse.YES, Ground.REFUSED: MayUse.DO_NOT_PUBLISH}
SENTENCES: Mapping[Ground, str] = {
    Ground.GIVEN: "Permission is given.",
    Ground.REFUSED: "Do not publish a picture of this person.",
    Ground.LEFT: "Not yet: they have left the school. Ask the office.",
    Ground.DISAGREE: "Not yet: those who may give permission disagree. Ask the office.",
    Ground.OWN_NO: "Not yet: they do not want it themselves. Ask the office.",
    Ground.NO_ANSWER: "Not yet: nobody has given permission. Silence is not a yes; ask the office.",
}
OWN_NOT_KNOWN = "Their own view is not known: ask them."
_REFUSED = frozenset({Given.NO, Given.WITHDRAWN})
_PICTURES = frozenset({"photographs", "videos"})


def may_picture_be_used(
    *, policy: Policy | None, facts: PermissionFacts, use: PictureUse
) -> PermissionRuling:
    """
    Say whether a picture of one person may be used.

    Args:
        policy: the version in force on that day; None where none was adopted yet.
        facts: as they stand on that day.

    Never raises. A silent policy changes no answer: permission is asked all the same, and the
    reasons say that it is not the policy that asks.
    """
    ground = _ground(facts)
    reasons = [Reason(SENTENCES[ground]), _policy_reason(policy, use)]
    own_is_open = facts.own_is_asked and not facts.decides_alone and facts.own is None
    if ground is Ground.GIVEN and own_is_open:
        reasons.append(Reason(OWN_NOT_KNOWN))
    return PermissionRuling(ground, tuple(reasons))


def _ground(facts: PermissionFacts) -> Ground:
    said = ((facts.own,) if facts.own else ()) if facts.decides_alone else facts.given
    yes, no = Given.YES in said, not _REFUSED.isdisjoint(said)
    if facts.protected or (no and not yes):
        return Ground.REFUSED
    if not facts.here:
        return Ground.LEFT
    if yes and no:
        return Ground.DISAGREE
    if facts.own_is_asked and facts.own in _REFUSED:
        return Ground.OWN_NO
    return Ground.GIVEN if yes else Ground.NO_ANSWER


def _policy_reason(policy: Policy | None, use: PictureUse) -> Reason:
    if use is PictureUse.INSIDE_SCHOOL:
        return silent("whether permission is needed for pictures that stay inside the school")
    clause = policy.clause(ClauseName.IMAGE_PERMISSION) if policy else None
    asked = clause.get("permission_for") if clause and clause.is_stated else None
    if clause is None or not isinstance(asked, tuple) or _PICTURES.isdisjoint(map(str, asked)):
        return silent("whether permission is needed before a picture is used")
    return stated("Your policy asks for permission first.", clause, "permission_for")


def may_picture_of_all(rulings: Iterable[PermissionRuling]) -> MayUse:
    """
    The answer for a picture of several people: yes only where it is yes for each.

    A picture of nobody needs no permission.
    """
    found = {ruling.may for ruling in rulings}
    if MayUse.DO_NOT_PUBLISH in found:
        return MayUse.DO_NOT_PUBLISH
    return MayUse.NOT_YET if MayUse.NOT_YET in found else MayUse.YES
