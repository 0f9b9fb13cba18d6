"""
How often, and what was found, in words.

A file of its own because pages, forms and exports say it in the same words.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from footprint.rota.models import Channel
from footprint.rulebook.decisions.channel_check import CheckEvery, CheckResult

EVERY: Mapping[CheckEvery, Promise] = {
    CheckEvery.SCHOOL_DAY: gettext_lazy("Every school day"),
    CheckEvery.WEEK: gettext_lazy("Once a week"),
    CheckEvery.FORTNIGHT: gettext_lazy("Every two weeks"),
    CheckEvery.MONTH: gettext_lazy("Once a month"),
}
WEEKDAYS: tuple[Promise, ...] = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
)
RESULTS: Mapping[CheckResult, Promise] = {
    CheckResult.NOTHING: gettext_lazy("Looked, nothing there"),
    CheckResult.SIGHTING: gettext_lazy("Saw something"),
    CheckResult.LISTING_RIGHT: gettext_lazy("The listing is right"),
    CheckResult.LISTING_WRONG: gettext_lazy("Something is wrong with the listing"),
    CheckResult.COULD_NOT_LOOK: gettext_lazy("Could not look"),
}


def rhythm_of(channel: Channel) -> str:
    """ "Once a week, Monday"."""
    often = str(EVERY[CheckEvery(channel.every)])
    if channel.every == CheckEvery.SCHOOL_DAY:
        return often
    return _("%(often)s, %(day)s") % {"often": often, "day": WEEKDAYS[channel.weekday]}


def result_in_words(result: str, *, in_full: bool = True) -> str:
    """
    What was found; not in full, only that somebody looked.

    That something was seen on a channel is a sign to the person whom it may be about.
    """
    if not in_full and result in (CheckResult.NOTHING, CheckResult.SIGHTING):
        return _("Looked")
    return str(RESULTS[CheckResult(result)])
