"""Permission before pictures or information about others are uploaded."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import Found, Result, Text, any_of, has, members
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.stances import NOT, stance_of
from footprint.rulebook.terms import ClauseName, Stance

_CLAUSE = ClauseName.IMAGE_PERMISSION
_PERMISSION = any_of(
    "permission*", "consent*", "asking their", "asking the",
    "check with", "checks with", "check first with", "said yes",
    "agreement of their",
)  # fmt: skip
_PUBLISH = any_of(
    "upload*", "post", "posting", "posted", "publish*", "share", "sharing", "shared", "put",
    "appear", "appears", "appearing", "go on", "go online", "private", "placed",
    "online", "website", "used", "use",
)  # fmt: skip
_SUBJECTS = (
    ("photographs", any_of("photo")),
    ("videos", any_of("video")),
    ("other_information", any_of(
        "other information", "information about", "personal information", "details of",
        "personal details", "details about",
        "names", "personal data about", "identif*")),
)  # fmt: skip
_PICTURE = any_of("photo", "video")
_EVENT = any_of(
    "event*", "performance*", "sports day", "assembl*", "concert*", "play", "plays", "matches",
    "mass", "nativity", "in school", "trip*", "fixture*", "our shows", "school shows",
    "production*", "eisteddfod",
    "plays", "assembly", "celebration*", "school functions",
)  # fmt: skip
_TAKEN = any_of("take", "taken", "taking", "photo", "video")
_OTHERS = any_of(
    "other people", "another pupil", "pupil other than", "other parent pupil",
    "keep the video private",
    "private", "other pupil in", "if other pupil",
    "other people pupil", "other pupil", "others", "other people", "online", "social media",
    "anyone else",
)  # fmt: skip
_MAY_SHARE = any_of("may be shared", "may be posted", "may share", "may post", "welcome to share")
_NOT_A_BREACH = any_of("exception", "friend*", "set up a page")
_BROKEN = re.compile(r"error! (?:reference source|bookmark) not (?:found|defined)")
_POLICY_ON = re.compile(
    r"\b[Pp]olic(?:y|ies) (?:on|about|for) (?:the use of )?"
    r"((?:[A-Z]\w+|and|of|&)(?:,? (?:[A-Z]\w+|and|of|&))*)"
)
_NAMED_POLICY = re.compile(r"\b((?:[A-Z]\w+|and|of|&)(?: (?:[A-Z]\w+|and|of|&|in))* [Pp]olicy)\b")
_PICTURED = re.compile(r"image|photo|video|film|picture", re.IGNORECASE)
_SMALL = re.compile(r"^(?:(?:and|of|in|The|See|Our|Please|A) )+")


def read(text: Text) -> Iterator[Result]:
    """IMAGE_PERMISSION, whole."""
    for sentence in text.body:
        said = sentence.said
        yield from _event(sentence, text)
        asked = has(said, _PERMISSION, _PUBLISH) and not _NOT_A_BREACH.search(said)
        if asked and (subjects := members(_NO_NAMES.sub("", said), _SUBJECTS)):
            yield Found(_CLAUSE, "permission_for", subjects, sentence)
            for each in (sentence, *text.around(sentence, most=1)):
                yield from _reference(each)


_NO_NAMES = re.compile(r"\b(?:not|never|no|without)\b(?: \w+){0,3} names\b")
_THEM = any_of("them", "these", "it")


def _event(sentence: Sentence, text: Text) -> Iterator[Found]:
    said = sentence.said
    before = [each for each in text.around(sentence, most=1) if each.number < sentence.number]
    if _PICTURE.search(sentence.asked) and _EVENT.search(sentence.asked):
        said = f"{sentence.asked.rstrip('?')}, {said}"  # "May I film the play? It must not go ..."
    elif before and _goes_on(before[0].said, said):
        said = f"{before[0].said} {said}"  # "Keep them for yourself. Do not post them ..."
    if has(said, _PICTURE, _EVENT, _MAY_SHARE) and not NOT.search(said):
        yield Found(_CLAUSE, "school_events", Stance.ALLOWED.value, sentence)
    if has(said, _PICTURE, _EVENT, _KEPT) and not NOT.search(said):
        yield Found(_CLAUSE, "school_events", Stance.DISCOURAGED.value, sentence)
    if has(said, _PICTURE, _EVENT, _PUBLISH, _OTHERS, NOT) or has(
        said, _PICTURE, _EVENT, any_of("must not", "do not", "may not", "requested not", "not to")
    ):
        stance = stance_of(_tail(said))
        if stance not in (Stance.NOT_STATED, Stance.ALLOWED):
            yield Found(_CLAUSE, "school_events", stance.value, sentence)


def _goes_on(before: str, said: str) -> bool:
    if not has(before, _PICTURE, _TAKEN) or _EVENT.search(said):
        return False
    return bool(_THEM.search(said)) or (has(said, _PICTURE) and has(before, _EVENT))


_KEPT = re.compile(r"\bask\w*\b[^.;]{0,40}\bto keep\b[^.;]{0,40}\bprivate\b")


def _tail(said: str) -> str:
    """ "May be kept ... but must not be shared": the second half is the rule."""
    last = said.rsplit(" but ", maxsplit=1)[-1]
    return last if stance_of(last) is not Stance.NOT_STATED else said


def _reference(sentence: Sentence) -> Iterator[Found]:
    if _BROKEN.search(sentence.said):
        yield Found(_CLAUSE, "refers_to", "a school policy (the reference is broken)", sentence)
        return
    if name := policy_named_in(sentence.text):
        yield Found(_CLAUSE, "refers_to", name, sentence)


def policy_named_in(text: str) -> str | None:
    """The policy on pictures that a sentence names: "Images of Children Policy"."""
    for pattern in (_POLICY_ON, _NAMED_POLICY):
        for match in pattern.finditer(text):
            name = _SMALL.sub("", match.group(1)).strip()
            if _PICTURED.search(name):
                return name
    return None
