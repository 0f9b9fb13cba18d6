"""Personal data in a text: a phone number, an e-mail address, a home, a day of birth."""

import re
from collections.abc import Iterator

from footprint.rulebook.decisions.publication_text import FindingKind, TextFinding
from footprint.signals.drafts.names import Mention

_PHONE = re.compile(
    r"(?<![\w/.])(?:\+44(?:[\s().-]{0,2}\d){9,11}|\(?0(?:[\s().-]{0,2}\d){9,10})(?!\w)"
)
_NOT_DIGITS = re.compile(r"\D")
# Numbers of services and offices: free, national-rate and premium ones are nobody's own.
_SERVICES = ("03", "080", "084", "087", "09", "05", "116")
_EMAIL = re.compile(r"[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_DESKS = frozenset(
    {
        "admin",
        "bookings",
        "clerk",
        "contact",
        "enquiries",
        "events",
        "hello",
        "help",
        "helpline",
        "info",
        "office",
        "press",
        "pta",
        "reception",
        "school",
        "secretary",
        "support",
        "team",
        "tickets",
    }
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]?\d[A-Z]{2}\b")
_STREETS = (
    r"(?:Avenue|Ave|Close|Court|Crescent|Drive|Gardens|Grove|Lane|Mews|Place|Rd|Road|Row|Street|"
    r"Terrace|View|Walk|Way)"
)
_ADDRESS = re.compile(
    rf"\b(?:Flat \d+\w?,? )?\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w'’]+ ){{1,3}}{_STREETS}\b"
)
_LIVES = re.compile(
    r"\b(?:lives?|living) (?:at|on|in|opposite|next to|near) (?:number )?"
    rf"(?:\d+\w?,? )?(?:the )?(?:[A-Z][\w'’]+ ){{1,3}}{_STREETS}\b"
)
_VENUE = re.compile(
    r"\b(?:academy|arena|café|cafe|cathedral|centre|center|chapel|church|cinema|club|college|"
    r"factory|farm|field|fields|gallery|ground|grounds|hall|hospital|hotel|library|museum|office|"
    r"park|pool|pub|restaurant|school|shop|stadium|station|studio|theatre|venue|zoo)s?\b",
    re.IGNORECASE,
)
_LOOK_BACK = 60  # characters before an address in which its venue stands
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{1,2}[/.-]\d{1,2})(?:,? |[/.-])?(?P<year>(?:19|20)?\d{2}\b)?"
)
_BORN = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|birth date|born)\b(?: (?:is|was))?(?: on)?[ :]{0,3}"
    rf"{_DATE}",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    rf"\bbirthday\b(?: is| was)?(?: on| this| next)? ?(?:{_DATE}|today|tomorrow|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
    re.IGNORECASE,
)
_HISTORY = 1950  # somebody born before then is in a history lesson


def details(text: str, *, own: tuple[str, ...], children: list[Mention]) -> Iterator[TextFinding]:
    """
    Personal data that stands in the text.

    Args:
        own: the school's own numbers and addresses; they are nobody's secret.
        children: pupils whose names stand in the text.
    """
    yield from _phones(text, own)
    yield from _emails(text, own)
    yield from _homes(text, own)
    yield from _births(text, children)


def _phones(text: str, own: tuple[str, ...]) -> Iterator[TextFinding]:
    known = {_digits(each) for each in own}
    for match in _PHONE.finditer(text):
        number = _digits(match.group())
        if number not in known and not number.startswith(_SERVICES):
            yield _found(FindingKind.PHONE, match)


def _digits(number: str) -> str:
    digits = _NOT_DIGITS.sub("", number)
    return f"0{digits[2:].lstrip('0')}" if digits.startswith("44") else digits


def _emails(text: str, own: tuple[str, ...]) -> Iterator[TextFinding]:
    domains = {each.rpartition("@")[2].casefold() for each in own if "@" in each}
    for match in _EMAIL.finditer(text):
        desk = match.group().partition("@")[0].casefold()
        if match["domain"].casefold() not in domains and desk not in _DESKS:
            yield _found(FindingKind.EMAIL, match)


def _homes(text: str, own: tuple[str, ...]) -> Iterator[TextFinding]:
    ours = " ".join(own).casefold()
    found = [(FindingKind.ADDRESS, match) for match in _LIVES.finditer(text)]
    lived_in = [(match.start(), match.end()) for _kind, match in found]
    for kind, pattern in ((FindingKind.ADDRESS, _ADDRESS), (FindingKind.POSTCODE, _POSTCODE)):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
            told = any(start <= match.start() < end for start, end in lived_in)
            if not told and not _VENUE.search(before) and match.group().casefold() not in ours:
                found.append((kind, match))
    yield from (_found(kind, match) for kind, match in found)


def _births(text: str, children: list[Mention]) -> Iterator[TextFinding]:
    for match in _BORN.finditer(text):
        year = match["year"]
        recent = bool(year) and (len(year) == 2 or int(year) >= _HISTORY)
        if recent or _about_a_child(text, match, children):
            yield _found(FindingKind.BIRTH, match)
    for match in _BIRTHDAY.finditer(text):
        if _about_a_child(text, match, children):
            yield _found(FindingKind.BIRTH, match)


def _about_a_child(text: str, match: re.Match[str], children: list[Mention]) -> bool:
    """A pupil is named in the same sentence before it."""
    start = max(text.rfind(end, 0, match.start()) for end in ".!?\n")
    return any(start < child.start <= match.end() for child in children)


def _found(kind: FindingKind, match: re.Match[str]) -> TextFinding:
    return TextFinding(kind, match.group().strip(), match.start(), match.end())
