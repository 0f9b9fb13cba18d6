"""
Words for the closed lists of this room, for people.

A file of its own because several pages say the same words, and they are translated.
"""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from footprint.guidance.fact import NATIONS, Theme
from footprint.rulebook.terms import Audience
from footprint.schools.models import Nation

THEMES: Mapping[Theme, object] = {
    Theme.AGES: _("Minimum ages"),
    Theme.ROUTES: _("Reporting routes and helplines"),
    Theme.CLOCKS: _("Periods and deadlines"),
    Theme.CHANNELS: _("What channels show"),
    Theme.LAWS: _("Law and guidance"),
    Theme.RETENTION: _("How long records are kept"),
    Theme.PRIVACY: _("Where services keep their privacy settings"),
}
AUDIENCES: Mapping[Audience, object] = {
    Audience.PUPIL: _("pupils"),
    Audience.PARENT: _("parents"),
    Audience.STAFF: _("staff"),
    Audience.GOVERNOR: _("governors"),
    Audience.VOLUNTEER: _("volunteers"),
    Audience.CONTRACTOR: _("contractors"),
}


def nations_in_words(nations: Iterable[str]) -> str:
    """ "England and Wales" as a list, or the whole of the United Kingdom."""
    found = tuple(nations)
    if set(found) == set(NATIONS):
        return str(_("the whole of the United Kingdom"))
    return ", ".join(str(Nation(nation).label) for nation in found)


def shown_to(audience: Iterable[Audience]) -> str:
    """Whom a fact may be shown to; empty for everyone."""
    found = set(audience)
    if found == set(Audience):
        return ""
    return ", ".join(str(words) for each, words in AUDIENCES.items() if each in found)
