"""
Is this a place for something of the school, and is anything answered there?

Source: what a policy says of the school's own accounts, of what is answered on them, and of
channels that it rules out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from footprint.rulebook.decisions.reply import (
    PLATFORM_WORDS,
    MayAnswer,
    advise,
    names_platform,
)
from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import (
    AnswersMode,
    ClauseName,
    PictureUse,
    Platform,
    PostKind,
    Stance,
)


@dataclass(frozen=True)
class Place:
    """
    Where a draft shall go.

    Args:
        key: the register's key of this use of pictures, such as "website" or "account:12".
        platform: of an official account on social media.
        answers: what the register of accounts says is answered there; None where it does not.
        purpose: what the register says the account is for.
        is_open: False for an account that the school has closed.
    """

    key: str
    use: PictureUse
    platform: Platform | None = None
    answers: AnswersMode | None = None
    purpose: str = ""
    is_open: bool = True


def stance_on(policy: Policy, place: Place) -> tuple[Stance, Reason]:
    """
    What the policy says of this place.

    A channel is ruled out, or the account is among those that it names. No part of a policy that
    is looked for discourages a place.
    """
    if place.platform is None:
        return Stance.NOT_STATED, silent("where else something of the school may be published")
    where = PLATFORM_WORDS[place.platform]
    official = policy.clause(ClauseName.EMAIL_OFFICIAL)
    if official.is_stated and names_platform(official, "ruled_out", place.platform):
        reason = stated(f"Your policy rules out {where} for school use.", official, "ruled_out")
        return Stance.FORBIDDEN, reason
    accounts = policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    if accounts.is_stated and names_platform(accounts, "accounts", place.platform):
        reason = stated(f"Your policy names your account on {where}.", accounts, "accounts")
        return Stance.ALLOWED, reason
    return Stance.NOT_STATED, silent(f"that the school has an account on {where}")


_BY_POLICY: Mapping[MayAnswer, AnswersMode | None] = MappingProxyType(
    {
        MayAnswer.YES: AnswersMode.EVERYTHING,
        MayAnswer.NO: AnswersMode.NEVER,
        MayAnswer.GENERAL_ENQUIRIES_ONLY: AnswersMode.GENERAL_ENQUIRIES,
        MayAnswer.NOT_STATED: None,
    }
)
_ANSWERED_WORDS: Mapping[AnswersMode, str] = MappingProxyType(
    {
        AnswersMode.NEVER: "Nothing is answered on this account.",
        AnswersMode.GENERAL_ENQUIRIES: "General enquiries only are answered on this account.",
        AnswersMode.EVERYTHING: "Messages and comments are answered on this account.",
        AnswersMode.MESSAGES_ONLY: "Messages are answered on this account, comments are not.",
        AnswersMode.COMMENTS_ONLY: "Comments are answered on this account, messages are not.",
    }
)


def answered_at(policy: Policy, place: Place) -> tuple[AnswersMode | None, Reason]:
    """What is answered at an account: as its register says, else as the policy does."""
    advice = advise(policy=policy, platform=place.platform or Platform.OTHER, kind=PostKind.ENQUIRY)
    said = _BY_POLICY[advice.answer]
    if place.answers is None or place.answers is said:
        return said, advice.reasons[0]
    sentence = f"Your register of accounts says: {_ANSWERED_WORDS[place.answers]}"
    return place.answers, Reason(sentence)
