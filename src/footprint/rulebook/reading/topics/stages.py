"""Who hears a complaint, stage by stage."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from footprint.rulebook.reading.matching import Found, Result, Text, any_of
from footprint.rulebook.reading.officers import with_offices
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_CLAUSE = ClauseName.COMPLAINTS_PROCEDURE
# Longer ones first: the chair of governors is not "governors".
_HEARERS = (
    ("class teacher", r"(?:class|form|child['’]s|their|your) teacher|class lead"
                      r"|key (?:person|worker)"),
    ("form tutor", r"(?:form |student['’]s |pupil['’]s |personal )?tutor"),
    ("head of year", r"heads? of year|year (?:head|leader)"),
    ("phase leader", r"(?:phase|key stage) (?:leader|lead)"),
    ("head of phase", r"heads? of phase"),
    ("head of department", r"heads? of (?:department|faculty)"),
    ("deputy or assistant head", r"(?:deputy|assistant) (?:head ?(?:teacher)?|principal)"),
    ("Executive Headteacher", r"executive (?:head ?teacher|principal)"),
    ("head of school", r"head of school"),
    ("chair of governors", r"chair of (?:the )?(?:governors|governing (?:body|board)|trustees)"),
    ("governors", r"governors?|governing (?:body|board)|(?:academy|local) (?:council|committee)"),
    ("trust", r"trust(?:ees)?|executive director"),
    ("diocese", r"diocese|diocesan \w+"),
    ("Headteacher", r"head ?teacher|headmaster|headmistress|principal|(?:nursery|the) manager"
                    r"|head\b(?! of| start)"),
)  # fmt: skip
_HEARER = re.compile(
    "|".join(rf"(?P<h{place}>\b(?:{words})s?\b)" for place, (_, words) in enumerate(_HEARERS)),
    re.IGNORECASE,
)
_STAGE = re.compile(r"\bstages?\b", re.IGNORECASE)
_EXPLICIT = re.compile(r"\bstages? (?:of|in|to) (?:a|the|our|your) \w*\s?complaint|^stage \d")
_NEXT = any_of(
    "stage", "stages", "then", "next", "next step", "after that", "thereafter", "finally", "still",
    "does not help", "not settled", "not resolved", "unresolved", "remain unhappy", "do the trick",
    "not satisfied", "formal complaint", "not put it right", "formally", "done the trick",
    "in turn",
    "does not settle", "has not helped", "has not settled", "order", "first", "last of all",
    "start with", "not resolve",
)  # fmt: skip
_WORRY = any_of(
    "concern*", "complain*", "unhappy", "not happy", "fed up", "dissatisf*", "worr*", "problem*",
    "still not right", "put right", "cross with", "angry", "upset", "done the trick", "grievance*",
    "not satisfied", "bothers", "disappointed",
)  # fmt: skip
_CALLS = any_of(
    "contact", "speak", "talk", "raise*", "see", "write", "stage", "stages", "catch", "email",
    "put your complaint", "ask", "heard by", "next step", "made to", "to the", "explain",
    "complaint",
    "conversation", "meeting", "after that", "then", "bring*", "start with", "come", "go to",
    "order", "turn to",
)  # fmt: skip
_OTHERS = re.compile(
    r"\b(?:delete|friend|follow|police|dsl|post is|photo|allegation|company|author|host|platform)\b"
)


def read(text: Text) -> Iterator[Result]:
    """COMPLAINTS_PROCEDURE: `stages`, each hearer once, in the document's order."""
    for _, group in groupby(text.body, key=lambda sentence: sentence.heading):
        sentences = list(group)
        if any(_WORRY.search(f"{each.under} {each.said}") for each in sentences):
            yield from _of_section(sentences)


def _of_section(sentences: Sequence[Sentence]) -> Iterator[Found]:
    """A run of sentences of one section; two hearers at least, one of them expressly next."""
    run = _about_complaining(sentences)
    heard = [(each, hearers) for each in run if (hearers := _hearers(each))]
    everyone = {hearer for _, hearers in heard for hearer in hearers}
    follows = any(_NEXT.search(each.said) for each, _ in heard)
    explicit = any(_EXPLICIT.search(each.said) for each, _ in heard)
    if explicit or (len(everyone) > 1 and follows):
        for each, hearers in heard:
            yield Found(_CLAUSE, "stages", hearers, each)


def _about_complaining(sentences: Sequence[Sentence]) -> list[Sentence]:
    """From the first sentence on a worry as long as each says whom to go to next."""
    run: list[Sentence] = []
    for sentence in sentences:
        said = sentence.said
        worry = _WORRY.search(said) or _WORRY.search(sentence.under)
        wanted = (worry or (run and _NEXT.search(said))) and _CALLS.search(said)
        if wanted and not _OTHERS.search(said):
            run.append(sentence)
    return run


def _hearers(sentence: Sentence) -> tuple[str, ...]:
    text = with_offices(sentence.text, sentence.officers).replace("’", "'")
    if stage := _STAGE.search(text):  # "The trust's policy has three stages: ..."
        text = text[stage.start() :]
    found = (_HEARERS[int((match.lastgroup or "h0")[1:])][0] for match in _HEARER.finditer(text))
    return tuple(dict.fromkeys(found))
