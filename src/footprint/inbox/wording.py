"""
The words that people see for the closed lists of the inbox.

A file of its own because forms, list and item page must say the same thing the same way.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.incidents.wording import QUESTIONS as QUESTIONS  # asked alike in both rooms
from footprint.rulebook.terms import Flag, Matter, Platform, PostKind

KINDS: Mapping[PostKind, Promise] = {
    PostKind.PRAISE: _("Praise"),
    PostKind.CRITICISM: _("Criticism"),
    PostKind.CONCERN: _("Concern"),
    PostKind.ENQUIRY: _("Enquiry"),
    PostKind.NEUTRAL: _("Neutral"),
}
KIND_HINTS: Mapping[PostKind, Promise] = {
    PostKind.PRAISE: _("It thanks or commends the school, its people or its work"),
    PostKind.CRITICISM: _("It gives a negative opinion of the school, its people or its work"),
    PostKind.CONCERN: _("It tells of something that happened, or may happen, to someone"),
    PostKind.ENQUIRY: _("It asks something that the office can answer"),
    PostKind.NEUTRAL: _("None of these: news, notices, chatter, posts between pupils"),
}
KIND_COLOURS: Mapping[PostKind, str] = {
    PostKind.PRAISE: "green",
    PostKind.CRITICISM: "orange",
    PostKind.CONCERN: "purple",
    PostKind.ENQUIRY: "blue",
    PostKind.NEUTRAL: "grey",
}
FLAGS: Mapping[Flag, Promise] = {
    Flag.INSULT: _("Insult"),
    Flag.BULLYING: _("Bullying"),
    Flag.THREAT: _("Threat"),
    Flag.HATE: _("Hate"),
    Flag.EXTREMISM: _("Extremism"),
    Flag.SELF_HARM: _("Self-harm"),
    Flag.SEXUAL: _("Sexual content"),
    Flag.STAFF_CONTACT: _("Contact between an adult and a pupil"),
    Flag.ALLEGATION: _("Allegation about an adult"),
    Flag.PRIVACY: _("Personal information"),
    Flag.UNDERAGE: _("Under the minimum age"),
}
MATTERS: Mapping[Matter, Promise] = {
    Matter.REPUTATION: _("Reputation"),
    Matter.CONDUCT: _("Conduct in the community"),
    Matter.PUPIL_CONDUCT: _("Pupil conduct"),
    Matter.SAFEGUARDING: _("Safeguarding"),
    Matter.ALLEGATION: _("Allegation about an adult"),
    Matter.ALLEGATION_HEAD: _("Allegation about the head"),
    Matter.LOW_LEVEL: _("Low-level concern about an adult"),
}
PLATFORMS: Mapping[Platform, str | Promise] = {
    Platform.INSTAGRAM: "Instagram",
    Platform.FACEBOOK: "Facebook",
    Platform.X: "X",
    Platform.TIKTOK: "TikTok",
    Platform.SNAPCHAT: "Snapchat",
    Platform.WHATSAPP: "WhatsApp",
    Platform.YOUTUBE: "YouTube",
    Platform.MUMSNET: "Mumsnet",
    Platform.REDDIT: "Reddit",
    Platform.BLUESKY: "Bluesky",
    Platform.MASTODON: "Mastodon",
    Platform.GOOGLE_REVIEWS: _("Google reviews"),
    Platform.NEWS: _("News"),
    Platform.WEB: _("Web page"),
    Platform.EMAIL: _("E-mail"),
    Platform.OTHER: _("Somewhere else"),
}
