"""
The words and phrases that the rules know, as plain text files; nothing here decides.

`*.txt` here are of two sorts. Lists: `masked`, `stretched`, `titles`,
`not_names`, `small_numbers` (words), `shorthand`, `emoji` (`typed = words`), `languages`
(`Name = words`). Phrase books: everything else; their
notation is described in `patterns.py`. Rude words stand here only where a post could not be
recognised without them; masked spellings are undone by `normalising.py`, not listed.
"""

from functools import cache
from importlib.resources import files


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of one file, without comments and blank lines."""
    text = (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split(" # ")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("# "))


@cache
def words_of(name: str) -> frozenset[str]:
    """A list: every word of the file."""
    return frozenset(word for line in lines_of(name) for word in line.split())


@cache
def words_by_name(name: str) -> dict[str, str]:
    """A list of `typed = words`."""
    pairs = (line.partition("=") for line in lines_of(name))
    return {typed.strip(): words.strip() for typed, _, words in pairs}
