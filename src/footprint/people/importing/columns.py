"""Which column holds what: guessed by the headings that school systems use; a person confirms."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence

# Field: the headings it goes by. The order matters: what stands first takes its column first.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "external_id": (
        "id", "person id", "pupil id", "student id", "staff id", "upn", "admission number",
        "admission no", "adno", "mis id", "external id", "unique id", "staff code", "key",
        "person key", "unique pupil number", "reference",
    ),
    "given_name": (
        "given name", "first name", "forename", "forenames", "first names", "legal forename",
        "chosen forename", "firstname", "givenname",
    ),
    "family_name": (
        "family name", "surname", "last name", "legal surname", "lastname", "familyname",
        "chosen surname",
    ),
    "full_name": ("name", "full name", "pupil name", "student name", "pupil", "student", "person"),
    "known_as": ("known as", "preferred name", "preferred forename", "preferred first name"),
    "part": ("part", "role", "type", "person type", "category", "group", "audience", "job"),
    "year_group": (
        "year group", "year", "nc year", "ncyear", "nc year group", "curriculum year", "yr",
        "year taught in",
    ),
    "class_name": (
        "class", "class name", "form", "form group", "reg group", "registration group", "reg",
        "tutor group", "registration form",
    ),
    "born_on": ("date of birth", "dob", "birth date", "birthdate", "born", "born on"),
    "email": (
        "email", "e mail", "email address", "e mail address", "work email", "primary email",
        "home email", "main email", "school email",
    ),
    "phone": (
        "phone", "telephone", "mobile", "phone number", "telephone number", "mobile number", "tel",
        "main telephone",
    ),
    "joined_on": (
        "joined", "date joined", "start date", "admission date", "date of admission",
        "date of entry", "date of arrival", "joined on",
    ),
    "left_on": ("left", "leaving date", "date of leaving", "end date", "date left", "left on"),
    "children": (
        "children", "child", "child id", "children ids", "child ids", "pupil ids", "linked pupils",
        "child upn", "children upns", "child key", "child name", "children names",
    ),
    "relation": ("relation", "relationship", "relationship to child", "relationship to pupil"),
    "may_give_permission": (
        "parental responsibility", "pr", "has pr", "may give permission", "legal responsibility",
    ),
    **{
        f"contact{number}_{what}": tuple(
            f"{who} {number}{ending}" for who in ("parent", "contact", "carer", "guardian",
                                                  "priority contact") for ending in endings
        )
        for number in (1, 2)
        for what, endings in (
            ("name", ("", " name", " full name")),
            ("email", (" email", " e mail", " email address")),
            ("phone", (" phone", " telephone", " mobile", " phone number")),
            ("relation", (" relation", " relationship")),
            ("permission", (" parental responsibility", " pr", " may give permission")),
        )
    },
}  # fmt: skip
FIELDS = tuple(HEADINGS)
_PUPILS_HAVE = ("year_group", "born_on", "contact1_name")
_KNOWN = {name for names in HEADINGS.values() for name in names}


def guess_columns(headings: Sequence[str]) -> dict[str, str]:
    """{field: heading}, each heading once, as far as the headings tell."""
    plain = {_plain(heading): heading for heading in reversed(headings)}
    found: dict[str, str] = {}
    for field, names in HEADINGS.items():
        free = [plain[name] for name in names if name in plain]
        heading = next((each for each in free if each not in found.values()), None)
        if heading is not None:
            found[field] = heading
    if "given_name" in found and "family_name" in found:
        found.pop("full_name", None)
    return found


def guess_audience(columns: Mapping[str, str]) -> str:
    """What everybody of the file is, where its columns tell; empty where a person must say."""
    if "part" in columns:
        return ""
    if "children" in columns:
        return "parent"
    return "pupil" if any(field in columns for field in _PUPILS_HAVE) else ""


def holds_names(columns: Mapping[str, str]) -> bool:
    """Whether everybody would have a name: two columns, or one with the whole name."""
    return "full_name" in columns or {"given_name", "family_name"} <= columns.keys()


def known_headings(headings: Sequence[str]) -> int:
    """How many of these we know: tells commas from semicolons."""
    return sum(_plain(heading) in _KNOWN for heading in headings)


def headings_key(headings: Sequence[str]) -> str:
    """The same for two files of the same export."""
    plain = [_plain(heading) for heading in headings]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"\w+", heading.casefold().replace("_", " ")))
