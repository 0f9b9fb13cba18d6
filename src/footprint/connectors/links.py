"""Links as the reader will click them: real addresses only, without Google's detour."""

from urllib.parse import parse_qs, urlsplit

_LONGEST = 2_000
_DETOURS = 3  # a detour inside a detour, but not without end


def plain_link(link: str) -> str:
    """
    The address itself, or "" for what is no web address (`javascript:`, a relative path).

    Google Alerts wraps every link as https://www.google.com/url?...&url=THE-REAL-ONE&...
    """
    link = link.strip()
    for _ in range(_DETOURS):
        inner = _inside_google(link)
        if not inner:
            break
        link = inner
    return link if _is_web_address(link) else ""


def _inside_google(link: str) -> str:
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").removeprefix("www.")
        if not host.startswith("google.") or parts.path != "/url":
            return ""
        query = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return ""
    return (query.get("url") or query.get("q") or [""])[0].strip()


def _is_web_address(link: str) -> bool:
    if len(link) > _LONGEST or any(char <= " " or char in '<>"\\\x7f' for char in link):
        return False
    try:
        parts = urlsplit(link)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
