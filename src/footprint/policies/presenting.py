"""
What the policy pages show: clauses in plain words, and the document with its sentences marked.

A file of its own because several views and the printed policy show the same things.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from footprint.policies.documents.text import SEPARATOR
from footprint.policies.models import ClauseReview, PolicyVersion
from footprint.rulebook.catalogue import BY_NAME, CATALOGUE
from footprint.rulebook.policy import Clause, Policy, Quote, clause_from_json
from footprint.rulebook.reading.result import Finding, finding_to_json
from footprint.rulebook.terms import ClauseName, Stated
from footprint.rulebook.writing.words import clause_in_words


@dataclass(frozen=True)
class ShownClause:
    """One clause for a page: what it asks, what the policy says, and the sentences behind it."""

    name: ClauseName
    title: str
    question: str
    lines: tuple[str, ...]
    quotes: tuple[Quote, ...]
    stated: Stated

    @property
    def is_stated(self) -> bool:
        return self.stated is Stated.STATED


def shown_policy(policy: Policy) -> list[ShownClause]:
    """Every clause of the catalogue in its order, the silent ones too."""
    return [shown_clause(policy.clause(entry.name)) for entry in CATALOGUE]


def shown_clause(clause: Clause) -> ShownClause:
    entry = BY_NAME[clause.name]
    return ShownClause(
        name=clause.name,
        title=entry.title,
        question=entry.question,
        lines=clause_in_words(clause),
        quotes=clause.quotes,
        stated=clause.stated,
    )


@dataclass(frozen=True)
class ShownReview:
    """One clause under review: as it was read, and as it stands after a person's decision."""

    review: ClauseReview
    read: ShownClause
    decided: ShownClause | None


def shown_reviews(version: PolicyVersion) -> list[ShownReview]:
    """Every clause of a version, in the catalogue's order."""
    reviews = version.reviews.select_related("decided_by").order_by("position")
    return [_shown_review(review) for review in reviews]


def progress(reviews: Sequence[ShownReview]) -> dict[str, int]:
    """What the bar shows: how many clauses there are, are decided, and are left."""
    decided = sum(1 for each in reviews if each.review.decision)
    return {"total": len(reviews), "decided": decided, "left": len(reviews) - decided}


def _shown_review(review: ClauseReview) -> ShownReview:
    name = ClauseName(review.name)
    decided = review.as_confirmed
    return ShownReview(
        review,
        shown_clause(clause_from_json(name, review.as_read)),
        shown_clause(clause_from_json(name, decided)) if decided else None,
    )


@dataclass(frozen=True)
class ShownFinding:
    """Something that somebody should look at: in a line, then more of it, with its sentence."""

    lead: str
    more: str
    quote: str
    where: str
    what_to_do: str


def shown_finding(found: Finding | Mapping[str, str]) -> ShownFinding:
    """One finding, fresh or as it was kept with the version."""
    kept = finding_to_json(found) if isinstance(found, Finding) else found
    lead, stop, more = kept["sentence"].partition(". ")
    return ShownFinding(
        lead + stop.rstrip(), more, kept["quote"], kept.get("where", ""), kept["what_to_do"]
    )


def findings_about(findings: Iterable[ShownFinding], clause: ShownClause) -> list[ShownFinding]:
    """Those that are about the sentences behind one clause."""
    sentences = {quote.text for quote in clause.quotes}
    return [finding for finding in findings if finding.quote in sentences]


@dataclass(frozen=True)
class MarkedBlock:
    """
    One block of the document.

    Args:
        pieces: (text, is it one of the sentences?) that make up the block's text in order.
        gap: True where blocks before it are left out.
        first: True for the block that holds the first of the sentences.
    """

    kind: str
    where: str
    pieces: tuple[tuple[str, bool], ...]
    gap: bool = False
    first: bool = False

    @property
    def is_marked(self) -> bool:
        return any(marked for _, marked in self.pieces)


def marked_blocks(content: Mapping[str, Any], quotes: Iterable[Quote]) -> list[MarkedBlock]:
    """The whole document with these sentences marked."""
    spans = _merged((quote.start, quote.end) for quote in quotes if quote.end > quote.start)
    blocks, at = [], 0
    for each in content["document"]["blocks"]:
        pieces = tuple(_pieces(each["text"], [(a - at, b - at) for a, b in spans]))
        blocks.append(MarkedBlock(each["kind"], each["where"], pieces))
        at += len(each["text"]) + len(SEPARATOR)
    first = next((place for place, block in enumerate(blocks) if block.is_marked), None)
    if first is not None:
        blocks[first] = replace(blocks[first], first=True)
    return blocks


def excerpt(blocks: list[MarkedBlock]) -> list[MarkedBlock]:
    """The blocks with a marked sentence, the block before each, and what goes on after it."""
    near = [place for place in range(len(blocks)) if _is_near(blocks, place)]
    kept: list[MarkedBlock] = []
    for place in near:
        is_next = not kept or place - 1 in near
        kept.append(replace(blocks[place], gap=not is_next))
    return kept


def _is_near(blocks: list[MarkedBlock], place: int) -> bool:
    before = blocks[place - 1 : place] if place else []
    after = blocks[place + 1 : place + 2]
    starts_another_part = blocks[place].kind == "heading"
    return (
        blocks[place].is_marked
        or any(block.is_marked for block in after)
        or (any(block.is_marked for block in before) and not starts_another_part)
    )


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches of text in order, none over another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _pieces(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end in spans:
        start, end = max(start, 0), min(end, len(text))
        if start >= end:
            continue
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
