"""
Is something asked that wants an answer?

A sentence of some words that ends in a question mark. What is asked only to complain or to
praise is recognised by the phrase books and comes before this.
"""

from footprint.rulebook.terms import PostKind
from footprint.signals.books import classes
from footprint.signals.context import Seen
from footprint.signals.findings import Finding
from footprint.signals.normalising import ENDS

_FEWEST_WORDS = 3


def question_in(seen: Seen) -> Finding | None:
    """The first question that is more than a word, from the word that asks to its end."""
    asking = classes()["ask"].singles
    start = 0
    for at, text in enumerate(seen.texts):
        if text not in ENDS:
            continue
        if text == "?" and at - start >= _FEWEST_WORDS:
            asks = [i for i in range(start, at) if seen.texts[i] in asking]
            return _finding(seen, asks[0] if asks else start, at)
        start = at + 1
    return None


def _finding(seen: Seen, first: int, mark: int) -> Finding:
    start, end = seen.words[first].start, seen.words[mark].end
    words = seen.original[start:end]
    return Finding(PostKind.ENQUIRY.value, "question", words, "Asks something.", start, end)
