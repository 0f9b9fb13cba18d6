"""Every write of the schools: the names that are watched, and the days on which they are closed."""

from footprint.schools.actions.closures import add_closure, remove_closure
from footprint.schools.actions.names import (
    NameAlreadyWatched,
    Words,
    WordsChangedMeanwhile,
    add_name,
    change_words,
    remove_name,
    words_of,
)
from footprint.schools.actions.publishing import AddressTaken, publish, unpublish

__all__ = [
    "AddressTaken",
    "NameAlreadyWatched",
    "Words",
    "WordsChangedMeanwhile",
    "add_closure",
    "add_name",
    "change_words",
    "publish",
    "remove_closure",
    "remove_name",
    "unpublish",
    "words_of",
]
