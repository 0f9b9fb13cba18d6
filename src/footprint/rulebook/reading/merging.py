"""What many sentences state, brought together: one value for each part of each clause."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from footprint.rulebook.catalogue import BY_NAME, Part, PartKind
from footprint.rulebook.policy import Clause, Plain, Quote, Value
from footprint.rulebook.reading.matching import Found, Mention, Result
from footprint.rulebook.terms import ClauseName, Stated


def merged(results: Sequence[Result]) -> Mapping[ClauseName, Clause]:
    """Every clause of the catalogue, with what was found of it."""
    found: dict[ClauseName, list[Found]] = {}
    mentions: dict[ClauseName, list[Mention]] = {}
    for result in results:
        if isinstance(result, Found):
            found.setdefault(result.clause, []).append(result)
        else:
            mentions.setdefault(result.clause, []).append(result)
    return MappingProxyType(
        {name: _clause(name, found.get(name, []), mentions.get(name, [])) for name in ClauseName}
    )


def _clause(name: ClauseName, found: Sequence[Found], mentions: Sequence[Mention]) -> Clause:
    in_order = sorted(found, key=lambda each: each.sentence.number)
    values = _values(name, in_order)
    if values:
        used = [each for each in in_order if each.key in values and _is_behind(each, values)]
        return Clause(name, Stated.STATED, MappingProxyType(values), _quotes(used))
    if mentions:
        quotes = tuple(dict.fromkeys(each.sentence.quote for each in mentions))
        return Clause(name, Stated.UNCLEAR, MappingProxyType({}), quotes)
    return Clause(name, Stated.NOT_STATED)


def _values(name: ClauseName, found: Sequence[Found]) -> dict[str, Value]:
    values = {}
    for part in BY_NAME[name].parts:
        of_part = [each for each in found if each.key == part.key]
        if of_part:
            values[part.key] = _value(part, of_part)
    return {key: value for key, value in _tidied(values).items() if value.value not in ((), {})}


def _value(part: Part, found: Sequence[Found]) -> Value:
    if part.kind in (PartKind.TEXTS, PartKind.CHOICES):
        return Value(_union(part, found), found[0].sentence.quote)
    if part.kind in (PartKind.KEEPERS, PartKind.AGES):
        return Value(_mapping(found), found[0].sentence.quote)
    best = max(found, key=lambda each: each.rank)  # the first of those with the highest rank
    return Value(best.value, best.sentence.quote)


def _union(part: Part, found: Sequence[Found]) -> Plain:
    each = [item for one in found if isinstance(one.value, tuple) for item in one.value]
    if part.kind is PartKind.TEXTS:
        return tuple(dict.fromkeys(each))
    return tuple(value for value, _ in part.choices if value in each)


def _mapping(found: Iterable[Found]) -> Plain:
    whole: dict[str, Plain] = {}
    for one in found:
        if not isinstance(one.value, Mapping):
            continue
        for key, new in one.value.items():
            old = whole.get(key, ())
            if isinstance(old, tuple) and isinstance(new, tuple):
                whole[key] = tuple(dict.fromkeys((*old, *new)))
            else:
                whole.setdefault(key, new)
    return MappingProxyType(whole)


def _tidied(values: dict[str, Value]) -> dict[str, Value]:
    """A service with the general age has no age of its own; a named person outdoes an office."""
    general, ages = values.get("general"), values.get("exceptions")
    if general and ages and isinstance(ages.value, Mapping):
        other = {key: age for key, age in ages.value.items() if age != general.value}
        values["exceptions"] = Value(MappingProxyType(other), ages.quote)
    people, roles = values.get("keepers"), values.get("roles")
    if people and roles and isinstance(people.value, Mapping) and isinstance(roles.value, Mapping):
        left = {key: who for key, who in roles.value.items() if key not in people.value}
        values["roles"] = Value(MappingProxyType(left), roles.quote)
    return values


def _is_behind(found: Found, values: Mapping[str, Value]) -> bool:
    """Whether the sentence is behind the value that was kept, not one that lost to it."""
    kept = values[found.key].value
    if isinstance(kept, tuple | Mapping):
        return True
    return found.value == kept


def _quotes(found: Iterable[Found]) -> tuple[Quote, ...]:
    """Each sentence once, in the document's order; a list item after the line above its list."""
    quotes: dict[Quote, None] = {}
    for each in found:
        if each.sentence.stem_quote:
            quotes.setdefault(each.sentence.stem_quote)
        quotes.setdefault(each.sentence.quote)
    return tuple(quotes)
