"""Posts by outsiders and posts against the law: the platform, the helpline, the police."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import (
    STRONG,
    USUAL,
    WEAK,
    Found,
    Mention,
    Result,
    Text,
    any_of,
    has,
    members,
)
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.stances import may_or_must
from footprint.rulebook.terms import ClauseName

_DELETE = any_of("delete")
_OUTSIDE = any_of(
    "third party", "third parties", "outside", "no connection", "unconnected", "not a member",
    "unknown", "anonymous", "stranger*", "member of the public", "do not know who", "someone else",
    "not part of", "can not tell who", "persons", "not removed", "not delete", "external",
    "persons unconnected", "who wrote it", "we do not know", "somebody else", "someone we do not",
    "somebody we do not", "who posted it", "people outside", "another person", "is not known",
    "not traceable", "not connected",
)  # fmt: skip
_POSH = any_of("posh")
_HELPLINE = any_of("posh", "helpline for professionals", "helpline for schools")
_SEEK = any_of(
    "take advice",
    "for advice",
    "for support",
    "contact*",
    "ask",
    "call",
    "seek",
    "advice",
    "help",
    "support*",
    "assistance",
    "advise",
    "approach*",
    "consult*",
    "ring",
    "phone",
    "telephone",
)
_BY_US = any_of(
    "we", "school", "headteacher", "will", "may", "can", "could", "reported", "dsl", "federation"
)
_NOT_THIRD = any_of(
    "pupil will learn", "taught", "lesson*", "staff should", "questions", "call on",
    "first instance", "line manager", "when in doubt", "up to half", "friend request*", "in doubt",
    "reputation",
)  # fmt: skip
_POLICE = any_of("police")
_INVOLVE = any_of(
    "involv*", "go to the", "goes to the", "go straight to", "contact*", "inform*", "report*",
    "refer*", "call", "called", "pass", "passed", "ring", "tell", "notif*", "told",
    "bring in", "brought in", "hear about", "hears about", "hear of",
    "goes straight to", "go to", "goes to", "advice", "consult*", "involve", "hand* to",
)  # fmt: skip
_WHERE = (
    ("illegal", any_of(
        "illegal", "unlawful", "criminal", "crime", "offence", "law has been broken",
        "against the law",
        "break* the law", "broken the law", "laws", "hate crime*", "crimes", "law may have been",
        "breach of the law", "breach of any law")),
    ("dangerous", any_of("danger*", "threat", "threats", "threatening", "violence", "at harm",
        "at risk", "risk of harm")),
)  # fmt: skip


def read(text: Text) -> Iterator[Result]:
    """THIRD_PARTY_REPORT and POLICE."""
    for sentence in text.body:
        yield from _third_party(sentence, text)
    for sentence in text.with_words(_POLICE):
        yield from _police(sentence)


def _third_party(sentence: Sentence, text: Text) -> Iterator[Found]:
    said = sentence.said
    clause = ClauseName.THIRD_PARTY_REPORT
    context = " ".join(each.said for each in text.around(sentence, most=3)) + " " + sentence.under
    if _NOT_THIRD.search(said):
        return
    outside = bool(_OUTSIDE.search(said) or _OUTSIDE.search(context))
    at = _host_report(said)
    if at is not None and (outside or _DELETE.search(said) or _DELETE.search(context)):
        yield Found(clause, "platform", may_or_must(said[:at]), sentence)
    helpline = _HELPLINE.search(said)
    if helpline and outside and has(said, _SEEK, _BY_US):
        yield Found(clause, "helpline", modal_of(said, helpline), sentence)
        if _POSH.search(said):
            yield Found(clause, "helpline_name", "POSH", sentence)


_HOST_REPORT = re.compile(
    r"\b(?:report|reported|reports|ask|notify|flag|contact)\b(?=[^.;]{0,90}"
    r"\b(?:platforms?|host|provider|services?|apps?|"
    r"sites?|social media|website|company|companies|instagram|facebook|tiktok)\b)"
    r"|\buse\b(?=[^.;]{0,40}\breporting tools\b)"
)


def _host_report(said: str) -> int | None:
    """Where the report to the platform is spoken of; None where it is not."""
    match = _HOST_REPORT.search(said)
    return match.start() if match and not _ASKS_A_PERSON.match(said, match.start()) else None


_ASKS_A_PERSON = re.compile(
    r"(?:ask|contact|notify) (?:the |a |an |any )?(?:author|person|people|pupil|parent|staff|"
    r"any\w+|who\w*|them|him|her|you|those|member|poster|individual|police|dsl|headteacher)\b"
)


_PASSIVE = re.compile(
    r"(?:,? (?:or|and) (?:other |the )?\w+)*(?: \w+){0,2}? "
    r"(?:may|might|can|could|will|must|should|shall) (?:\w+ )?be\b"
)


def modal_of(said: str, name: re.Match[str]) -> str:
    """ "May" or "must" stands before the name, or after it where the sentence starts with it."""
    before, after = said[: name.start()], said[name.end() :]
    if passive := _PASSIVE.match(after):  # "the police may be informed", whatever stands before
        return may_or_must(passive.group())
    return may_or_must(after if before.strip() in ("", "the") else before)


def _police(sentence: Sentence) -> Iterator[Result]:
    clause = ClauseName.POLICE
    said = sentence.said
    if not _INVOLVE.search(said):
        yield Mention(clause, sentence)
        return
    place = _POLICE.search(said)
    modal = modal_of(said, place) if place else may_or_must(said)
    where = members(said, _WHERE)
    rank = STRONG if where else USUAL if modal == "may" else WEAK
    yield Found(clause, "involved", modal, sentence, rank)
    if where:
        yield Found(clause, "where", where, sentence)
