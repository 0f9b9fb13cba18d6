"""Whom parents and staff ask."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import Found, Result, Text, any_of, has
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.topics.contacts import contact_in
from footprint.rulebook.terms import ClauseName

_CLAUSE = ClauseName.QUESTIONS
_QUESTION = any_of(
    "question*", "quer*", "unsure", "more information", "further information", "further help",
    "advice", "help", "in doubt", "guidance", "ask", "clarification", "not sure", "contacts",
    "who to ask", "who to contact",
)  # fmt: skip
_PARENTS = any_of("parent", "got a question", "you have")
_CONTACT = any_of(
    "contact",
    "ask",
    "speak",
    "talk",
    "email",
    "ring",
    "call",
    "addressed to",
    "see",
    "direct",
    "directed",
)
_SCHOOL_ACTS = re.compile(r"\b(?:headteacher|office|school|we|dsl) (?:will|may|shall)\b")
_TRULY_ASKS = re.compile(
    r"\b(?:questions?|quer(?:y|ies)|not sure|unsure|who can i ask|ask (?:at|the|in))\b"
)
ASK_HEADING = re.compile(
    r"^(?:(?:any |your |more )?questions?|not sure|unsure|whom to ask|who can help|"
    r"(?:further |more )?(?:help|advice|information|guidance)|"
    r"contacts?|who (?:to ask|to contact|can i ask)|where to get help|help and advice|"
    r"advice and support|further (?:help|advice) and \w+)\b"
)
_ABOUT_ACCOUNTS = any_of(
    "instagram", "facebook", "accounts", "pages", "messages", "comments", "concern*"
)
_HELPLINE = any_of("helpline", "helplines")
_BODIES = (
    "NSPCC",
    "Childline",
    "Internet Matters",
    "Parent Zone",
    "Family Lives",
    "UK Safer Internet Centre",
)
_FIRST = any_of(
    "first", "first instance", "in the first instance", "unsure", "in doubt", "questions", "advice",
    "initially", "guidance", "not sure", "any doubt",
)  # fmt: skip
_STAFF_ASKS = re.compile(
    r"\bstaff\b[^.;]{0,90}?\b(?:speak|talk|ask|go|turn|contact|consult|refer|seek|approach)\b"
    r"|\bfirst (?:port of |point of )?(?:call|contact|person)\b[^.;]{0,40}\bfor (?:all )?staff\b"
    r"|^ask the dsl\b|^staff: |\bfor staff is available from\b"
)
_DESKS = (
    (
        "headteacher_or_dsl",
        re.compile(r"\bheadteacher or (?:the )?dsl\b|\bdsl or (?:the )?headteacher\b"),
    ),
    ("dsl", any_of("dsl")),
    ("headteacher", any_of("headteacher")),
    ("line_manager", any_of("line manager")),
)
_CALL_ON = re.compile(
    r"\b(?:call (?:up)?on|draw (?:up)?on|turn to|consult|seek (?:advice|help|support) from|"
    r"contact|ask)\b"
    r"(?: the)?(?: expertise of| advice of| help of)?(?P<whom>.*)",
    re.IGNORECASE,
)
_LIST = re.compile(r",|\bor\b|\band\b")
_NOT_QUESTIONS = any_of("friend request*", "pupil must", "contact them to", "messag*", "delete")
_KNOWN = (
    ("POSH", re.compile(r"professionals['’]*\s+online[- ]safety helpline|\bposh\b", re.I)),
    ("LGfL", re.compile(r"\blgfl\b", re.IGNORECASE)),
    ("NSPCC", re.compile(r"\bnspcc\b", re.IGNORECASE)),
    ("SWGfL", re.compile(r"\bswgfl\b", re.IGNORECASE)),
    ("trust", re.compile(r"^(?:the )?(?:\w+ )?trust$", re.IGNORECASE)),
)


def read(text: Text) -> Iterator[Result]:
    """QUESTIONS, whole."""
    for sentence in text.body:
        yield from _parents(sentence, text)
        yield from _answered(sentence)
        yield from _staff(sentence, text)


def _answered(sentence: Sentence) -> Iterator[Found]:
    """ "Questions from parents are answered by the office": told of, not told to anybody."""
    if _PARENTS_ARE_ANSWERED.search(sentence.said) and (place := contact_in(sentence)):
        yield Found(_CLAUSE, "parents_ask", place, sentence)


def _parents(sentence: Sentence, text: Text) -> Iterator[Found]:
    said = sentence.said
    context = f"{said} {sentence.under}"
    if has(context, _HELPLINE) and has(
        context, any_of("parent", "you", "online safety", "helpline for")
    ):
        for body in helplines_in(sentence.text):
            if "posh" not in said.split(body.lower())[0][-30:]:
                yield Found(_CLAUSE, "parents_helpline", body, sentence)
    context += _question_before(sentence, text)
    if _SCHOOL_ACTS.search(said):
        return
    if ASK_HEADING.search(sentence.under) and not _NOT_FOR_PARENTS.search(said):
        if (place := contact_in(sentence)) and (_PARENTS.search(said) or _BARE.search(said)):
            yield Found(_CLAUSE, "parents_ask", place, sentence)
        return
    if not has(context, _QUESTION, _PARENTS) or not _CONTACT.search(said):
        return
    if _ABOUT_ACCOUNTS.search(said) or not _TRULY_ASKS.search(context):
        return
    place = contact_in(sentence)
    if place and not _STAFF_ASKS.search(said):
        yield Found(_CLAUSE, "parents_ask", place, sentence)


def helplines_in(text: str) -> tuple[str, ...]:
    """Bodies with a helpline for parents that are named in a text."""
    return tuple(body for body in _BODIES if body in text)


_PARENTS_ARE_ANSWERED = re.compile(
    r"\b(?:questions?|queries) (?:from|of|by) (?:any )?parent (?:are|is|go|goes|should go)\b"
)
_NOT_FOR_PARENTS = re.compile(r"^(?:staff|pupil|governor)\b|\bstaff (?:who|should|can|may|must)\b")
_BARE = re.compile(r"^(?:please )?(?:ask|contact|speak|ring|call|email|telephone|see)\b")


def _question_before(sentence: Sentence, text: Text) -> str:
    """ "Got a question? Ask at the office.": the question is a sentence of its own."""
    asked = [each for each in text.before(sentence, most=2) if each.text.endswith(("?", "!"))]
    return f" {asked[-1].said}" if asked else ""


def _staff(sentence: Sentence, text: Text) -> Iterator[Found]:
    said = sentence.said
    headed = ASK_HEADING.search(sentence.under) and said.startswith("staff")
    asked = _question_before(sentence, text) or sentence.asked
    led = headed or (_TRULY_ASKS.search(asked) and _STAFF_SHOULD_ASK.search(said))
    if _NOT_QUESTIONS.search(said) or not (has(said, _FIRST) or led):
        return
    match = _STAFF_ASKS.search(said) or _STAFF_ASKS.search(sentence.own)
    if match is None and not _stem_asks(sentence):
        return
    rest = re.split(r"\bwho (?:may|can|will)\b|\bthey (?:may|can|will)\b", said)[0]
    desk = _first_desk(rest)
    if desk:
        yield Found(_CLAUSE, "staff_ask", desk, sentence)
        for each in (sentence, *text.after(sentence, most=1)):
            yield from _call_on(each, first=each is sentence)


_STAFF_SHOULD_ASK = re.compile(r"^staff (?:should |can |may )?(?:ask|speak|contact)\b")


def _stem_asks(sentence: Sentence) -> bool:
    return bool(re.search(r"\bstaff\b", sentence.stem.lower()) and re.match(r"ask\b", sentence.own))


def _first_desk(said: str) -> str | None:
    """The desk that is named first: "your line manager, then the DSL" is the line manager."""
    places = [
        (match.start(), -len(match.group()), name)
        for name, words in _DESKS
        if (match := words.search(said))
    ]
    return min(places)[2] if places else None


_THEN = re.compile(
    r"\b(?:who|they|which|dsl|headteacher)\b[^.]{0,20}?\b(?:may|can|will|might)\b(?P<rest>.*)", re.I
)


def _call_on(sentence: Sentence, *, first: bool) -> Iterator[Found]:
    """The list after "who may then call on ...", each in a short form."""
    then = _THEN.search(sentence.text)
    if then is None or (not first and not has(sentence.said, any_of("dsl", "headteacher", "they"))):
        return
    match = _CALL_ON.search(then["rest"])
    if match is None:
        return
    if names := short_names(match["whom"]):
        yield Found(_CLAUSE, "call_on", names, sentence)


def short_names(text: str) -> tuple[str, ...]:
    """The bodies of a list ("the trust, LGfL or ..."), each once and in a short form."""
    listed = (_short(part) for part in _LIST.split(_unwrapped(text)))
    return tuple(dict.fromkeys(name for name in listed if name))


def _unwrapped(text: str) -> str:
    return re.sub(r"\([^)]*\)", "", text).rstrip(". ")


def _short(part: str) -> str:
    name = re.sub(r"^(?:the|then|from|our)\s+", "", part.strip(" .;"), flags=re.IGNORECASE)
    return next((short for short, words in _KNOWN if words.search(name)), name)
