"""The official channel, channels that are ruled out, and channels for remote learning."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import Found, Result, Rule, Text, any_of, apply, has
from footprint.rulebook.reading.names import LEARNING, channel_names
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_EMAIL = any_of("email")
_OFFICIAL = any_of(
    "official", "officially", "main", "preferred", "approved", "only email", "primary", "normal",
    "proper", "use school email", "use email", "usual", "federation email", "must use email",
)  # fmt: skip
_CHANNEL = any_of(
    "channel*", "way", "means", "method*", "form of", "route", "communicat*", "correspond*",
    "write",
)  # fmt: skip
_PARENTS = any_of("parent", "home")
_STAFF_AND_PUPIL = re.compile(
    r"\bstaff (?:and|with|to) pupil\b|\bpupil (?:and|with|to) (?:their )?staff\b"
    r"|\bcommunicat\w+ with pupil\b"
)
_NOT_EMAIL = any_of("instead of email", "not email", "enquir*", "please use", "personal email")

_RULES = (
    Rule(
        ClauseName.EMAIL_OFFICIAL,
        "parents",
        True,
        needs=(_EMAIL, _OFFICIAL, _CHANNEL),
        lacks=(_NOT_EMAIL,),
        about=_PARENTS,
    ),
    Rule(
        ClauseName.EMAIL_OFFICIAL,
        "pupils",
        True,
        needs=(_EMAIL, _OFFICIAL, _CHANNEL, _STAFF_AND_PUPIL),
        lacks=(_NOT_EMAIL,),
    ),
)

_RULED_OUT = any_of(
    "neither",
    "must not", "not appropriate", "not permitted", "not allowed", "may not", "not be used",
    "never", "not to be", "prohibited", "forbidden", "ruled out", "should not", "do not use",
    "not to be used",
    "not used",
)  # fmt: skip
_SCHOOL_USE = any_of(
    "school use", "school business", "school purposes", "school matters", "school communication*",
    "school work", "official business", "communicate with parent", "contact parent",
    "academy business", "for school", "communicating with parent", "federation business",
    "official communication", "work purposes", "communicate with pupil about school",
    "trust business",
)  # fmt: skip
_BANNED = re.compile(
    r"\b(?:WhatsApp|chat apps|messaging apps|personal social media accounts|personal mobiles?"
    r"(?: phones)?|personal phones|personal e-?mail(?: accounts)?|text messag\w+|"
    r"private messag\w+|social media)\b",
    re.IGNORECASE,
)
_NOT_A_BAN = any_of("discuss", "friend*", "post", "comment", "share", "photo", "business online")

_REMOTE = any_of(
    "remote learning", "remote lesson*", "online lesson*", "home learning", "distance learning",
    "remotely", "remote teaching", "online learning", "live lesson*", "school is closed",
    "school closure*", "remote",
)  # fmt: skip
_YEAR_GROUP = any_of(
    "depending on the year", "depending upon the year", "by year group", "depending on the age",
    "according to year", "depending on year", "depending on the class", "year group",
    "depending upon year",
)  # fmt: skip
_WATCHED = re.compile(
    r"\b(?:monitored|overseen|supervised|checked|moderated|reviewed) by (?:the |our |a )?"
    r"(?P<who>[a-z ]{2,60}?)(?= for\b| and\b| to\b| who\b| at\b| every\b| on\b|[,.;(]|$)"
)
_CALLED = {"slt": "SLT", "dsl": "DSL", "headteacher": "Headteacher", "staff": "staff"}


def read(text: Text) -> Iterator[Result]:
    """EMAIL_OFFICIAL and REMOTE_LEARNING_CHANNELS."""
    for found in apply(_RULES, text):
        between_others = _STAFF_AND_PUPIL.search(found.sentence.said)
        if found.key == "pupils" or not between_others or _PARENTS.search(found.sentence.said):
            yield found
    for sentence in text.body:
        if banned := _ruled_out(sentence):
            yield Found(ClauseName.EMAIL_OFFICIAL, "ruled_out", banned, sentence)
    for sentence in text.with_words(_REMOTE):
        yield from _remote(sentence, text)


def _ruled_out(sentence: Sentence) -> tuple[str, ...]:
    """
    What the sentence rules out for school use, in the school's words.

    "Use e-mail, never WhatsApp": what comes before the "never" is what is wanted instead.
    """
    if not has(sentence.said, _RULED_OUT, _SCHOOL_USE) or _NOT_A_BAN.search(sentence.said):
        return ()
    text = sentence.text
    if re.search(r"\bnever\b", text) and "e-mail" in text.lower().replace("email", "e-mail"):
        text = text[text.index("never") :]
    return banned_in(text)


def banned_in(text: str) -> tuple[str, ...]:
    """Channels that a school may rule out, in the school's words, each once."""
    found = (match.group() for match in _BANNED.finditer(text))
    named = [each if each == "WhatsApp" else each[:1].lower() + each[1:] for each in found]
    return tuple(dict.fromkeys(_capitals(each) for each in named))


def watcher_in(said: str) -> str | None:
    """By whom it is "monitored by ...", in a sentence in one vocabulary: "SLT"."""
    match = _WATCHED.search(said)
    who = match["who"].strip() if match else None
    return _CALLED.get(who, who) if who else None


def _capitals(name: str) -> str:
    return "WhatsApp" if name.lower() == "whatsapp" else name


_THESE = any_of("these", "those", "they", "both")


def _remote(sentence: Sentence, text: Text) -> Iterator[Found]:
    clause = ClauseName.REMOTE_LEARNING_CHANNELS
    said = [sentence.text]
    if _THESE.search(sentence.said):  # "... on Seesaw. Should we close, these are the platforms"
        said += [each.text for each in text.before(sentence, most=1)]
    names = tuple(name for each in said for name in channel_names(each) if name in LEARNING)
    if not names:
        return
    yield Found(clause, "channels", names, sentence)
    for each in (sentence, *text.after(sentence, most=3)):
        if _YEAR_GROUP.search(each.said):
            yield Found(clause, "by_year_group", True, each)
        if who := watcher_in(each.said):
            yield Found(clause, "monitored_by", who, each)
