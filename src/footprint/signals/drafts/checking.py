"""Read the words of a draft, for everything that a person should look at before it goes out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from footprint.rulebook.decisions.publication_text import FindingKind, TextFinding
from footprint.signals.drafts.children import children_in, named_in
from footprint.signals.drafts.details import details
from footprint.signals.drafts.names import Names, Pupil
from footprint.signals.drafts.public_words import public_words

MOST_CHARACTERS = 10_000  # longer than any post; the caller refuses more


@dataclass(frozen=True)
class Known:
    """
    What is public anyway.

    Args:
        own: the school's own phone numbers, e-mail and street addresses.
        names: the names it goes by: "St Mary's Year 6" names no child.
    """

    own: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checked:
    """
    What was found, in the order of the text.

    Args:
        named: the keys of pupils who are named so that it is they.
    """

    findings: tuple[TextFinding, ...]
    named: tuple[str, ...]


def check_draft(text: str, *, pupils: Iterable[Pupil], known: Known, with_picture: bool) -> Checked:
    """
    Find what a person should look at. It suggests; every finding may be wrong.

    Args:
        pupils: of the school, from its register; none where it keeps none.
        with_picture: a picture goes with the text.

    Never raises.
    """
    listed = list(pupils)
    masked = _masked(text, known.names)
    mentions = Names(listed).in_text(masked)
    found = [
        *children_in(
            masked,
            mentions,
            classes=(pupil.class_name for pupil in listed),
            with_picture=with_picture,
        ),
        *details(text, own=known.own, children=mentions),
        *public_words(text),
    ]
    named = named_in(masked, mentions, {pupil.key: pupil.class_name for pupil in listed})
    return Checked(tuple(_in_order(text, found)), named)


def _masked(text: str, names: Iterable[str]) -> str:
    """The names of the school, replaced by as many dots."""
    masked = text
    for name in sorted(filter(str.strip, names), key=len, reverse=True):
        masked = re.sub(re.escape(name), "·" * len(name), masked, flags=re.IGNORECASE)
    return masked


def _in_order(text: str, found: list[TextFinding]) -> list[TextFinding]:
    """Each once; that a child can be found says also that it is a pupil."""
    kept: dict[str, TextFinding] = {}
    findable = {each.person for each in found if each.kind is FindingKind.FINDABLE_CHILD}
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        told_already = each.kind is FindingKind.CONFIRMS_PUPIL and each.person in findable
        inside = any(
            other.kind is each.kind and other.start <= each.start and each.end <= other.end
            for other in kept.values()
        )
        if not told_already and not inside:
            kept.setdefault(each.key, each)
    return list(kept.values())
