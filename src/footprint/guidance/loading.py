"""
Read the files of facts, and refuse what is not whole, with the file, the fact and what is wrong.

A file of its own because the form of the files is one matter and asking the pack another.
Pure: texts in, facts out; free of Django.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import combinations
from typing import Any, TypeVar

from footprint.guidance.fact import (
    NATIONS,
    Contact,
    Day,
    Fact,
    Kind,
    Source,
    Standing,
    Status,
    Theme,
    Unit,
    Value,
)
from footprint.guidance.soundness import fault_of, quarrel_of
from footprint.rulebook.terms import Audience

SOURCES = "sources.toml"
EVERYONE = "everyone"
WHOLE_COUNTRY = "uk"
OLDEST_AGE = 21  # a minimum age above this is a slip of the pen

_KEY = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)+")
_MONTH = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])")
_NEEDED = ("key", "title", "kind", "value", "nations", "status", "audience")
_ALLOWED = {*_NEEDED, "unit", "valid_from", "valid_to", "standing", "expected", "look_again_on",
            "sources", "checked_on", "checked_by", "note"}  # fmt: skip
_CONTACT = {field.name for field in fields(Contact)}


@dataclass(frozen=True)
class Problem:
    """What is wrong with one fact of one file; `key` is empty for the file as a whole."""

    file: str
    key: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}, {self.key}: {self.what}" if self.key else f"{self.file}: {self.what}"


class BrokenPack(Exception):
    """The files cannot be used. `problems` names each; the message has one on a line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class _Wrong(Exception):
    """What is wrong with the fact being read; caught here, with file and key added."""


def read_facts(files: Mapping[str, str]) -> tuple[Fact, ...]:
    """
    The facts of these files, in their order.

    Args:
        files: {file name: its text}; "sources.toml" names the sources, the rest hold facts.

    Raises:
        BrokenPack: with every fact that is not whole, and every two that contradict each other.
    """
    problems: list[Problem] = []
    sources = _sources(files.get(SOURCES, ""), problems)
    facts: list[tuple[str, Fact]] = []
    for name in sorted(set(files) - {SOURCES}):
        facts += [(name, fact) for fact in _file(name, files[name], sources, problems)]
    for (_, one), (name, other) in combinations(facts, 2):
        if what := quarrel_of(one, other):
            problems.append(Problem(name, other.key, what))
    if problems:
        raise BrokenPack(tuple(problems))
    return tuple(fact for _, fact in facts)


def _parsed(name: str, text: str, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(name, "", f"this is not TOML: {error}"))
        return None


def _sources(text: str, problems: list[Problem]) -> dict[str, Source]:
    found = {}
    for key, each in (_parsed(SOURCES, text, problems) or {}).items():
        try:
            found[key] = _source(each)
        except _Wrong as wrong:
            problems.append(Problem(SOURCES, key, str(wrong)))
    return found


def _source(table: Any) -> Source:
    if not isinstance(table, dict) or set(table) - {"title", "url"}:
        raise _Wrong("a source has a title, perhaps a url, and nothing else")
    url = _text(table, "url")
    if url and not url.startswith("https://"):
        raise _Wrong("the url must begin with https://")
    return Source(_said(table, "title"), url)


def _file(
    name: str, text: str, sources: Mapping[str, Source], problems: list[Problem]
) -> Iterator[Fact]:
    data = _parsed(name, text, problems)
    if data is None:
        return
    try:
        theme = _member(Theme, data, "theme")
        tables = _tables(data)
    except _Wrong as wrong:
        problems.append(Problem(name, "", str(wrong)))
        return
    for number, table in enumerate(tables, start=1):
        try:
            yield _fact(table, theme, sources)
        except _Wrong as wrong:
            problems.append(Problem(name, str(table.get("key") or f"fact {number}"), str(wrong)))


