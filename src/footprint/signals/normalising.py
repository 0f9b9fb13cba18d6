"""
Turn a post as people type it into plain words, each with its place in the original.

"k i l l", "k*ll" and "k1ll" all become "kill"; "y8" becomes "year 8"; a knife emoji becomes
"knife". Only words on the list of often-masked ones are unmasked, so that "8B" or "b4" in a
timetable is not read as something rude.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, pairwise, product

from footprint.signals.lexicon import words_by_name, words_of

MOST_CHARACTERS = 20_000  # what follows is not read, and the reading says so

ENDS = frozenset(".?!")  # tokens that end a sentence

_TOKEN = re.compile(
    r"[^\W_](?:[^\W_]|['’‘`*@$!|](?=[^\W_*]|\*))*|[.?!…\n]|[^\w\s]",
)
# Any width of space: text copied from a table or a page has more than one between letters.
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:(?:[ \t]{1,8}|[.\-_*])[^\W\d_]){2,9}(?![^\W_])")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?:y|yr|year)(\d{1,2})s?")
_CLITICS = str.maketrans("", "", "'’‘`")
_SWAPS = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}
_SWAPS |= {"!": "i", "|": "l"}
_DROPPED = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0f\ufe0e")
_MOST_SWAPS = 6  # letters that may be swapped in one word; more is no word
_FEWEST_SPACED = 3


@dataclass(frozen=True)
class Word:
    """One normalised word and its place, as offsets in the original text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class _Clean:
    text: str
    origin: tuple[int, ...]  # for each character, its offset in the original


def normalise(text: str) -> tuple[Word, ...]:
    """Return the words of the first `MOST_CHARACTERS` characters, in order. Never raises."""
    clean = _clean(text[:MOST_CHARACTERS])
    found: list[Word] = []
    joined = _joined_letters(clean.text)
    skip_to = 0
    for piece in _TOKEN.finditer(clean.text):
        if piece.start() < skip_to:
            continue
        start, end = piece.span()
        spoken: tuple[str, ...]
        if start in joined:
            end, word = joined[start]
            spoken = tuple(_shorthand().get(word, word).split())
            skip_to = end
        else:
            spoken = _spoken(piece.group())
        place = (clean.origin[start], clean.origin[end - 1] + 1)
        found.extend(Word(part, *place) for part in spoken)
    return tuple(found)


def _clean(text: str) -> _Clean:
    """Lower case, plain letters, no invisible characters; the origin of each is kept."""
    letters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        if character in _DROPPED:
            continue
        plain = character.lower() if character.isascii() else _plain(character)
        letters.append(plain)
        origin.extend([place] * len(plain))
    return _Clean("".join(letters), tuple(origin))


@cache
def _plain(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).lower()
    parts = unicodedata.normalize("NFD", folded)
    return "".join(part for part in parts if not unicodedata.combining(part)) or character


def _joined_letters(text: str) -> dict[int, tuple[int, str]]:
    """Where "k i l l" stands: start to (end, "kill"), for words of the masked list only."""
    found: dict[int, tuple[int, str]] = {}
    for run in _SPACED.finditer(text):
        letters = tuple(_LETTER.finditer(text, run.start(), run.end()))
        for first, last in combinations(range(len(letters) + 1), 2):
            word = "".join(letter.group() for letter in letters[first:last])
            start = letters[first].start()
            if len(word) >= _FEWEST_SPACED and word in _masked() and start not in found:
                found[start] = (letters[last - 1].end(), word)
    return found


def _spoken(piece: str) -> tuple[str, ...]:
    """The words that one typed piece stands for; none for mere decoration."""
    if piece in ENDS or piece in "…\n":
        return (piece if piece in ENDS else ".",)
    if not piece[0].isalnum():
        return tuple(_emoji().get(piece, "").split())
    typed = piece.replace("’", "'")  # "she'll" is said, "shell" is found on a beach
    if typed in _shorthand():
        return tuple(_shorthand()[typed].split())
    word = piece.translate(_CLITICS)
    year = _YEAR.fullmatch(word)
    if year:
        return ("year", year.group(1))
    word = _unmask(_squeeze(word))
    return tuple(_shorthand().get(word, word).split())


def _squeeze(word: str) -> str:
    """Two of a letter at most: "sooooo" is "soo"; the shorthand list knows the common ones."""
    if not any(a == b for a, b in pairwise(word)):
        return word
    short = re.sub(r"([^\W\d_])\1{2,}", r"\1\1", word)
    single = re.sub(r"([^\W\d_])\1{2,}", r"\1", word)
    return single if short != word and single in _masked() | _squeezed() else short


@lru_cache(maxsize=4096)
def _unmask(word: str) -> str:
    if word.isalpha() or word.isdigit():
        return word
    if "*" in word:
        return _unstar(word)
    swaps = [_SWAPS.get(letter, letter) for letter in word]
    if sum(letter in _SWAPS for letter in word) > _MOST_SWAPS:
        return word
    guesses = ("".join(letters) for letters in product(*swaps))
    return next((guess for guess in guesses if guess in _masked()), word)


def _unstar(word: str) -> str:
    """A star stands for one letter; a run of stars may stand for more or fewer than it shows."""
    shown = "".join("[a-z]" if letter == "*" else re.escape(letter) for letter in word)
    head, _, tail = word.partition("*")
    fits = [known for known in sorted(_masked()) if re.fullmatch(shown, known)]
    tail = tail.rpartition("*")[2]
    loose = [k for k in sorted(_masked()) if k.startswith(head) and k.endswith(tail)]
    loose = [known for known in loose if len(known) > len(head) + len(tail)]
    return (fits or loose or [word.replace("*", "")])[0]


@cache
def _masked() -> frozenset[str]:
    return words_of("masked")


@cache
def _squeezed() -> frozenset[str]:
    return words_of("stretched")


@cache
def _shorthand() -> dict[str, str]:
    return words_by_name("shorthand")


@cache
def _emoji() -> dict[str, str]:
    return words_by_name("emoji")
