"""
What else one could run on the same machine to find schools in posts and tell which is meant.

The finders get the usual list of watch terms for each school (name, head with "School" and
"Primary", head with town, postcode, web address).
"""

import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from footprint.matching.register import RegisteredSchool

try:
    from rapidfuzz import fuzz, process
except ImportError:  # only where somebody installed it beside the project
    process = None

_NOT_WORD = re.compile(r"[^a-z0-9@]+")
_SAINT = re.compile(r"\bsaint\b")
_HEAD = re.compile(
    r"\b(CofE|C of E|C\.?E\.?|R\.?C\.?|Catholic|Church|Roman|Community|Primary|Junior|Infants?"
    r"|Academy|High|School|Nursery|College|Grammar)\b",
    re.IGNORECASE,
)


_ASCII = {code: (chr(code).lower() if chr(code).isalnum() else " ") for code in range(128)}
_ASCII[39] = None  # type: ignore[assignment]


def plain(text: str) -> str:
    """As lean as one post at a time gets in Python."""
    if not text.isascii():
        text = text.replace("’", "").replace("‘", "")
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(each if each.isascii() else " " for each in apart
                       if not unicodedata.combining(each))  # fmt: skip
    return " ".join(text.translate(_ASCII).split()).replace("saint ", "st ")


def terms(schools: Iterable[RegisteredSchool]) -> list[str]:
    """All watch terms of all schools, once each."""
    found: set[str] = set()
    for school in schools:
        head = _HEAD.split(school.name)[0].strip(" ,-(") or school.name
        written = [school.name, f"{head} School", f"{head} Primary", f"{head} {school.town}"]
        written += [school.postcode, re.sub(r"^https?://(www\.)?|/.*$", "", school.web)]
        found |= {term for each in written if len(term := plain(each)) > 5}
    return sorted(found)


class DictNgrams:
    """First words to lengths, then a look into one dictionary."""

    name = "dict of n-grams, pure Python"

    def __init__(self, listed: Sequence[str]) -> None:
        self._terms = set(listed)
        lengths = defaultdict(set)
        for term in listed:
            lengths[term.split(" ", 1)[0]].add(term.count(" ") + 1)
        self._lengths = {first: tuple(sorted(each)) for first, each in lengths.items()}

    def run(self, posts: Sequence[str]) -> int:
        """How many hits."""
        found = 0
        lengths, known = self._lengths, self._terms
        for post in posts:
            words = plain(post).split()
            for at, word in enumerate(words):
                if word in lengths:
                    for length in lengths[word]:
                        found += " ".join(words[at : at + length]) in known
        return found


class PerPost:
    """One automaton of full terms, called for every post."""

    name = "Aho-Corasick (Rust), per post"

    def __init__(self, listed: Sequence[str]) -> None:
        self._automaton = AhoCorasick([f" {each} " for each in listed], store_patterns=False)

    def run(self, posts: Sequence[str]) -> int:
        """How many hits."""
        find = self._automaton.find_matches_as_indexes
        return sum(len(find(f" {plain(post)} ", overlapping=True)) for post in posts)


class BareScan:
    """The automaton of full terms over blocks that somebody else has normalised."""

    name = "bare scan of full terms (blocks given)"

    def __init__(self, listed: Sequence[str]) -> None:
        self._automaton = BytesAhoCorasick(
            [f" {each} ".encode() for each in listed], implementation=Implementation.ContiguousNFA
        )

    def run(self, blocks: Sequence[bytes]) -> int:
        """How many hits."""
        find = self._automaton.find_matches_as_indexes
        return sum(len(find(block, overlapping=True)) for block in blocks)


class FullText:
    """SQLite's full text over name, town and authority; the best by bm25."""

    name = "SQLite full text, bm25"
    most = 200

    def __init__(self, schools: Sequence[RegisteredSchool]) -> None:
        self._ids = [each.school_id for each in schools]
        self._rows = sqlite3.connect(":memory:")
        self._rows.execute("CREATE VIRTUAL TABLE found USING fts5(name, town, area)")
        self._rows.executemany(
            "INSERT INTO found(rowid, name, town, area) VALUES (?, ?, ?, ?)",
            [
                (number, plain(each.name), plain(each.town), plain(each.authority))
                for number, each in enumerate(schools)
            ],
        )

    def about(self, posts: Sequence[str]) -> list[str | None]:
        """The best school of each."""
        answers: list[str | None] = []
        for post in posts:
            words = {word for word in plain(post).split() if len(word) > 2}
            asked = " OR ".join(f'"{word}"' for word in sorted(words))
            sql = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 1"
            best = self._rows.execute(sql, (asked,)).fetchone() if asked else None
            answers.append(self._ids[best[0]] if best else None)
        return answers


class Fuzzy:
    """rapidfuzz over "name town" of every school."""

    name = "rapidfuzz, token_set_ratio"
    most = 30

    def __init__(self, schools: Sequence[RegisteredSchool]) -> None:
        if process is None:
            raise ModuleNotFoundError("rapidfuzz")
        self._ids = [each.school_id for each in schools]
        self._names = [plain(f"{each.name} {each.town}") for each in schools]

    def about(self, posts: Sequence[str]) -> list[str | None]:
        """The best school of each."""
        return [
            self._ids[process.extractOne(plain(post), self._names, scorer=fuzz.token_set_ratio)[2]]
            for post in posts
        ]
