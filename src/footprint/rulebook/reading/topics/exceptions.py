"""Exceptions to the rule on connections, and who is told of an attempt to break it."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import Found, Result, Text, any_of, has
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_EXCEPTION = any_of(
    "exception*", "exempt*", "pre existing", "existing family", "existing relationship",
    "relative", "relatives", "related to", "family link*", "same family", "mum works",
    "parent works", "relations", "family relationship*", "family member*", "own pupil",
    "member of your family", "members of the same family", "member of the family",
    "existed before", "member of their family", "dispensation*", "member of their own family",
    "related to", "knew each other before", "other family connections", "family connection*",
    "declared to", "niece", "nephew", "godparent", "is related", "family relation*",
)  # fmt: skip
_ALLOWS = any_of(
    "approv*", "agree*", "permi*", "authoris*", "declar*", "consent*", "inform*", "discuss*",
    "allow*", "made", "recorded", "grant*", "exception*", "dispensation*", "notify", "told",
)  # fmt: skip
_FAMILY = any_of(
    "family",
    "relative",
    "relatives",
    "related",
    "relations",
    "sibling*",
    "mum",
    "parent works",
    "son",
    "daughter",
    "niece",
    "nephew",
    "aunt",
    "uncle",
    "cousin*",
    "brother",
    "sister",
    "godparent*",
    "grandparent*",
)
_DESKS = (
    ("headteacher", any_of("headteacher")),
    ("dsl", any_of("dsl")),
    ("office", any_of("office")),
)
_ENTRY = any_of(
    "on entry", "point of entry", "appointed", "time of joining", "upon entry", "joins",
    "on joining", "on appointment", "induction", "is admitted", "starts work", "starts at",
    "when they start", "start at", "on admission", "when starting", "enrol*", "on arrival",
    "begin work", "upon joining", "upon appointment", "when you", "time of appointment",
    "commencement", "upon the pupil admission", "pupil admission", "is enrolled", "when he starts",
    "when she starts", "when a pupil starts", "before starting", "when they join", "take up post",
    "taking up post", "offer of employment",
)  # fmt: skip
_YEARLY = any_of(
    "every year",
    "annually",
    "each year",
    "yearly",
    "annual",
    "each september",
    "every september",
    "every autumn",
    "start of each year",
    "each autumn",
)
_DECLARED = any_of(
    "declar*",
    "tell the",
    "inform*",
    "disclos*",
    "record*",
    "notif*",
    "made known",
    "renew*",
    "review*",
    "mention*",
    "notify",
)
_CONTEXT = any_of(
    "friend*", "follow*", "connect*", "contact", "contacts", "relationship*", "link*",
    "social media", "family", "relative", "relatives", "related", "exception*", "works",
    "dispensation*", "knew each other",
)  # fmt: skip
_NOT_CONTACTS = any_of("photo", "video", "account", "public interest", "uniform")

_CONTACT = any_of(
    "attempt*", "friend request*", "contact*", "message", "messaged", "messages", "connect",
    "follow*", "request", "requests", "approach*", "any such", "invitation*", "behaving online",
    "behaviour online", "online behaviour",
)  # fmt: skip
_TOLD = any_of(
    "report", "reported", "notif*", "tell", "inform", "informed", "told", "passed to", "refer*",
    "notified", "let the", "speak to", "made aware", "aware of it", "hear from", "hears from",
    "alert*", "know", "logged",
)  # fmt: skip
_BY_CHILD = re.compile(
    r"\b(?:if|when|where|should)?\s*(?:it (?:was|is|comes) )?(?:made |started |sent )?(?:by|from) "
    r"(?:a |an |any |the )?pupil\b"
    r"|\bpupil (?:or (?:a )?formerpupil )?(?:tr(?:y|ies)|attempts?|has|have|"
    r"who|to make|makes|sends|"
    r"contacts|asks|to contact|messages|attempt|initiates)\b"
    r"|\b(?:made|started|sent|initiated) by (?:a |an |any |the )?pupil\b"
    r"|\b(?:approached|contacted|messaged|followed) by (?:a |an |any |the )?pupil\b"
)
_BY_STAFF = re.compile(
    r"\b(?:if|when|where)?\s*(?:it (?:was|is|comes) )?(?:made |started |sent )?(?:by|from) "
    r"(?:a |an |any |another )?(?:staff|adult)\b"
    r"|\bstaff (?:tr(?:y|ies)|attempts?|has (?:attempted|tried|messaged|"
    r"contacted|engaged|been in)|makes|sends|contacts|messages|messaged|who made|"
    r"is behaving|behaves|initiates)\b"
    r"|\b(?:made|started|sent|initiated) by (?:a |an |any |the |another )?(?:staff|adult)\b"
    r"|\bit was (?:the |a )?staff\b|\bconcerns? (?:about|that) (?:how )?(?:a |an |another )?staff\b"
)
_CUT = re.compile(
    r"[.;,]|\bor (?=to the)|\band (?=to the|to|where|if|when|any)|\bor (?=to)|(?<=\))"
)


def read(text: Text) -> Iterator[Result]:
    """EXCEPTIONS and BREACH_NOTICE."""
    for sentence in text.body:
        asked = _ABOUT_FAMILY.search(sentence.asked)
        spoken_of = asked or has(sentence.answer, _EXCEPTION, _CONTEXT)
        if not spoken_of or _NOT_CONTACTS.search(sentence.said):
            continue
        if _ALLOWS.search(sentence.said):
            yield from _exception(sentence, text)
        else:
            yield from _in_the_next(sentence, text)
    for sentence in text.body:
        yield from _unless_family(sentence)
        yield from _notices(sentence)


def _exception(sentence: Sentence, text: Text) -> Iterator[Found]:
    clause = ClauseName.EXCEPTIONS
    desk = _first(sentence.said)
    if desk is None:
        yield from _in_the_next(sentence, text)
        return
    yield Found(clause, "approved_by", desk, sentence)
    around = f"{sentence.said} {sentence.under}"
    if _FAMILY.search(around):
        yield Found(clause, "family_links", True, sentence)
    for each in (sentence, *text.after(sentence, most=1)):
        if _DECLARED.search(each.said):
            yield from _declared(each)


_IN_SUCH_A_CASE = re.compile(
    r"^(?:in (?:such|these|those|this)|where this|any such|these|this|they)\b"
)


def _in_the_next(sentence: Sentence, text: Text) -> Iterator[Found]:
    """ "Some staff are related to pupils. In such cases they must notify the headteacher." """
    for each in text.after(sentence, most=1):
        desk = _first(each.said)
        if desk and has(each.said, _ALLOWS) and _IN_SUCH_A_CASE.search(each.said):
            yield Found(ClauseName.EXCEPTIONS, "approved_by", desk, each)
            if _FAMILY.search(sentence.said):
                yield Found(ClauseName.EXCEPTIONS, "family_links", True, sentence)
            yield from _declared(each)


_UNLESS = re.compile(r"\b(?:unless|except|save|other than|apart from)\b(?P<who>.*)")
_LINKED = any_of("friend*", "contact", "contacts", "connect*", "follow", "message*", "communicat*")


def _unless_family(sentence: Sentence) -> Iterator[Found]:
    """ "... with any pupil, unless the pupil is a member of their own family"."""
    match = _UNLESS.search(sentence.said)
    if match and _FAMILY.search(match["who"]) and _LINKED.search(sentence.said[: match.start()]):
        yield Found(ClauseName.EXCEPTIONS, "family_links", True, sentence)


def _declared(sentence: Sentence) -> Iterator[Found]:
    if _YEARLY.search(sentence.said):
        yield Found(ClauseName.EXCEPTIONS, "declared", "yearly", sentence)
    elif _ENTRY.search(sentence.said):
        yield Found(ClauseName.EXCEPTIONS, "declared", "on_entry", sentence)


def _first(said: str) -> str | None:
    """The desk that is named first."""
    places = [(match.start(), desk) for desk, words in _DESKS if (match := words.search(said))]
    return min(places)[1] if places else None


_ABOUT_FAMILY = re.compile(r"\bwhat (?:about|if)\b.*\b(?:family|relatives?|related)\b")


def _notices(sentence: Sentence) -> Iterator[Found]:
    """
    Who is told, by who made the attempt.

    The question that a heading asks ("a member of staff has messaged a pupil: who needs to
    know?") counts as the beginning of its first answer.
    """
    said = sentence.said
    asked = sentence.under if _asks_who(sentence.under) else ""
    if not has(f"{asked} {said}", _CONTACT, _TOLD):
        return
    clause = ClauseName.BREACH_NOTICE
    actor: str | None = _actor(asked) if asked and not _actor(said) else None
    desk: str | None = None
    for part in _parts(said):
        actor, desk = _actor(part) or actor, _first(part) or desk
        if actor and desk:
            yield Found(clause, actor, desk, sentence)
            actor = desk = None


def _asks_who(heading: str) -> bool:
    return bool(re.search(r"\bwho\b.*\b(?:know|told|tell|report)", heading))


_REACHED_BY = re.compile(
    r"\b(?:contacted|messaged|approached|followed|befriended) by (?:a |an |any |the )*"
    r"(?P<who>pupil|staff|adult)\b"
)


def _actor(part: str) -> str | None:
    if reached := _REACHED_BY.search(part):  # "hear from staff who are contacted by a pupil"
        return "by_child" if reached["who"] == "pupil" else "by_staff"
    child, staff = _BY_CHILD.search(part), _BY_STAFF.search(part)
    if child and staff:
        return "by_child" if child.start() < staff.start() else "by_staff"
    if child:
        return "by_child"
    return "by_staff" if staff else None


def _parts(said: str) -> list[str]:
    return [part for part in _CUT.split(said) if part.strip()]
