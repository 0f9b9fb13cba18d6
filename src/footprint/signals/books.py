"""Read the phrase books of the lexicon into patterns; their notation stands in `patterns.py`."""

from functools import cache

from footprint.signals.lexicon import lines_of
from footprint.signals.patterns import Book, Group, Part, Step, WordClass

BOOKS = (
    "people",
    "contexts",
    "respect",
    "danger",
    "sexual",
    "adults",
    "data",
    "praise",
    "criticism",
    "concern",
    "enquiry",
    "wide_adults",
    "wide_danger",
    "wide_respect",
    "wide_kinds",
    "hints_adults",
    "hints_concern",
    "hints_danger",
    "hints_data",
    "hints_respect",
    "turns",
)


@cache
def classes() -> dict[str, WordClass]:
    """All word classes, with the classes they name taken in."""
    found: dict[str, WordClass] = {}
    for line in (line for book in BOOKS for line in lines_of(book)):
        if line.startswith("= "):
            name, _, entries = line[2:].partition(":")
            made = found.setdefault(name.strip(), WordClass())
            for entry in entries.split(","):
                made.add(entry.strip())
    for made in found.values():
        _take_in(made, found)
    return found


def _take_in(made: WordClass, found: dict[str, WordClass]) -> None:
    while made.classes:
        other = found[made.classes.pop()]
        _take_in(other, found)
        made.absorb(other)


@cache
def book(name: str) -> Book:
    """
    Read one phrase book.

    Raises:
        KeyError: a pattern names a class that does not exist.
    """
    groups: list[Group] = []
    for line in lines_of(name):
        if line.startswith("["):
            about, _, sentence = line[1:].partition("]")
            groups.append(Group(about, sentence.strip()))
        elif line.startswith("unless:"):
            groups[-1].unless = frozenset(line[7:].replace(",", " ").split())
        elif line.startswith("keep:"):
            groups[-1].keep_negated |= "negated" in line
            groups[-1].keep_figures |= "figures" in line
        elif not line.startswith("= "):
            groups[-1].patterns.append(tuple(_part(text) for text in line.split(" & ")))
    return Book(groups)


def _part(text: str) -> Part:
    steps: list[Step] = []
    for step in (_step(element) for element in text.split()):
        if steps and step.most and steps[-1].most:  # two gaps in a row are one wider gap
            wider = steps.pop()
            step = Step(None, step.most + wider.most, step.across or wider.across)
        steps.append(step)
    return tuple(steps)


def _step(element: str) -> Step:
    if element in "^$":
        return Step(None, edge=element)
    if element.startswith("~"):
        return Step(None, int(element.lstrip("~")), across=element.startswith("~~"))
    optional, absent = element.startswith("?"), element.startswith("!")
    return Step(_one_of(element.lstrip("?!")), optional=optional, absent=absent)


@cache  # patterns share their classes, so that a text looks each up once
def _one_of(alternatives: str) -> WordClass:
    if alternatives.startswith("@") and "/" not in alternatives:
        return classes()[alternatives[1:]]
    made = WordClass()
    for alternative in alternatives.split("/"):
        made.add(alternative.replace("_", " "))
    _take_in(made, classes())
    return made
