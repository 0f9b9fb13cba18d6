"""The door of this room: one document in, one `Reading` out."""

from collections.abc import Iterable, Iterator

from footprint.rulebook.reading.findings import findings_of
from footprint.rulebook.reading.frames import conduct as frames_conduct
from footprint.rulebook.reading.frames import families as frames_families
from footprint.rulebook.reading.frames import incidents as frames_incidents
from footprint.rulebook.reading.frames import people as frames_people
from footprint.rulebook.reading.frames import presence as frames_presence
from footprint.rulebook.reading.frames import staff as frames_staff
from footprint.rulebook.reading.language import is_welsh
from footprint.rulebook.reading.matching import Result, Text
from footprint.rulebook.reading.merging import merged
from footprint.rulebook.reading.result import Check, Reading
from footprint.rulebook.reading.scope import backed_by, is_backed, scope_of, verdict
from footprint.rulebook.reading.sentences import sentences_of
from footprint.rulebook.reading.source import SourceText
from footprint.rulebook.reading.topics import (
    accounts,
    ages,
    agreements,
    channels,
    concerns,
    conduct,
    connections,
    exceptions,
    extremism,
    groups,
    images,
    incidents,
    keepers,
    lessons,
    outside,
    posting,
    questions,
    reputation,
    staff,
    stages,
)
from footprint.rulebook.reading.units import units_of

_TOPICS = (
    reputation, keepers, conduct, concerns, ages, lessons, accounts, channels, connections,
    exceptions, staff, images, agreements, incidents, outside, extremism,
    questions,
    stages, groups, posting,
)  # fmt: skip

_FRAMES = (
    frames_presence, frames_conduct, frames_people, frames_staff, frames_families, frames_incidents,
)  # fmt: skip


def read_policy(document: SourceText, *, checks: Iterable[Check] = ()) -> Reading:
    """
    Find the clauses of a social media policy, with the sentence behind every value.

    Args:
        document: passages whose offsets point into `document.text`.
        checks: what knows dated facts (the guidance pack); their findings come last.

    Never raises on any text. Nothing is guessed: a value is there because words say it.
    """
    if is_welsh(document.text):
        return Reading(False, _WELSH, merged([]), ())
    sentences = sentences_of(document)
    scope = scope_of(sentences)
    results = list(_results(Text(scope.sentences, scope.titled)))
    clauses = merged(results)
    if not scope.whole or not scope.titled:
        everything = list(_results(Text(sentences, titled=True)))
        of_all, backed = merged(everything), backed_by(everything, sentences)
        if is_backed(backed, of_all):
            scope, results, clauses = scope.widened(sentences, backed), everything, of_all
    is_policy, why = verdict(scope, clauses)
    findings = list(findings_of(document, sentences, results, clauses)) if is_policy else []
    if is_policy:  # of another document the dated facts are no business of ours
        findings += [finding for check in checks for finding in check(clauses)]
    return Reading(is_policy, why, clauses, tuple(findings))


_WELSH = (
    "This document is in Welsh, which we cannot read yet. Upload the English version and keep the "
    "Welsh one beside it."
)


def _results(text: Text) -> Iterator[Result]:
    for topic in _TOPICS:
        yield from topic.read(text)
    units = tuple(units_of(text))
    for frames in _FRAMES:
        yield from frames.read(units, text)
