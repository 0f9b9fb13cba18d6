"""A file that waits, read again and compared with the register of today."""

from datetime import date

from footprint.people.importing.columns import known_headings
from footprint.people.importing.incoming import Choices, Reading, read_people
from footprint.people.importing.oneroster.archive import open_archive
from footprint.people.importing.oneroster.roster import read_roster
from footprint.people.importing.plan import Plan, make_plan
from footprint.people.importing.register import read_register
from footprint.people.importing.table import Table, read_table
from footprint.people.models import FileKind, PeopleImport
from footprint.rulebook.terms import Audience

ORG = "org"  # for a OneRoster file: which of its schools


def table_of(waiting: PeopleImport) -> Table:
    """
    Raises:
        FileRefused: see `read_table`; at the upload, so not afterwards.
    """
    return read_table(bytes(waiting.content or b""), known=known_headings)


def plan_of(waiting: PeopleImport, *, on: date, by_pk: int | None) -> Plan:
    """
    What this file would change now.

    Args:
        on: today, in the school's own calendar.
        by_pk: the user who imports.
    """
    register = read_register(waiting.school, on=on)
    return make_plan(_reading_of(waiting), register, answers=waiting.answers, on=on, by_pk=by_pk)


def _reading_of(waiting: PeopleImport) -> Reading:
    columns: dict[str, str] = waiting.columns or {}
    if waiting.kind == FileKind.ONEROSTER:
        return read_roster(open_archive(bytes(waiting.content or b"")), org=columns[ORG])
    choices = Choices(
        columns=columns,
        audience=Audience(waiting.audience) if waiting.audience else None,
        governors_word=waiting.school.governors_word,
    )
    return read_people(table_of(waiting), choices)
