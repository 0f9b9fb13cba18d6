"""The Prevent duty, and what staff do not do with extremist material or people."""

from collections.abc import Iterator

from footprint.rulebook.reading.matching import Found, Mention, Result, Text, any_of, has, members
from footprint.rulebook.reading.stances import NOT
from footprint.rulebook.terms import ClauseName

_PREVENT = any_of(
    "prevent duty", "prevent strategy", "under prevent", "prevent obligations",
    "prevent legislation", "prevent guidance", "counter terrorism and security act",
    "prevent responsibilities",
)  # fmt: skip
_EXTREME = any_of("extremis*", "terroris*", "radicalis*")
_ACTS = (
    ("support", any_of("support", "supporting")),
    ("promote", any_of("promote", "promoting", "endorse")),
    (
        "give_voice",
        any_of("a voice", "a platform", "opportunity to visit", "invite", "platform for"),
    ),
    (
        "browse",
        any_of("browse", "browsing", "view", "viewing", "access", "look at", "visit websites"),
    ),
    ("download", any_of("download*")),
    ("send", any_of("send", "sending", "share", "sharing", "forward*", "circulat*", "distribut*")),
)
_WHO = any_of("staff", "nobody", "no one", "everyone", "they")


def read(text: Text) -> Iterator[Result]:
    """EXTREMISM, whole."""
    clause = ClauseName.EXTREMISM
    for sentence in text.body:
        if _PREVENT.search(sentence.said):
            yield Found(clause, "prevent_duty", True, sentence)
        if not _EXTREME.search(sentence.said):
            continue
        acts = members(sentence.said, _ACTS) if has(sentence.said, NOT) else ()
        if acts and _WHO.search(f"{sentence.said} {sentence.under}"):
            yield Found(clause, "staff_must_not", acts, sentence)
        else:
            yield Mention(clause, sentence)
