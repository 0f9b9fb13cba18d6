"""What a reading is: the clauses with their values, and findings for the school's staff."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from footprint.rulebook.policy import Clause, Quote
from footprint.rulebook.terms import ClauseName


class FindingKind(StrEnum):
    """What sort of thing a person should look at."""

    BROKEN_REFERENCE = "broken_reference"
    DEAD_LINK = "dead_link"
    LEFT_IN_TEMPLATE = "left_in_template"
    DUTY_WITHOUT_NUMBER = "duty_without_number"
    DUTY_WITHOUT_PERSON = "duty_without_person"
    UNDATED_NUMBER = "undated_number"
    CONTRADICTION = "contradiction"
    GAP = "gap"
    OUT_OF_DATE = "out_of_date"  # given by a check that knows the dated facts; never by this room


@dataclass(frozen=True)
class Finding:
    """
    Something in the document, or missing from it, that the school should know.

    Args:
        sentence_for_staff: what was found, in plain words.
        quote: where; None for what is missing.
        what_to_do: the next step, in plain words.
    """

    kind: FindingKind
    sentence_for_staff: str
    quote: Quote | None
    what_to_do: str


def finding_to_json(finding: Finding) -> dict[str, str]:
    """As it is kept with the document; "" for a sentence that there is none of."""
    return {
        "kind": finding.kind.value,
        "sentence": finding.sentence_for_staff,
        "what_to_do": finding.what_to_do,
        "quote": finding.quote.text if finding.quote else "",
        "where": finding.quote.where if finding.quote else "",
    }


@dataclass(frozen=True)
class Reading:
    """
    What one document says.

    Args:
        is_policy: whether it is a social media policy; `why` says why, or why not.
        clauses: every member of `ClauseName`: stated, not stated or unclear.
    """

    is_policy: bool
    why: str
    clauses: Mapping[ClauseName, Clause]
    findings: tuple[Finding, ...]


# A check is handed the clauses and answers with findings: the guidance pack's facts come in here.
Check: TypeAlias = Callable[[Mapping[ClauseName, Clause]], Iterable[Finding]]
