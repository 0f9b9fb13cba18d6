"""The school's own accounts, and whether it answers there."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import WEAK, Found, Result, Rule, Text, any_of, apply, has
from footprint.rulebook.reading.names import LEARNING, READ_ONLY, channel_names
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.topics.contacts import contact_in
from footprint.rulebook.terms import ClauseName

_US = r"(?:school|schools|we|trust|academy|federation|nursery|college)"
_NOUN = r"(?:account|page|channel|feed|group)s?"
_SHARES = re.compile(
    rf"\b{_US} (?:\w+ )?(?:shares?|posts?|publishes|celebrates?|communicates?|tells?)\b"
    rf"[^.;]{{0,60}}\b(?:by means of|through|on|via|using) (?:an?|its|our|the)\b"
    rf"[^.;]{{0,60}}\b{_NOUN}\b"
    rf"|\b(?:the|our|{_US}) (?:\w+ ){{0,2}}?{_NOUN}\b[^.;]{{0,40}}\b"
    r"(?:is|are) (?:managed|run|looked after|maintained|updated|overseen|administered)\b"
    rf"|\b(?:looks? after|manages?|runs?|responsible for|maintains?|oversees?) (?:the|our) "
    rf"(?:\w+ ){{0,5}}?{_NOUN}\b"
    r"|\bon \w+(?:,| and)[^.;]{0,40} (?:is|are) (?:run|managed|looked after)\b"
)
_HAS = re.compile(
    rf"\b{_US} (?:\w+ )?(?:has|have|runs?|operates?|keeps?|maintains?|uses?|manages?|keep a)\b"
    rf"|\b{_US} may (?:have|run|operate|use|open|set up)\b"
    r"|\bour (?:\w+ ){0,2}(?:accounts|pages)\b"
    r"|\bour (?:official )?\w+ (?:account|page|channel|feed)s?\b"
)
_IS_ON = re.compile(
    r"\b(?:(?:our|the) (?:school|academy|college|nursery|trust)|we) (?:is|are) (?:also )?on\b"
    r"|^(?:you can )?find us on\b"
)
_TO_US = re.compile(r"\b(?:message|messages|contact|write to|dm) us\b|\bus (?:a )?messages?\b")
_UNANSWERED = re.compile(
    r"\b(?:messages?|comments?|enquiries)\b[^.;]{0,60}\b(?:go|goes|are|is|left|remain) "
    r"(?:unanswered|unread|without (?:an? )?(?:reply|answer))\b"
)
_ACCOUNT = any_of(
    "account*",
    "page",
    "pages",
    "channel*",
    "feed*",
    "profile*",
    "presence",
    "facebook group",
    "closed group",
)
_MAY_HAVE = re.compile(
    rf"\b{_US} (?:may|might|can) (?:\w+ )?(?:have|run|operate|use|open|set up)\b"
)
_NOT_OURS = any_of(
    "follow*", "personal", "friend*", "minimum age", "accounts of pupil", "pupil accounts",
    "private", "must not", "set up a page", "fake", "their facebook", "age limit", "joint account",
)  # fmt: skip
_HEADING = any_of(
    "accounts",
    "account",
    "page",
    "pages",
    "channels",
    "facebook",
    "instagram",
    "social media presence",
    "inbox",
)
_ANSWER = any_of(
    "respond*",
    "reply",
    "replies",
    "replied",
    "answer*",
    "read",
    "reads",
    "dealt with",
    "deal with",
    "look* at",
    "check*",
    "pick* up",
    "monitor*",
    "response*",
    "take",
)
_MESSAGE = any_of(
    "message*", "communicat*", "comment*", "enquir*", "quer*", "question*", "there", "on instagram",
    "on facebook", "on x", "through instagram", "inbox*", "contact you through", "these accounts",
    "these pages", "sent to",
)  # fmt: skip
_NEVER = any_of(
    "not", "never", "nobody", "no one", "switched off", "turned off", "disabled", "broadcast only",
    "no",
)  # fmt: skip
_ONE_WAY = any_of(
    "one way", "broadcast only", "broadcasting news only", "switched off", "turned off"
)
_GENERAL = any_of(
    "general nature", "general enquir*", "general question*", "general quer*", "general information"
)
_ANSWERED = any_of(
    "respond",
    "responds",
    "responded",
    "reply",
    "replies",
    "replied",
    "answer",
    "answers",
    "answered",
    "response",
)
_WITHIN = re.compile(
    r"\bwithin (?:\w+ ){1,2}(?:school |working )?(?:hours?|days?)\b"
    r"|\bthe same (?:school |working )?day\b"
)
_ELSEWHERE = any_of("instead")
_ENQUIRY = any_of(
    "enquir*", "quer*", "question*", "message*", "contact", "instead", "need to", "telephone",
)  # fmt: skip
_INSTEAD = any_of(
    "use", "email", "write", "ring", "telephone", "phone", "contact", "through", "via", "call",
    "should be made", "instead",
)  # fmt: skip

_OWN_ROW = re.compile(
    r"^(?:School|Our|Official|Trust|Academy|Federation) (?:\w+ )?(?:accounts?|pages?):"
)

_RULES = (
    Rule(
        ClauseName.OFFICIAL_ACCOUNTS,
        "not_about_children",
        True,
        needs=(
            any_of("not", "never", "can not", "nor", "nothing"),
            any_of(
                "communicate", "message", "post", "write", "say", "discuss", "share", "use these",
                "use it",
                "use the page", "use the pages", "tell us", "deal with",
                "comment", "mention", "use this", "name",
            ),
            any_of(
                "about your pupil", "about their pupil", "about pupil", "individual pupil",
                "about a pupil", "about any pupil", "discuss pupil", "named pupil",
                "about your own", "individual pupil", "private about", "personal there",
                "about pupil",
                "anything personal", "details about your",
            ),
            any_of(
                "account*", "page", "pages", "channel*", "there", "facebook", "instagram", "x",
                "these", "respond", "answer*",
            ),
        ),
        lacks=(any_of("staff must", "staff should", "staff may", "police"),),
    ),
)  # fmt: skip


def read(text: Text) -> Iterator[Result]:
    """OFFICIAL_ACCOUNTS, whole."""
    ours = [sentence for sentence in text.body if _own_channels(sentence)]
    for sentence in text.sentences:
        if names := _own_by_heading(sentence):
            yield Found(ClauseName.OFFICIAL_ACCOUNTS, "accounts", names, sentence)
            yield Found(ClauseName.OFFICIAL_ACCOUNTS, "status", "has", sentence, WEAK)
    for sentence in ours:
        status = "may_have" if _MAY_HAVE.search(sentence.said) else "has"
        names = _own_channels(sentence)
        yield Found(ClauseName.OFFICIAL_ACCOUNTS, "accounts", names, sentence)
        yield Found(ClauseName.OFFICIAL_ACCOUNTS, "status", status, sentence)
    nearby = {each.number for sentence in ours for each in text.around(sentence, most=8)}
    about = [
        each
        for each in text.body
        if each.number in nearby or _HEADING.search(each.under) or _to_us(each)
    ]
    yield from _answers(about)
    numbers = {each.number for each in about}
    yield from (each for each in apply(_RULES, text) if each.sentence.number in numbers)


def _to_us(sentence: Sentence) -> bool:
    """ "Send us messages on Facebook" can only mean the school's own account."""
    return bool(_TO_US.search(sentence.said) and channel_names(sentence.text))


