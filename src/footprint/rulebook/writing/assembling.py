"""Short forms are put together here: sections of clauses, some of them in fewer words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.blocks import Block, SchoolFacts, heading, paragraph, title
from footprint.rulebook.writing.document import WRITERS, Writer
from footprint.rulebook.writing.saying import sayable

Chosen: TypeAlias = Callable[[Policy, SchoolFacts], Iterable[Block]]
Section: TypeAlias = tuple[str, Sequence[Chosen]]


def whole(name: ClauseName) -> Chosen:
    """All of a clause, in the words of the long form."""
    return lambda policy, facts: _written(WRITERS[name], policy.clause(name), facts)


def only(name: ClauseName, *keys: str) -> Chosen:
    """Some values of a clause, in the words of the long form; each value stands for itself."""
    return lambda policy, facts: _written(WRITERS[name], _cut(policy.clause(name), keys), facts)


def shorter(name: ClauseName, write: Writer) -> Chosen:
    """A clause in words of the short form's own."""
    return lambda policy, facts: _written(write, policy.clause(name), facts)


def _cut(clause: Clause, keys: Sequence[str]) -> Clause:
    values = {key: value for key, value in clause.values.items() if key in keys}
    return replace(clause, values=MappingProxyType(values))


def _written(write: Writer, clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    said = sayable(clause)
    if said.is_stated:
        yield from write(said, facts)


def one_page(
    name: str, sections: Iterable[Section], policy: Policy, facts: SchoolFacts, *, end: str
) -> tuple[Block, ...]:
    """
    A title, the school's name, the sections that have something to say, and a last line.

    Args:
        end: what to do where the page is silent; always there.
    """
    blocks = [title(name), paragraph(facts.school_name)]
    for named, chosen in sections:
        lines = [block for each in chosen for block in each(policy, facts)]
        if lines:
            blocks += [heading(named), *_as_list(lines)]
    return (*blocks, heading("Not sure?"), paragraph(end))


def _as_list(lines: Iterable[Block]) -> Iterator[Block]:
    """Every sentence a line of one list, but for lists that have a line of their own above."""
    for block in lines:
        stands = block.kind != "paragraph" or block.text.endswith(":")
        yield block if stands else block._replace(kind="list_item")


def ask_the_school(facts: SchoolFacts) -> str:
    """The line that stands where the policy is silent."""
    address = f" at {facts.office_email}" if facts.office_email else ""
    return f"Ask the school{address}."
