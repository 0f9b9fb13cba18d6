"""Frames on how people connect: friends, followers, exceptions, who is told of an attempt."""

import re
from collections.abc import Iterable, Iterator

from footprint.rulebook.reading.definitions import adults_addressed, adults_meant_by_staff
from footprint.rulebook.reading.frames.frame import actor, stated
from footprint.rulebook.reading.matching import ADULTS, Found, Text, members
from footprint.rulebook.reading.units import Unit
from footprint.rulebook.reading.wording import canonical
from footprint.rulebook.terms import ClauseName, Stance

_COVERS = (("friend", "friendship"), ("friend_request", "request"), ("message", "messaging"))
_DESKS = ("headteacher", "dsl", "office")


def read(units: Iterable[Unit], text: Text) -> Iterator[Found]:
    """NO_FRIENDING, NO_FOLLOWING, EXCEPTIONS and BREACH_NOTICE."""
    meant = adults_meant_by_staff(text)
    addressed = adults_addressed(text)
    for unit in units:
        yield from _friending(unit, meant, addressed)
        yield from _following(unit, meant)
        yield from _exception(unit)
        yield from _notice(unit)


_LINKS = "friendship|request|messaging"
_NOT_LINKS = "event|consent|aup|disciplinary|police|code|question|teach"
_TOLD = re.compile(r"\b(?:tell|told|inform\w*|report\w*|notif\w+|logged|know)\b")
_BY_SCHOOL_MEANS = re.compile(
    r"\b(?:school|college|academy|official|work) (?:email|account|phone|mobile|system)"
    r"|\bemail\b(?!.*\b(?:social|friend|online)\b)"
)


def _friending(unit: Unit, meant: tuple[str, ...], addressed: tuple[str, ...]) -> Iterator[Found]:
    if unit.has("formerpupil|until_age"):
        yield from _former(unit)
    elif unit.has(_LINKS) and not unit.has(_NOT_LINKS) and not _is_notice(unit):
        if unit.has("equal") and _THIS.match(unit.text) and "friendship" in unit.of_before:
            yield stated(unit, ClauseName.NO_FRIENDING, "covers", _covers(unit))
        elif unit.stance is not Stance.NOT_STATED:
            yield from _linking(unit, _adults(unit, meant, addressed))


def _linking(unit: Unit, adults: tuple[str, ...]) -> Iterator[Found]:
    clause = ClauseName.NO_FRIENDING
    excepted = unit.has("exception|family_tie|approve") and not unit.is_against
    if _of_pupils(unit) and adults and not excepted and not _is_by_school_means(unit):
        yield stated(unit, clause, "stance", unit.stance.value)
        yield stated(unit, clause, "adults", adults)
        yield stated(unit, clause, "covers", _covers(unit))
    elif unit.has("friendship parent|you") and not unit.has("pupil|parent_group"):
        to_parents = unit.has("parent") or unit.asker == "parent"
        if to_parents and unit.is_against and unit.recalls("staff"):
            yield stated(unit, clause, "staff_with_parents", unit.stance.value)


def _covers(unit: Unit) -> tuple[str, ...]:
    return tuple(name for name, concept in _COVERS if unit.has(concept))


def _of_pupils(unit: Unit) -> bool:
    """The clause names pupils, or says "one" or "them" of those whom its sentence names."""
    if re.search(r"\bpupil\b", _UNLESS.split(unit.text)[0]):
        return True
    if actor(unit) == "pupil" and unit.has("staff"):  # "Do not add your teachers."
        return True
    return "pupil" in unit.whole and bool(re.search(r"\b(?:one|them|him|her)\b", unit.text))


_THIS = re.compile(r"(?:and )?(?:this|that|it|the same|the rule|which)\b")
_UNLESS = re.compile(r"\b(?:unless|in which case|save where|except where|who attend\w*)\b")


def _is_notice(unit: Unit) -> bool:
    """ "If a pupil asks, tell the DSL" is no rule on friends; "decline and tell" is."""
    declines = re.search(
        r"\b(?:declin\w+|refus\w+|says? no|not accept|not answer|ignor\w+)\b", unit.text
    )
    return bool(_TOLD.search(unit.text)) and not declines


def _is_by_school_means(unit: Unit) -> bool:
    return bool(_BY_SCHOOL_MEANS.search(unit.text)) or (
        unit.has("device") and not unit.has("friendship|request")
    )


