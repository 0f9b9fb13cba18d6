"""
May the school answer here in public, and what does it say instead?

Source: what a policy says of the school's own accounts ("we do not answer messages there",
"general enquiries only"), and of e-mail as the official channel. A post elsewhere is not covered.
The advice is for a person, who writes and posts the answer; nothing is sent from here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName, Platform, PostKind


class MayAnswer(StrEnum):
    """Whether the policy lets the school answer on a platform."""

    YES = "yes"
    NO = "no"
    GENERAL_ENQUIRIES_ONLY = "general_enquiries_only"
    NOT_STATED = "not_stated"


PLATFORM_WORDS: Mapping[Platform, str] = MappingProxyType(
    {
        Platform.INSTAGRAM: "Instagram",
        Platform.FACEBOOK: "Facebook",
        Platform.X: "X",
        Platform.TIKTOK: "TikTok",
        Platform.SNAPCHAT: "Snapchat",
        Platform.WHATSAPP: "WhatsApp",
        Platform.YOUTUBE: "YouTube",
        Platform.MUMSNET: "Mumsnet",
        Platform.REDDIT: "Reddit",
        Platform.BLUESKY: "Bluesky",
        Platform.MASTODON: "Mastodon",
        Platform.GOOGLE_REVIEWS: "Google reviews",
        Platform.NEWS: "news sites",
        Platform.WEB: "other web pages",
        Platform.EMAIL: "e-mail",
        Platform.OTHER: "this channel",
    }
)
_OTHER_NAMES = {
    Platform.X: ("twitter",),
    Platform.GOOGLE_REVIEWS: ("google business", "google my business"),
}
_UNNAMED = frozenset({Platform.NEWS, Platform.WEB, Platform.EMAIL, Platform.OTHER})
# Where a school can have an account, so where a rule for "our accounts" may hold.
_ACCOUNTS = frozenset(
    {
        Platform.INSTAGRAM,
        Platform.FACEBOOK,
        Platform.X,
        Platform.TIKTOK,
        Platform.SNAPCHAT,
        Platform.WHATSAPP,
        Platform.YOUTUBE,
        Platform.BLUESKY,
        Platform.MASTODON,
    }
)
_ANSWERS = {
    "never": (MayAnswer.NO, "Your policy says that messages on {where} are not answered."),
    "general_enquiries": (
        MayAnswer.GENERAL_ENQUIRIES_ONLY,
        "Your policy lets the school answer general enquiries on {where}, and nothing else.",
    ),
    "always": (MayAnswer.YES, "Your policy says that messages on {where} are answered."),
}
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
CAUTIONS = (
    "Never confirm that a child is, or was, a pupil here.",
    "Say nothing about a member of staff.",
    "Do not argue a complaint in public: invite the person in.",
)


@dataclass(frozen=True)
class ReplyAdvice:
    """
    Advice on a public answer.

    Args:
        say_instead: a sentence that shows the way to the right channel; "" where the policy names
            none.
        cautions: what no answer may do; each a sentence.
    """

    answer: MayAnswer
    say_instead: str
    cautions: tuple[str, ...]
    reasons: tuple[Reason, ...]


def advise(*, policy: Policy, platform: Platform, kind: PostKind) -> ReplyAdvice:
    """
    Say what the policy lets the school answer to a post of this kind on this platform.

    Never raises. Where the policy speaks of some accounts only, the others are NOT_STATED.
    """
    answer, why = _answer(policy, platform)
    instead, why_instead = _instead(policy, kind)
    reasons = [why]
    if answer is MayAnswer.GENERAL_ENQUIRIES_ONLY and kind is not PostKind.ENQUIRY:
        reasons.append(Reason("This post does not look like a general enquiry."))
    return ReplyAdvice(answer, instead, _cautions(policy), (*reasons, why_instead))


def _answer(policy: Policy, platform: Platform) -> tuple[MayAnswer, Reason]:
    where = PLATFORM_WORDS[platform]
    official = policy.clause(ClauseName.EMAIL_OFFICIAL)
    if platform is Platform.EMAIL and official.is_stated and official.get("parents"):
        sentence = "E-mail is an official channel of your school."
        return MayAnswer.YES, stated(sentence, official, "parents")
    if official.is_stated and names_platform(official, "ruled_out", platform):
        sentence = f"Your policy rules out {where} for school use."
        return MayAnswer.NO, stated(sentence, official, "ruled_out")

    accounts = policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    found = _ANSWERS.get(str(accounts.get("answers")))
    if found and accounts.is_stated and _is_ours(accounts, platform):
        answer, sentence = found
        return answer, stated(sentence.format(where=where), accounts, "answers")
    return MayAnswer.NOT_STATED, silent(f"whether the school answers on {where}")


def names_platform(clause: Clause, key: str, platform: Platform) -> bool:
    """Whether one of the texts under a key names this platform, as people call it."""
    listed = clause.get(key)
    if not isinstance(listed, tuple) or platform in _UNNAMED:
        return False
    text = " ; ".join(str(each) for each in listed).lower()
    names = (PLATFORM_WORDS[platform].lower(), *_OTHER_NAMES.get(platform, ()))
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _is_ours(accounts: Clause, platform: Platform) -> bool:
    if accounts.get("accounts"):
        return names_platform(accounts, "accounts", platform)
    return platform in _ACCOUNTS  # a rule for the accounts that names none holds for all of them


def _instead(policy: Policy, kind: PostKind) -> tuple[str, Reason]:
    concerns = policy.clause(ClauseName.PRIVATE_CONCERNS)
    way, found, key = _way(policy)
    if kind in (PostKind.CRITICISM, PostKind.CONCERN) and concerns.is_stated:
        sentence = f"Please {way or 'contact the school directly'}, so that we can talk in private."
        reason = "Your policy asks parents to raise a concern directly and in private."
        return sentence, stated(reason, concerns, "directly_in_private")
    if found is None:
        return "", silent("where people are to write instead")
    return f"Please {way}.", stated("Your policy says where to write instead.", found, key)


def _way(policy: Policy) -> tuple[str, Clause | None, str]:
    accounts = policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    questions = policy.clause(ClauseName.QUESTIONS)
    official = policy.clause(ClauseName.EMAIL_OFFICIAL)
    for clause, key in ((accounts, "enquiries_to"), (questions, "parents_ask")):
        named = clause.get(key) if clause.is_stated else None
        if isinstance(named, str) and named.strip():
            return _how(named.strip(), official), clause, key
    if official.is_stated and official.get("parents"):
        return "e-mail the school office", official, "parents"
    return "", None, ""


def _how(named: str, official: Clause) -> str:
    address = _ADDRESS.search(named)
    if address:
        return f"e-mail {address.group()}"
    by_mail = "mail" in named.lower() or (official.is_stated and bool(official.get("parents")))
    if "office" in named.lower():
        return "e-mail the school office" if by_mail else "contact the school office"
    return f"contact {named}"


def _cautions(policy: Policy) -> tuple[str, ...]:
    clause = policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    if clause.is_stated and clause.get("not_about_children"):
        return (*CAUTIONS, "Your policy asks everyone to say nothing about children there.")
    return CAUTIONS
