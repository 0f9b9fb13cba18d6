"""
Which language is a text in, if not English? So that nobody takes an unread text for calm.

By script for languages with one of their own, by common words for those in Latin letters.
A word or two of another language in an English post ("diolch to all") leaves it English.
"""

import unicodedata
from functools import cache

from footprint.signals.lexicon import words_by_name

_SCRIPTS = {
    "GURMUKHI": "Punjabi",
    "BENGALI": "Bengali",
    "GUJARATI": "Gujarati",
    "DEVANAGARI": "Hindi or Nepali",
    "TAMIL": "Tamil",
    "CJK": "Chinese or Japanese",
    "HANGUL": "Korean",
    "GREEK": "Greek",
    "HEBREW": "Hebrew",
    "ETHIOPIC": "Amharic or Tigrinya",
}
_URDU = frozenset("ٹڈڑںےہھگچپ")
_UKRAINIAN = frozenset("іїєґ")
_LETTERS_LOOKED_AT = 2_000
_FEW_WORDS = 2  # in so short a text one word of the language is enough


def unread_language(text: str, words: tuple[str, ...]) -> str:
    """The language's English name, or "" for English and for texts too short to say."""
    return _by_script(text[:_LETTERS_LOOKED_AT]) or _by_words(words)


def _by_script(text: str) -> str:
    letters = [letter for letter in text.lower() if letter.isalpha()]  # "İ" becomes two
    scripts = [unicodedata.name(letter, "?").split()[0] for letter in letters]
    foreign = [s for s in scripts if s in _SCRIPTS or s in ("ARABIC", "CYRILLIC")]
    if len(foreign) * 2 <= len(letters) or not foreign:
        return ""
    most = max(sorted(set(foreign)), key=foreign.count)
    if most == "ARABIC":
        return "Urdu" if _URDU & set(letters) else "Arabic"
    if most == "CYRILLIC":
        ukrainian = _UKRAINIAN & set(letters)
        return "Ukrainian" if ukrainian else "a language in Cyrillic letters"
    return _SCRIPTS[most]


def _by_words(words: tuple[str, ...]) -> str:
    said = [word for word in words if word.isalpha()]
    known = _common_words()
    counts = {name: sum(w in common for w in said) for name, common in known.items()}
    english = counts.pop("English")
    best = max(counts, key=lambda name: counts[name])
    needed = 1 if len(said) <= _FEW_WORDS and not english else 2
    return best if counts[best] >= needed and counts[best] > english * 2 else ""


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(w.split()) for name, w in words_by_name("languages").items()}
