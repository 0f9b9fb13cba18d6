"""
What an account is called on pages, in e-mails and in files.

A file of its own because pages, exports, the public page and the rota say it in the same words.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.registers.official_accounts.models import Lookalike, OfficialAccount
from footprint.rulebook.terms import AnswersMode, ChannelKind, Platform

PLATFORMS: Mapping[Platform, Promise | str] = {
    Platform.INSTAGRAM: "Instagram",
    Platform.FACEBOOK: "Facebook",
    Platform.X: _("X (Twitter)"),
    Platform.TIKTOK: "TikTok",
    Platform.SNAPCHAT: "Snapchat",
    Platform.WHATSAPP: "WhatsApp",
    Platform.YOUTUBE: "YouTube",
    Platform.MUMSNET: "Mumsnet",
    Platform.REDDIT: "Reddit",
    Platform.BLUESKY: "Bluesky",
    Platform.MASTODON: "Mastodon",
    Platform.GOOGLE_REVIEWS: _("Google listing"),
    Platform.NEWS: _("News site"),
    Platform.WEB: _("Another site"),
    Platform.EMAIL: _("E-mail"),
    Platform.OTHER: _("Another platform"),
}
# Where a school can have an account; the others are places that it reads.
ACCOUNT_PLATFORMS = (
    Platform.INSTAGRAM,
    Platform.FACEBOOK,
    Platform.X,
    Platform.YOUTUBE,
    Platform.TIKTOK,
    Platform.SNAPCHAT,
    Platform.WHATSAPP,
    Platform.BLUESKY,
    Platform.MASTODON,
    Platform.REDDIT,
    Platform.GOOGLE_REVIEWS,
    Platform.OTHER,
)
CHANNELS: Mapping[ChannelKind, Promise | str] = {
    ChannelKind.CLASSROOM: "Google Classroom",
    ChannelKind.TEAMS: "Microsoft Teams",
    ChannelKind.EMAIL: _("E-mail"),
    ChannelKind.WEBSITE: _("School website"),
    ChannelKind.NEWSLETTER: _("Newsletter"),
    ChannelKind.OTHER: _("Another channel"),
}
ANSWERS: Mapping[AnswersMode, Promise | str] = {
    AnswersMode.NEVER: _("Nothing: please e-mail the office"),
    AnswersMode.GENERAL_ENQUIRIES: _("General enquiries only"),
    AnswersMode.MESSAGES_ONLY: _("Messages, but not comments"),
    AnswersMode.COMMENTS_ONLY: _("Comments, but not messages"),
    AnswersMode.EVERYTHING: _("Messages and comments"),
}


def place_of(account: OfficialAccount | Lookalike) -> str:
    """The platform or channel alone: "Instagram"."""
    if account.platform:
        return str(PLATFORMS[Platform(account.platform)])
    channel = account.channel if isinstance(account, OfficialAccount) else ""
    return str(CHANNELS[ChannelKind(channel or ChannelKind.OTHER)])


def name_of(account: OfficialAccount) -> str:
    """What tells it from the school's others: "Instagram @oakfieldprimary"."""
    others = {Platform.OTHER.value, ChannelKind.OTHER.value}
    if account.handle and (account.platform or account.channel) in others:
        return account.handle
    return " ".join(part for part in (place_of(account), account.handle) if part)


def answers_of(account: OfficialAccount) -> str:
    """What it answers, for staff; "" while nobody has decided."""
    return str(ANSWERS[AnswersMode(account.answers)]) if account.answers else ""