_OUR_PAGE = re.compile(rf"\b(?:our|{_US}) (?:\w+ ){{1,2}}{_NOUN}$")


def _own_by_heading(sentence: Sentence) -> tuple[str, ...]:
    """ "Our Facebook page" as a heading says that there is one."""
    if sentence.kind != "heading" or not _OUR_PAGE.search(sentence.said):
        return ()
    return tuple(name for name in channel_names(sentence.text) if name not in LEARNING | READ_ONLY)


_READ_BY = re.compile(r"\b(?:inspectors?|ofsted|estyn|isi)\b")
_NONE = re.compile(
    r"\b(?:has|have|having|there is) no (?:\w+ ){0,3}(?:account|page|channel)s?\b"
    r"|\b(?:does|do) not (?:have|use|run)\b"
)


def _own_channels(sentence: Sentence) -> tuple[str, ...]:
    """The channels that a sentence says are the school's own."""
    said = sentence.said
    named = tuple(name for name in channel_names(sentence.text) if name not in LEARNING | READ_ONLY)
    if _NONE.search(said) or _READ_BY.search(said):
        return ()
    if not named or _NOT_OURS.search(said.split(" asks ")[0]):
        return ()
    ours = _SHARES.search(said) or _IS_ON.search(said)
    if (_HAS.search(said) and _ACCOUNT.search(said)) or ours:
        return named
    if _OWN_ROW.search(sentence.row) and sentence.kind == "table_cell":
        return named
    answers_heading = has(
        sentence.under, _HEADING, any_of("school", "our", "academy", "federation")
    )
    starts_list = sentence.number >= 0 and said.startswith(("yes", *(n.lower() for n in named)))
    cells = sentence.kind == "table_cell" or starts_list
    return named if answers_heading and cells and len(said.split()) <= 12 else ()


def _answers(about: list[Sentence]) -> Iterator[Found]:
    clause = ClauseName.OFFICIAL_ACCOUNTS
    silent = False
    for sentence in about:
        answer = _answer(sentence)
        if answer:
            silent = silent or answer == "never"
            yield Found(clause, "answers", answer, sentence)
        if answer in ("always", "general_enquiries") and (time := reply_time_in(sentence.said)):
            yield Found(clause, "reply_within", time, sentence)
        place = contact_in(sentence)
        elsewhere = silent or _ELSEWHERE.search(sentence.said)
        if elsewhere and place and has(sentence.said, _ENQUIRY, _INSTEAD):
            yield Found(clause, "enquiries_to", place, sentence)


def reply_time_in(said: str) -> str | None:
    """How soon messages are answered, in one vocabulary: "within two working days"."""
    match = _WITHIN.search(said)
    return match.group() if match else None


def _answer(sentence: Sentence) -> str | None:
    said = sentence.said
    if has(said, any_of("critici*", "praise", "personal account*")):
        return None
    if _UNANSWERED.search(said):
        return "never"
    if _GENERAL.search(said) and _ANSWERED.search(said):
        return "general_enquiries"
    if _ONE_WAY.search(said) or (has(said, _ANSWER, _MESSAGE) and _denied(said)):
        return "never"
    if has(
        said, _ANSWERED, any_of("message*", "enquir*", "question*", "comments", "sent to", "dms")
    ):
        return "always"
    return None


_DENIED = re.compile(
    r"\b(?:not|never|nobody|no one|no)\b(?:\W+\w+){0,3}?\W+"
    r"(?:respond|reply|answer|take (?:messages|quer|questions|enquir)|"
    r"read|replied|deal|dealt|monitor|look|check|pick)"
)


def _denied(said: str) -> bool:
    return bool(_DENIED.search(said))
