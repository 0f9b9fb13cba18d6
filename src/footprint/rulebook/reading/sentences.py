"""Sentences that know where they stand: their heading, and the line that introduces their list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from footprint.rulebook.policy import Quote
from footprint.rulebook.reading.moods import mood_of, people_of
from footprint.rulebook.reading.officers import officers_in, with_offices
from footprint.rulebook.reading.source import Kind, Passage, SourceText
from footprint.rulebook.reading.spans import spans
from footprint.rulebook.reading.tables import column_moods, contexts, heads
from footprint.rulebook.reading.wording import canonical, fold

_HEADING_NUMBER = re.compile(
    r"^\s*(?:(?:(?:Q|Question|Section|Part) ?)?\d{1,2}(?:\.\d{1,2})*[.:)]?|Q[.:)])\s+(?=\S)"
)
_ASKED = re.compile(r"(?:Q|Question)(?: ?\d{1,2})?[.:)]\s[^?]*\?")


@dataclass(frozen=True)
class Sentence:
    """
    One sentence, or one item of a list.

    Args:
        text: as the document has it, white space folded.
        number: its place among all sentences; `passage` the place of its passage.
        heading: the heading that it stands under, "" before the first.
        stem: the line that introduces its list ("Staff must not:"), "" elsewhere.
        audience: "staff", "pupil" or "parent" where the document's title names only them.
        section: the heading above a question that stands as a heading itself, "" elsewhere.
        row: for a cell, the name of its row and the head of its column, "" elsewhere.
        mood: "must not:", "must:" ... where its column or heading says only that ("Don't").
        officers: names that the document gives an office, with that office.
    """

    text: str
    where: str
    start: int
    end: int
    kind: Kind
    number: int = 0
    passage: int = 0
    heading: str = ""
    stem: str = ""
    stem_quote: Quote | None = None
    audience: str = ""
    section: str = ""
    row: str = ""
    mood: str = ""
    officers: Mapping[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def said(self) -> str:
        """Row, mood, stem and sentence in one vocabulary: what rules are matched against."""
        parts = (self.row, self.mood, self.stem, self.text)
        whole = " ".join(part for part in parts if part)
        return canonical(with_offices(whole, self.officers))

    @cached_property
    def own(self) -> str:
        """The sentence alone, in one vocabulary."""
        alone = not (self.row or self.mood or self.stem or self.officers)
        return self.said if alone else canonical(self.text)

    @cached_property
    def under(self) -> str:
        """The heading in one vocabulary; one that names nobody is for the title's audience."""
        heading = canonical(self.heading)
        if self.section != self.heading and not _AUDIENCE.search(heading):
            heading = " ".join((heading, *_AUDIENCE.findall(canonical(self.section))))
        if self.audience and not _AUDIENCE.search(heading):
            return f"{heading} {self.audience}"
        return heading

    @cached_property
    def asked(self) -> str:
        """The question that the sentence answers, where its heading is one; else ""."""
        return canonical(self.heading) if "?" in self.heading else ""

    @cached_property
    def answer(self) -> str:
        """The question, if any, and the sentence: "may I ...? We would rather you did not"."""
        return f"{self.asked} {self.said}" if self.asked else self.said

    @cached_property
    def full(self) -> str:
        """Stem and sentence as the document has them."""
        return f"{self.stem} {self.text}" if self.stem else self.text

    @property
    def quote(self) -> Quote:
        return Quote(self.text, self.where, self.start, self.end)


_AUDIENCE = re.compile(r"\b(?:pupil|staff|parent)\b")
_APPENDED = re.compile(
    r"\b(?:with|and|including|together with) (?:an |a )?(?:appendix|annex|note)\b"
)
_ADULTS = re.compile(r"\badults\b(?= (?:in|at|who)\b)")
_ON_WHAT = re.compile(r"\b(?:social media|online|digital)\b")
_TITLE_REACH = 5  # passages among which the title is looked for
_LONGEST_TITLE = 120  # characters


def _audience(top: Sequence[Passage]) -> str:
    """Whom the title names, where it names one kind of people only."""
    lines = (each for each in top if each.kind in ("heading", "paragraph", "note"))
    short = (canonical(each.text) for each in lines if len(each.text) <= _LONGEST_TITLE)
    titles = [_ADULTS.sub("staff", _APPENDED.split(title)[0]) for title in short]
    on_it = (_AUDIENCE.findall(title) for title in titles if _ON_WHAT.search(title))
    named = set(next(filter(None, on_it), ()))
    return named.pop() if len(named) == 1 else ""


@dataclass
class _Place:
    """What the reader remembers while it goes down the page."""

    heading: str = ""
    section: str = ""
    numbered: dict[str, str] = field(default_factory=dict)  # "4" -> "Employees"
    stem: str = ""
    stem_quote: Quote | None = None
    style: str = ""  # how the line that introduces the list is numbered itself
    number: int = 0
    audience: str = ""
    mood: str = ""
    people: str = ""  # the last heading that names somebody
    rows: Mapping[int, str] = field(default_factory=dict)
    moods: Mapping[int, str] = field(default_factory=dict)
    heads: frozenset[int] = frozenset()
    officers: Mapping[str, str] = field(default_factory=dict)


def sentences_of(source: SourceText) -> tuple[Sentence, ...]:
    """All sentences of the document, headings included, in order."""
    place = _Place(
        audience=_audience(source.passages[:_TITLE_REACH]),
        rows=contexts(source.passages),
        moods=column_moods(source.passages),
        heads=heads(source.passages),
        officers=officers_in(source.text),
    )
    found: list[Sentence] = []
    for index, passage in enumerate(source.passages):
        found.extend(_of_passage(passage, index, place))
    return tuple(found)


