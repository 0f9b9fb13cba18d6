"""What the builder shows beside one clause."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from footprint.rulebook.policy import Plain


@dataclass(frozen=True)
class Option:
    """
    What some schools choose.

    Args:
        key: its name in the page's address.
        values: what the clause then states, by the catalogue's keys.
        why: the reason that such schools give; for and against, never a recommendation.
    """

    key: str
    label: Promise
    why: Promise
    values: Mapping[str, Plain]


@dataclass(frozen=True)
class Guide:
    """What one clause means to a school, and what schools choose. Silence is always one more."""

    meaning: Promise
    options: tuple[Option, ...]
