"""What a person should look at: broken references, dead links, duties without a number, gaps."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from footprint.rulebook.policy import Clause, Quote
from footprint.rulebook.reading.matching import USUAL, Found, Result
from footprint.rulebook.reading.result import Finding, FindingKind
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.source import Passage, SourceText
from footprint.rulebook.terms import ClauseName

_BROKEN = re.compile(
    r"error! (?:reference source|bookmark|no text|unknown)[^.]{0,40}", re.IGNORECASE
)
_NOWHERE = re.compile(
    r"\(?\bsee (?P<what>page|section|appendix|annex|paragraph)\s*"
    r"(?=[).,;]|$|(?:and|or|for|in|of)\b)",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(
    r"\[(?:insert|name|school|your|add|enter|delete|date|xx)[^\]]{0,60}\]"
    r"|<(?:insert|name|school|your|add|enter|date)[^>]{0,60}>|\bXX+\b|\binsert name\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"promptly|immediately|without delay|as soon as possible|straight away|at once|forthwith"
    r"|quickly|swiftly|right away|as quickly as possible"
)
_UNDATED = re.compile(
    r"\b(?:last|past) (?:\d+|two|three|four|five|six|seven|ten|few) (?:years|months)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d|\b(?:many|hundreds|dozens)\b")
_DEAD = ("", "#", "about:blank", "javascript:void(0)", "javascript:;", "http://", "https://")


def findings_of(
    source: SourceText,
    sentences: Sequence[Sentence],
    results: Sequence[Result],
    clauses: Mapping[ClauseName, Clause],
) -> Iterator[Finding]:
    """All findings that need no knowledge of the outside world, in the order of the document."""
    for sentence in sentences:
        yield from _in_sentence(sentence)
    yield from _links(source.passages, sentences)
    yield from _contradictions(results)
    yield from _vague(clauses)
    yield from _gaps(clauses)


def _in_sentence(sentence: Sentence) -> Iterator[Finding]:
    if _BROKEN.search(sentence.text):
        yield Finding(
            FindingKind.BROKEN_REFERENCE,
            "A cross-reference in this sentence is broken: the name of what it points to is lost.",
            sentence.quote,
            "Write the name of the policy or section that is meant.",
        )
    if match := _NOWHERE.search(sentence.text):
        yield Finding(
            FindingKind.BROKEN_REFERENCE,
            f"This sentence says “see {match['what'].lower()}” without saying which.",
            sentence.quote,
            "Add the number, or the name of what is meant.",
        )
    if _TEMPLATE.search(sentence.text):
        yield Finding(
            FindingKind.LEFT_IN_TEMPLATE,
            "A gap of the template was never filled in.",
            sentence.quote,
            "Fill it in, or take the sentence out.",
        )
    dated = _YEAR.search(sentence.text) or not _NUMBER.search(sentence.text)
    if _UNDATED.search(sentence.text) and not dated:
        yield Finding(
            FindingKind.UNDATED_NUMBER,
            "A number is given for the last years, without saying which years.",
            sentence.quote,
            "Add the years and the source, or take the number out.",
        )


def _links(passages: Iterable[Passage], sentences: Sequence[Sentence]) -> Iterator[Finding]:
    first = {sentence.passage: sentence for sentence in reversed(sentences)}
    for index, passage in enumerate(passages):
        for link in passage.links:
            if link.target.strip().lower() in _DEAD:
                holder = _holding(link.text, index, sentences, first)
                yield Finding(
                    FindingKind.DEAD_LINK,
                    f"The link “{link.text}” leads nowhere.",
                    holder.quote if holder else None,
                    "Give the link its address, or name the document so that people can find it.",
                )


def _holding(
    words: str, index: int, sentences: Sequence[Sentence], first: Mapping[int, Sentence]
) -> Sentence | None:
    start = first.get(index)
    if start is None:
        return None
    for sentence in sentences[start.number :]:
        if sentence.passage != index:
            break
        if words and words in sentence.text:
            return sentence
    return start


# Two values of one part that cannot both be meant. Different people may have different rules, so
# only plain opposites count.
_OPPOSITES = (
    {"never", "always"}, {"never", "general_enquiries"}, {"forbidden", "allowed"},
)  # fmt: skip


def _contradictions(results: Sequence[Result]) -> Iterator[Finding]:
    firsts: dict[tuple[ClauseName, str], Found] = {}
    told: set[tuple[ClauseName, str]] = set()
    for each in results:
        if not isinstance(each, Found) or each.rank < USUAL:
            continue
        place = (each.clause, each.key)
        first = firsts.setdefault(place, each)
        if place not in told and _opposed(first, each):
            told.add(place)
            yield _contradiction(first, each)


def _opposed(one: Found, other: Found) -> bool:
    if one.sentence == other.sentence:
        return False
    ages = one.clause is ClauseName.MINIMUM_AGE and one.key == "general"
    if ages or one.key == "days":
        return one.value != other.value
    pair = {value for value in (one.value, other.value) if isinstance(value, str)}
    return pair in _OPPOSITES


def _contradiction(one: Found, other: Found) -> Finding:
    return Finding(
        FindingKind.CONTRADICTION,
        f"This sentence does not agree with another one: “{one.sentence.text}”",
        other.sentence.quote,
        "Decide which of the two is meant and change the other.",
    )


def _vague(clauses: Mapping[ClauseName, Clause]) -> Iterator[Finding]:
    deletion = clauses[ClauseName.DELETION_REQUEST]
    expected = deletion.get("expected")
    if isinstance(expected, str) and _VAGUE.fullmatch(expected) and deletion.get("days") is None:
        yield Finding(
            FindingKind.DUTY_WITHOUT_NUMBER,
            f"A post is to be deleted “{expected}”, but no number of days is given.",
            deletion.quote_for("expected"),
            "Say how many school days that is; we ask for the number when you adopt the policy.",
        )


_GAPS = (
    (ClauseName.DELETION_REQUEST, ClauseName.THIRD_PARTY_REPORT,
     "The policy does not say what happens when somebody outside the school wrote the post.",
     "Add how it is reported to the platform, and which helpline can be asked."),
    (ClauseName.NO_FRIENDING, ClauseName.BREACH_NOTICE,
     "The policy limits contact between pupils and adults, but not who is told of an attempt.",
     "Say who is told when a child, and when a member of staff, tries to connect."),
    (ClauseName.PRIVATE_CONCERNS, ClauseName.COMPLAINTS_PROCEDURE,
     "Parents are asked to raise concerns in private, but not told what follows if that fails.",
     "Refer to the complaints procedure."),
    (None, ClauseName.DELETION_REQUEST,
     "The policy does not say that the school asks for a harmful post to be deleted, or who asks.",
     "Say who asks the author, and by when the post should be gone."),
    (None, ClauseName.QUESTIONS,
     "The policy does not say whom parents or staff should ask.",
     "Name the office for parents and the designated safeguarding lead for staff."),
    (None, ClauseName.BREACH_ROUTE,
     "The policy does not say under which policy a breach is dealt with.",
     "Refer to the behaviour policy and the staff code of conduct."),
)  # fmt: skip


def _gaps(clauses: Mapping[ClauseName, Clause]) -> Iterator[Finding]:
    for given, missing, said, to_do in _GAPS:
        needed = given is None or clauses[given].is_stated
        if needed and not clauses[missing].is_stated:
            quote: Quote | None = clauses[given].quote if given else None
            yield Finding(FindingKind.GAP, said, quote, to_do)
    watch, keepers = clauses[ClauseName.REPUTATION], clauses[ClauseName.CHANNEL_KEEPERS]
    if watch.get("monitors") and not keepers.is_stated:
        yield Finding(
            FindingKind.DUTY_WITHOUT_PERSON,
            "The school says that it watches what is said about it, but nobody is named to do it.",
            watch.quote_for("monitors"),
            "Name a person for each channel, and who stands in.",
        )
