"""Every write of the schools: watched names, closed days, public pages, their own details."""

from footprint.schools.actions.closures import add_closure, remove_closure
from footprint.schools.actions.describing import Details, describe
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
    "Details",
    "NameAlreadyWatched",
    "Words",
    "WordsChangedMeanwhile",
    "add_closure",
    "add_name",
    "change_words",
    "describe",
    "publish",
    "remove_closure",
    "remove_name",
    "unpublish",
    "words_of",
]
