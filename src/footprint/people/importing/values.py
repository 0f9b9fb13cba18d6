"""One cell to one value, or why not. What is doubtful is named, never guessed."""

import re
from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from footprint.people.importing.problem import BadCell
from footprint.people.models import NURSERY, OLDEST_YEAR, RECEPTION, Relation
from footprint.rulebook.terms import Audience

LONGEST_NAME = 80
LONGEST_CLASS = 40
LONGEST_PHONE = 40
LONGEST_EMAIL = 254
_CENTURY_TURNS_AT = 50  # "04/05/17" is 2017, "01/09/98" is 1998
_YEARS = range(1920, 2100)

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MIDNIGHT = r"(?:[ t]00?:00(?::00(?:\.0+)?)?z?)?"
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})" + _MIDNIGHT)
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4}|\d{2})" + _MIDNIGHT)
_IN_WORDS = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[a-z]{3,9})\.?,?[ -](?P<y>\d{4}|\d{2})"
)
# Letters that went through two encodings ("ZoÃ«"), and the sign for "there was a letter here".
_DAMAGED = re.compile(r"\ufffd|Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_YEAR = re.compile(r"(?:(?:year|yr|y|nc year|curriculum year) ?)?(?P<number>0?\d|1[0-3])")
_NURSERY = {"n", "nursery", "n1", "n2", "fs1", "f1", "pre-school", "preschool", "pk", "-1"}
_RECEPTION = {"r", "reception", "rec", "fs2", "f2", "yr", "year r", "reception year", "kg"}

_AUDIENCES: Mapping[Audience, tuple[str, ...]] = {
    Audience.PUPIL: ("pupil", "student", "learner", "child"),
    Audience.PARENT: ("parent", "carer", "guardian", "mother", "father", "contact", "parent carer"),
    Audience.STAFF: (
        "staff", "teacher", "teaching assistant", "ta", "headteacher", "employee", "office",
        "support staff", "teaching staff", "member of staff", "head", "aide", "administrator",
    ),
    Audience.GOVERNOR: ("governor", "lcm", "local committee member", "trustee"),
    Audience.VOLUNTEER: ("volunteer", "helper"),
    Audience.CONTRACTOR: ("contractor", "agency", "agency staff", "supplier", "peripatetic"),
}  # fmt: skip
_RELATIONS: Mapping[Relation, tuple[str, ...]] = {
    Relation.PARENT: (
        "parent", "mother", "father", "mum", "dad", "mam", "stepmother", "stepfather",
        "step mother", "step father", "step parent", "stepparent", "adoptive parent",
    ),
    Relation.CARER: ("carer", "guardian", "foster carer", "foster mother", "foster father"),
    Relation.SIBLING: ("brother", "sister", "sibling", "stepbrother", "stepsister"),
    Relation.PARTNER: ("husband", "wife", "partner", "spouse", "civil partner"),
}  # fmt: skip
_RELATION_OF = {word: relation for relation, words in _RELATIONS.items() for word in words}
_YES = {"yes", "y", "true", "t", "1", "x", "✓"}
_NO = {"no", "n", "false", "f", "0", "-"}


def read_line(written: str, *, longest: int, what: str) -> str:
    """
    One line of text without what cannot be seen.

    Raises:
        BadCell: on two lines, too long, damaged letters, or a formula.
    """
    if "\n" in written.strip():
        raise BadCell(f"the {what} runs over two lines. A quotation mark is out of place there.")
    line = " ".join(_CONTROL.sub(" ", written).split())
    if len(line) > longest:
        raise BadCell(f"the {what} is longer than {longest} characters.")
    if _DAMAGED.search(line):
        raise BadCell(
            f"the {what} “{line[:40]}” holds damaged letters. Save the file again as CSV UTF-8."
        )
    if line.startswith(("=", "+", "@")) and not line[1:].replace(" ", "").isdigit():
        raise BadCell(f"the {what} is a formula. Write the value itself.")
    return line


def read_name(written: str, *, what: str) -> str:
    """
    Raises:
        BadCell: missing, without a letter, or as in `read_line`.
    """
    name = read_line(written, longest=LONGEST_NAME, what=what)
    if not name:
        raise BadCell(f"the {what} is missing.")
    if not any(char.isalpha() for char in name):
        raise BadCell(f"the {what} “{name}” is no name.")
    return name


def read_full_name(written: str, *, what: str = "name") -> tuple[str, str]:
    """
    Given name and family name out of "Applegarth, Tolly" or "Tolly Applegarth".

    Raises:
        BadCell: only one of the two is there.
    """
    line = read_line(written, longest=2 * LONGEST_NAME, what=what)
    if not line:
        raise BadCell(f"the {what} is missing.")
    family, comma, given = line.partition(",")
    if not comma:
        given, _space, family = line.rpartition(" ")
    if not given.strip() or not family.strip():
        raise BadCell(f"the {what} “{line}” is not a first name and a surname.")
    return read_name(given, what=what), read_name(family, what=what)


def read_day(written: str, *, what: str) -> date | None:
    """
    The day meant by "04/05/2017", "2017-05-04" or "4 May 2017"; None for an empty cell.

    Raises:
        BadCell: anything else, the American 05/24/2017 too: better no date than a wrong one.
    """
    plain = " ".join(written.casefold().split())
    if not plain:
        return None
    found = _ISO.fullmatch(plain) or _DAY_FIRST.fullmatch(plain) or _IN_WORDS.fullmatch(plain)
    try:
        if found is None:
            raise ValueError
        return _day(found.groupdict())
    except ValueError:
        raise BadCell(f"the {what} “{plain[:30]}” is no date. Write it like 04/05/2017.") from None


def _day(parts: Mapping[str, str]) -> date:
    month = int(parts["m"]) if "m" in parts else _month(parts["month"])
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year < _CENTURY_TURNS_AT else 1900
    if year not in _YEARS:
        raise ValueError
    return date(year, month, int(parts["d"]))


def _month(word: str) -> int:
    """1 to 12; 0, which is no month, for any other word."""
    found = (number for number, name in enumerate(_MONTHS, start=1) if name.startswith(word))
    return next(found, 0)


def read_year_group(written: str) -> int | None:
    """
    -1 for nursery, 0 for reception, 1 to 13; None for an empty cell.

    Raises:
        BadCell: a year group that we do not know.
    """
    plain = " ".join(written.casefold().split())
    if not plain:
        return None
    if plain in _NURSERY:
        return NURSERY
    if plain in _RECEPTION:
        return RECEPTION
    found = _YEAR.fullmatch(plain)
    if found is None or not RECEPTION <= int(found["number"]) <= OLDEST_YEAR:
        raise BadCell(
            f"the year group “{plain[:20]}” is unknown. Write Nursery, Reception, or 1 to 13."
        )
    return int(found["number"])


def read_parts(written: str, *, governors_word: str) -> tuple[Audience, ...]:
    """
    The parts in "Teacher; Parent"; none for an empty cell.

    Args:
        governors_word: the school's own, such as "LCMs".

    Raises:
        BadCell: a word that we do not know.
    """
    own = _singular(governors_word.casefold())
    found = []
    for word in re.split(r"[;,/&+]| and ", written.casefold()):
        plain = _singular(" ".join(word.split()))
        if not plain:
            continue
        part = Audience.GOVERNOR if plain == own else _audience(plain)
        if part is None:
            raise BadCell(
                f"“{word.strip()[:30]}” is no part that we know. Write pupil, parent, staff, "
                f"{own}, volunteer or contractor."
            )
        found.append(part)
    return tuple(sorted(set(found)))


def _audience(word: str) -> Audience | None:
    return next((part for part, words in _AUDIENCES.items() if word in words), None)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def read_relation(written: str) -> Relation:
    """What somebody is to a child; parent for an empty cell, other family for words unknown."""
    plain = " ".join(re.findall(r"\w+", written.casefold()))
    if not plain:
        return Relation.PARENT
    return _RELATION_OF.get(plain, Relation.OTHER)


def read_yes(written: str, *, what: str) -> bool:
    """
    Yes or no; no for an empty cell.

    Raises:
        BadCell: neither.
    """
    plain = written.strip().casefold()
    if plain in _YES:
        return True
    if not plain or plain in _NO:
        return False
    raise BadCell(f"“{plain[:20]}” under {what} is neither yes nor no.")


def read_email(written: str) -> str:
    """
    Raises:
        BadCell: no e-mail address, or several.
    """
    line = read_line(written, longest=LONGEST_EMAIL, what="e-mail address")
    if line:
        try:
            validate_email(line)
        except ValidationError:
            raise BadCell(f"“{line[:60]}” is no e-mail address.") from None
    return line


def read_phone(written: str) -> str:
    """
    Raises:
        BadCell: no telephone number.
    """
    line = read_line(written, longest=LONGEST_PHONE, what="telephone number")
    if line and sum(char.isdigit() for char in line) < 5:
        raise BadCell(f"“{line}” is no telephone number.")
    return line


def read_key(written: str) -> str:
    """
    Raises:
        BadCell: too long, or what a spreadsheet made of a long number.
    """
    line = read_line(written, longest=LONGEST_NAME, what="key")
    if re.fullmatch(r"\d(?:\.\d+)?e\+?\d+", line.casefold()):
        raise BadCell(f"the spreadsheet has shortened the key to “{line}”. Export the file again.")
    return line
