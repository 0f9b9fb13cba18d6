"""Frames on pictures, agreements, breaches, harmful posts, the platform and the police."""

import re
from collections.abc import Iterable, Iterator

from footprint.rulebook.reading.frames.frame import actor, stated
from footprint.rulebook.reading.matching import Found, Text, members
from footprint.rulebook.reading.stances import may_or_must
from footprint.rulebook.reading.topics.images import policy_named_in
from footprint.rulebook.reading.topics.incidents import (
    POST_TAGS,
    days_in,
    desk_in,
    time_in,
)
from footprint.rulebook.reading.topics.outside import modal_of
from footprint.rulebook.reading.units import Unit
from footprint.rulebook.terms import ClauseName

_IMAGES = ClauseName.IMAGE_PERMISSION


def read(units: Iterable[Unit], text: Text) -> Iterator[Found]:
    """IMAGE_PERMISSION, BREACH_ROUTE, DELETION_REQUEST, THIRD_PARTY_REPORT and POLICE."""
    for unit in units:
        yield from _permission(unit)
        yield from _event(unit)
        yield from _signing(unit)
        yield from _route(unit)
        yield from _deletion(unit)
        yield from _platform(unit)
        yield from _police(unit)


def _permission(unit: Unit) -> Iterator[Found]:
    subjects = [
        name
        for name, word in (("photographs", r"\bphoto\b"), ("videos", r"\bvideo\b"))
        if re.search(word, unit.whole)
    ]
    if unit.within("information"):
        subjects.append("other_information")
    likewise = unit.sentence.own.startswith(("the same", "likewise")) and unit.recalls("consent")
    asked = (unit.within("consent") or likewise) and unit.recalls("put_online")
    pictured = {"photographs", "videos"} & set(subjects)
    if pictured and asked and not unit.has("request|event|device"):
        yield stated(unit, _IMAGES, "permission_for", tuple(subjects))
    if unit.recalls("picture") and (name := policy_named_in(unit.sentence.text)):
        yield stated(unit, _IMAGES, "refers_to", name)


def _event(unit: Unit) -> Iterator[Found]:
    """Pictures from school events that show others."""
    if not unit.recalls("event picture") or not unit.within("picture|event|them"):
        return
    if actor(unit) == "staff" or unit.has("consent|device|friendship"):
        return
    rule = unit.has("put_online") and unit.is_against
    if rule and (unit.within("others|own_use") or unit.has("event picture")):
        yield stated(unit, _IMAGES, "school_events", unit.stance.value)


def _signing(unit: Unit) -> Iterator[Found]:
    if not unit.has("aup sign"):
        return
    signers = tuple(
        who
        for who in ("pupil", "parent", "staff", "governor", "volunteer", "contractor")
        if unit.has(who)
    )
    if signers:
        yield stated(unit, ClauseName.ACCEPTABLE_USE, "signed_by", signers)


_LISTED = re.compile(
    r"\b(?:read (?:with|alongside|in conjunction)|linked|other policies|related|alongside|see also|"
    r"conjunction)\b"
)
_PUPILS_DO = re.compile(r"\bpupil\b")
_STAFF_DO = re.compile(r"\b(?:staff|employees?)\b")


def _route(unit: Unit) -> Iterator[Found]:
    """Under which policy a breach is dealt with, by whose breach it is."""
    clause = ClauseName.BREACH_ROUTE
    if not unit.knows("sanction") or _LISTED.search(unit.whole):
        return
    people = _PAPERS.sub(" ", unit.text)
    staff, pupils = _STAFF_DO.search(people), _PUPILS_DO.search(people)
    if unit.has("behaviour_policy"):
        who = "staff" if staff and not pupils else "pupils"
        yield stated(unit, clause, who, "behaviour_policy")
    if route := _staff_route(unit):
        of_pupils = (pupils or actor(unit) == "pupil") and not staff
        yield stated(unit, clause, "pupils" if of_pupils else "staff", route)


# "The staff handbook" says nothing about whose breach it is.
_PAPERS = re.compile(
    r"\b(?:staff|pupil) (?=(?:handbook|code|disciplinary|behaviour|discipline|conduct)\b)"
)


def _staff_route(unit: Unit) -> str | None:
    if unit.has("code"):
        return "code_of_conduct_or_handbook" if unit.has("handbook") else "code_of_conduct"
    return "disciplinary_procedure" if unit.has("disciplinary") else None


_ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|require[sd]?|requiring|requesting|insists?|"
    r"instructs?|invites?|demands?|orders?|tells?|told)\b"
)
_WE_ASK = re.compile(
    r"\b(?:school|we|academy|trust|federation|college)\b(?: (?:will|may|can|shall|must|"
    r"should|always|"
    r"also|first|then|normally|usually|would|has|have|to|write|writes|contact|contacts|the|person|"
    r"author|and|it))* " + _ASKS.pattern.removeprefix(r"\b")
)


def _requester(unit: Unit) -> str | None:
    """The desk before the words that ask; "the school" only where it is the one that asks."""
    for asks in _ASKS.finditer(unit.text):
        if (desk := desk_in(unit.text[: asks.start()])) not in (None, "school"):
            return desk
    if by := re.search(
        r"\b(?:asked|told|required|requested) by (?:the )?([^,;.]{0,40})", unit.text
    ):
        return desk_in(by[1])
    return "school" if _WE_ASK.search(unit.text) else None


_TO_HOST = re.compile(
    r"\b(?:ask|report\w*|request|contact|notify|complain\w*|flag\w*|"
    r"tells?)\b(?: \w+){0,10}? (?:platform|"
    r"host|site|provider|company|website|operator|facebook|instagram|administrator|moderators?)\b"
)


def _deletion(unit: Unit) -> Iterator[Found]:
    """Who asks the author to take a post down, which posts, and by when."""
    clause = ClauseName.DELETION_REQUEST
    if not unit.has("remove") or not unit.within("post_noun") or _TO_HOST.search(unit.text):
        return
    asks = _ASKS.search(unit.text)
    if asks is None or unit.has("teach|settings|consent"):
        return
    if who := _requester(unit):
        yield stated(unit, clause, "requested_by", who)
        if tags := members(unit.whole, POST_TAGS):
            yield stated(unit, clause, "posts", tags)
        if time := time_in(unit.whole):
            yield stated(unit, clause, "expected", time)
        if days := days_in(unit.whole):
            yield stated(unit, clause, "days", days)


_HELPLINE = re.compile(r"\b(?:posh|helpline(?: for \w+)?)\b")
_IN_DOUBT = re.compile(
    r"\b(?:unsure|in doubt|not sure|first instance|questions?|queries|call on|reputation)\b"
)


def _platform(unit: Unit) -> Iterator[Found]:
    """A report to whoever hosts the post; the helpline for professionals."""
    clause = ClauseName.THIRD_PARTY_REPORT
    about = unit.recalls("outsider|refusal") or unit.recalls("remove")
    if not about or unit.has("teach|friendship") or _IN_DOUBT.search(unit.text):
        return
    match = _TO_HOST.search(unit.text)
    if match and actor(unit) not in ("pupil", "parent"):
        yield stated(unit, clause, "platform", may_or_must(unit.text[: match.start()]))
    name = _HELPLINE.search(unit.text)
    if name and unit.has("posh") and unit.has("come|ask|report_host|involve|question"):
        yield stated(unit, clause, "helpline", modal_of(unit.text, name))
        if "posh" in unit.text:
            yield stated(unit, clause, "helpline_name", "POSH")


_ILLEGAL = re.compile(
    r"\b(?:illegal|unlawful|criminal|crimes?|offences?|against the law|law (?:has|had|"
    r"may have|might "
    r"have) been|br(?:oke|eaks?|oken|each of)(?: \w+)? law|hate crimes?|the law)\b"
)
_DANGER = re.compile(
    r"\b(?:danger\w*|threat|threats|threatening|threatens|violence|violent|at risk|risk of|"
    r"risk to|safety|harm to)\b"
)


def _police(unit: Unit) -> Iterator[Found]:
    clause = ClauseName.POLICE
    if not unit.has("police") or not unit.has("involve") or unit.has("teach|prevent"):
        return
    if place := re.search(r"\bpolice\b", unit.text):
        yield stated(unit, clause, "involved", modal_of(unit.text, place))
    where = tuple(
        name
        for name, words in (("illegal", _ILLEGAL), ("dangerous", _DANGER))
        if words.search(unit.whole)
    )
    if where:
        yield stated(unit, clause, "where", where)
