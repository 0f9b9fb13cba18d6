"""Who may be friends with, message or follow whom."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.definitions import adults_meant_by_staff
from footprint.rulebook.reading.matching import ADULTS, Found, Result, Text, any_of, has, members
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.stances import clauses_of, stance_of
from footprint.rulebook.terms import ClauseName, Stance

_PUPIL = any_of("pupil")
_FORMER = any_of("formerpupil")
_ADULT = any_of("staff", "governor", "volunteer", "contractor", "headteacher", "adults")
_PARENT = any_of("parent")
_COVERS = (
    ("friend", any_of(
        "friend", "friends", "befriend*", "connect", "connects", "connecting", "connected",
        "connection", "connections", "contacts", "social media contact", "as a contact", "add",
        "adding", "added", "link", "linked")),
    ("friend_request", any_of(
        "friend request*", "friend or contact request*", "request*", "invit*",
        "initiate, accept", "initiate or accept")),
    ("message", any_of(
        "communicat*", "message", "messages", "messaging", "contact pupil", "contact them", "chat",
        "contact with", "any contact", "have contact", "contact through", "contact via",
        "contact a pupil",
        "contact any pupil", "contact by", "contact individual", "reply", "respond to", "interact*",
        "correspond*", "be in contact", "make contact",
        "private messag*", "exchange messages", "contact staff", "reply to pupil", "dm",
        "otherwise contact",
        "in touch", "text")),
)  # fmt: skip
_LINKED = any_of(
    "friend", "friends", "friend request*", "befriend*", "add pupil", "contact request*",
    "contacts", "connected", "communicat*", "message", "messages", "messaging", "contact pupil",
    "add", "reply to pupil", "requests", "connections", "connect", "connecting", "connection",
    "contact with", "any contact", "have contact", "contact through", "contact a pupil",
    "contact any pupil",
    "contact individual", "contact via", "interact*", "reply to one", "added", "adding",
    "social media contact",
    "make contact", "friendship*",
)  # fmt: skip
_SOCIAL = any_of(
    "social media", "friend*", "facebook", "online", "personal account*", "whatsapp", "instagram",
    "snapchat", "app", "private messag*", "social networks", "platform*", "public account*",
    "social medium", "social media contact", "social media connection*", "befriend*", "tiktok",
    "gaming", "internet", "online friend*",
)  # fmt: skip
_OTHER_MATTER = any_of(
    "attempt*", "tries to", "try to", "tried to", "notif*", "report", "reported", "inform",
    "email is", "exception*", "lesson*", "taught", "good friend", "tell", "responsible",
    "official", "who receives", "only email", "monitored", "google classroom", "microsoft teams",
    "relationship*", "email when", "school email", "receives", "agreement",
)  # fmt: skip
_FROM_PUPIL = re.compile(r"\brequests? from pupil\b")

_BEFRIEND = any_of(
    "friend",
    "friends",
    "friend request*",
    "befriend*",
    "friendship*",
    "connect",
    "connecting",
    "connected",
    "connections",
    "connection",
    "contacts",
    "online friend*",
)
_EXCEPT_PARENTS = any_of("formerpupil", "official", "page", "pages")

_FOLLOW = re.compile(r"\bfollow(?:s|ing|ed|ers?)?\b")
_FOLLOW_RULES = re.compile(
    r"\bfollow(?:s|ing|ed)? (?:the|this|these|our|its|all|any|their|school)?\s*(?:\w+ ){0,3}?"
    r"(?:polic|procedure|guid|rule|advice|code|step|instruction|link|way)"
)


def read(text: Text) -> Iterator[Result]:
    """NO_FRIENDING and NO_FOLLOWING."""
    meant = adults_meant_by_staff(text)
    for sentence, said in _in_full(text):
        if _FOLLOW.search(said):
            yield from _following(sentence, said, meant)
        social = text.titled or _SOCIAL.search(f"{said} {sentence.under}")
        if _LINKED.search(said) and social:
            yield from _friending(sentence, said, meant)
        if _carries_on_to_formerpupils(said):
            key = "former_pupils"
            yield Found(ClauseName.NO_FRIENDING, key, Stance.FORBIDDEN.value, sentence)


_CARRIES_ON = any_of(
    "extends to",
    "remains the case",
    "also applies",
    "applies also",
    "applies equally",
    "continues",
    "still applies",
    "same goes for",
    "same applies to",
    "same is true of",
)


def _carries_on_to_formerpupils(said: str) -> bool:
    """ "This remains the case for two years after a pupil has left.": the rule goes on."""
    return has(said, _FORMER, _CARRIES_ON)


def _in_full(text: Text) -> Iterator[tuple[Sentence, str]]:
    """Each sentence with what its pronouns stand for: the adults of the sentence before."""
    heading, adults = "", ""
    for sentence in text.body:
        if sentence.heading != heading:
            heading, adults = sentence.heading, ""
        said = _spoken(sentence)
        if adults and not _ADULT.search(said):
            said = _THEIRS.sub(adults, said, count=1)
        named = ", ".join(adult for adult, words in ADULTS if words.search(said))
        adults = named or adults
        yield sentence, said


_THEIRS = re.compile(
    r"\btheirs\b|^they\b|(?<=follow )them\b|(?<=following )them\b|(?<=one of )us\b|(?<=any of )us\b"
)


def _adults(said: str, meant: tuple[str, ...]) -> tuple[str, ...]:
    named = members(said, ADULTS)
    both = {*named, *(meant if "staff" in named else ())}
    return tuple(adult for adult, _ in ADULTS if adult in both)


def _friending(sentence: Sentence, spoken: str, meant: tuple[str, ...]) -> Iterator[Found]:
    clause = ClauseName.NO_FRIENDING
    for said in _voiced(spoken):
        stance = _stance(said, sentence)
        if stance is Stance.NOT_STATED or _is_other_matter(said):
            continue
        if stance is Stance.ALLOWED and _IN_A_CASE.search(said):
            continue
        if has(said, _FORMER) and _ADULT.search(said + sentence.under):
            yield Found(clause, "former_pupils", stance.value, sentence)
        if has(_UNLESS.split(said)[0], _PUPIL) and (adults := _adults(_who(said, sentence), meant)):
            covers = members(said, _COVERS)
            if covers:
                yield Found(clause, "stance", stance.value, sentence)
                yield Found(clause, "adults", adults, sentence)
                yield Found(clause, "covers", covers, sentence)
        elif _FROM_PUPIL.search(said):  # whom it reaches, the document says elsewhere
            yield Found(clause, "stance", stance.value, sentence)
            yield Found(clause, "covers", ("friend_request",), sentence)
        elif (
            (has(f"{said} {sentence.under}", _PARENT) or _YOU.search(said))
            and has(said, _ADULT, _BEFRIEND)
            and not _EXCEPT_PARENTS.search(said)
            and not (stance is Stance.ALLOWED and "approved" in said)
        ):
            yield Found(clause, "staff_with_parents", stance.value, sentence)


# "May be friends if the pupil is a relative and the head has approved it" allows no more than that.
_IN_A_CASE = re.compile(
    r"\b(?:approved?|agree[sd]?|relative|family|aunt|uncle|cousin|only .* if)\b"
)
_UNLESS = re.compile(r"\b(?:unless|in which case|save where|who attend\w*)\b")
_YOU = re.compile(r"\b(?:accept|add|befriend|with) you\b")


def _is_other_matter(said: str) -> bool:
    """Notices and exceptions speak of friends too; a refusal with a report is still the rule."""
    if re.search(r"\b(?:decline|declined|refused?)\b", said):
        return False
    return bool(_OTHER_MATTER.search(said))


def _spoken(sentence: Sentence) -> str:
    """An answer that names nobody ("we would rather you did not") speaks of its question."""
    said = sentence.said
    if sentence.asked and not (_PUPIL.search(said) or _ADULT.search(said)):
        return f"{sentence.asked.rstrip('?')}, {said}"
    return said


def _voiced(spoken: str) -> list[str]:
    """The clauses of the sentence; one that lost its people goes with the one before."""
    parts: list[str] = []
    for part in clauses_of(spoken):
        if parts and not (_PUPIL.search(part) and _ADULT.search(part)) and _bare(part):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts


def _bare(part: str) -> bool:
    named = _PUPIL.search(part) or _ADULT.search(part) or _PARENT.search(part)
    return not named and bool(_LINKED.search(part) or _FOLLOW.search(part))


def _who(said: str, sentence: Sentence) -> str:
    """Whom a clause speaks of; its heading answers where it names only one side."""
    return said if _ADULT.search(said) else f"{said} {sentence.under}"


def _stance(said: str, sentence: Sentence) -> Stance:
    stated = stance_of(said)
    return stance_of(sentence.said) if stated is Stance.NOT_STATED else stated


def _following(sentence: Sentence, spoken: str, meant: tuple[str, ...]) -> Iterator[Found]:
    clause = ClauseName.NO_FOLLOWING
    for said in _each_way(spoken):
        match = _FOLLOW.search(said)
        if match is None or _FOLLOW_RULES.search(said):
            continue
        stance = _stance(said, sentence)
        before = said[: match.start()]
        after = said[match.end() :]
        subject = _actor(before) or _actor(sentence.under)
        if stance is Stance.NOT_STATED:
            continue
        if not before.strip() and _ADULT.search(after.split("pupil")[0]):
            subject = "pupil"  # "Following a teacher's account is not encouraged."
        if subject == "staff" and _PUPIL.search(after):
            yield Found(clause, "staff_follow_pupils", stance.value, sentence)
            if "followed by" in said:
                yield Found(clause, "pupils_follow_adults", stance.value, sentence)
                yield Found(clause, "adults", _adults(said, meant), sentence)
        elif subject == "staff" and match.group().startswith("follower") and _PUPIL.search(before):
            yield Found(clause, "pupils_follow_adults", stance.value, sentence)
            yield Found(clause, "adults", _adults(said, meant), sentence)
        elif subject == "pupil" and "their" in after and _ADULT.search(before):
            yield Found(clause, "pupils_follow_adults", stance.value, sentence)
            yield Found(clause, "adults", _adults(before, meant), sentence)
        elif subject == "pupil" and _ADULT.search(after):
            yield Found(clause, "pupils_follow_adults", stance.value, sentence)
            yield Found(clause, "adults", _adults(after, meant), sentence)


_OTHER_WAY = re.compile(
    r",? (?:and|or|nor) "
    r"(?=(?:staff|pupil|governor)(?: (?:must|may|should|do|will) not| never)? follow)"
)


def _each_way(spoken: str) -> list[str]:
    """ "Staff follow pupils, or pupils follow staff": each half has its own two sides."""
    return [half for said in _voiced(spoken) for half in _OTHER_WAY.split(said)]


_ACTOR = re.compile(r"\b(?:pupil|staff|governor|parent|i|you)\b")
_KEPT_FROM = re.compile(r"\b(?:discourage|prefer|advise|ask|remind|encourage)s?\b(?P<who>.*)$")
_CALLED = {"governor": "staff", "i": "pupil", "you": "pupil"}


def _actor(before: str) -> str | None:
    """Who acts: the first that is named before the verb, or whom somebody keeps from acting."""
    kept_from = _KEPT_FROM.search(before)
    actors = _ACTOR.findall(kept_from["who"] if kept_from else before)
    return _CALLED.get(actors[0], actors[0]) if actors else None