def _of_passage(passage: Passage, index: int, place: _Place) -> Iterator[Sentence]:
    kind = "heading" if _is_question(passage) else passage.kind
    _enter(replace(passage, kind=kind), place)
    last: Sentence | None = None
    before = ""
    found = list(spans(passage.text))
    run_in = _run_in(passage, found)
    for start, end in found:
        at = (passage.start + start, passage.start + end)
        before = last.text if last else ""
        in_list = passage.kind in ("list_item", "table_cell")
        last = Sentence(
            text=fold(passage.text[start:end]),
            where=passage.where,
            start=at[0],
            end=at[1],
            kind="heading" if index in place.heads else kind,
            number=place.number,
            passage=index,
            heading=run_in or place.heading,
            stem=place.stem if in_list else "",
            stem_quote=place.stem_quote if in_list else None,
            audience=place.audience,
            section=(place.section or place.heading) if run_in else place.section,
            row=place.rows.get(index, ""),
            mood=place.moods.get(index) or _mood(kind, passage.text, place),
            officers=place.officers,
        )
        place.number += 1
        yield last
    _leave(passage, last, before, place)


_RUN_IN = 6  # words of a first sentence that heads its numbered paragraph: "2. When unhappy."


def _run_in(passage: Passage, found: Sequence[tuple[int, int]]) -> str:
    if passage.kind not in ("paragraph", "list_item") or len(found) < 2 or not found[0][0]:
        return ""
    first = passage.text[found[0][0] : found[0][1]]
    is_short = len(first.split()) <= _RUN_IN and first.endswith(".")
    return first.rstrip(".") if is_short and _style(passage.text) else ""


_LONGEST_QUESTION = 160  # characters


def _is_question(passage: Passage) -> bool:
    """A short question on a line of its own heads the answer that follows."""
    asks = passage.text.endswith("?") and len(passage.text) <= _LONGEST_QUESTION
    if _ASKED.match(passage.text) and len(passage.text) <= _LONGEST_QUESTION:
        return True
    return asks and (passage.kind == "paragraph" or bool(_style(passage.text)))


_ASKS = re.compile(r"\b(?:must|should|will|shall|may|do|are|can|to|not|asked?|who|expected)$", re.I)


def _enter(passage: Passage, place: _Place) -> None:
    if passage.kind == "heading":
        place.heading = _HEADING_NUMBER.sub("", passage.text, count=1)
        if "?" not in place.heading:
            place.section = _section(passage.text, place)
        _set_mood(place)
        place.stem, place.stem_quote, place.style = "", None, ""
        if _ASKS.search(place.heading):  # "STAFF MUST NOT" is a heading and a stem in one
            place.stem = place.heading
    elif passage.kind in ("paragraph", "note") or _is_next(passage.text, place.style):
        place.stem, place.stem_quote, place.style = "", None, ""


_NUMBER = re.compile(r"\s*(?P<above>\d{1,2}(?:\.\d{1,2})*?)(?P<last>\.\d{1,2})?\.?\s")


def _section(text: str, place: _Place) -> str:
    """The heading itself; of "4.3 Personal use" that of section 4, where it names people."""
    number = _NUMBER.match(text)
    if number is None:
        return place.heading
    above = place.numbered.get(number["above"], "") if number["last"] else ""
    place.numbered[number["above"] + (number["last"] or "")] = place.heading
    return above if _AUDIENCE.search(canonical(above)) else place.heading


def _mood(kind: Kind, text: str, place: _Place) -> str:
    """A heading has none; one that only names people speaks for the items of its lists."""
    if kind == "list_item" and not place.mood and not place.stem:
        names_them = _AUDIENCE.match(canonical(text))
        return "" if names_them else people_of(canonical(place.heading))
    return "" if kind == "heading" else place.mood


def _set_mood(place: _Place) -> None:
    """ "Staff", then "Never": the second heading is still about staff."""
    place.mood = mood_of(place.heading)
    if place.mood and place.people:
        place.heading = f"{place.people}: {place.heading}"
    elif not place.mood:
        named = _AUDIENCE.search(canonical(place.heading))
        place.people = place.heading if named else ""


_STYLES = (
    ("dotted", re.compile(r"(?:\d{1,2}|[A-Z])\.\d")),
    ("digit", re.compile(r"\d{1,2}[.)]?\s")),
    ("roman", re.compile(r"\(?[ivx]{1,4}[.)]\s")),
    ("letter", re.compile(r"\(?[a-zA-Z][.)]\s")),
)


def _style(text: str) -> str:
    return next((name for name, words in _STYLES if words.match(text)), "")


def _is_next(text: str, style: str) -> bool:
    """Whether a numbered line goes on after a list instead of being a part of it."""
    own = _style(text)
    return own == "dotted" or (own != "" and own == style)


_BARE = 3  # words; "They:" needs the sentence before it to say whom it means


def _leave(passage: Passage, last: Sentence | None, before: str, place: _Place) -> None:
    """A passage that ends with a colon introduces the items that follow."""
    if last is None or not passage.text.rstrip().endswith(":"):
        return
    if passage.kind in ("paragraph", "list_item", "note"):
        bare = before and len(last.text.split()) <= _BARE
        place.stem = f"{before.rstrip('.!?')}, {last.text}" if bare else last.text
        place.stem_quote = last.quote
        place.style = _style(passage.text)
