"""What people and converters leave in plain text: [links](target), **bold**, # headings."""

import re

from footprint.policies.documents.text import Link

_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\(\s{0,3}([^()\s]{0,1000})\s{0,3}\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'”’]{2,1000}", re.IGNORECASE)
# "request** to staff" is a footnote mark, so a bold stretch has to open after a space or at the
# start and close before a space, a mark or the end.
BOLD = re.compile(r"(?<![\w*])(\*\*|__)(?=[^\s*_])([^*\n]{1,500}?)(?<=\S)\1(?![\w*])")


def plain(text: str) -> tuple[str, tuple[Link, ...]]:
    """The text as a person reads it, and the links that were in it."""
    links = [Link(" ".join(shown.split()), target) for shown, target in _LINK.findall(text)]
    shown = BOLD.sub(r"\2", _LINK.sub(r"\1", text))
    known = {link.target for link in links} | {link.text for link in links}
    for address in _ADDRESS.findall(shown):
        address = address.rstrip(".,;:!?*_")
        if address not in known:
            links.append(Link(address, address))
    return shown, tuple(links)
