"""
Words of the policy's decisions that the public pages say in the reader's language.

A file of its own because decisions answer in English, and Welsh pages must not.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KNOWN: Mapping[str, Promise] = {
    "school office": _("the school office"),
    "headteacher": _("the headteacher"),
    "designated safeguarding lead": _("the designated safeguarding lead"),
    "headteacher or designated safeguarding lead": _(
        "the headteacher or the designated safeguarding lead"
    ),
    "line manager": _("the line manager"),
    "local authority advisers": _("local authority advisers"),
    "trust": _("the trust"),
}


@dataclass(frozen=True)
class Said:
    """Words for the page; `is_ours` is False for the school's own, which stay as they are."""

    text: str | Promise
    is_ours: bool

    def __str__(self) -> str:
        return str(self.text)


def said(words: str) -> Said | None:
    """In the reader's language where we know the words; None for none."""
    if not words:
        return None
    return Said(KNOWN.get(words, words), words in KNOWN)
