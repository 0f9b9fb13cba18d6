"""Is a text in Welsh? We read English only, and say so rather than guess."""

import re

# Small words that fill any Welsh text and are not English ones ("a", "at", "or" are left out).
_WELSH = frozenset((
    "y", "yr", "yn", "ac", "ar", "mae", "neu", "gan", "gyda", "ei", "eu", "hyn", "hwn", "wedi",
    "ni", "nid", "os", "oes", "yw", "bydd", "rhaid", "dylai", "dylid", "wrth", "gyfer", "unrhyw",
    "ysgol", "disgyblion", "rhieni", "polisi", "nac", "sydd", "cael", "fod", "dros", "iddo",
))  # fmt: skip
_SHARE = 0.12  # of all words; English text that quotes Welsh stays far below
_LEAST = 30  # words; fewer tell nothing
_WORD = re.compile(r"[a-zâêîôûŵŷ]+", re.IGNORECASE)


def is_welsh(text: str) -> bool:
    """Whether the text is mostly Welsh; a document in both languages is not, and is read."""
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) >= _LEAST and sum(word in _WELSH for word in words) > _SHARE * len(words)
