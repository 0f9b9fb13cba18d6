"""
The national register of schools, read from its CSV into as little memory as it can take.

Two shapes are understood by their column names: the live download of the register for England
(URN, EstablishmentName, ...) and a plain one (id, name, alt_names, town, ...). Schools that are
closed are left out; one that was replaced lends its names to its successor.
"""

import csv
import gzip
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern

# What we keep, and what the column is called in each shape.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "school_id": ("id", "URN"),
    "name": ("name", "EstablishmentName"),
    "locality": ("locality", "Locality"),
    "town": ("town", "Town"),
    "county": ("county", "County (name)"),
    "postcode": ("postcode", "Postcode"),
    "authority": ("la_name", "LA (name)"),
    "trust": ("trust", "Trusts (name)", "Trusts"),
    "phase": ("phase", "PhaseOfEducation (name)"),
    "religion": ("religion", "ReligiousCharacter (name)"),
    "web": ("website", "SchoolWebsite"),
}
_OTHER_NAMES = ("alt_names", "former_names", "welsh_name", "PreviousName")
_STATUS = ("status", "EstablishmentStatus (name)", "EstablishmentStatus")
_SHARED = frozenset({"locality", "town", "county", "authority", "trust", "phase", "religion"})
_SEPARATOR = re.compile(r"\s*[;|]\s*")


class RegisterUnreadable(Exception):
    """The file is no register; `str()` is a sentence for the person who chose it."""


@dataclass(frozen=True, slots=True)
class RegisteredSchool:
    """
    One school of the register.

    Args:
        other_names: former and Welsh names, and those of the schools that it replaced.
        locality: the part of the town, or the village.
    """

    school_id: str
    name: str
    other_names: tuple[str, ...] = ()
    locality: str = ""
    town: str = ""
    county: str = ""
    postcode: str = ""
    authority: str = ""
    trust: str = ""
    phase: str = ""
    religion: str = ""
    web: str = ""


def read_register(path: Path) -> tuple[RegisteredSchool, ...]:
    """
    The schools of a register that are open (or not said to be closed), in the file's order.

    Args:
        path: CSV, or CSV in gzip.

    Raises:
        RegisterUnreadable: not a CSV, or without an id and a name in its columns.
        OSError: there is no such file.
    """
    try:
        return schools_in(csv.DictReader(io.StringIO(_text(path))))
    except (EOFError, csv.Error, gzip.BadGzipFile) as problem:
        raise RegisterUnreadable(f"{path} cannot be read as a CSV file: {problem}.") from problem


def schools_in(rows: Iterable[Mapping[str, str]]) -> tuple[RegisteredSchool, ...]:
    """
    The same from rows that somebody has parsed.

    Raises:
        RegisterUnreadable: there is no column for the id or the name, or no school.
    """
    found: dict[str, RegisteredSchool] = {}
    replaced: dict[str, tuple[str, tuple[str, ...]]] = {}
    for row in rows:
        school = _school(row)
        status = _first(row, _STATUS).casefold()
        if not (school.school_id and school.name) or status == "closed":
            continue
        if successor := (row.get("successor_id") or "").strip():
            replaced[school.school_id] = (successor, (school.name, *school.other_names))
        else:
            found[school.school_id] = school
    if not found:
        raise RegisterUnreadable(
            "There is no open school in this file. It needs one row for each school, with the "
            "columns URN and EstablishmentName, or id and name."
        )
    _hand_down(replaced, found)
    return tuple(found.values())


def _hand_down(
    replaced: Mapping[str, tuple[str, tuple[str, ...]]], found: dict[str, RegisteredSchool]
) -> None:
    """Give the names of replaced schools to those that took their place."""
    for names_of in replaced.values():
        successor, names = names_of
        for _ in range(5):  # a successor may have been replaced too; a circle must end
            if successor in found or successor not in replaced:
                break
            successor = replaced[successor][0]
        if (heir := found.get(successor)) is not None:
            new = [name for name in names if name != heir.name and name not in heir.other_names]
            if new:
                known = (*heir.other_names, *dict.fromkeys(new))
                found[successor] = replace(heir, other_names=known)


def _school(row: Mapping[str, str]) -> RegisteredSchool:
    values = {
        field: intern(text) if field in _SHARED else text
        for field, columns in _COLUMNS.items()
        if (text := _first(row, columns))
    }
    others = tuple(_other_names(row, values.get("name", "")))
    return RegisteredSchool(
        **{"school_id": "", "name": ""} | values,
        other_names=others,
    )


def _other_names(row: Mapping[str, str], name: str) -> Iterator[str]:
    for column in _OTHER_NAMES:
        for other in _SEPARATOR.split(row.get(column) or ""):
            if other and other != name:
                yield other


def _first(row: Mapping[str, str], columns: Iterable[str]) -> str:
    for column in columns:
        if text := row.get(column):
            return text.strip()
    return ""


def _text(path: Path) -> str:
    content = path.read_bytes()
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # the live download is written so