def _tables(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = data.get("fact")
    is_list = isinstance(found, list) and all(isinstance(each, dict) for each in found)
    if not is_list or set(data) - {"theme", "fact"}:
        raise _Wrong("a file has a theme and [[fact]] tables, and nothing else")
    return found or []


def _fact(table: Mapping[str, Any], theme: Theme, sources: Mapping[str, Source]) -> Fact:
    _check_names(table)
    kind = _member(Kind, table, "kind")
    fact = Fact(
        key=_said(table, "key"),
        theme=theme,
        title=_said(table, "title"),
        kind=kind,
        value=_value(table["value"], kind),
        unit=_member(Unit, table, "unit") if "unit" in table else None,
        nations=_nations(table),
        valid_from=_day(table, "valid_from"),
        valid_to=_day(table, "valid_to"),
        standing=_member(Standing, table, "standing", default=Standing.IN_FORCE),
        expected=_text(table, "expected"),
        look_again_on=_exact_day(table, "look_again_on"),
        status=_member(Status, table, "status"),
        sources=_named_sources(table, sources),
        checked_on=_day(table, "checked_on"),
        checked_by=_text(table, "checked_by"),
        audience=_audience(table),
        note=_text(table, "note"),
    )
    if what := fault_of(fact):
        raise _Wrong(what)
    return fact


def _check_names(table: Mapping[str, Any]) -> None:
    if missing := [name for name in _NEEDED if name not in table]:
        raise _Wrong(f"missing: {', '.join(missing)}")
    if unknown := sorted(set(table) - _ALLOWED):
        raise _Wrong(f"not known: {', '.join(unknown)}")
    if not _KEY.fullmatch(_said(table, "key")):
        raise _Wrong("the key must be like age.whatsapp: small letters, digits, _ and a dot")


def _text(table: Mapping[str, Any], name: str) -> str:
    found = table.get(name, "")
    if not isinstance(found, str):
        raise _Wrong(f"{name} must be a text")
    return " ".join(found.split())


def _said(table: Mapping[str, Any], name: str) -> str:
    if not (found := _text(table, name)):
        raise _Wrong(f"{name} is empty")
    return found


Member = TypeVar("Member", Theme, Kind, Unit, Standing, Status)


def _member(
    kind: type[Member], table: Mapping[str, Any], name: str, default: Member | None = None
) -> Member:
    if name not in table and default is not None:
        return default
    try:
        return kind(table.get(name, ""))
    except ValueError:
        raise _Wrong(f"{name} must be one of {', '.join(kind)}") from None


def _list(table: Mapping[str, Any], name: str) -> list[str]:
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise _Wrong(f"{name} must be a list of texts")
    return found


def _nations(table: Mapping[str, Any]) -> tuple[str, ...]:
    named = set(_list(table, "nations"))
    if WHOLE_COUNTRY in named:
        named = (named - {WHOLE_COUNTRY}) | set(NATIONS)
    if not named or named - set(NATIONS):
        raise _Wrong(f"nations must be some of {', '.join(NATIONS)}, or {WHOLE_COUNTRY}")
    return tuple(nation for nation in NATIONS if nation in named)


def _audience(table: Mapping[str, Any]) -> frozenset[Audience]:
    named = set(_list(table, "audience"))
    if named == {EVERYONE}:
        return frozenset(Audience)
    if not named or named - set(Audience):
        raise _Wrong(f"audience must be [{EVERYONE!r}] or some of {', '.join(Audience)}")
    return frozenset(Audience(each) for each in named)


def _named_sources(table: Mapping[str, Any], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    named = _list(table, "sources")
    if unknown := [name for name in named if name not in sources]:
        raise _Wrong(f"{SOURCES} does not have {', '.join(unknown)}")
    return tuple(sources[name] for name in named)


def _day(table: Mapping[str, Any], name: str) -> Day | None:
    """A date, or a text like "2024-04" where only the month is known."""
    found = table.get(name)
    if isinstance(found, str) and (match := _MONTH.fullmatch(found)):
        return Day(date(int(match[1]), int(match[2]), 1), month_only=True)
    exact = _exact_day(table, name)
    return None if exact is None else Day(exact)


def _exact_day(table: Mapping[str, Any], name: str) -> date | None:
    found = table.get(name)
    if found is None or (isinstance(found, date) and not isinstance(found, datetime)):
        return found
    raise _Wrong(f"{name} must be a date like 2025-02-18, without quotes or time of day")


def _value(value: Any, kind: Kind) -> Value:
    if kind is Kind.CONTACT:
        return _contact(value)
    if kind is Kind.YES_NO and isinstance(value, bool):
        return value
    if kind is Kind.STATEMENT and isinstance(value, str) and value.strip():
        return " ".join(value.split())
    if kind in (Kind.AGE, Kind.DURATION) and isinstance(value, int) and not isinstance(value, bool):
        if value < 1 or (kind is Kind.AGE and value > OLDEST_AGE):
            raise _Wrong(f"{value} cannot be right for {kind}")
        return value
    raise _Wrong(f"the value does not fit the kind {kind}")


def _contact(value: Any) -> Contact:
    if not isinstance(value, dict) or set(value) - _CONTACT:
        raise _Wrong("a contact is a table of phone, email, web, text and hours")
    contact = Contact(**{name: _text(value, name) for name in value})
    if not (contact.phone or contact.email or contact.web):
        raise _Wrong("a contact needs a phone, an email or a web")
    return contact
