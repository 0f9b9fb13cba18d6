"""The values of a clause in plain words, one line for each thing that the policy states."""

from collections.abc import Callable, Mapping

from footprint.rulebook.catalogue import BY_NAME, Part, PartKind
from footprint.rulebook.policy import Clause, Plain


def clause_in_words(clause: Clause) -> tuple[str, ...]:
    """
    One line for each value of the clause, in the catalogue's order.

    A clause that states something but has no values that we know of gives no line: its sentences
    are then all there is to show.
    """
    parts = BY_NAME[clause.name].parts
    found = ((part, clause.get(part.key)) for part in parts)
    return tuple(value_in_words(part, value) for part, value in found if value is not None)


def value_in_words(part: Part, value: Plain) -> str:
    """One value with its label, such as "Deletion is requested by: the school"."""
    if part.kind is PartKind.YES:
        return part.label
    return f"{part.label}: {_SHAPES[part.kind](part, value)}"


def _plain(part: Part, value: Plain) -> str:
    return str(value)


def _choice(part: Part, value: Plain) -> str:
    return dict(part.choices).get(str(value), str(value))


def _choices(part: Part, value: Plain) -> str:
    return ", ".join(_choice(part, each) for each in _several(value))


def _texts(part: Part, value: Plain) -> str:
    return ", ".join(str(each) for each in _several(value))


def _keepers(part: Part, value: Plain) -> str:
    pairs = _pairs(value)
    return "; ".join(
        f"{channel}: {' and '.join(str(name) for name in _several(names))}"
        for channel, names in pairs.items()
    )


def _ages(part: Part, value: Plain) -> str:
    return ", ".join(f"{service} {years}" for service, years in _pairs(value).items())


def _several(value: Plain) -> tuple[Plain, ...]:
    return value if isinstance(value, tuple) else (value,)


def _pairs(value: Plain) -> Mapping[str, Plain]:
    return value if isinstance(value, Mapping) else {}


_SHAPES: Mapping[PartKind, Callable[[Part, Plain], str]] = {
    PartKind.YES: _plain,
    PartKind.NUMBER: _plain,
    PartKind.TEXT: _plain,
    PartKind.TEXTS: _texts,
    PartKind.CHOICE: _choice,
    PartKind.CHOICES: _choices,
    PartKind.KEEPERS: _keepers,
    PartKind.AGES: _ages,
}
