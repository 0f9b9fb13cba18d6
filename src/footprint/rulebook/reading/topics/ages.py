"""Minimum ages, and how the school deals with pupils who are too young."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from footprint.rulebook.reading.actors import actor_of
from footprint.rulebook.reading.matching import STRONG, WEAK, Found, Result, Text, any_of, has
from footprint.rulebook.reading.names import channel_names
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.wording import canonical
from footprint.rulebook.terms import ClauseName

_NUMBER = r"(?P<{}>1[0-9]|[89])"
_BEFORE = (
    r"at least|aged?(?: of)?|over(?: the age of)?|be|is|for|until(?: they are)?|require\w*|"
    r"ask\w*(?: for)?|says?|of|turn"
)
_AGE = re.compile(
    "|".join(
        (
            r"\b(?:minimum age|age limit|age restriction|age rating)s?[^.;0-9]{0,60}?\b"
            + _NUMBER.format("limit"),
            rf"\b(?:{_BEFORE}) {_NUMBER.format('before')}\b"
            r"(?! ?(?:years? ago|hours|days|months|per))",
            r"\b(?:until|before)(?: \w+){1,3}? (?:are|is|turns?|reach\w*) "
            + _NUMBER.format("until")
            + r"\b",
            rf"\bages? (?:is|are) {_NUMBER.format('said')}\b",
            rf"\b{_NUMBER.format('plus')} ?\+",
            rf"^\W*\w+ ?: ?{_NUMBER.format('colon')}\b",
            rf"\b{_NUMBER.format('given')} for \b",
            rf"\b{_NUMBER.format('cases')} (?:in|with) (?:most|nearly|almost|all)\b",
            rf"\b{_NUMBER.format('up')} (?:or|and) (?:over|above|older)\b",
            rf"\bover {_NUMBER.format('over')}s?\b",
            rf"\b(?:under|below)(?: the age of)? {_NUMBER.format('under')}s?\b",
            rf"\b(?:although|but|while|and|for) \w+ {_NUMBER.format('other')}\b",
        )
    )
)
_ABOUT_AGE = any_of(
    "minimum age", "age limit*", "age restriction*", "age rating*", "at least", "aged",
    "old enough", "years old", "13", "under the age", "and over", "or over", "over 13", "over 13s",
    "older", "must be 16", "too young", "16",
)  # fmt: skip
_SERVICE = any_of(
    "social media", "platform*", "app", "apps", "site", "sites", "service", "services", "account*",
    "instagram", "facebook", "whatsapp", "tiktok", "snapchat", "youtube", "x", "linkedin",
)  # fmt: skip
_GENERAL = any_of(
    "most", "many", "majority", "nearly every", "all", "generally", "such as", "including", "like",
    "social media", "platforms", "best known", "services", "nearly all",
)  # fmt: skip
_NOT_AN_AGE_RULE = any_of("former*", "formerpupil", "gross misconduct")
_PART = re.compile(
    r"[;()]|, (?:but|although|while|whereas|except|and for)\b|\balthough\b|\bexcept\b|\bwhereas\b"
)

_YOUNG = any_of(
    "under 13", "under 13s", "under the age of 13", "below the age of 13", "underage", "under age",
    "too young", "younger pupil", "below the minimum age", "not old enough", "old enough",
    "age rating*", "age limit*", "age restriction*", "minimum age*", "before they are", "13",
    "over 13s", "younger", "such apps", "such services",
    "these limits", "that age", "this age", "these apps", "early",
    "such use",
    "such an account", "before that", "old enough for",
)  # fmt: skip
_DEALS = any_of(
    "fallings out", "helping", "supporting", "upsets", "difficulties", "deal", "deals", "dealing",
    "quarrel*", "arguments",
    "sort out", "help pupil", "help", "handle", "respond to",
    "incidents", "support pupil", "issues", "problems",
)  # fmt: skip
_OURS = any_of("school", "schools", "we", "staff", "our")
_OFTEN = any_of(
    "regularly", "often", "frequently", "increasingly", "routinely", "commonly", "many times",
    "regular", "every week", "every term", "each term", "each week", "every half term",
    "each half term",
    "every month", "most weeks", "time and again",
)  # fmt: skip
_SOMETIMES = any_of(
    "sometimes", "occasionally", "from time to time", "on occasion*", "now and then"
)
_KNOWS = any_of(
    "balance", "reality", "recognise*", "acknowledg*", "aware that", "know that", "accept that",
    "realise*", "understand that", "realistic",
)  # fmt: skip
_PARENTS = any_of("parent", "you", "your")
_LET = any_of(
    "encourag*", "condon*", "allow", "allowing", "permit", "let", "letting", "open an account",
    "open account*", "sign pupil up", "sign a pupil up", "have an account",
    "set up", "sign up", "register",
    "have accounts", "help pupil to join", "open accounts", "enable", "enabling", "sign them up",
    "join", "use", "sign their pupil up", "sign your pupil up", "create accounts",
)  # fmt: skip
_NO = any_of("wait", "hold off", "not", "never", "avoid*", "discourage*", "think twice", "refrain*")


def read(text: Text) -> Iterator[Result]:
    """MINIMUM_AGE and UNDERAGE_SUPPORT."""
    for sentence in text.with_words(_ABOUT_AGE):
        if has(sentence.said, _SERVICE) and not _NOT_AN_AGE_RULE.search(sentence.said):
            yield from _ages(sentence)
    for sentence in text.with_words(_YOUNG):
        yield from _support(sentence, text)
    for sentence in text.with_words(_LET, _NO):
        spoken = " ".join(each.said for each in (*text.before(sentence, most=1), sentence))
        if _YOUNG.search(spoken) and _is_for_parents(sentence):
            yield Found(ClauseName.UNDERAGE_SUPPORT, "parents_not_encourage", True, sentence)


_ASKS_NOT = re.compile(
    r"\b(?:ask|asks|asked|please|urged?|request|requested|should|must|expect|expected|reminded?|"
    r"advised?|discouraged?|wait|parent will)\b"
)
_OTHER_LETTING = any_of("photo", "video", "friend*", "pages", "whatsapp group*", "staff")


def _is_for_parents(sentence: Sentence) -> bool:
    said = sentence.said
    actor = actor_of(sentence)
    to_parents = has(said, any_of("you", "your", "parent"))
    if _OTHER_LETTING.search(said) or actor == "staff" or (actor == "pupil" and not to_parents):
        return False
    named = _PARENTS.search(said) or _PARENTS.search(sentence.under)
    return bool(named and _ASKS_NOT.search(said))


def _ages(sentence: Sentence) -> Iterator[Found]:
    """Each part of the sentence has one age; a service named in the part owns it."""
    for part in _PART.split(_plain(sentence.full)):
        found = list(_AGE.finditer(canonical(part)))
        if not found:
            continue
        match, age = _usual(found)
        named = channel_names(part)
        if named and not _is_example(part):
            ages = MappingProxyType(dict.fromkeys(named, age))
            yield Found(ClauseName.MINIMUM_AGE, "exceptions", ages, sentence)
        elif _GENERAL.search(canonical(part)) or any(match[each] for each in _SAY_SO):
            rank = WEAK if match["under"] or match["until"] else STRONG
            yield Found(ClauseName.MINIMUM_AGE, "general", age, sentence, rank)


def _usual(found: list[re.Match[str]]) -> tuple[re.Match[str], int]:
    """ "13 in most cases, 18 for some": where a part has several, 13 is that of most."""
    ages = [int(next(number for number in match.groups() if number)) for match in found]
    place = ages.index(13) if 13 in ages else 0
    return found[place], ages[place]


# Forms that speak of the minimum age without saying that it is that of most services.
_SAY_SO = ("under", "limit", "until")


def _plain(text: str) -> str:
    return text.replace("-", " ")


def _is_example(part: str) -> bool:
    """ "Most platforms, including Instagram": the age is the general one."""
    said = canonical(part)
    return has(said, any_of("including", "such as", "like", "for example", "e.g"), _GENERAL)


def _support(sentence: Sentence, text: Text) -> Iterator[Found]:
    said = sentence.said
    clause, key = ClauseName.UNDERAGE_SUPPORT, "school_deals"
    if not has(said, _DEALS, _OURS):
        return
    if _OFTEN.search(said.replace("every so often", "sometimes")):
        yield Found(clause, key, "regularly", sentence, STRONG)
    elif _SOMETIMES.search(said.replace("every so often", "sometimes")):
        yield Found(clause, key, "sometimes", sentence, STRONG)
    elif _KNOWS.search(said):
        yield Found(clause, key, "implied", sentence, WEAK)
