"""
What each clause means, and what schools choose and why: invented, neutral, never a recommendation.

A folder of its own because these are texts for people to read and mend, and no code.
"""

from collections.abc import Mapping

from footprint.policies.choices import families, incidents, people, presence
from footprint.policies.choices.parts import Guide, Option
from footprint.rulebook.terms import ClauseName

__all__ = ["GUIDES", "Guide", "Option"]

GUIDES: Mapping[ClauseName, Guide] = {
    **presence.GUIDES,
    **people.GUIDES,
    **families.GUIDES,
    **incidents.GUIDES,
}
