"""Which sentences speak of social media, and whether the document is a social media policy."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from footprint.rulebook.policy import Clause
from footprint.rulebook.reading.matching import Found, Result, any_of
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_SOCIAL = any_of(
    "social media", "facebook", "instagram", "whatsapp", "tiktok", "snapchat", "twitter", "youtube",
    "friend request*", "messaging app*", "chat app*", "sm presence", "online reputation",
    "digital footprint", "social networking", "online communit*", "linkedin", "personal account*",
)  # fmt: skip
_TITLE = any_of(
    "social media", "social networking", "online presence", "sm presence", "digital communication*",
    "online conduct", "social media and digital communication*", "life online", "lives online",
    "ourselves online", "conduct online", "online behaviour", "behaviour online", "online media",
    "digital conduct", "digital life", "living online", "internet presence", "posting online",
)  # fmt: skip
_DOCUMENT = any_of(
    "policy", "policies", "guidelines", "guidance", "rules", "protocol", "code", "agreement",
    "procedure*", "statement", "aup", "presence", "expectations", "charter", "framework",
    "handbook", "responsibilities", "duties", "dos", "do and do not", "what we do", "who does what",
    "promise", "promises", "commitments", "how we use", "standards", "expected", "do and donts",
    "do and do nots", "don'ts", "our approach", "staying safe", "your questions answered",
    "what we expect", "how we", "notes for", "acceptable",
)  # fmt: skip
_POLICY = any_of("policy", "this protocol", "these guidelines", "these rules", "this code")
_RULE = any_of(
    "must", "should", "may not", "not allowed", "not permitted", "are asked", "ask parent",
    "please", "expect*", "will ask", "we ask", "shall", "required to", "prohibited", "forbidden",
    "discourage*", "advised", "requested", "can not", "we will", "will be dealt with",
    "school will", "do not",
)  # fmt: skip
# "The headteacher will: ...", "Staff keep ...", "Friend requests are declined": a duty without any
# of the words above. Lesson plans and reports are full of those too, so they weigh less.
_DUTY = re.compile(
    r"\b(?:staff|pupil|parent|governor|headteacher|dsl|slt|officer|manager|lead|office|volunteer|"
    r"we|everyone|everybody|trust|academy)(?: (?:always|also|never|all))? "
    r"(?:will|do not|never|keep|sign|tell|use|ask|agree|report|decline|follow|check|speak|make)\b"
    r"|\b(?:is|are) (?:not |never )?(?:declined|deleted?|reported|told|kept|avoided|asked|taken|"
    r"passed|answered|dealt with|refused|discussed|shared|signed|followed|consulted)\b"
)
_SCHOOL = any_of(
    "school", "schools", "academy", "pupil", "staff", "headteacher", "trust", "federation",
    "nursery", "college",
)  # fmt: skip
_NEWS = any_of("according to a survey", "in this essay", "in conclusion", "survey found", "said on")

_TITLE_REACH = 8  # the first so many sentences may hold the title
_NEIGHBOURS = 3
_LONGEST_SECTION = 20  # sentences of a section that is read whole where one of them is on it
_MOSTLY = 0.6  # share of sentences near social media from which the rest is about it too
_WHOLE = 0.2  # share of sentences on social media from which the whole document is about it


@dataclass(frozen=True)
class Scope:
    """
    How much of a document is about social media.

    Args:
        whole: whether all of its sentences are read.
        backed: share of the sentences that state a value, where that is why it is read whole.
    """

    sentences: tuple[Sentence, ...]
    titled: bool
    social: int
    total: int
    rules: int
    duties: int = 0
    whole: bool = True
    backed: float = 0.0

    def widened(self, sentences: tuple[Sentence, ...], backed: float) -> "Scope":
        """The same document, read whole because its sentences answer our questions."""
        return replace(self, sentences=sentences, whole=True, backed=backed)


def scope_of(sentences: tuple[Sentence, ...]) -> Scope:
    """The sentences to read: all of a social media policy, the fitting parts of anything else."""
    social = [bool(_SOCIAL.search(each.said)) for each in sentences]
    top = sentences[:_TITLE_REACH]
    titled = any(_is_title(each) for each in top) or _says_so(top)
    count, total = sum(social), len(sentences)
    whole = titled or count >= _WHOLE * max(total, 1)
    near = _near_social(sentences, social)
    chosen = sentences if whole or len(near) >= _MOSTLY * total else near
    rules = sum(1 for each in chosen if _RULE.search(each.said) and _SCHOOL.search(each.said))
    duties = sum(1 for each in chosen if _DUTY.search(each.said))
    return Scope(chosen, titled, count, total, rules, duties, len(chosen) == total)


# Of a policy on social media, whatever it is called, every second sentence states one of our
# values; of a policy on behaviour, a privacy notice or a lesson plan hardly one in five.
_BACKED, _BY_CONTENT = 0.35, 7


def backed_by(results: Iterable[Result], sentences: Sequence[Sentence]) -> float:
    """The share of a document's sentences that state a value."""
    numbers = {each.sentence.number for each in results if isinstance(each, Found)}
    said = sum(1 for each in sentences if each.kind != "heading")
    return len(numbers) / max(said, 1)


