"""
Which school of the whole register is a post about? One pass over a block of posts for all names.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from footprint.matching.answers import NOTHING, Answer, Context
from footprint.matching.blocks import block_of, ends_of, words_of
from footprint.matching.engine import Engine, engine_for
from footprint.matching.heads import is_holy, name_parts, patterns
from footprint.matching.mentions import Mention, may_be_mention, may_be_tag, mention_at
from footprint.matching.narrowing import Narrowing
from footprint.matching.places import Places
from footprint.matching.register import RegisteredSchool
from footprint.matching.school_words import Tail

_POSTS_AT_ONCE = 2_000  # more falls out of the processor's cache
_NO_CONTEXT = Context()
_MOST_AT_ONE_SITE = 8  # a web address of more schools is a company's


class Attribution:
    """
    The names of all schools, built once, asked for any number of posts.

    Args:
        engine: what finds the patterns; the best that is installed unless a test says otherwise.
    """

    def __init__(
        self,
        schools: Sequence[RegisteredSchool],
        *,
        engine: Callable[[Sequence[bytes]], Engine] = engine_for,
    ) -> None:
        groups: dict[str, dict[tuple[Tail, bool], list[int]]] = {}
        sites: dict[str, set[int]] = defaultdict(set)
        for number, school in enumerate(schools):
            for head, tail, whole in name_parts(school):
                groups.setdefault(head, {}).setdefault(_kind(tail, whole), []).append(number)
            if site := _site(school.web):
                sites[site].add(number)
        self._groups = {
            head: {key: frozenset(numbers) for key, numbers in by_tail.items()}
            for head, by_tail in groups.items()
        }
        self._sites = {
            site: frozenset(numbers)
            for site, numbers in sites.items()
            if len(numbers) <= _MOST_AT_ONE_SITE
        }
        self.patterns, self._heads = self._listed()
        listed = list(enumerate(self._heads))
        self._tags = {number for number, (_, _, joined) in listed if joined}
        self._sure = {number for number, (_, alone, _) in listed if alone}
        self._engine = engine([pattern.encode() for pattern in self.patterns])
        self._places = Places(schools)
        self.narrowing = Narrowing(schools, self._groups, self._places)

    def about(self, text: str, context: Context = _NO_CONTEXT) -> Answer:
        """Which school one post is about."""
        return self.about_each([text], [context])[0]

    def about_each(
        self, texts: Sequence[str], contexts: Sequence[Context] | None = None
    ) -> list[Answer]:
        """The same for many posts, many times faster."""
        answers: list[Answer] = []
        for start in range(0, len(texts), _POSTS_AT_ONCE):
            some = texts[start : start + _POSTS_AT_ONCE]
            found = [NOTHING] * len(some)
            for number, answer in self._read(
                some, contexts[start : start + _POSTS_AT_ONCE] if contexts else None
            ):
                found[number] = answer
            answers += found
        return answers

    def _read(
        self, texts: Sequence[str], contexts: Sequence[Context] | None
    ) -> Iterator[tuple[int, Answer]]:
        block = block_of(texts)
        hits = self.named_in(block)
        if not hits:
            return
        ends = ends_of(block)
        by_post: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, start, end in hits:
            post = bisect_right(ends, start)
            begin = ends[post - 1] if post else 0
            by_post[post].append((number, start - begin, end - begin))
        for post, listed in by_post.items():
            line = block[ends[post - 1] if post else 0 : ends[post] - 1]
            context = contexts[post] if contexts else _NO_CONTEXT
            yield post, self.decide(texts[post], line, listed, context)

    def named_in(self, block: bytes) -> list[tuple[int, int, int]]:
        """The hits of the engine that may name a school: most heads are words of everyday."""
        sure, tags = self._sure, self._tags
        return [
            hit
            for hit in self._engine.hits(block)
            if hit[0] in sure or (may_be_tag if hit[0] in tags else may_be_mention)(block, hit[2])
        ]

    def decide(
        self, text: str, line: bytes, hits: Iterable[tuple[int, int, int]], context: Context
    ) -> Answer:
        """What the hits in one line mean."""
        mentions: list[Mention] = []
        sites: frozenset[int] = frozenset()
        dotted = text.casefold().replace("-", ".") if "." in text else ""
        for number, start, end in hits:
            head, _, joined = self._heads[number]
            if head in self._sites and not joined and head.replace(" ", ".") in dotted:
                sites |= self._sites[head]
            if head in self._groups:
                mentions.append(mention_at(line, head, start, end, joined=joined))
        words = line.decode("ascii").split()
        return self.narrowing.decide(text, words, mentions, sites, context)

    def _listed(self) -> tuple[list[str], list[tuple[str, bool, bool]]]:
        """Patterns, and for each its head, whether it counts alone, and if it begins a hashtag."""
        rows: dict[str, tuple[str, bool, bool]] = {}
        for head, groups in self._groups.items():
            alone = is_holy(head) or any(whole for _, whole in groups)
            for pattern in patterns(head):
                joined = not pattern.endswith(" ")
                rows.setdefault(pattern, (head, alone, joined))
        for site in self._sites:
            rows.setdefault(f" {site} ", (site, True, False))
        return list(rows), list(rows.values())


@lru_cache(maxsize=4096)
def _kind(tail: Tail, whole: bool) -> tuple[Tail, bool]:
    """One object for each of the few hundred that there are."""
    return tail, whole


def _site(web: str) -> str:
    """The host in words, with the path where it is on somebody else's: "oakfield example"."""
    if not web:
        return ""
    host = urlsplit(web if "//" in web else f"//{web}").netloc
    words = words_of(host.lower().removeprefix("www."))
    return words if " " in words else ""
