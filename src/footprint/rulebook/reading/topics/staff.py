"""What is expected of staff on their own accounts."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.actors import actor_of
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
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.stances import NOT, stance_of
from footprint.rulebook.terms import ClauseName, Stance

_STAFF = any_of("staff", "they")
_CLAUSE = ClauseName.STAFF_CONDUCT
_DISCUSS = any_of(
    "discuss*", "talk about", "comment on", "comment online", "comment about",
    "post comments about", "mention", "write about", "refer to", "share information about",
    "post about", "comment about", "post anything about", "make comments about",
    "subject of comment",
    "remarks about", "remark about", "spoken of", "speak of", "speak about", "spoken about",
    "write about",
    "make reference to", "reference to", "refer to", "comments about", "gossip about",
)  # fmt: skip
_STAKEHOLDERS = any_of(
    "school", "stakeholders", "pupil", "parent", "academy", "staff", "federation", "trust",
    "parish", "business", "school business", "work",
)  # fmt: skip
_OPINION = any_of(
    "opinion*",
    "view",
    "views",
    "comments are",
    "nothing",
    "anything",
    "what they say",
    "speaking for",
    "speak for",
)
_OWN = any_of(
    "attribut*", "represent", "not those of", "on behalf of", "seen as", "taken as", "reflect",
    "not the views of", "are their own", "are your own", "speak for", "speaking for",
    "personal and not", "associated with", "as those of", "as the view of", "as the views of",
    "be the view of", "be the views of", "represent their", "personal to the author", "not those",
    "on the school behalf", "appear to be",
)  # fmt: skip
_OF = (
    ("school", any_of("school", "academy", "federation")),
    ("trust", any_of("trust", "federation trust")),
    ("local_authority", any_of("local authority")),
)
_NOT_STAFF = any_of(
    "parent should",
    "parent must",
    "pupil must",
    "pupil should",
    "parent are asked",
    "ask parent",
    "ask that parent",
    "parent who",
)
_ORDERS = any_of("prohibition order*")
_MANY = (
    r"(?:a (?:significant|large|growing|great) number|several|many|hundreds|dozens|some|a number|"
    r"(?:more than |over |around |about )?\d[\d,]*)"
)
_HOW_MANY = re.compile(
    rf"\b(?P<many>{_MANY})(?: of)?(?: \w+){{0,2}} prohibition orders?|prohibition orders?\b"
    rf"(?P<gap>.{{0,120}}?)\b(?P<later>{_MANY})(?= in| during| over| since|\b)"
)
_YEARS = re.compile(r"\b(?:last|past|in) (?P<years>\w+) years?\b")

_OWN_DEVICE = any_of(
    "own telephone*", "personal telephone*", "personal camera*", "own camera*", "personal tablet*",
    "own tablet*", "own equipment", "personal equipment", "personal smartphone*", "own smartphone*",
    "own phones or tablets",
    "own phone*", "personal phone*", "own mobile*", "personal mobile*",
    "personal social media account*", "own devices", "personal devices", "personal device",
    "own device", "own social media account*",
)  # fmt: skip
_SCHOOL_TASK = any_of(
    "photo", "video", "communicate with", "contact", "school matters", "school business", "take",
    "communicating with", "where there are pupil", "in the presence of pupil", "for work",
)  # fmt: skip

# "... are discussed on them": the accounts of staff that the sentence before spoke of.
_ON_THEM = any_of("on them", "in them", "on these", "on those", "there", "on such accounts")
_SCHOOL_KIT_ONLY = re.compile(
    r"\b(?:photo|video)\b[^.;]{0,40}\b(?:are|is) (?:only )?taken (?:only )?(?:with|on|using) "
    r"(?:the )?(?:school|academy|nursery|college)(?: owned)? "
    r"(?:equipment|cameras?|devices?|tablets?|phones?)(?: only| alone)\b"
    r"|\b(?:photo|video)\b[^.;]{0,40}\b(?:are|is) (?:only taken|taken only) (?:with|on|using) "
    r"(?:the )?(?:school|academy|nursery|college)\b"
)

_RULES = (
    Rule(
        _CLAUSE,
        "never_discuss",
        True,
        needs=(_DISCUSS, NOT, _STAKEHOLDERS),
        lacks=(_NOT_STAFF, any_of("you", "report", "reported", "pages", "these account*")),
        about=any_of("staff", "they"),
    ),
)


def read(text: Text) -> Iterator[Result]:
    """STAFF_CONDUCT, whole."""
    for found in apply(_RULES, text):
        if actor_of(found.sentence) not in ("pupil", "parent") and _is_object(found.sentence):
            yield found
    for sentence in text.with_words(_DISCUSS, NOT, _STAKEHOLDERS, _ON_THEM):
        if any(has(each.said, _STAFF) for each in text.before(sentence, most=1)):
            yield Found(_CLAUSE, "never_discuss", True, sentence)
    for sentence in text.with_words(_SCHOOL_KIT_ONLY):
        yield Found(_CLAUSE, "own_devices", Stance.FORBIDDEN.value, sentence)
    for sentence in text.body:
        yield from _opinions(sentence)
        yield from _devices(sentence)
    for sentence in text.with_words(_ORDERS):
        if many := orders_in(sentence.said):
            yield Found(_CLAUSE, "prohibition_orders", many, sentence)


_PASSIVE = re.compile(
    r"\b(?:is|are|be|being) (?:\w+ )?(?:discussed|mentioned|commented|spoken|referred)\b"
)


def _is_object(sentence: Sentence) -> bool:
    """It is the school or its people that are not discussed; "staff discuss" alone is not."""
    place = _DISCUSS.search(sentence.said)
    rest = sentence.said[place.start() :] if place else ""
    return bool(_STAKEHOLDERS.search(rest) or _PASSIVE.search(sentence.said) or sentence.stem)


def _opinions(sentence: Sentence) -> Iterator[Found]:
    """Whose opinion it must not be taken for: what is named after the words that say so."""
    said = sentence.said
    if not has(said, _OPINION, _OWN):
        return
    if actor_of(sentence) in ("pupil", "parent"):
        return
    rest = max((said[match.end() :] for match in _OWN.finditer(said)), key=len, default="")
    rest = rest.split(", bringing")[0]
    if targets := members(rest, _OF):
        yield Found(_CLAUSE, "not_attributable_to", targets, sentence)


def _devices(sentence: Sentence) -> Iterator[Found]:
    said = sentence.said
    if has(said, _OWN_DEVICE, _SCHOOL_TASK) and has(f"{said} {sentence.under}", any_of("staff")):
        stance = stance_of(said)
        if stance is not Stance.NOT_STATED:
            yield Found(_CLAUSE, "own_devices", stance.value, sentence)


def orders_in(said: str) -> str | None:
    """How many, as the document says it: "40 in 3 years", "a significant number"."""
    match = _HOW_MANY.search(said)
    if match is None:
        return "named, without a number"
    many = match["many"] or match["later"]
    years = _YEARS.search(said)
    return f"{many} in {years['years']} years" if years and many[-1:].isdigit() else many