def _former(unit: Unit) -> Iterator[Found]:
    """Said of former pupils themselves, or that the rule goes on for them."""
    named = unit.recalls("staff|governor|volunteer") or (not actor(unit) and unit.has(_LINKS))
    if not unit.has("formerpupil|until_age") or not named:
        return
    clause, key = ClauseName.NO_FRIENDING, "former_pupils"
    of_linking = unit.has(_LINKS) or (unit.has("until_age") and unit.recalls(_LINKS))
    goes_on = unit.recalls(_LINKS) or unit.of_section & {"friendship", "request", "messaging"}
    if unit.has("carries_on") and goes_on and not unit.has("picture"):
        yield stated(unit, clause, key, Stance.FORBIDDEN.value)
    elif of_linking and unit.stance is not Stance.NOT_STATED:
        yield stated(unit, clause, key, unit.stance.value)


def _adults(unit: Unit, meant: tuple[str, ...], addressed: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Those of the clause, else of the sentence or its heading, else whom the document is for."""
    heading = canonical(unit.sentence.heading)
    for text in (unit.text, unit.whole, heading, ", ".join(addressed), unit.above, unit.asker):
        if named := members(text, ADULTS):
            both = {*named, *(meant if "staff" in named else ())}
            return tuple(adult for adult, _ in ADULTS if adult in both)
    return ()


_FOLLOW = re.compile(r"\bfollow(?:s|ing|ed)?\b")
_NOT_ACCOUNTS = re.compile(
    r"\bfollow(?:s|ing|ed)? (?:the|this|these|our|its|all|any|their|school|up|a)?\s*(?:\w+ ){0,3}?"
    r"(?:polic|procedure|guid|rule|advice|code|step|instruction|link|way|law|terms)"
)
_WHO = re.compile(r"\b(?:pupil|staff|adults?|governor|volunteer|contractor|parent|we|they)\b")
_AS_FOLLOWER = re.compile(r"\bpupil\b[^.;]*\bas\b[^.;]*\bfollowers?\b|\bpupil as followers?\b")


def _following(unit: Unit, meant: tuple[str, ...]) -> Iterator[Found]:
    clause = ClauseName.NO_FOLLOWING
    text = unit.text
    if unit.stance is Stance.NOT_STATED or _is_notice(unit):
        return
    if _AS_FOLLOWER.search(text) and (adults := _adults(unit, meant)):
        yield stated(unit, clause, "pupils_follow_adults", unit.stance.value)
        yield stated(unit, clause, "adults", adults)
    match = _FOLLOW.search(text)
    if match is None or _NOT_ACCOUNTS.search(text):
        return
    if not text[: match.start()].strip(" ,:"):  # "Following pupils is not permitted for staff."
        yield from _by_object(unit, text[match.end() :], meant)
        return
    before = _WHO.findall(text[: match.start()]) or _WHO.findall(unit.above) or [unit.asker]
    after = set(_WHO.findall(text[match.end() :]))
    follower = _follower(unit, text[: match.start()], before)
    of_pupils = "pupil" in after or (_THEM.match(text[match.end() :]) and unit.recalls("pupil"))
    if follower in _GROWN_UP and of_pupils:
        yield stated(unit, clause, "staff_follow_pupils", unit.stance.value)
    elif follower == "pupil" and (adults := _followed(unit, text[match.end() :])):
        yield stated(unit, clause, "pupils_follow_adults", unit.stance.value)
        wide = {*adults, *(meant if "staff" in adults else ())}
        yield stated(unit, clause, "adults", tuple(a for a, _ in ADULTS if a in wide))


def _follower(unit: Unit, before: str, named: list[str]) -> str:
    """The last who is named, or the subject of "we do not add staff or follow them"."""
    who = named[0] if _COORDINATED.search(before) else named[-1]
    if who == "we":  # those whom the part is for, else staff
        return unit.asker or "staff"
    if who == "they":
        return "staff" if unit.adults else ""
    return who


_COORDINATED = re.compile(r"\b(?:or|and|nor) $")
_GROWN_UP = ("staff", "adults", "adult", "governor", "volunteer")
_THEM = re.compile(r" them\b")


def _by_object(unit: Unit, after: str, meant: tuple[str, ...]) -> Iterator[Found]:
    """Whom one follows stands first; the other side is the follower."""
    first = _WHO.search(after)
    if first is None:
        return
    clause = ClauseName.NO_FOLLOWING
    if first.group() == "pupil":
        yield stated(unit, clause, "staff_follow_pupils", unit.stance.value)
    elif adults := members(after, ADULTS):
        wide = {*adults, *(meant if "staff" in adults else ())}
        yield stated(unit, clause, "pupils_follow_adults", unit.stance.value)
        yield stated(unit, clause, "adults", tuple(a for a, _ in ADULTS if a in wide))


def _followed(unit: Unit, after: str) -> tuple[str, ...]:
    """Those after the verb; "them" are the adults of the sentence before."""
    return members(after, ADULTS) or (
        members(unit.adults or "staff", ADULTS)
        if re.search(r"\b(?:them|theirs?|us|one)\b", after)
        else ()
    )


_NO_EXCEPTION = "picture|aup|complaint|remove|police|parent_group"


def _exception(unit: Unit) -> Iterator[Found]:
    clause = ClauseName.EXCEPTIONS
    if not unit.recalls("exception|family_tie") or unit.has(_NO_EXCEPTION):
        return
    tied = unit.within("exception|family_tie") or bool(unit.of_above & {"family_tie", "exception"})
    linking = unit.recalls("friendship|messaging|following")
    linking = linking or (unit.recalls("pupil") and unit.knows("staff"))
    if not linking or not (tied or unit.within("approve")):
        return
    looks_back = bool(_LOOKS_BACK.match(unit.text) or _LOOKS_BACK.match(unit.sentence.own))
    family = unit.within("family_tie") or "family_tie" in unit.of_above
    family = family or (looks_back and "family_tie" in unit.of_before)
    allows = unit.within("exception friendship|messaging") or unit.within("approve")
    if family and allows and unit.recalls("staff"):
        yield stated(unit, clause, "family_links", True)
    close = tied or bool(unit.of_before & {"family_tie", "exempting"} and looks_back)
    if not family and not unit.recalls("exempting"):
        return
    if close and unit.has("approve|tell"):
        if desk := _desk(unit.text):
            yield stated(unit, clause, "approved_by", desk)
        if unit.has("yearly"):
            yield stated(unit, clause, "declared", "yearly")
        elif unit.has("on_entry"):
            yield stated(unit, clause, "declared", "on_entry")


_LOOKS_BACK = re.compile(
    r"(?:in (?:such|these|those|this|that)|where this|any such|any other|these|this|that|"
    r"they|she|he|it|then|such)\b"
)


def _desk(text: str) -> str | None:
    """The desk that is named first."""
    found = [(at, desk) for desk in _DESKS if (at := text.find(desk)) >= 0]
    return min(found)[1] if found else None


_ADULT = r"(?:staff|adults?|colleagues?|governor|volunteer)"
_FROM = re.compile(
    rf"\b(?:from|by) (?:a |an |any |the |another |one of our |our )*(?P<who>pupil|{_ADULT})\b"
)
_DOES = (
    r"(?:attempts?|tries|try|tried|makes?|made|sends?|sent|contacts?|contacted|messages?|messaged|"
    r"asks?|asked|adds?|approaches|approached|gets in touch|follows?|has|have|does ask|breaks?|"
    r"invites?|requests?|behaves?|is behaving|initiates?|reaches out|is in contact|connects?|"
    r"to connect|to contact|who)"
)
_ACTS = re.compile(rf"\b(?P<who>pupil|{_ADULT}) (?:\w+ )?{_DOES}\b")
_PARTS = re.compile(
    r"[.;]|, (?=and|but|while|whereas|if|where|when|an? )|\band (?=if|where|when|any|an? )"
)
_REACH = "attempt|request|messaging|friendship|following"


def _notice(unit: Unit) -> Iterator[Found]:
    """ "If a pupil tries to make contact, the DSL is to be told": by whom, and who is told."""
    if not unit.within("tell") or not unit.recalls(_REACH) or unit.has("picture|remove"):
        return
    if not unit.within(_REACH) and not unit.of_above & {"attempt", "request", "messaging"}:
        return
    goes_on = _IMPERATIVE.match(unit.text) and not _who_tried(unit.text)
    earlier = _who_tried(unit.before.rpartition(". ")[2] or unit.before) if goes_on else None
    if _CASE.search(unit.above):  # "What to do if a pupil contacts you"
        earlier = _who_tried(unit.above) or earlier
    for part in _PARTS.split(unit.text):
        desk = _desk(part) if part else None
        who = (_who_tried(part) or earlier) if part else None
        earlier = who or earlier
        if desk in (None, "office") or who is None:
            continue
        yield stated(unit, ClauseName.BREACH_NOTICE, who, str(desk))


_CASE = re.compile(r"\b(?:if|when|what to do)\b")
_IMPERATIVE = re.compile(
    r"(?:please |simply |just |always )?(?:ignore|tell|report|mention|let|inform|notify|"
    r"pass|decline|say|do not|go|speak|ring|contact|"
    r"that|this|such|any such|it|requests?)\b"
)


def _who_tried(part: str) -> str | None:
    found = [(match.start(), match["who"]) for match in _FROM.finditer(part)]
    found += [(match.start(), match["who"]) for match in _ACTS.finditer(part)]
    whom = {who for _, who in found}
    if "pupil" in whom:
        return "by_child"
    return (
        "by_staff"
        if whom
        and re.search(
            r"\bpupil\b|\banother\b|\bsuch\b|\bthis rule\b|\bthe (?:approach|request|"
            r"contact|message|attempt)\b",
            part,
        )
        else None
    )
