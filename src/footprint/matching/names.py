"""
The names a school goes by, and how people really write them.

"St. Margaret’s", "ST MARGARETS" and "Saint Margaret's" are one name; "#OakfieldPrimary" is
"Oakfield Primary". Names and texts go through the same door here, so both come out alike.
"""

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = "'’‘‛ʼʻ′´`＇ʹ"
_MARKED = re.compile(r"(?<![\w.])([#@])(\w[\w.]*)")  # not in the middle of an e-mail address
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)")
_POSSESSIVE = re.compile(rf"(?<=\w)[{_APOSTROPHES}]s\b|(?<=\ws)[{_APOSTROPHES}](?!\w)", re.I)
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_WORD = re.compile(r"(?:(?<!\w)[#@])?[^\W_]+")
_ADDRESS = re.compile(  # without www. only in small letters: "St.Mary" is no address
    r"(?:(?i:https?://(?:www\.)?|www\.)([\w-]+(?:\.[\w-]+)+)|([a-z0-9-]+(?:\.[a-z0-9-]+)+))"
    r"(/[^\s?#]*)?(?:[?#]\S*)?"
)
_SAINT = {"saint": "st", "sant": "st"}


@dataclass(frozen=True)
class SchoolNames:
    """
    One school, as the public names it.

    Args:
        names: full name, short forms, hashtags ("#OakfieldPrimary"), handles ("@oakfieldpri"),
            web address ("www.oakfield.example").
        must_include: at least one of these must stand beside the name; empty means none need.
            For two schools of one name: the town, the head's role, the road.
        must_not_include: any of these means another school of that name.
    """

    school_id: int
    names: tuple[str, ...]
    must_include: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()


def normalise(text: str) -> str:
    """
    Words in small letters with one space between, as names are compared.

    Accents, apostrophes and invisible characters go; "&" is "and"; "Saint" and "St." are "st";
    other punctuation is a space. A hashtag or handle comes three ways: with its mark
    ("#oakfieldprimary"), joined ("oakfieldprimary") and, where its capitals tell, in words.
    """
    plain = _unaccented(_APOSTROPHE.sub("", text))
    plain = _MARKED.sub(lambda found: f" {_spelled_out(found[1], found[2])} ", plain)
    plain = plain.replace("&", " and ").casefold()
    return " ".join(_SAINT.get(word, word) for word in _WORD.findall(plain))


def readings(text: str) -> tuple[str, ...]:
    """
    The ways a text may be meant: "Oakfield's" is both "oakfields" and "oakfield".

    The first is `normalise(text)`; the second, where it differs, is without its possessives.
    """
    first, second = normalise(text), normalise(_POSSESSIVE.sub("", text))
    return (first,) if first == second else (first, second)


def spellings(name: str) -> frozenset[str]:
    """
    What to look for in a reading of a text for one name; empty if the name has no letters.

    "Oakfield Primary" is also looked for as a hashtag and a handle. A name that is a hashtag
    or handle is looked for as one: "#GoOakfield" must not find every "go, Oakfield!".
    """
    name = name.strip()
    if address := _ADDRESS.fullmatch(name):
        return _not_empty(normalise(f"{address[1] or address[2]} {address[3] or ''}"))
    words = normalise(name.lstrip("#@"))
    joined = words.replace(" ", "").replace("#", "").replace("@", "")
    if name[:1] in ("#", "@"):
        return _not_empty(joined and f"{name[0]}{joined}")
    return _not_empty(words, joined and f"#{joined}", joined and f"@{joined}")


def _not_empty(*spelled: str) -> frozenset[str]:
    return frozenset(each for each in spelled if each)


def _spelled_out(mark: str, tag: str) -> str:
    tag = tag.rstrip(".")
    joined = re.sub(r"[\W_]", "", tag)
    in_words = " ".join(_WORD.findall(_CAMEL.sub(" ", tag)))
    parts = [f"{mark}{joined}", joined]
    if in_words != joined:
        parts.append(in_words)
    return " ".join(parts)


def _unaccented(text: str) -> str:
    """One form of each letter: no accents, no wide or mathematical letters, nothing invisible."""
    if text.isascii():  # most posts; saves two thirds of the time
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if unicodedata.category(char) not in ("Mn", "Cf", "Me"))
