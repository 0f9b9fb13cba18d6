"""What a document itself means by a word: "in this policy 'staff' includes governors"."""

import re

from footprint.rulebook.reading.matching import ADULTS, Text, members

# "staff" is what canonical words make of employees, colleagues, staff members and practitioners.
_DEFINES = re.compile(
    r"\b(?:staff|adults)\b[^.;]{0,40}?\b(?:(?:shall |will )?(?:includes?|means?|covers?|"
    r"refers? to)|"
    r"(?:is|are) (?:a )?references? to|(?:is|are) taken to (?:mean|include))\b(?P<who>[^.;]{3,250})"
)
_CALLED = re.compile(r"\breferred to\b[^.;]{0,60}\bas (?:the )?staff\b")


def adults_meant_by_staff(text: Text) -> tuple[str, ...]:
    """
    The adults that the document counts as staff, in the order of the catalogue; () if it is silent.

    Forms: "staff" includes, means or is a reference to a list; a list of people who are
    "referred to as staff" in the same sentence or the next.
    """
    for sentence in text.body:
        if match := _DEFINES.search(sentence.said):
            in_brackets = sentence.said[: match.end("who")].count("(") > sentence.said.count(
                ")", 0, match.start("who")
            )
            who = match["who"].split(")")[0] if in_brackets else match["who"]
            found = members(who, ADULTS)
            if set(found) - {"staff"} or "everybody" in match["who"] or "all " in match["who"]:
                return _with_staff(found)
        if _CALLED.search(sentence.said):
            before = " ".join(each.said for each in text.before(sentence, most=1))
            return _with_staff(members(f"{before} {sentence.said}", ADULTS))
    return ()


def _with_staff(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(adult for adult, _ in ADULTS if adult == "staff" or adult in found)


_ADDRESSED = re.compile(
    r"\b(?:expect of|expected of|appl(?:y|ies) to|is for|are for|addressed to|covers|"
    r"binds?|asks? of|"
    r"written for|issued to)\b(?P<who>[^.;]{3,200})"
)
_TOP = 14  # sentences in which a document says whom it is for


def adults_addressed(text: Text) -> tuple[str, ...]:
    """Whom a document for the school's adults says it is for; () where it does not say."""
    for sentence in text.body[:_TOP]:
        match = _ADDRESSED.search(sentence.said)
        if match and (found := members(match["who"], ADULTS)):
            return found if "staff" in found and "pupil" not in match["who"] else ()
    return ()
