"""
What a policy states that the dated facts contradict, or will contradict.

A file of its own because the reader of policies calls it, with and without Django, and the pages of
an adopted policy ask it again each day. Nothing is corrected: each finding shows the sentence, the
fact, its source and its date; the school decides. Where it gave its own value, that counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from footprint.guidance.fact import Fact, Kind, SchoolsValue, Theme
from footprint.guidance.pack import Pack, load_pack
from footprint.rulebook.policy import Clause, Plain, Quote
from footprint.rulebook.reading.names import channel_names
from footprint.rulebook.reading.result import Finding, FindingKind
from footprint.rulebook.terms import ClauseName

NO_VALUES: Mapping[str, SchoolsValue] = MappingProxyType({})
_AGE = "age."
_GOOGLE_REVIEWS = re.compile(
    r"\bgoogle\b[^.;]{0,30}\breviews?\b|\breviews?\b[^.;]{0,20}\bon google\b", re.IGNORECASE
)
_PROFESSIONALS = re.compile(r"\bprofessionals?['’]{0,2}s? online[- ]safety helpline", re.IGNORECASE)
_NSPCC_ONLINE = re.compile(
    r"(?=.*\bnspcc\b)(?=.*\bhelplines?\b)(?=.*\bonline[- ]safety\b|.*\bsafety online\b)"
    r"|0808\s?800\s?5002",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class DatedFinding(Finding):
    """
    A finding that rests on dated facts.

    Args:
        key: the fact's name; of several, the first one's.
        is_coming: nothing is wrong today; a change is known to come.
    """

    key: str = ""
    is_coming: bool = False


@dataclass(frozen=True)
class _Asked:
    """The pack, asked for one nation on one day; and what the school goes by instead."""

    pack: Pack
    nation: str
    on: date
    own: Mapping[str, SchoolsValue]

    def fact(self, key: str) -> Fact | None:
        return self.pack.fact(key, nation=self.nation, on=self.on)

    def goes_by(self, fact: Fact) -> object:
        """The school's own value, else the pack's."""
        own = self.own.get(fact.key)
        return own.value if own else fact.value

    def ages(self) -> list[Fact]:
        """The minimum ages of services that hold."""
        found = self.pack.facts(theme=Theme.AGES, nation=self.nation, on=self.on)
        return [fact for fact in found if _is_age(fact)]

    def coming_ages(self) -> list[Fact]:
        found = self.pack.coming(on=self.on, nation=self.nation)
        return [fact for fact in found if _is_age(fact)]


def outdated_facts(
    clauses: Mapping[ClauseName, Clause],
    *,
    on: date,
    nation: str,
    own: Mapping[str, SchoolsValue] = NO_VALUES,
) -> Iterator[DatedFinding]:
    """
    What the pack knows better than the policy, or knows to be changing.

    Args:
        on: the day of reading, in the school's own calendar.
        nation: a member of `fact.NATIONS`; guidance differs.
        own: the school's own values by key; a policy that agrees with one of them is not out of
            date, whatever the pack says.

    Never raises. Where the pack is silent there is no finding.
    """
    asked = _Asked(load_pack(), nation, on, own)
    ages = clauses.get(ClauseName.MINIMUM_AGE)
    if ages is not None and ages.is_stated:
        yield from _ages_of_services(ages, asked)
        yield from _general_age(ages, asked)
        yield from _coming_ages(ages, asked)
    quotes = list(dict.fromkeys(quote for each in clauses.values() for quote in each.quotes))
    yield from _google_reviews(quotes, asked)
    yield from _closed_helpline(quotes, asked)


def _finding(
    key: str, sentence: str, quote: Quote | None, what_to_do: str, *, is_coming: bool = False
) -> DatedFinding:
    return DatedFinding(FindingKind.OUT_OF_DATE, sentence, quote, what_to_do, key, is_coming)


def _ages_of_services(clause: Clause, asked: _Asked) -> Iterator[DatedFinding]:
    for service, years in _stated_ages(clause).items():
        fact = asked.fact(age_key(service))
        if fact is None or fact.kind is not Kind.AGE:
            continue
        own = asked.own.get(fact.key)
        if years == asked.goes_by(fact):
            continue
        ours = f" {_own(own)}" if own else ""
        claim = _dated("the platform’s own minimum age is {value}", fact)
        younger = asked.fact(f"{fact.key}_with_parent")
        yield _finding(
            fact.key,
            f"The policy says {years} for {service}.{ours} {_said(claim, fact)} {_seen_in(fact)}"
            + (f" {_said(_dated(younger.words, younger), younger)}" if younger else ""),
            _sentence_about(service, years, clause),
            "Look at the source and decide: change the age at the next review, or say that your "
            "school asks for an older age than the platform does.",
        )


def _general_age(clause: Clause, asked: _Asked) -> Iterator[DatedFinding]:
    stated = clause.get("general")
    known = [fact for fact in asked.ages() if fact.is_checked]
    held = {value for fact in known for value in (fact.value, asked.goes_by(fact))}
    if not isinstance(stated, int) or not known or stated in held:
        return
    listed = _listed([f"{_service(fact)} {fact.value}" for fact in known])
    yield _finding(
        known[0].key,
        f"The policy gives {stated} as the general minimum age. No platform that we checked has "
        f"that as its own rule: {listed}. {_seen_in(*known)}",
        clause.quote_for("general"),
        "Look at the sources and decide: change the age at the next review, or say that it is "
        "your school’s own.",
    )


def _coming_ages(clause: Clause, asked: _Asked) -> Iterator[DatedFinding]:
    """One note for each change, with all services that it is about."""
    own, general = _stated_ages(clause), clause.get("general")
    groups: dict[tuple[object, str], list[Fact]] = {}
    for fact in asked.coming_ages():
        stated = own.get(_service(fact), general)
        if isinstance(stated, int) and stated != fact.value:
            when = fact.expected or str(fact.valid_from)
            groups.setdefault((fact.value, when), []).append(fact)
    for (years, when), facts in groups.items():
        known = [fact for fact in facts if fact.is_checked] or facts
        unsure = [_service(fact) for fact in facts if fact not in known]
        perhaps = f" (perhaps {_listed(unsure)} too, not checked)" if unsure else ""
        now = "announced, not in force" if facts[0].is_announced else "certain, not yet in force"
        yield _finding(
            facts[0].key,
            f"A change is coming to the ages in the policy: {years} for "
            f"{_listed([_service(fact) for fact in known])}{perhaps}, from {when}. This is "
            f"{now}. {_seen_in(*known)}",
            clause.quote_for("general"),
            "Nothing needs to change for this today. Plan to look again when you next review the "
            "policy, and say “the platform’s own rule” where you mean that.",
            is_coming=True,
        )


def _google_reviews(quotes: Iterable[Quote], asked: _Asked) -> Iterator[DatedFinding]:
    fact = asked.fact("channel.google_school_reviews")
    if fact is None or asked.goes_by(fact) is not False:
        return
    claim = _said(_dated("Google shows no reviews of UK schools", fact), fact)
    for quote in quotes:
        if _GOOGLE_REVIEWS.search(quote.text):
            yield _finding(
                fact.key,
                f"The policy speaks of Google reviews. {claim} {_seen_in(fact)}",
                quote,
                "Check the listing on Google instead: the right category, the right details, and "
                "that reviews have not come back. Nurseries and universities still have reviews.",
            )


def _closed_helpline(quotes: Iterable[Quote], asked: _Asked) -> Iterator[DatedFinding]:
    fact, instead = asked.fact("route.nspcc_online_safety"), asked.fact("route.nspcc")
    if fact is None or asked.goes_by(fact) is not False:
        return
    another = ""
    if instead is not None:
        another = f" The NSPCC’s helpline for adults: {instead.words}. {_seen_in(instead)}"
    for quote in quotes:
        if _NSPCC_ONLINE.search(_PROFESSIONALS.sub("", quote.text)):
            yield _finding(
                fact.key,
                "The policy names an online safety helpline of the NSPCC. "
                f"{_said('it has closed', fact)} {_seen_in(fact)}",
                quote,
                f"Ring the number that your policy or website gives before a parent does.{another}",
            )


def age_key(service: str) -> str:
    """The name of the fact about a service's minimum age."""
    return _AGE + service.lower().replace(" ", "_")


