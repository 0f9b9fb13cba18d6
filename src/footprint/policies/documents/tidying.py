"""Characters that must not survive into a policy's text: invisible ones, odd spaces, ligatures."""

import re

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Soft hyphens, zero-width and direction marks, tag characters (invisible text in plain sight),
# lone surrogates (no database takes them) and control characters other than newline.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc"
    "\U000e0000-\U000e007f\ud800-\udfff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_NEWLINE = re.compile(r" ?\n[ \n]*")


def tidy(text: str) -> str:
    """One block's text: visible characters, single spaces, single newlines, nothing at the ends."""
    text = _INVISIBLE.sub("", text)
    text = _LIGATURE.sub(lambda match: _LIGATURES[match.group()], text)
    return _AROUND_NEWLINE.sub("\n", _SPACES.sub(" ", text)).strip()