def is_backed(backed: float, clauses: Mapping[ClauseName, Clause]) -> bool:
    """Whether what a document says, not what it is called, makes it a social media policy."""
    stated = sum(1 for name in _CORE if clauses[name].is_stated)
    return backed >= _BACKED and stated >= _BY_CONTENT


def _is_title(sentence: Sentence) -> bool:
    """A heading or a short first line; a long sentence that mentions both is no title."""
    if sentence.kind != "heading" and len(sentence.text) > 160:
        return False
    said = sentence.said
    return bool(_TITLE.search(said) and _DOCUMENT.search(said)) or (
        sentence.kind == "heading" and said in ("social media", "social networking")
    )


def _says_so(top: tuple[Sentence, ...]) -> bool:
    """A short line on social media, and another near the top that calls the document a policy."""
    short = [each for each in top if len(each.text) <= _LONGEST_TITLE]
    on_it = any(_TITLE.search(each.said) and not each.text.endswith("?") for each in short)
    return on_it and any(_POLICY.search(each.said) for each in top)


_LONGEST_TITLE = 120  # characters


def _near_social(sentences: tuple[Sentence, ...], social: list[bool]) -> tuple[Sentence, ...]:
    """Sentences under a heading on social media, or within a few of one that speaks of it."""
    wanted: set[int] = set()
    for place, sentence in enumerate(sentences):
        if social[place]:
            wanted.update(range(max(0, place - _NEIGHBOURS), place + _NEIGHBOURS + 1))
        elif _SOCIAL.search(sentence.under):
            wanted.add(place)
    for _, run in groupby(enumerate(sentences), key=lambda pair: pair[1].heading):
        places = [place for place, _ in run]
        if len(places) <= _LONGEST_SECTION and any(social[place] for place in places):
            wanted.update(places)
    return tuple(each for place, each in enumerate(sentences) if place in wanted)


_CORE = frozenset(ClauseName) - {ClauseName.DATA_PROTECTION, ClauseName.COMPLAINTS_PROCEDURE}


# A lesson plan on social media has duties too, but it answers few of our questions.
_DUTIES, _BY_DUTIES = 4, 6


def verdict(scope: Scope, clauses: Mapping[ClauseName, Clause]) -> tuple[bool, str]:
    """Whether this is a social media policy, and a sentence for the person who uploaded it."""
    stated = sum(1 for name in _CORE if clauses[name].is_stated)
    if not scope.total:
        return False, "There is no text in this document."
    if not scope.social and not scope.titled:
        return False, "This document does not speak of social media."
    if _is_press(scope):
        return False, "This document mentions social media, but is about something else."
    if scope.titled and scope.rules >= 2 and stated >= 2:
        return True, f"It is titled as one and answers {stated} of the questions that we ask."
    if scope.titled and scope.rules + scope.duties >= _DUTIES and stated >= _BY_DUTIES:
        return True, f"It is titled as one and answers {stated} of the questions that we ask."
    if _covers_enough(scope, stated) or is_backed(scope.backed, clauses):
        return True, f"It has no such title, but answers {stated} of the questions that we ask."
    if scope.rules < 2:
        return False, "This document speaks of social media, but sets no rules for a school."
    return False, "This document mentions social media, but is about something else."


def _covers_enough(scope: Scope, stated: int) -> bool:
    """Without a title it takes more: many clauses, or a good few in a text that is about them."""
    if scope.social < 3 or scope.rules < 4 or _is_report(scope):
        return False
    return stated >= 8 or (stated >= 5 and scope.social >= 0.1 * scope.total)


_PRESS = any_of(
    "press release", "news release", "media release", "for immediate release", "for immediate use",
    "minutes of", "newsletter", "agenda for",
)  # fmt: skip
_PRESS_REACH = 3  # sentences at the top, where a document says what kind it is


def _is_press(scope: Scope) -> bool:
    """News and minutes quote rules without setting any."""
    top = [each for each in scope.sentences if each.number < _PRESS_REACH]
    return any(_PRESS.search(each.said) for each in top)


def _is_report(scope: Scope) -> bool:
    return any(_NEWS.search(each.said) for each in scope.sentences)
