"""
How long a file of 2,000 people takes, beside the plainest way to read it, in one run.

    .venv/bin/python bench/registers.py              half a minute, no network
    .venv/bin/python bench/registers.py --people 20000

The peer is what a script of one afternoon would do: `csv.DictReader` and `get_or_create` for each
person in one transaction. It checks nothing, previews nothing, and knows nobody who was renamed.
"""

import argparse
import csv
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footprint.config.settings_for_tests")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from footprint.people import actions  # noqa: E402
from footprint.people.importing.columns import guess_columns  # noqa: E402
from footprint.people.importing.preview import plan_of, table_of  # noqa: E402
from footprint.people.models import FamilyLink, Part, PeopleImport, Person  # noqa: E402
from footprint.rulebook.terms import Audience, Role  # noqa: E402
from footprint.schools.models import School  # noqa: E402
from footprint.users.actions import add_user, give_role  # noqa: E402
from footprint.users.models import User  # noqa: E402

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
HEADINGS = ("UPN", "Forename", "Surname", "DOB", "Year", "Class", "Parent 1", "Parent 1 email",
            "Parent 1 relationship", "Parent 1 PR")  # fmt: skip
BEGINNINGS = ("Tol", "Wil", "Od", "Mar", "Fen", "Per", "Isa", "Bri", "Cor", "Del")
ENDINGS = ("ly", "frid", "ette", "nie", "wick", "ran", "mund", "ony", "win", "ora")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    options.add_argument("--people", type=int, default=2_000, help="pupils and their parents")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        connection.settings_dict["NAME"] = f"{folder}/bench.sqlite3"
        call_command("migrate", verbosity=0)
        compare(asked.people)
        connection.close()


def compare(people: int) -> None:
    data = make_file(people // 2, moved=0)
    print(f"{people:,} people in {len(data) / 1e6:.1f} MB: CPU seconds, and times the peer")
    with thrown_away():
        peer = measured("peer: DictReader and get_or_create", lambda: write_as_a_script(data))
        measured("peer: the same file again", lambda: write_as_a_script(data), beside=peer)
    school, by = found_school()
    waiting = measured_result("ours: taken in", lambda: take_in(school, by, data), peer)
    measured("ours: preview of everybody new", lambda: preview(waiting, by), beside=peer)
    measured("ours: written", lambda: write(waiting, by), beside=peer)
    again = take_in(school, by, make_file(people // 2, moved=people // 4))
    measured("ours: preview of the next year's file", lambda: preview(again, by), beside=peer)
    measured("ours: the changes written", lambda: write(again, by), beside=peer)
    found = (Person.objects.count(), FamilyLink.objects.count())
    if found != (people, people // 2):
        raise SystemExit(f"the import lost somebody: {found}")


def make_file(pupils: int, *, moved: int) -> bytes:
    """A pupil a row, with one parent; the first `moved` of them a year on."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    for number in range(pupils):
        family = f"{BEGINNINGS[number // 10 % 10]}{ENDINGS[number % 10]}ham-{word(number // 100)}"
        year = number % 6 + 1 + (number < moved)
        born = date(2019 - number % 6, 1, 1) + timedelta(days=number % 300)
        writer.writerow(
            [f"P{number:05}", f"{BEGINNINGS[number % 10]}{ENDINGS[number // 10 % 10]}", family,
             born.strftime("%d/%m/%Y"), year, f"{year}{'ABC'[number % 3]}", f"Pat {family}",
             f"pat{number}@example.org", "Mother", "yes"]
        )  # fmt: skip
    return out.getvalue().encode()


def word(number: int) -> str:
    """A word for a number, so that no two families have the same name."""
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 26)
        letters += "abcdefghijklmnopqrstuvwxyz"[rest]
    return letters


def found_school() -> tuple[School, User]:
    school = School.objects.create(name="Oakfield Primary School")
    by = add_user(email="office@example.org", name="Olive", password=None, by="bench", now=NOW)
    give_role(user=by, role=Role.OFFICE, school_id=school.pk, by="bench", now=NOW)
    return school, by


def take_in(school: School, by: User, data: bytes) -> PeopleImport:
    waiting = actions.take_in_file(school=school, data=data, file_name="x.csv", by=by, now=NOW)
    if waiting.columns is None:
        columns = guess_columns(table_of(waiting).headings)
        actions.confirm_columns(
            waiting=waiting, columns=columns, audience=Audience.PUPIL, by=by, now=NOW
        )
    return waiting


def preview(waiting: PeopleImport, by: User) -> str:
    return plan_of(waiting, on=TODAY, by_pk=by.pk).digest


def write(waiting: PeopleImport, by: User) -> None:
    actions.write_file(
        waiting=waiting,
        seen=preview(waiting, by),
        without_the_rest=False,
        leavers=[],
        by=by,
        now=NOW,
    )


@transaction.atomic
def write_as_a_script(data: bytes) -> None:
    school, _ = School.objects.get_or_create(name="Peer School")
    for row in csv.DictReader(io.StringIO(data.decode())):
        pupil, _ = Person.objects.get_or_create(
            school=school,
            external_id=row["UPN"],
            defaults={
                "given_name": row["Forename"],
                "family_name": row["Surname"],
                "born_on": datetime.strptime(row["DOB"], "%d/%m/%Y").replace(tzinfo=UTC).date(),
                "year_group": int(row["Year"]),
                "class_name": row["Class"],
            },
        )
        Part.objects.get_or_create(person=pupil, audience="pupil")
        given, family = row["Parent 1"].split(" ", 1)
        parent, _ = Person.objects.get_or_create(
            school=school, given_name=given, family_name=family, email=row["Parent 1 email"]
        )
        Part.objects.get_or_create(person=parent, audience="parent")
        FamilyLink.objects.get_or_create(person=pupil, relative=parent)


@contextmanager
def thrown_away() -> Iterator[None]:
    """What happens inside leaves nothing behind."""
    with transaction.atomic():
        point = transaction.savepoint()
        yield
        transaction.savepoint_rollback(point)


def measured(what: str, act: Callable[[], object], *, beside: float = 0.0) -> float:
    begun = time.process_time()
    act()
    seconds = time.process_time() - begun
    ratio = f"{seconds / beside:.2f}" if beside else "1"
    print(f"  {what:<40} {seconds:6.2f} s   {ratio}")
    return seconds


def measured_result(what: str, act: Callable[[], PeopleImport], peer: float) -> PeopleImport:
    found: list[PeopleImport] = []
    measured(what, lambda: found.append(act()), beside=peer)
    return found[0]


if __name__ == "__main__":
    main()
