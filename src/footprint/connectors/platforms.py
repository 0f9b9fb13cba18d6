"""Where a post stands, told by its link or by what a person wrote in a column."""

import re
from urllib.parse import urlsplit

from footprint.rulebook.terms import Platform

_SITES = {
    "instagram.com": Platform.INSTAGRAM,
    "facebook.com": Platform.FACEBOOK,
    "fb.com": Platform.FACEBOOK,
    "fb.watch": Platform.FACEBOOK,
    "x.com": Platform.X,
    "twitter.com": Platform.X,
    "t.co": Platform.X,
    "tiktok.com": Platform.TIKTOK,
    "snapchat.com": Platform.SNAPCHAT,
    "whatsapp.com": Platform.WHATSAPP,
    "wa.me": Platform.WHATSAPP,
    "youtube.com": Platform.YOUTUBE,
    "youtu.be": Platform.YOUTUBE,
    "mumsnet.com": Platform.MUMSNET,
    "reddit.com": Platform.REDDIT,
    "redd.it": Platform.REDDIT,
    "bsky.app": Platform.BLUESKY,
    "mastodon.social": Platform.MASTODON,
    "mastodon.online": Platform.MASTODON,
    "mastodonapp.uk": Platform.MASTODON,
    "mstdn.social": Platform.MASTODON,
}
_WRITTEN = {
    **{member.value.replace("_", " "): member for member in Platform},
    "insta": Platform.INSTAGRAM,
    "ig": Platform.INSTAGRAM,
    "fb": Platform.FACEBOOK,
    "twitter": Platform.X,
    "x twitter": Platform.X,
    "twitter x": Platform.X,
    "tik tok": Platform.TIKTOK,
    "snap": Platform.SNAPCHAT,
    "whats app": Platform.WHATSAPP,
    "you tube": Platform.YOUTUBE,
    "mums net": Platform.MUMSNET,
    "google": Platform.GOOGLE_REVIEWS,
    "google review": Platform.GOOGLE_REVIEWS,
    "google maps": Platform.GOOGLE_REVIEWS,
    "newspaper": Platform.NEWS,
    "press": Platform.NEWS,
    "website": Platform.WEB,
    "e mail": Platform.EMAIL,
}


def platform_of_link(url: str) -> Platform:
    """The platform a link leads to; WEB where the site is none we know by name."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return Platform.WEB
    labels = host.split(".")
    for start in range(len(labels) - 1):
        if found := _SITES.get(".".join(labels[start:])):
            return found
    return Platform.WEB


def platform_as_written(word: str) -> Platform | None:
    """The platform a person means by "Twitter", "FB" or "google reviews"; None if not known."""
    plain = " ".join(re.findall(r"[a-z]+", word.casefold()))
    if found := _WRITTEN.get(plain):
        return found
    found = platform_of_link(word if "//" in word else f"https://{word.strip()}")
    return None if found is Platform.WEB else found
