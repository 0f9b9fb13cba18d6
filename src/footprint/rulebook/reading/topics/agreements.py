"""Other policies that this one rests on: acceptable use, data protection, behaviour, conduct."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import Found, Mention, Result, Text, any_of, has, members
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_AUP = any_of("aup")
_SIGN = any_of("sign", "signs", "signed", "signing", "agree to", "agreed to", "accept")
_ALL = any_of(
    "all", "every", "everyone", "everybody", "each member", "members of the school community",
    "whole school community", "all members",
)  # fmt: skip
_SIGNERS = (
    ("pupil", any_of("pupil")),
    ("parent", any_of("parent")),
    ("staff", any_of("staff")),
    ("governor", any_of("governor")),
    ("volunteer", any_of("volunteer")),
    ("contractor", any_of("contractor")),
)
_COMMUNITY = any_of(
    "members of the school community", "everyone", "everybody", "whole school community",
    "all members", "every member of the school community", "each member",
    "all members of our community",
)  # fmt: skip
_DATA = any_of("data protection", "gdpr", "information governance")
_POLICY = any_of("policy", "policies", "documents")

_BREACH = any_of(
    "breach*", "break", "breaks", "broken", "fail*", "dealt with", "not followed", "misuse",
    "sanction*", "investigated", "disciplin*", "handled", "addressed", "managed through",
    "applies", "is used", "we follow", "treated as", "used", "action", "subject to", "proceed*",
)  # fmt: skip
_BROKEN = any_of("breach*", "break", "breaks", "broken", "misuse", "sanction*", "consequences")
_BEHAVIOUR = re.compile(r"\bbehaviour(?:,? \w+){0,5} policy\b|\bbehaviour and \w+ policy\b")
_CODE = any_of("code of conduct")
_HANDBOOK = any_of("handbook")
_DISCIPLINARY = any_of(
    "disciplinary procedure*", "disciplinary policy", "disciplinary action", "disciplinary process",
    "disciplinary matter", "disciplinary policies",
)  # fmt: skip
_NOTICE = any_of(
    "notif*",
    "friend request",
    "should be read",
    "read with",
    "read alongside",
    "attempt",
    "linked to",
    "see also",
    "related policies",
)


def read(text: Text) -> Iterator[Result]:
    """ACCEPTABLE_USE, DATA_PROTECTION and BREACH_ROUTE."""
    for sentence in text.with_words(_AUP):
        yield from _signing(sentence)
    for sentence in text.with_words(_DATA):
        if _refers(sentence):
            yield Found(ClauseName.DATA_PROTECTION, "refers_to", True, sentence)
        else:
            yield Mention(ClauseName.DATA_PROTECTION, sentence)
    for sentence in text.body:
        broken = _BREACH.search(sentence.said) or _BROKEN.search(sentence.under)
        if broken and not _NOTICE.search(sentence.said):
            yield from _route(sentence)


def _refers(sentence: Sentence) -> bool:
    listed = _LINKS.search(sentence.under)
    return bool(_POLICY.search(sentence.said) or _POLICY.search(sentence.under) or listed)


_LINKS = re.compile(r"^(?:links?|linked|related|see also|read with|other documents|references)\b")


def _signing(sentence: Sentence) -> Iterator[Result]:
    clause = ClauseName.ACCEPTABLE_USE
    said = sentence.said
    if not _SIGN.search(said):
        yield Mention(clause, sentence)
        return
    signers = members(said, _SIGNERS)
    if _COMMUNITY.search(said) or {"pupil", "staff", "parent"} <= set(signers):
        yield Found(clause, "all_sign", True, sentence)
    if signers:
        yield Found(clause, "signed_by", signers, sentence)
    elif not _COMMUNITY.search(said):
        yield Mention(clause, sentence)


def _route(sentence: Sentence) -> Iterator[Found]:
    clause = ClauseName.BREACH_ROUTE
    said = sentence.said
    staff, pupils = bool(_STAFF_BREAK.search(said)), bool(_PUPIL_BREAKS.search(said))
    if _BEHAVIOUR.search(said) and not has(said, any_of("data protection", "safeguarding policy")):
        who = "staff" if staff and not pupils else "pupils"
        yield Found(clause, who, "behaviour_policy", sentence)
    if route := _staff_route(sentence):
        yield Found(clause, "pupils" if pupils and not staff else "staff", route, sentence)


_PUPIL_BREAKS = re.compile(r"\bpupil (?:who )?(?:break|breach)\w*\b")
_STAFF_BREAK = re.compile(r"\bstaff (?:who )?(?:break|breach)\w*\b")


def _staff_route(sentence: Sentence) -> str | None:
    said = sentence.said
    if _CODE.search(said):
        return "code_of_conduct_or_handbook" if _HANDBOOK.search(said) else "code_of_conduct"
    if _DISCIPLINARY.search(said) and has(f"{said} {sentence.under}", any_of("staff", "policy")):
        return "disciplinary_procedure"
    return None
