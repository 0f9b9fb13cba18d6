"""
The words of the field: one entry serves every clause that speaks of the thing.

Data only. Phrases are in the one vocabulary of `wording.canonical`, parted by ";"; `marking` says
what "~" and "..." stand for. A phrase may stand in several entries.
"""

from footprint.rulebook.reading.lexicon import acts, qualities, things
from footprint.rulebook.reading.marking import Lexicon

LEXICON = Lexicon({**things.WORDS, **acts.WORDS, **qualities.WORDS})