def _is_age(fact: Fact) -> bool:
    return fact.kind is Kind.AGE and fact.key.startswith(_AGE)


def _service(fact: Fact) -> str:
    """The name in front of the colon: "Instagram: minimum age"."""
    return fact.title.partition(":")[0]


def _stated_ages(clause: Clause) -> Mapping[str, Plain]:
    found = clause.get("exceptions")
    return found if isinstance(found, Mapping) else {}


def _sentence_about(service: str, years: Plain, clause: Clause) -> Quote | None:
    """Of several sentences about ages, the one with this service and this age."""
    for quote in clause.quotes:
        if service in channel_names(quote.text) and str(years) in quote.text:
            return quote
    return clause.quote_for("exceptions")


def _own(own: SchoolsValue) -> str:
    since = f"{own.since.day} {own.since:%B %Y}"
    return f"Your school goes by {own.words} (since {since}: “{own.reason.rstrip('.')}”)."


def _dated(claim: str, fact: Fact) -> str:
    """The claim with the fact's value, and the day since when it holds, where that is known."""
    since = f" (since {fact.valid_from})" if fact.valid_from else ""
    return claim.rstrip(".").replace("{value}", str(fact.value)) + since


def _said(claim: str, fact: Fact) -> str:
    """The claim as a sentence; nothing that was not checked is said as if it were."""
    if fact.is_checked:
        return f"{claim[:1].upper()}{claim[1:]}."
    return f"We believe, and did not check, that {claim}."


def _seen_in(*facts: Fact) -> str:
    """Sources and the oldest day of checking; or that there was no check."""
    known = [fact for fact in facts if fact.is_checked]
    if not known:
        return "This was not checked against a source: look it up before you rely on it."
    sources = dict.fromkeys(str(source) for fact in known for source in fact.sources)
    checked = min((fact.checked_on for fact in known if fact.checked_on), key=lambda day: day.first)
    return f"(Source: {'; '.join(sources)}. Checked {checked}.)"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
