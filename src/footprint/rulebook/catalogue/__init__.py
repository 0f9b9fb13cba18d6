"""
The clauses that are looked for in every policy, and the values that each may state.

One table serves the reader (what to look for), the review page (what to confirm), the builder
(what to ask) and the reference documentation. A clause here is a question to the document:
silence is the answer "your policy does not say", never a default.
"""

from footprint.rulebook.catalogue import families, incidents, people, presence
from footprint.rulebook.catalogue.parts import Entry, Part, PartKind
from footprint.rulebook.terms import ClauseName

__all__ = ["BY_NAME", "CATALOGUE", "Entry", "Part", "PartKind"]

_ENTRIES = (*presence.ENTRIES, *people.ENTRIES, *families.ENTRIES, *incidents.ENTRIES)
_ORDER = {name: place for place, name in enumerate(ClauseName)}

CATALOGUE: tuple[Entry, ...] = tuple(sorted(_ENTRIES, key=lambda entry: _ORDER[entry.name]))
BY_NAME = {entry.name: entry for entry in CATALOGUE}
