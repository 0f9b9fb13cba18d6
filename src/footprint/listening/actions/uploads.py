"""Posts that somebody gathered in a spreadsheet: the rows that name the school are kept."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.connectors.base import Batch, ConnectorError
from footprint.connectors.spreadsheet.columns import find_columns
from footprint.connectors.spreadsheet.connector import read_posts
from footprint.connectors.spreadsheet.decoding import decode
from footprint.connectors.spreadsheet.rows import read_rows
from footprint.listening.actions.keeping import keep_posts
from footprint.listening.models import Upload
from footprint.schools.models import School
from footprint.users.models import User

MOST_PROBLEMS = 1000


class ColumnsUnknown(Exception):
    """No heading says which column holds the posts: a person must. `headings` are the choices."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__(headings)
        self.headings = headings


def store_spreadsheet(
    *,
    school: School,
    data: bytes,
    file_name: str,
    by: User,
    now: datetime,
    mapping: Mapping[str, str] | None = None,
) -> Upload:
    """
    Keep the posts of a CSV file that name this school. The same file twice keeps nothing twice.

    Args:
        mapping: field (text, date, link, author, platform, title) -> column heading, where a
            person had to say.

    Raises:
        ColumnsUnknown: the headings do not tell where the text of the posts is.
        ConnectorError: the file as a whole cannot be trusted; nothing was stored.
    """
    if not mapping:
        _refuse_unknown_columns(data)
    return _store(school, read_posts(data, mapping=mapping), file_name, by, now)


def headings_of(data: bytes) -> tuple[str, ...]:
    """
    The headings of a CSV file, those that hold a word.

    Raises:
        ConnectorError: it cannot be read as a CSV file.
    """
    _, rows = read_rows(decode(data))
    return tuple(cell.strip() for cell in rows[0].cells if cell.strip())


def _refuse_unknown_columns(data: bytes) -> None:
    headings = headings_of(data)
    try:
        find_columns(headings, None)
    except ConnectorError:
        raise ColumnsUnknown(headings) from None


@transaction.atomic
def _store(school: School, batch: Batch, file_name: str, by: User, now: datetime) -> Upload:
    stored = keep_posts(school=school, posts=batch.posts, now=now)
    upload = Upload.objects.create(
        school=school,
        file_name=file_name[:200],
        kept=stored.kept,
        already=stored.already,
        no_school=stored.no_school,
        another_school=stored.another_school,
        problems=[problem.sentence for problem in batch.problems[:MOST_PROBLEMS]],
        uploaded_at=now,
        uploaded_by=by,
    )
    record(
        by=by.username,
        action="listening.spreadsheet_uploaded",
        target=f"upload:{upload.pk}",
        school_id=school.pk,
        now=now,
        details={"kept": stored.kept, "read": upload.read},
    )
    return upload
