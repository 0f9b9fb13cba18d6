"""
What may stand in the words of a draft, why it matters where they go, and what to write instead.

`signals.drafts` finds it; here stands what it means: whether it stops the draft at a place until a
person changes it or says why it stays, and the sentence of the policy behind it. A wrong guess must
never stop a school: every finding can be kept with a reason, which the approver reads.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType

from footprint.rulebook.decisions.reply import names_platform
from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName, ConductTag, PictureUse, Platform


class FindingKind(StrEnum):
    """What was found in the words of a draft."""

    FULL_NAME = "full_name"  # of a pupil, together with a picture
    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADDRESS = "address"
    BIRTH = "birth"
    CONFIRMS_PUPIL = "confirms_pupil"
    FINDABLE_CHILD = "findable_child"  # a named child, the class, and where or when
    OPINION = "opinion"
    CONDUCT = "conduct"
    PRIVATE_LINK = "private_link"
    INVITES_ANSWER = "invites_answer"
    REVIEW_REQUEST = "review_request"


class Effect(StrEnum):
    """What a finding does at one place."""

    STOPS = "stops"  # until it is changed, or kept with a reason
    SAID = "said"  # shown, and decides nothing
    NOTHING = "nothing"


@dataclass(frozen=True)
class TextFinding:
    """
    Something found in the words of a draft.

    Args:
        start, end: where it stands, in characters.
        person: the key of the child it is about; "" where it is about none.
        tags: for CONDUCT, what it may be in the words that policies use.
        platform: for PRIVATE_LINK, whose link it is, where that is known.
    """

    kind: FindingKind
    words: str
    start: int
    end: int
    person: str = ""
    tags: frozenset[ConductTag] = frozenset()
    platform: Platform | None = None

    @property
    def key(self) -> str:
        """The same words found again, somewhere else in the text, are the same finding."""
        return f"{self.kind.value}:{' '.join(self.words.split()).casefold()}"

    @property
    def name(self) -> str:
        """The key as 16 hex digits, for an address: words of a draft stand in none."""
        return sha256(self.key.encode(errors="replace")).hexdigest()[:16]


_OUTSIDE = (
    PictureUse.WEBSITE,
    PictureUse.OFFICIAL_ACCOUNT,
    PictureUse.PRESS,
    PictureUse.TRUST,
)


def _row(inside: Effect, outside: Effect) -> Mapping[PictureUse, Effect]:
    row = {PictureUse.INSIDE_SCHOOL: inside, **dict.fromkeys(_OUTSIDE, outside)}
    return MappingProxyType(row)


EFFECTS: Mapping[FindingKind, Mapping[PictureUse, Effect]] = MappingProxyType(
    {
        FindingKind.FULL_NAME: _row(Effect.SAID, Effect.STOPS),
        FindingKind.PHONE: _row(Effect.STOPS, Effect.STOPS),
        FindingKind.EMAIL: _row(Effect.STOPS, Effect.STOPS),
        FindingKind.POSTCODE: _row(Effect.STOPS, Effect.STOPS),
        FindingKind.ADDRESS: _row(Effect.STOPS, Effect.STOPS),
        FindingKind.BIRTH: _row(Effect.STOPS, Effect.STOPS),
        FindingKind.CONFIRMS_PUPIL: _row(Effect.NOTHING, Effect.STOPS),
        FindingKind.FINDABLE_CHILD: _row(Effect.NOTHING, Effect.STOPS),
        FindingKind.OPINION: _row(Effect.SAID, Effect.STOPS),
        FindingKind.CONDUCT: _row(Effect.STOPS, Effect.STOPS),
        FindingKind.PRIVATE_LINK: _row(Effect.SAID, Effect.STOPS),
        # What is answered on an account decides; see `publication`. Elsewhere nobody can answer.
        FindingKind.INVITES_ANSWER: _row(Effect.NOTHING, Effect.NOTHING),
        FindingKind.REVIEW_REQUEST: _row(Effect.STOPS, Effect.STOPS),
    }
)
# Where the policy is silent these are shown and stop nothing: they are a school's own choice.
# The others protect a person, whatever the policy says.
THE_SCHOOLS_CHOICE = frozenset({FindingKind.OPINION, FindingKind.CONDUCT, FindingKind.PRIVATE_LINK})

Behind = tuple[ClauseName, str, str]  # clause, key, and the member that it must list ("" for any)
_DATA: Behind = (ClauseName.DATA_PROTECTION, "refers_to", "")
_INFORMATION: Behind = (ClauseName.IMAGE_PERMISSION, "permission_for", "other_information")
_OVERSHARING: Behind = (ClauseName.STAFF_CONDUCT, "no_oversharing", "")
# The clause that speaks of it; the first that is stated is cited.
BEHIND: Mapping[FindingKind, tuple[Behind, ...]] = MappingProxyType(
    {
        FindingKind.FULL_NAME: (_INFORMATION, _DATA),
        FindingKind.PHONE: (_INFORMATION, _DATA),
        FindingKind.EMAIL: (_INFORMATION, _DATA),
        FindingKind.POSTCODE: (_INFORMATION, _DATA),
        FindingKind.ADDRESS: (_INFORMATION, _DATA),
        FindingKind.BIRTH: (_INFORMATION, _DATA),
        FindingKind.CONFIRMS_PUPIL: (
            (ClauseName.OFFICIAL_ACCOUNTS, "not_about_children", ""),
            _INFORMATION,
            _DATA,
        ),
        FindingKind.FINDABLE_CHILD: (_INFORMATION, _OVERSHARING, _DATA),
        FindingKind.OPINION: ((ClauseName.STAFF_CONDUCT, "not_attributable_to", ""),),
        FindingKind.CONDUCT: (),  # by the words of the clause: see `_conduct`
        FindingKind.PRIVATE_LINK: (_OVERSHARING,),
        FindingKind.INVITES_ANSWER: (),
        FindingKind.REVIEW_REQUEST: (),
    }
)
WHY: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.FULL_NAME: "A pupil's full name stands beside a picture: a stranger could "
        "find the child.",
        FindingKind.PHONE: "This looks like somebody's phone number.",
        FindingKind.EMAIL: "This looks like somebody's own e-mail address.",
        FindingKind.POSTCODE: "This looks like the postcode of somebody's home.",
        FindingKind.ADDRESS: "This looks like somebody's home address.",
        FindingKind.BIRTH: "This looks like somebody's date of birth.",
        FindingKind.CONFIRMS_PUPIL: "This confirms to everybody that a child is a pupil here.",
        FindingKind.FINDABLE_CHILD: "A named child, the class, and where or when: a stranger could "
        "wait there.",
        FindingKind.OPINION: "This could be taken for the school's own opinion.",
        FindingKind.CONDUCT: "These words could hurt somebody or shame the school.",
        FindingKind.PRIVATE_LINK: "This link lets strangers into a private chat, meeting or "
        "folder.",
        FindingKind.INVITES_ANSWER: "This asks people to write here.",
        FindingKind.REVIEW_REQUEST: "Asking staff, governors or chosen people for reviews makes "
        "the reviews misleading, and may be against the law.",
    }
)
CHANGE: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.FULL_NAME: "Write the first name only, or no name.",
        FindingKind.PHONE: "Take the number out, or give the school office's.",
        FindingKind.EMAIL: "Take the address out, or give the school office's.",
        FindingKind.POSTCODE: "Take the postcode out.",
        FindingKind.ADDRESS: "Take the address out.",
        FindingKind.BIRTH: "Take the date out.",
        FindingKind.CONFIRMS_PUPIL: "Leave the name out, or leave out that the child is a pupil.",
        FindingKind.FINDABLE_CHILD: "Leave the name out, or leave out the class and the place or "
        "time.",
        FindingKind.OPINION: "Say what the school does, and leave out what anybody thinks of it.",
        FindingKind.CONDUCT: "Say it in other words, or leave it out.",
        FindingKind.PRIVATE_LINK: "Take the link out and send it to those it is for.",
        FindingKind.INVITES_ANSWER: "Say where to write instead, such as the school office.",
        FindingKind.REVIEW_REQUEST: "Take it out. Anybody may review a school; nobody is asked to.",
    }
)
_SILENT_ABOUT: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.FULL_NAME: "whether names may stand beside pictures",
        FindingKind.CONFIRMS_PUPIL: "that nobody is confirmed as a pupil",
        FindingKind.FINDABLE_CHILD: "how much may be told of a child",
        FindingKind.OPINION: "whose opinions may be taken for the school's",
        FindingKind.CONDUCT: "that posts must not be such",
        FindingKind.PRIVATE_LINK: "whether such links may be made public",
        FindingKind.INVITES_ANSWER: "whether the school answers here",
        FindingKind.REVIEW_REQUEST: "whether anybody may be asked for a review",
    }
)
_OUR_CAUTION = "Footprint stops here so that a person looks at it."


def reason_for(policy: Policy, finding: TextFinding) -> Reason:
    """The sentence of the policy that speaks of it, or that the policy does not say."""
    if finding.kind is FindingKind.CONDUCT:
        found = _conduct(policy, finding.tags)
    elif finding.kind is FindingKind.PRIVATE_LINK:
        found = _ruled_out(policy, finding.platform) or _spoken_of(policy, finding.kind)
    else:
        found = _spoken_of(policy, finding.kind)
    if found:
        return found
    about = _SILENT_ABOUT.get(finding.kind, "whether such personal information may be published")
    return silent(about, "" if finding.kind in THE_SCHOOLS_CHOICE else _OUR_CAUTION)


def effect_of(policy: Policy, finding: TextFinding, use: PictureUse) -> Effect:
    """What a finding does at a place of this kind under this policy."""
    effect = EFFECTS[finding.kind][use]
    is_silent = reason_for(policy, finding).quote is None
    if effect is Effect.STOPS and finding.kind in THE_SCHOOLS_CHOICE and is_silent:
        return Effect.SAID
    return effect


def _spoken_of(policy: Policy, kind: FindingKind) -> Reason | None:
    for name, key, member in BEHIND[kind]:
        clause = policy.clause(name)
        if clause.is_stated and _says(clause, key, member):
            return stated("Your policy speaks of it.", clause, key)
    return None


def _says(clause: Clause, key: str, member: str) -> bool:
    value = clause.get(key)
    return member in value if member and isinstance(value, tuple) else bool(value and not member)


def _conduct(policy: Policy, tags: frozenset[ConductTag]) -> Reason | None:
    clause = policy.clause(ClauseName.CONDUCT)
    named = clause.get("must_not_be") if clause.is_stated else None
    if not isinstance(named, tuple) or not {tag.value for tag in tags} & set(map(str, named)):
        return None
    return stated("Your policy says what posts must not be.", clause, "must_not_be")


def _ruled_out(policy: Policy, platform: Platform | None) -> Reason | None:
    clause = policy.clause(ClauseName.EMAIL_OFFICIAL)
    if platform is None or not clause.is_stated:
        return None
    if not names_platform(clause, "ruled_out", platform):
        return None
    return stated("Your policy rules this channel out for school use.", clause, "ruled_out")
