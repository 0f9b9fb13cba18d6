"""What is said about the school: who watches it, how it is answered, who else reads it."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import Found, Result, Rule, Text, any_of, apply, has
from footprint.rulebook.reading.names import EMAIL_ADDRESS, channel_names
from footprint.rulebook.terms import ClauseName

_INSPECTORS = any_of("ofsted", "inspector*", "estyn", "inspectorate", "inspection*", "hmi")
_WATCH = any_of(
    "monitor*", "watch*", "check*", "review", "reviews", "keep* an eye", "keep* track", "track*",
    "look* at what", "look* through", "read* what", "read* through",
    "search*", "scan*", "keep* aware", "know what", "look* out for", "listen*",
)  # fmt: skip
_SAID_OF_US = any_of(
    "said about", "written about", "posted about", "published about", "write about", "say about",
    "said online", "being said", "mention* of the school", "mention* of our school",
    "mentions of us", "reference* to the school", "reference* to our school",
    "comment* about the school", "comment* about our school", "comments about us",
    "online reputation", "online presence", "social media footprint", "digital footprint",
    "social media reputation", "post* about the school", "posts about us",
    "mention* of the academy", "references to the academy", "name of the school",
    "mentions of the", "track mentions", "mentions of our", "references to the",
    "search* for references",
    "mention* of the trust", "its reputation", "our reputation", "online footprint",
)  # fmt: skip
_WHO_WATCHES = any_of(
    "we", "school", "schools", "headteacher", "office", "staff", "our", "academy", "trust",
    "federation", "governor", "slt", "dsl", "officer", "director", "manager", "lead",
)  # fmt: skip
_ANSWER = any_of(
    "respond*", "response", "responses", "repl*", "answer*", "acknowledg*", "deal with",
    "dealt with", "react*", "address*",
)  # fmt: skip
_JUDGEMENT = any_of(
    "critici*", "critical", "complimentary", "praise*", "negative", "positive", "feedback",
    "compliment*", "favourable", "kind words", "unkind words", "complaint*", "comments", "reviews",
)  # fmt: skip
_FAIRLY = any_of(
    "fair", "fairly", "responsibl*", "calm*", "courteous*", "polite*", "measured", "professional",
    "professionally", "even handed*", "proportionate*", "balanced", "respectful*", "constructive*",
)  # fmt: skip
_READS = any_of("check*", "monitor*", "look*", "read", "reads", "search*", "see", "review*")
_ONLINE = any_of(
    "online",
    "social media",
    "internet",
    "web",
    "public comments",
    "written about",
    "available publicly",
    "publicly available",
    "reviews",
)
_POSH = any_of("posh")
_ABOUT_REPUTATION = any_of("reputation*", "footprint", "said about")

_ANSWER_TO_POST = any_of("answer", "answers", "answered", "reply", "replies", "respond", "responds")
_OF_US = any_of(
    "post about the school", "posts about the school", "posts about us", "post about us"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10}
_DAYS = re.compile(rf"\bwithin (?P<days>\d{{1,2}}|{'|'.join(_NUMBERS)}) (?:school|working) days?\b")

_RULES = (
    Rule(
        ClauseName.REPUTATION,
        "monitors",
        True,
        needs=(_WATCH, _SAID_OF_US, _WHO_WATCHES),
        lacks=(_INSPECTORS, any_of("must not", "do not", "never", "not attribut*")),
    ),
    Rule(
        ClauseName.REPUTATION,
        "answers_fairly",
        True,
        needs=(_ANSWER, _JUDGEMENT, _FAIRLY),
        lacks=(any_of("pupil must", "parent must", "procedure", "behave*"),),
    ),
    Rule(
        ClauseName.REPUTATION,
        "inspection_check",
        True,
        needs=(_INSPECTORS, _READS, _ONLINE),
    ),
)


def read(text: Text) -> Iterator[Result]:
    """REPUTATION, whole."""
    for sentence in text.with_words(_WATCH, _SAID_OF_US, _INSPECTORS):
        part = sentence.said.rpartition(":")[2] or sentence.said
        if has(part, _WATCH, _SAID_OF_US, _WHO_WATCHES) and not _INSPECTORS.search(part):
            yield Found(ClauseName.REPUTATION, "monitors", True, sentence)
    for found in filter(_is_of_us, apply(_RULES, text)):
        yield found
        if found.key == "inspection_check":
            yield from _sites(found)
    for sentence in text.with_words(_ANSWER_TO_POST, _OF_US):
        if days := _DAYS.search(sentence.said):
            number = int(days["days"]) if days["days"].isdigit() else _NUMBERS[days["days"]]
            yield Found(ClauseName.REPUTATION, "answer_days", number, sentence)
    for sentence in text.with_words(_POSH):
        address = EMAIL_ADDRESS.search(sentence.text)
        if address or _ABOUT_REPUTATION.search(sentence.said):
            yield Found(ClauseName.REPUTATION, "helpline", "POSH", sentence)
        if address:
            key = "helpline_email"
            yield Found(ClauseName.REPUTATION, key, address.group().lower(), sentence)


def _is_of_us(found: Found) -> bool:
    """It is the school that watches, not parents who look at what their children post."""
    by_others = re.match(r"(?:all |our )?(?:pupil|parent)\b", found.sentence.own)
    return found.key != "monitors" or not by_others


def _sites(found: Found) -> Iterator[Found]:
    if sites := channel_names(found.sentence.text):
        yield Found(ClauseName.REPUTATION, "inspection_sites", sites, found.sentence)
