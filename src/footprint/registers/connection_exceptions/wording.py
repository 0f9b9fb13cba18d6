"""
The words that people see for the closed lists of this room.

A file of its own because forms, pages, exports and history must say the same the same way, and
because a new member of a list fails the tests until it has its words here.
"""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.registers.connection_exceptions.models import State
from footprint.rulebook.terms import ConnectionKind, Party, Platform, Role

PARTIES: Mapping[Party, Promise] = {
    Party.PUPIL: _("A pupil"),
    Party.FORMER_PUPIL: _("A former pupil"),
    Party.PARENT: _("A parent or carer"),
    Party.STAFF: _("A member of staff"),
    Party.GOVERNOR: _("A governor"),
    Party.VOLUNTEER: _("A volunteer"),
    Party.CONTRACTOR: _("A contractor"),
}
KINDS: Mapping[ConnectionKind, Promise] = {
    ConnectionKind.FRIEND: _("Being friends or connected"),
    ConnectionKind.FRIEND_REQUEST: _("Asking to be friends"),
    ConnectionKind.FOLLOW: _("Following an account"),
    ConnectionKind.MESSAGE: _("Sending messages"),
    ConnectionKind.GROUP: _("Being in a chat group together"),
}
DOES: Mapping[ConnectionKind, Promise] = {
    ConnectionKind.FRIEND: _("is friends with"),
    ConnectionKind.FRIEND_REQUEST: _("asks to be friends with"),
    ConnectionKind.FOLLOW: _("follows"),
    ConnectionKind.MESSAGE: _("sends messages to"),
    ConnectionKind.GROUP: _("is in a chat group with"),
}
# Where people are connected; the others of the list only publish.
PLATFORMS: Mapping[Platform, Promise | str] = {
    Platform.WHATSAPP: "WhatsApp",
    Platform.INSTAGRAM: "Instagram",
    Platform.FACEBOOK: "Facebook",
    Platform.SNAPCHAT: "Snapchat",
    Platform.TIKTOK: "TikTok",
    Platform.YOUTUBE: "YouTube",
    Platform.X: "X",
    Platform.REDDIT: "Reddit",
    Platform.BLUESKY: "Bluesky",
    Platform.MASTODON: "Mastodon",
    Platform.EMAIL: _("Private e-mail"),
    Platform.OTHER: _("Another one"),
}
NOT_FOR_CONNECTING = frozenset(
    {Platform.MUMSNET, Platform.GOOGLE_REVIEWS, Platform.NEWS, Platform.WEB}
)
STATE_COLOURS: Mapping[State, str] = {
    State.DECLARED: "yellow",
    State.ALLOWED: "green",
    State.REFUSED: "red",
    State.ENDED: "grey",
}
ENTRIES: Mapping[str, Promise] = {
    "declared": _("Declared"),
    "allowed": _("Allowed"),
    "refused": _("Refused"),
    "reviewed": _("Looked at again: it still stands"),
    "changed": _("End date changed"),
    "moved": _("Passed to somebody else to decide"),
    "ended": _("Ended"),
}
TOLD: Mapping[Role, Promise] = {
    Role.DSL: _("the designated safeguarding lead"),
    Role.HEADTEACHER: _("the headteacher"),
    Role.OFFICE: _("the school office"),
    Role.CHAIR: _("the chair of governors"),
}


def platforms_in_words(values: Iterable[str]) -> str:
    return ", ".join(str(PLATFORMS[Platform(value)]) for value in values)


def kinds_in_words(values: Iterable[str]) -> str:
    return ", ".join(str(KINDS[ConnectionKind(value)]) for value in values)


def lower_first(words: object) -> str:
    """As it stands within a sentence."""
    text = str(words)
    return text[:1].lower() + text[1:]
