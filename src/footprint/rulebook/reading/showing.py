"""A reading for other programs, and as lines for a person at a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.policy import Clause, Plain, Quote
from footprint.rulebook.reading.result import Finding, Reading
from footprint.rulebook.terms import ClauseName, Stated
from footprint.rulebook.writing.words import clause_in_words

LineKind = Literal["verdict", "clause", "value", "quote", "unclear", "finding", "advice", "missing"]


class Line(NamedTuple):
    """One line to print; `kind` decides its colour and indent."""

    kind: LineKind
    text: str


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """
    The reading as plain JSON values.

    Shape: {"is_policy", "why", "clauses": {name: {"stated": true, false or "unclear", "values",
    "sentences": [{"text", "where"}]}}, "findings": [{"kind", "text", "sentence", "what_to_do"}]}
    """
    return {
        "is_policy": reading.is_policy,
        "why": reading.why,
        "clauses": {name.value: _clause(clause) for name, clause in reading.clauses.items()},
        "findings": [_finding(finding) for finding in reading.findings],
    }


def _clause(clause: Clause) -> dict[str, Any]:
    stated: bool | str = clause.is_stated
    return {
        "stated": "unclear" if clause.stated is Stated.UNCLEAR else stated,
        "values": {key: _plain(each.value) for key, each in clause.values.items()},
        "sentences": [_sentence(quote) for quote in clause.quotes],
    }


def _sentence(quote: Quote) -> dict[str, str]:
    return {"text": quote.text, "where": quote.where}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "text": finding.sentence_for_staff,
        "sentence": _sentence(finding.quote) if finding.quote else None,
        "what_to_do": finding.what_to_do,
    }


def _plain(value: Plain) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value


def reading_to_lines(reading: Reading) -> list[Line]:
    """The reading for a person: what is stated, what is unclear, findings, what is missing."""
    verdict = "a social media policy" if reading.is_policy else "not a social media policy"
    lines = [Line("verdict", f"This is {verdict}. {reading.why}")]
    for name, clause in reading.clauses.items():
        if clause.stated is not Stated.NOT_STATED:
            lines.extend(_shown(name, clause))
    for finding in reading.findings:
        lines.append(Line("finding", finding.sentence_for_staff))
        if finding.quote:
            lines.append(Line("quote", _quoted(finding.quote)))
        lines.append(Line("advice", finding.what_to_do))
    lines.extend(
        Line("missing", f"Not found: {BY_NAME[name].title}")
        for name, clause in reading.clauses.items()
        if clause.stated is Stated.NOT_STATED
    )
    return lines


def _shown(name: ClauseName, clause: Clause) -> Iterator[Line]:
    yield Line("clause", BY_NAME[name].title)
    if clause.stated is Stated.UNCLEAR:
        yield Line("unclear", "It is mentioned, but we could not tell what it says.")
    yield from (Line("value", line) for line in clause_in_words(clause))
    yield from (Line("quote", _quoted(quote)) for quote in clause.quotes)


def _quoted(quote: Quote) -> str:
    return f"“{quote.text}” ({quote.where})" if quote.where else f"“{quote.text}”"
