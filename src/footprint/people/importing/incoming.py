"""Rows of a table to people who come in: every cell read, every problem named by its row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from footprint.connectors.spreadsheet.rows import Row
from footprint.people.details import Details, without_the_rest
from footprint.people.importing import values
from footprint.people.importing.problem import BadCell, Problem
from footprint.people.importing.register import plain_name, turned_name
from footprint.people.importing.table import Table
from footprint.people.models import Relation
from footprint.rulebook.terms import Audience

CONTACTS = (1, 2)


@dataclass(frozen=True)
class Child:
    """
    A child whom a parent's row names.

    Args:
        named: a key of the school's system, or a name.
        row: the row of the file that it stands in, where the file itself says so; else 0.
    """

    named: str
    relation: Relation
    may_give_permission: bool
    row: int = 0


@dataclass(frozen=True)
class Incoming:
    """
    One person as the file has them.

    Args:
        ref: "12" for row 12, "12.1" for the first parent in it; the same in the same file.
        row: as the spreadsheet program shows it.
        left_on: the day of leaving, if the file has one.
    """

    ref: str
    row: int
    details: Details
    parts: tuple[Audience, ...]
    children: tuple[Child, ...] = ()
    left_on: date | None = None

    @property
    def name(self) -> str:
        """As the file writes it."""
        return f"{self.details.given_name} {self.details.family_name}"


@dataclass(frozen=True)
class Reading:
    """Everybody who could be read, and what is wrong with the others."""

    people: tuple[Incoming, ...]
    problems: tuple[Problem, ...]
    covers: frozenset[Audience]  # whom the file claims to list: others are not missing from it
    unread: frozenset[str] = frozenset()  # names and keys of rows that could not be read


@dataclass(frozen=True)
class Choices:
    """
    What a person confirmed about a file.

    Args:
        columns: field -> heading.
        audience: what everybody is whose row does not say; None where each row must.
        governors_word: the school's own word, such as "LCMs".
    """

    columns: Mapping[str, str]
    audience: Audience | None
    governors_word: str


def read_people(table: Table, choices: Choices) -> Reading:
    """Every row to a person with their parents; never raises for what a cell holds."""
    places = {field: table.headings.index(name) for field, name in choices.columns.items()}
    people: list[Incoming] = []
    problems: list[Problem] = []
    unread: set[str] = set()
    shortest = _fewest_cells(table)
    for row in table.rows:
        cell = _cells(row, places)
        try:
            _refuse_width(row, len(table.headings), shortest)
            person = _person(row.number, cell, choices)
        except BadCell as error:
            problems.append(Problem(row.number, f"Row {row.number}: {error}"))
            unread |= _hints(cell)
            continue
        people.append(person)
        people += _contacts(row.number, cell, problems)
    once = tuple(_one_person_once(people))
    return Reading(once, tuple(problems), covered_by(people), frozenset(unread))


Cell = Callable[[str], str]


def _cells(row: Row, places: Mapping[str, int]) -> Cell:
    def cell(field: str) -> str:
        place = places.get(field)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    return cell


def _hints(cell: Cell) -> set[str]:
    """Whose row it may be, so that nobody counts as missing because of a bad cell."""
    names = {
        plain_name(cell("given_name"), cell("family_name")),
        turned_name(cell("full_name")),
        cell("external_id").strip(),
    }
    return names - {""}


def _fewest_cells(table: Table) -> int:
    """Some programs leave empty cells out at the end; if most rows are whole, this one does not."""
    width = len(table.headings)
    whole = sum(len(row.cells) >= width for row in table.rows)
    return width if whole * 2 > len(table.rows) else 0


def _refuse_width(row: Row, width: int, fewest: int) -> None:
    if len(row.cells) < fewest:
        raise BadCell(
            f"it has {len(row.cells)} cells and the headings are {width}. Was the file cut off?"
        )
    if any(cell.strip() for cell in row.cells[width:]):
        raise BadCell(
            f"it has {len(row.cells)} cells and the headings are {width}. A comma inside a cell "
            "needs quotation marks around the cell."
        )


def _person(number: int, cell: Cell, choices: Choices) -> Incoming:
    given, family = _names(cell, choices.columns)
    children = _children(cell)
    parts = _parts(cell, choices, has_children=bool(children))
    details = Details(
        given_name=given,
        family_name=family,
        known_as=values.read_line(
            cell("known_as"), longest=values.LONGEST_NAME, what="name they are known as"
        ),
        external_id=values.read_key(cell("external_id")),
        email=values.read_email(cell("email")),
        phone=values.read_phone(cell("phone")),
        born_on=values.read_day(cell("born_on"), what="date of birth"),
        year_group=values.read_year_group(cell("year_group")),
        class_name=values.read_line(cell("class_name"), longest=values.LONGEST_CLASS, what="class"),
        joined_on=values.read_day(cell("joined_on"), what="joining date"),
    )
    left_on = values.read_day(cell("left_on"), what="leaving date")
    if left_on and details.joined_on and left_on < details.joined_on:
        raise BadCell("the leaving date is before the joining date.")
    kept = without_the_rest(details, parts)
    return Incoming(str(number), number, kept, parts, children, left_on)


def _names(cell: Cell, columns: Mapping[str, str]) -> tuple[str, str]:
    if "full_name" in columns and not ("given_name" in columns and "family_name" in columns):
        return values.read_full_name(cell("full_name"))
    return (
        values.read_name(cell("given_name"), what="first name"),
        values.read_name(cell("family_name"), what="surname"),
    )


def _parts(cell: Cell, choices: Choices, *, has_children: bool) -> tuple[Audience, ...]:
    found = values.read_parts(cell("part"), governors_word=choices.governors_word)
    if not found and choices.audience:
        found = (choices.audience,)
    if not found:
        raise BadCell("it does not say whether this is a pupil, a parent, staff or somebody else.")
    if has_children and Audience.PARENT not in found and Audience.PUPIL not in found:
        found = tuple(sorted({*found, Audience.PARENT}))
    if Audience.PUPIL in found and has_children:
        raise BadCell("a pupil has children named in their row. Is it a parent's?")
    return found


def _children(cell: Cell) -> tuple[Child, ...]:
    written = values.read_line(cell("children"), longest=1_000, what="list of children")
    relation = values.read_relation(cell("relation"))
    may = values.read_yes(cell("may_give_permission"), what="parental responsibility")
    between = ";" if ";" in written else "|" if "|" in written else ","
    named = [each.strip() for each in written.split(between)]
    return tuple(Child(each, relation, may) for each in dict.fromkeys(named) if each)


def _contacts(row: int, cell: Cell, problems: list[Problem]) -> list[Incoming]:
    """The parents in a pupil's row; one who cannot be read is named, and the pupil goes on."""
    found = []
    for number in CONTACTS:
        try:
            contact = _contact(row, number, cell)
        except BadCell as error:
            problems.append(Problem(row, f"Row {row}, parent {number}: {error}"))
            continue
        if contact:
            found.append(contact)
    return found


