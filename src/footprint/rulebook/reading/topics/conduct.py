"""What posts must not be, and where that applies."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import (
    Found,
    Result,
    Text,
    any_of,
    has,
    members,
)
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.stances import NOT
from footprint.rulebook.terms import ClauseName

_TAGS = (
    ("bullying", any_of("bully*", "bullies", "cyberbully*", "harass*")),
    ("aggressive", any_of(
        "aggressi*", "hostile", "threatening", "threaten*", "threats", "intimidating")),
    ("rude", any_of(
        "rude", "rudeness", "unkind", "cruel", "nasty", "spiteful", "disrespectful",
        "impolite", "discourteous", "uncivil")),
    ("insulting", any_of(
        "insult*", "offensive", "abusive", "abuse", "derogatory", "humiliat*", "demean*",
        "mock", "mocks", "ridicule*")),
    ("illegal", any_of(
        "illegal", "unlawful", "against the law", "break* the law", "criminal", "break* any law",
        "breach of any law", "breach of the law", "contrary to the law")),
    ("inappropriate", any_of(
        "inappropriate", "unsuitable", "improper", "not fitting", "unfitting", "unseemly")),
    ("disrepute", any_of(
        "disrepute", "damage* the reputation", "harm* the reputation", "damage* the good name",
        "through the mud", "in a bad light", "damage* the name", "harm* the good name",
        "tarnish*", "blacken*", "discredit*")),
)  # fmt: skip
_PUBLISH = any_of(
    "post", "posts", "posting", "posted", "comment*", "share", "shares", "sharing", "shared",
    "write", "writing", "writes", "upload*", "publish*", "message*", "content", "anything",
    "remarks", "say", "bring", "brings", "bringing", "online", "language", "speak", "material",
    "disrepute", "chat", "chats", "use social media", "using social media", "endorse*",
)  # fmt: skip
_OTHER_MATTER = any_of(
    "delete", "report", "reported", "reports", "reporting", "lesson*", "taught", "curriculum",
    "police", "monitored", "prohibition order*", "penalt*", "dealt with", "sanction*",
    "be construed as a friend", "extremis*", "oversharing", "privacy settings",
)  # fmt: skip
_PROFESSION = any_of("profession", "teaching profession", "staff profession")
_SCHOOL = any_of("school", "academy", "trust", "federation", "nursery", "college")
_DISREPUTE = any_of("disrepute")
_APPLIES = any_of(
    "appl*", "cover*", "count*", "goes for", "includ*", "both", "whether", "does not matter",
    "extend*", "wherever", "no difference", "equally", "hold good", "holds good", "same manner",
    "no matter", "regardless", "public or private", "private or public", "public and private",
    "public and in private", "public or in", "private or in",
    "open or private", "publicly or", "openly or", "as well as", "alike", "counts",
)  # fmt: skip
_PRIVATE = any_of(
    "private", "privately", "closed group*", "closed", "chats", "group chat*", "whatsapp group*",
    "messaging group*", "whatsapp chat*",
)  # fmt: skip
_PUBLIC = any_of("public", "open page*", "publicly", "open", "by all", "seen by everyone", "anyone")
_PUBLIC_ONLY = re.compile(r"\bappl\w+ (?:only )?to public (?:pages?|posts?)\b")
_PLACE = any_of("post*", "page*", "group*", "chat*", "message*", "media", "messaging", "whatsapp")
_SETTING = any_of("follow*", "settings", "account is", "lives", "meet", "accounts", "concern*")


def read(text: Text) -> Iterator[Result]:
    """CONDUCT, whole."""
    for sentence in text.body:
        tags = tags_of(sentence.said)
        if tags and _is_rule(sentence):
            yield Found(ClauseName.CONDUCT, "must_not_be", tags, sentence)
        if places := _places(sentence):
            yield Found(ClauseName.CONDUCT, "applies_to", places, sentence)


def tags_of(said: str) -> tuple[str, ...]:
    """What it must not be; the good name of the profession is not that of the school."""
    tags = members(said, _TAGS)
    only_profession = _PROFESSION.search(said) and not _SCHOOL.search(said)
    return tuple(tag for tag in tags if tag != "disrepute" or not only_profession)


_BARRED = any_of(
    "not ok",
    "not okay",
    "not allowed",
    "not acceptable",
    "unacceptable",
    "should i not",
    "must i not",
    "can not i",
    "not post",
)
_PUNISHED = any_of(
    "misconduct",
    "disciplin*",
    "undertake not",
    "breach*",
    "taken seriously",
    "not accept*",
)


def _is_rule(sentence: Sentence) -> bool:
    """Whether the sentence, or the question it answers, says what must not be published."""
    said = sentence.said
    if _OTHER_MATTER.search(said) and not _DISREPUTE.search(said):
        return False
    asked = sentence.asked
    if asked and has(asked, _BARRED) and (_PUBLISH.search(said) or sentence.stem):
        return True
    if _DISREPUTE.search(said) and _PUNISHED.search(said):
        return True
    if has(said, NOT, _PUBLISH) or (len(members(said, _TAGS)) > 1 and _DISREPUTE.search(said)):
        return True
    return bool(_PUBLISH.search(said)) and has(sentence.under, NOT, any_of("post*", "acceptable"))


def _places(sentence: Sentence) -> tuple[str, ...]:
    said = sentence.said
    if _SETTING.search(said) or not has(said, _PLACE) or not _APPLIES.search(sentence.own):
        return ()
    if not (_PRIVATE.search(said) or _PUBLIC_ONLY.search(said)):
        return ()
    return members(said, (("public", _PUBLIC), ("private", _PRIVATE)))
