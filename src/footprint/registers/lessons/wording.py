"""
The strands, the topics of a policy and the cells of the grid in words.

A file of its own because pages, exports and the rooms above use the same words. The sentences are
ours: they say in short what a strand is about and are not those of the framework.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.rulebook.terms import Strand

S = Strand
STRANDS: Mapping[Strand, Promise] = {
    S.SELF_IMAGE: _("Self-image and identity"),
    S.RELATIONSHIPS: _("Online relationships"),
    S.REPUTATION: _("Online reputation"),
    S.BULLYING: _("Online bullying"),
    S.INFORMATION: _("Managing online information"),
    S.WELL_BEING: _("Health, well-being and lifestyle"),
    S.PRIVACY: _("Privacy and security"),
    S.COPYRIGHT: _("Copyright and ownership"),
}
SHORT: Mapping[Strand, Promise] = {
    S.SELF_IMAGE: _("Self-image"),
    S.RELATIONSHIPS: _("Relationships"),
    S.REPUTATION: _("Reputation"),
    S.BULLYING: _("Bullying"),
    S.INFORMATION: _("Information"),
    S.WELL_BEING: _("Well-being"),
    S.PRIVACY: _("Privacy"),
    S.COPYRIGHT: _("Copyright"),
}
MEANINGS: Mapping[Strand, Promise] = {
    S.SELF_IMAGE: _("Who I am online, how others show themselves, and how that makes me feel."),
    S.RELATIONSHIPS: _("How we treat each other online, and whom I may trust there."),
    S.REPUTATION: _("What others can find about me, and what they may make of it."),
    S.BULLYING: _("How to notice bullying online, stop it and tell somebody."),
    S.INFORMATION: _("How to search, how to doubt, and how to tell true from made up."),
    S.WELL_BEING: _("Screens, sleep and moods, and why services have age limits."),
    S.PRIVACY: _("What to keep to myself, and how to keep my accounts mine."),
    S.COPYRIGHT: _("Who owns a picture, a song or a text, and when I may use it."),
}
# Topics of the clause ONLINE_SAFETY_LESSONS, as a heading of what a policy promises.
TOPICS: Mapping[str, Promise] = {
    "online_behaviour": _("Social media and behaviour online"),
    "good_friend": _("How to be a good friend online"),
    "report_bullying": _("How to report bullying"),
    "report_misuse": _("How to report misuse"),
    "report_intimidation": _("How to report intimidation"),
    "report_abuse": _("How to report abuse"),
}
