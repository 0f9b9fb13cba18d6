"""A child who could be found: the full name, that it is a pupil here, the class, where and when."""

import re
from collections.abc import Iterable, Iterator

from footprint.rulebook.decisions.publication_text import FindingKind, TextFinding
from footprint.signals.drafts.names import Mention
from footprint.signals.lexicon import words_of

_CLASS = (
    r"\b(?:(?:Year|Yr|Class|Form)[ .]?(?:\d{1,2}[A-Za-z]?|[A-Z][a-z]*)|Y\d{1,2}[A-Z]?|"
    r"\d{1,2}[A-Z]{1,2}|Reception|Nursery)\b"
)
_PUPIL = (
    r"\b(?i:our|my|a|the) (?:\w+ ){0,2}(?:pupil|student)s?\b(?! council| voice| parliament)"
    r"|\b(?:pupil|student) (?:at|here|of)\b|\battends (?:our|this)\b|\bgoes to our\b"
    r"|\bis (?:at|in) our (?:school|nursery)\b|\bwho (?:joined|left) us\b"
)
_PLACE = re.compile(
    r"\b(?:at|outside|near|by|from|in) (?:the |their |his |her |our )?(?:[A-Z][\w'’]+ ){0,3}"
    r"(?:academy|baths|beach|bus stop|café|cafe|centre|church|club|court|field|gates?|ground|gym|"
    r"hall|house|library|park|pitch|playground|pool|rink|stadium|station|stop)s?\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:every|each) (?:\w+ )?(?:day|week|morning|afternoon|evening|(?:Mon|Tues|Wednes|Thurs|Fri|"
    r"Satur|Sun)day)s?\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b|"
    r"\b\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)\b|\b\d{1,2}[.:]\d{2}\b|\bafter school\b|\btonight\b|"
    r"\btomorrow\b|\bwalks? home\b",
    re.IGNORECASE,
)
_CONFIRMING = re.compile(
    r"\b(?:your|his|her|their) (?:son|daughter)\b(?! or )[^.!?\n]{0,30}\b(?:is|was|attends|goes|"
    r"joined|left)\b[^.!?\n]{0,25}\b(?:pupil|student|our school|with us|Year \d|Reception|"
    r"Nursery)\b|\b(?:s?he|they)(?:['’]s|['’]re| is| was| are| were) (?:still )?(?:a|one of our) "
    r"(?:pupil|student)s?\b",
    re.IGNORECASE,
)
_ONLY_IF = re.compile(r"\b(?:if|when|whether|where|unless)\b", re.IGNORECASE)
_LINKING = frozenset({"in", "from", "of", "(", "'s", "’s"})
_NEAR = 45  # characters between a first name and what makes it a certain child
_REACH = 160  # characters around a child in which where and when stand


def children_in(
    text: str, mentions: list[Mention], *, classes: Iterable[str], with_picture: bool
) -> Iterator[TextFinding]:
    """
    What makes a child findable.

    Args:
        classes: the names of the school's classes.
        with_picture: a picture goes with the text.
    """
    named_so = set(classes)
    marks = _marks(text, named_so)
    for mention in mentions:
        if not mention.full and text[mention.start : mention.end] in named_so:
            continue  # "Willow" is a class here, whoever else is called so
        if mention.full and with_picture:
            yield _finding(FindingKind.FULL_NAME, text, mention, mention.start, mention.end)
        mark = _mark_of(text, mention, marks)
        if mark is None:
            continue
        start, end = min(mention.start, mark.start()), max(mention.end, mark.end())
        where = _where_or_when(text, start, end)
        if where is not None and _is_class(mark):
            start, end = min(start, where.start()), max(end, where.end())
            yield _finding(FindingKind.FINDABLE_CHILD, text, mention, start, end)
        else:
            yield _finding(FindingKind.CONFIRMS_PUPIL, text, mention, start, end)
    for match in _CONFIRMING.finditer(text):
        if not _ONLY_IF.search(text[_sentence(text, match.start())[0] : match.start()]):
            yield TextFinding(FindingKind.CONFIRMS_PUPIL, match.group(), match.start(), match.end())


def named_in(text: str, mentions: list[Mention], class_of: dict[str, str]) -> tuple[str, ...]:
    """The keys of pupils who are named so that it is they: in full, or with their own class."""
    classes = set(class_of.values())
    found: dict[str, None] = {}
    for mention in mentions:
        is_class = text[mention.start : mention.end] in classes
        for key in mention.keys:
            if mention.full or (not is_class and _with_own_class(text, mention, class_of[key])):
                found[key] = None
    return tuple(found)


def _with_own_class(text: str, mention: Mention, own: str) -> bool:
    marks = list(re.finditer(rf"\b{re.escape(own)}\b", text)) if own else []
    return _mark_of(text, mention, marks) is not None


def _marks(text: str, classes: Iterable[str]) -> list[re.Match[str]]:
    named = sorted({name for name in classes if len(name) > 1}, key=len, reverse=True)
    own = "".join(rf"|\b{re.escape(name)}\b" for name in named)
    return list(re.finditer(f"(?P<class>{_CLASS}{own})|(?P<pupil>{_PUPIL})", text))


def _is_class(mark: re.Match[str]) -> bool:
    return mark["class"] is not None


def _mark_of(text: str, mention: Mention, marks: list[re.Match[str]]) -> re.Match[str] | None:
    """What says that it is a pupil: in the sentence of a full name, near a first name."""
    start, end = _sentence(text, mention.start)
    for mark in marks:
        if not (start <= mark.start() < end):
            continue
        apart = max(mark.start() - mention.end, mention.start - mark.end())
        if apart < 0:  # the name of a class that is a name: "Kestrels"
            continue
        if mention.full or (apart <= _NEAR and _belongs(text, mention, mark)):
            return mark
    return None


def _belongs(text: str, mention: Mention, mark: re.Match[str]) -> bool:
    """ "Hope in Year 4" is a child; "Hope to see you, Year 4" and "In May, Year 4" are not."""
    if text[mention.start : mention.end].casefold() not in words_of("ordinary_names"):
        return True
    between = text[mention.end : mark.start()] or text[mark.end() : mention.start]
    return between.strip().casefold() in _LINKING


def _where_or_when(text: str, start: int, end: int) -> re.Match[str] | None:
    around = (max(0, start - _REACH), min(len(text), end + _REACH))
    for pattern in (_WHEN, _PLACE):
        if match := pattern.search(text, *around):
            return match
    return None


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends; "St." and "3.30" end none."""
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s+[A-Z]|\s*$)|\n", text)]
    start = max((end for end in ends if end <= at), default=0)
    return start, min((end for end in ends if end > at), default=len(text))


def _finding(kind: FindingKind, text: str, mention: Mention, start: int, end: int) -> TextFinding:
    return TextFinding(kind, text[start:end].strip(), start, end, mention.keys[0])
