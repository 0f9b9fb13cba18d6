"""
The pack as one school has it: each fact with the school's own value beside it, never instead.

A file of its own because the pages and the rooms above ask in the same way.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from footprint.guidance.fact import Fact, SchoolsValue, Theme
from footprint.guidance.models import FactOverride
from footprint.guidance.pack import load_pack
from footprint.schools.models import School


@dataclass(frozen=True)
class FactAtSchool:
    """
    What the pack says of one key on a day, and what the school says.

    Args:
        any_fact: the fact that holds, else one of the same key: it gives title, kind and unit.
        fact: what holds on that day; None for what is only announced, or is over.
        coming: what is to come of this key, soonest first.
        override: the school's own value, where it gave one.
    """

    any_fact: Fact
    fact: Fact | None
    coming: tuple[Fact, ...]
    override: FactOverride | None

    @property
    def key(self) -> str:
        return self.any_fact.key

    @property
    def title(self) -> str:
        return self.any_fact.title

    @property
    def own_words(self) -> str:
        """The school's own value in words; empty where it gave none."""
        return self.override.in_words(self.any_fact) if self.override else ""

    @property
    def goes_by(self) -> str:
        """
        What the school goes by, in words: its own value, else the pack's; empty without either.

        A page that shows this shows beside it whose value it is.
        """
        return self.own_words or (self.fact.words if self.fact else "")


def fact_for(*, school: School, key: str, on: date) -> FactAtSchool | None:
    """One key of the pack at this school; None where the pack has nothing for its nation."""
    overrides = FactOverride.objects.of_school(school.pk).about(key).current()
    return _at_school(school, key, on, overrides.first())


def facts_for(*, school: School, on: date) -> dict[Theme, list[FactAtSchool]]:
    """All that holds or is to come in the school's nation, and all that it gave its own value."""
    overrides = {
        override.key: override for override in FactOverride.objects.of_school(school.pk).current()
    }
    found: dict[Theme, list[FactAtSchool]] = {theme: [] for theme in Theme}
    for key in dict.fromkeys(fact.key for fact in load_pack().entries):
        each = _at_school(school, key, on, overrides.get(key))
        if each and (each.fact or each.coming or each.override):
            found[each.any_fact.theme].append(each)
    return found


def own_values(*, school: School, on: date) -> dict[str, SchoolsValue]:
    """{key: what the school went by that day}, for the checks of a policy, which know no tables."""
    found = {}
    for override in FactOverride.objects.of_school(school.pk).held_on(on):
        history = load_pack().history(override.key, nation=school.nation)
        if history:
            words = override.in_words(history[-1])
            since = timezone.localdate(override.at)
            found[override.key] = SchoolsValue(override.value, words, override.reason, since)
    return found


def _at_school(
    school: School, key: str, on: date, override: FactOverride | None
) -> FactAtSchool | None:
    pack = load_pack()
    history = pack.history(key, nation=school.nation)
    if not history:
        return None
    fact = pack.fact(key, nation=school.nation, on=on)
    coming = pack.coming(on=on, nation=school.nation, key=key)
    return FactAtSchool(fact or history[-1], fact, coming, override)
