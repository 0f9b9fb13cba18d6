"""
The attribution of posts to the register once more, plain and slow: what the fast one must equal.

One post at a time, one letter at a time, every pattern tried by itself. Whoever makes
`attribution` faster must leave this as it is, so that there stays something to agree with.
"""

from footprint.matching.answers import Answer, Context
from footprint.matching.attribution import Attribution
from footprint.matching.blocks import plain_letters


def about_plainly(attribution: Attribution, text: str, context: Context | None = None) -> Answer:
    """The same answer as `attribution.about(text, context)`, with its names and places."""
    line = f" {plain_words(text)} ".encode()
    hits: list[tuple[int, int, int]] = []
    for number, pattern in enumerate(attribution.patterns):
        wanted = pattern.encode()
        hits += [
            (number, start, start + len(wanted))
            for start in range(len(line))
            if line[start : start + len(wanted)] == wanted
        ]
    return attribution.decide(text, line, hits, context or Context())


def plain_words(text: str) -> str:
    """What `blocks.words_of` gives, letter by letter."""
    spaced = text.replace("&amp;", "&").replace("&", " and ")
    letters = "".join(each if each.isascii() else plain_letters(each) for each in spaced)
    words = "".join(each if each.isalnum() else " " for each in letters.lower()).split()
    return " ".join("st" if word == "saint" else word for word in words)
