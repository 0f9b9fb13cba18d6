"""Sentences that a page break or a stray blank line cut in two become one again.

A cut sentence is worse than an untidy one: half a rule ("may not share, unless") can be read as
its opposite.
"""

import re
from collections.abc import Iterable, Sequence

from footprint.policies.documents.text import Block

ENDS = ".?!:;…"
_CLOSING = "\"'”’)]*"
_SHORTEST = 40  # a shorter line without a full stop is more likely a heading or a list entry
_MARKER = re.compile(r"(?:[a-z]|[ivx]{1,4})[.)]\s")


def ends_a_sentence(text: str) -> bool:
    """Whether the last mark, quotes and brackets aside, closes a sentence or opens a list."""
    return text.rstrip(_CLOSING + " \n")[-1:] in (*ENDS, "")


def starts_inside_a_sentence(text: str) -> bool:
    """Whether the text starts in lower case, and neither as "a)" nor as a name like "iPad"."""
    first, second = text[:1], text[1:2]
    return first.islower() and not second.isupper() and not _MARKER.match(text)


def is_cut(before: Block, after: Block) -> bool:
    """Whether `after` goes on with the sentence that `before` leaves open."""
    return (
        before.kind in ("paragraph", "list_item", "note")
        and after.kind == "paragraph"
        and len(before.text) >= _SHORTEST
        and not ends_a_sentence(before.text)
        and starts_inside_a_sentence(after.text)
    )


def join_cut_sentences(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, those that belong together made one; the place names both ends."""
    whole: list[list[Block]] = []
    for block in blocks:
        if whole and is_cut(whole[-1][-1], block):
            whole[-1].append(block)
        else:
            whole.append([block])
    return tuple(_merged(parts) for parts in whole)


def _merged(parts: Sequence[Block]) -> Block:
    first, last = parts[0], parts[-1]
    if first is last:
        return first
    where = first.where if first.where == last.where else f"{first.where} to {last.where}"
    links = tuple(link for part in parts for link in part.links)
    return Block(first.kind, " ".join(part.text for part in parts), where, links)
