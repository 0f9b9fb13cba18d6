"""What an entry of the catalogue is made of."""

from dataclasses import dataclass
from enum import StrEnum

from footprint.rulebook.terms import ClauseName

STANCES = (("forbidden", "not allowed"), ("discouraged", "discouraged"), ("allowed", "allowed"))


class PartKind(StrEnum):
    """The shape of a value, which decides how it is asked for and shown."""

    YES = "yes"  # true, or absent: a document that does not say something says nothing
    NUMBER = "number"
    TEXT = "text"
    TEXTS = "texts"  # a tuple of texts, in the document's order
    CHOICE = "choice"
    CHOICES = "choices"  # a tuple of members of `choices`
    KEEPERS = "keepers"  # {channel: (name, ...)}
    AGES = "ages"  # {service: years}


@dataclass(frozen=True)
class Part:
    """
    One value of a clause.

    Args:
        key: its name in `Clause.values`.
        label: what it means, to be read by a headteacher.
        choices: (value, words for it) for CHOICE and CHOICES.
        at_adoption: True for what the school is asked when it adopts, because documents leave
            it open ("promptly").
    """

    key: str
    label: str
    kind: PartKind
    choices: tuple[tuple[str, str], ...] = ()
    at_adoption: bool = False


@dataclass(frozen=True)
class Entry:
    """One clause of the catalogue: its title and question in plain words, and its parts."""

    name: ClauseName
    title: str
    question: str
    parts: tuple[Part, ...]


def yes(key: str, label: str) -> Part:
    """A part that is true or absent."""
    return Part(key, label, PartKind.YES)


def text(key: str, label: str) -> Part:
    """A part that is one short phrase."""
    return Part(key, label, PartKind.TEXT)


def texts(key: str, label: str) -> Part:
    """A part that is several short phrases, in the document's order."""
    return Part(key, label, PartKind.TEXTS)


def choice(key: str, label: str, *choices: tuple[str, str]) -> Part:
    """A part that is one of a closed list."""
    return Part(key, label, PartKind.CHOICE, choices)


def choices(key: str, label: str, *members: tuple[str, str]) -> Part:
    """A part that is any number of a closed list."""
    return Part(key, label, PartKind.CHOICES, members)
