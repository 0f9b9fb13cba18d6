"""
The matcher once more, plain and slow: the measure that the fast one is tested against.

Whoever makes `matcher.Matcher` faster must leave this as it is, so that there stays something
to agree with.
"""

from collections.abc import Iterable

from footprint.matching.judging import Findings, judge
from footprint.matching.names import SchoolNames, readings, spellings


def look_plainly(schools: Iterable[SchoolNames], text: str, *, context: str = "") -> Findings:
    """The same answer as `Matcher(schools).look(text, context=context)`."""
    listed = list(schools)
    words = {
        word
        for school in listed
        for word in (*school.names, *school.must_include, *school.must_not_include)
    }
    in_text = {word for word in words if _occurs(word, text)}
    beside = {word for word in words if _occurs(word, context)}
    return judge(listed, in_text=in_text, in_context=in_text | beside)


def _occurs(word: str, text: str) -> bool:
    """True if the words of any spelling stand side by side in any reading of the text."""
    for reading in readings(text):
        there = reading.split()
        for spelling in spellings(word):
            wanted = spelling.split()
            for start in range(len(there) - len(wanted) + 1):
                if there[start : start + len(wanted)] == wanted:
                    return True
    return False
