"""Finds the children whom parents' rows name: in the file first, then in the register."""

from collections.abc import Iterable, Mapping

from footprint.people.importing.incoming import Child, Incoming
from footprint.people.importing.problem import BadCell
from footprint.people.importing.register import Known, Register, plain_name, turned_name
from footprint.rulebook.terms import Audience

Target = str | int  # a ref of the file, or a key of the register


class Children:
    """The pupils of a file and of the register, by row, by key and by name."""

    def __init__(
        self,
        people: Iterable[Incoming],
        register: Register,
        found: Mapping[str, Known | None],
        unread: frozenset[str],
    ) -> None:
        """
        Args:
            found: {ref: the person of the register, or None for somebody new}; grows meanwhile.
            unread: names and keys of rows that could not be read.
        """
        self._unread = unread
        self._register = register
        self._found = found
        self._by_word: dict[str, list[Incoming]] = {}
        self._by_row: dict[int, str] = {}
        for person in people:
            if Audience.PUPIL in person.parts:
                self._by_row[person.row] = person.ref
                details = person.details
                name = plain_name(details.given_name, details.family_name)
                for word in {details.external_id.casefold(), name} - {""}:
                    self._by_word.setdefault(word, []).append(person)

    def target(self, child: Child) -> Target:
        """
        The child that is meant.

        Raises:
            BadCell: nobody, several, or one whose own row is not taken.
        """
        if child.row:
            return self._taken(self._by_row.get(child.row, ""), "the child in this row")
        in_file = self._by_word.get(child.named.casefold()) or self._by_word.get(
            turned_name(child.named), []
        )
        if len(in_file) > 1:
            raise BadCell(f"the file has more than one pupil “{child.named}”. Use their keys.")
        if in_file:
            return self._taken(in_file[0].ref, f"the child “{child.named}”")
        return self._in_register(child.named)

    def known(self, target: Target) -> int | None:
        """The key in the register of a child, None for one who is new."""
        if isinstance(target, int):
            return target
        known = self._found.get(target)
        return known.pk if known else None

    def relatives(self, person: Incoming) -> set[int]:
        """The keys of those who are linked to the children of this row already."""
        found: set[int] = set()
        for child in person.children:
            try:
                pk = self.known(self.target(child))
            except BadCell:
                continue
            if pk is not None:
                found |= self._register.relatives.get(pk, set())
        return found

    def _taken(self, ref: str, child: str) -> Target:
        if ref not in self._found:
            raise BadCell(f"{child} is not taken, so this parent is not either.")
        return ref

    def _in_register(self, named: str) -> int:
        by_key = self._register.by_key.get(named)
        candidates = [by_key] if by_key else self._register.by_name.get(turned_name(named), [])
        pupils = [each for each in candidates if Audience.PUPIL in each.parts]
        if len(pupils) > 1:
            raise BadCell(f"the register has more than one pupil “{named}”. Use their keys.")
        if not pupils and {named, turned_name(named)} & self._unread:
            raise BadCell(f"the row of the child “{named}” has a problem itself.")
        if not pupils:
            raise BadCell(f"the child “{named}” is neither in the file nor in the register.")
        return pupils[0].pk