def _contact(row: int, number: int, cell: Cell) -> Incoming | None:
    field = f"contact{number}"
    email = values.read_email(cell(f"{field}_email"))
    phone = values.read_phone(cell(f"{field}_phone"))
    if not cell(f"{field}_name").strip():
        if email or phone:
            raise BadCell("there is an e-mail address or a telephone number, and no name.")
        return None
    given, family = values.read_full_name(cell(f"{field}_name"))
    child = Child(
        "",
        values.read_relation(cell(f"{field}_relation")),
        values.read_yes(cell(f"{field}_permission"), what="parental responsibility"),
        row,
    )
    details = Details(given_name=given, family_name=family, email=email, phone=phone)
    return Incoming(f"{row}.{number}", row, details, (Audience.PARENT,), (child,))


def _one_person_once(people: list[Incoming]) -> list[Incoming]:
    """
    One person for the rows that are surely theirs: same name and same e-mail or telephone.

    The mother of two pupils stands in both their rows; a teacher who is a parent stands in a row
    of their own and in the child's. Two rows that say the same of somebody are left as they are:
    they are named later.
    """
    kept: dict[str, Incoming] = {}
    first: dict[tuple[str, str], str] = {}
    for person in people:
        earlier = kept.get(first.setdefault(_reach(person), person.ref))
        if earlier is not None and _are_one(earlier, person):
            kept[earlier.ref] = replace(
                earlier,
                parts=tuple(sorted({*earlier.parts, *person.parts})),
                children=earlier.children + person.children,
            )
        else:
            kept[person.ref] = person
    return list(kept.values())


def _reach(person: Incoming) -> tuple[str, str]:
    details = person.details
    own = details.email.casefold() or "".join(filter(str.isdigit, details.phone))
    is_adult = Audience.PUPIL not in person.parts
    return (person.name.casefold(), own if own and is_adult else person.ref)


def _are_one(one: Incoming, other: Incoming) -> bool:
    keys = {one.details.external_id, other.details.external_id} - {""}
    return len(keys) < 2 and (is_contact(other) or not set(one.parts) & set(other.parts))


def is_contact(person: Incoming) -> bool:
    """A parent out of their child's row."""
    return "." in person.ref


def covered_by(people: Iterable[Incoming]) -> frozenset[Audience]:
    """A part that stands alone in some row; "Teacher; Parent" makes no list of parents."""
    return frozenset(person.parts[0] for person in people if len(person.parts) == 1)
