"""
The words that people see for the closed lists of publishing.

A file of its own because list, draft, hand-over and export must say the same thing the same way.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.pictures.carried import Carried
from footprint.publishing.models import Outcome, State

STATE_COLOURS: Mapping[State, str] = {
    State.WRITING: "grey",
    State.WAITING: "blue",
    State.APPROVED: "green",
    State.REJECTED: "orange",
    State.OUT: "teal",
    State.WITHDRAWN: "grey",
    State.EXPIRED: "grey",
}
OUTCOME_COLOURS: Mapping[Outcome, str] = {
    Outcome.TAKEN_DOWN: "green",
    Outcome.NOT_REACHED: "orange",
    Outcome.STAYS: "grey",
}
CARRIED: Mapping[Carried, Promise] = {
    Carried.PLACE: _("where it was taken"),
    Carried.TIME: _("when it was taken"),
    Carried.CAMERA: _("which camera or phone took it"),
    Carried.WORDS: _("captions, names or comments"),
    Carried.SMALL_COPY: _("a small copy of the picture before it was cut"),
    Carried.HISTORY: _("the notes of an editing program"),
    Carried.COLOURS: _("a colour profile"),
    Carried.HIDDEN_BYTES: _("hidden data after the end of the picture"),
}


def carried_in_words(carried: list[str]) -> list[str]:
    """What was left out of a copy, in the order of the closed list."""
    return [str(words) for kind, words in CARRIED.items() if kind.value in carried]
