"""What lessons cover, and what parents are asked to talk about and are offered."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import (
    Found,
    Result,
    Rule,
    Text,
    any_of,
    apply,
    has,
    members,
)
from footprint.rulebook.terms import ClauseName

_LESSON = any_of(
    "lesson*", "taught", "teach", "teaches", "curriculum", "pshe", "pshee", "assembl*", "programme",
    "learn", "computing", "rse", "educate*", "workshop*",
)  # fmt: skip
_ONLINE = any_of(
    "online", "social media", "internet", "digital", "cyberbullying", "cyber*", "esafety"
)
_LEARNER = any_of("pupil", "lesson*", "curriculum")
_REPORT = any_of(
    "report",
    "reporting",
    "get help",
    "seek help with",
    "tell someone about",
    "get help with",
    "seek help",
)
_TOPICS = (
    ("online_behaviour", any_of(
        "online behaviour", "behaviour online", "behaviour on", "behave online",
        "social media and other", "conduct themselves online", "behave well online",
        "how to behave", "behave on social media",
        "behaviour in social media", "digital citizen*")),
    ("good_friend", any_of("good friend*", "kind friend", "friend online", "be kind online")),
)  # fmt: skip
_REPORTED = (
    ("report_bullying", any_of("bullying", "cyberbullying")),
    ("report_misuse", any_of("misuse", "misused")),
    ("report_intimidation", any_of("intimidat*")),
    ("report_abuse", any_of("abuse")),
)
_PARENTS = any_of("parent", "your pupil", "you", "your")
_TALK = any_of(
    "agree when", "agree how",
    "talk", "talking", "ask", "asking", "discuss", "speak", "speaking", "chat", "conversation*",
    "take an interest", "know which", "know what", "agree with",
)  # fmt: skip
_WITH_PUPIL = any_of("their pupil", "your pupil", "with pupil", "to pupil", "pupil")
_ABOUT = (
    ("apps", any_of(
        "apps", "which platforms", "what platforms", "which sites", "what they use", "games",
        "sites")),
    ("with_whom", any_of(
        "with whom", "who they talk*", "who they are talking", "who with", "people they meet",
        "who they play", "who they meet", "who they chat*", "who their", "whom they",
        "who they are",
        "who they speak", "people they talk")),
    ("how_long", any_of("how long", "how much time", "time limits", "screen time", "long for")),
)  # fmt: skip
_WHEN = re.compile(
    r"\bwhen phones\b|\bwhen (?:it|screens|devices|tablets) goe?s? off\b|\bat what times?\b|"
    r"\bwhat time\b|\btime of day\b|\bwhen(?=\s*(?:\(|[.,;]|$|they (?:use|play|go)))"
)

_RULES = (
    Rule(
        ClauseName.PARENT_SUPPORT,
        "family_agreement",
        True,
        needs=(any_of(
            "digital parent agreement", "digital family agreement", "family agreement",
            "family media agreement", "family digital agreement", "family online agreement",
            "family internet agreement", "family charter", "family technology agreement",
            "home online agreement", "family media plan", "family contract",
            "family screen agreement",
            "online safety agreement for parent", "family social media agreement"),),
    ),
    Rule(ClauseName.PARENT_SUPPORT, "resources", ("top_tips",), needs=(any_of("top tips"),)),
    Rule(
        ClauseName.PARENT_SUPPORT,
        "resources",
        ("digital_5_a_day",),
        needs=(any_of("digital 5 a day", "digital five a day"),),
    ),
)  # fmt: skip


def read(text: Text) -> Iterator[Result]:
    """ONLINE_SAFETY_LESSONS and PARENT_SUPPORT."""
    for sentence in text.with_words(_LESSON, _LEARNER):
        if text.titled or _ONLINE.search(sentence.said) or _ONLINE.search(sentence.under):
            topics = members(sentence.said, _TOPICS)
            if _REPORT.search(sentence.said):
                topics += members(sentence.said, _REPORTED)
            if topics:
                yield Found(ClauseName.ONLINE_SAFETY_LESSONS, "topics", topics, sentence)
    for sentence in text.with_words(_TALK, _WITH_PUPIL):
        if has(sentence.said, _PARENTS) and _TALK.search(_WE_ASK.sub(" ", sentence.said)):
            about = members(sentence.said, (*_ABOUT, ("when", _WHEN)))
            if about and _about_use(about, sentence.said):
                yield Found(ClauseName.PARENT_SUPPORT, "talk_about", about, sentence)
    yield from apply(_RULES, text)


_WE_ASK = re.compile(r"\b(?:we|school) asks? (?=(?:all |our |that )*(?:parent|you)\b)")


def _about_use(about: tuple[str, ...], said: str) -> bool:
    """ "Talk to your child when ..." is not a talk about when."""
    return about != ("when",) or bool(_ONLINE.search(said))
