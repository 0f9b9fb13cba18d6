"""A file is written whole or not at all, once; its columns are confirmed once."""

from datetime import timedelta

import pytest
import time_machine

from footprint.audit.models import Event
from footprint.people import actions
from footprint.people.importing.preview import plan_of
from footprint.people.importing.problem import FileRefused
from footprint.people.jobs import expire_files
from footprint.people.models import ColumnMapping, ImportState, PeopleImport, Person
from footprint.people.tests.factories import make_person
from footprint.people.tests.files import (
    PUPILS,
    TODAY,
    confirm,
    import_file,
    plan,
    take_in,
    write,
)
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast


def person(name: str) -> Person:
    return Person.objects.get(given_name=name)


# --- all or nothing ---


def test_rows_with_problems_are_left_out_only_if_somebody_says_so(cast: Cast) -> None:
    data = PUPILS + "P4,,Nameless,01/01/2017,4,4A,,,,\n"
    waiting = confirm(cast, take_in(cast, data))
    with pytest.raises(actions.ProblemsLeft):
        write(cast, waiting)
    assert not Person.objects.exists()
    waiting.refresh_from_db()
    assert waiting.state == ImportState.WAITING

    done = write(cast, waiting, without_the_rest=True)
    assert (done.counts["joined"], done.counts["left_out"]) == (4, 1)
    assert done.problems == ["Row 5: the first name is missing."]


def test_what_changed_since_the_preview_is_looked_at_again(cast: Cast) -> None:
    waiting = confirm(cast, take_in(cast, PUPILS))
    seen = plan_of(waiting, on=TODAY, by_pk=cast.office.pk).digest
    make_person(cast.oakfield, external_id="P1", given_name="Tolly", family_name="Applegarth")
    with pytest.raises(actions.ChangedMeanwhile):
        actions.write_file(
            waiting=waiting, seen=seen, without_the_rest=True, leavers=[], by=cast.office, now=NOW
        )
    assert Person.objects.count() == 1
    waiting.refresh_from_db()
    assert waiting.content is not None


def test_a_failure_in_the_middle_leaves_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = confirm(cast, take_in(cast, PUPILS))

    def fail(*args: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("footprint.people.actions.writing._link", fail)
    with pytest.raises(OSError, match="disk"):
        write(cast, waiting)
    assert not Person.objects.exists()
    assert not Event.objects.filter(action="people.file_written").exists()


def test_a_file_is_written_once_and_then_is_gone(cast: Cast) -> None:
    waiting = confirm(cast, take_in(cast, PUPILS))
    twin = PeopleImport.objects.get(pk=waiting.pk)
    write(cast, waiting)
    for act in (
        lambda: write(cast, twin),
        lambda: actions.set_file_aside(waiting=twin, by=cast.head, now=NOW),
        lambda: confirm_again(cast, twin),
    ):
        with pytest.raises(actions.NotWaiting):
            act()
    assert PeopleImport.objects.get().content is None
    assert Person.objects.count() == 4


def confirm_again(cast: Cast, waiting: PeopleImport) -> None:
    actions.confirm_columns(
        waiting=waiting,
        columns={"full_name": "Forename"},
        audience=Audience.PUPIL,
        by=cast.office,
        now=NOW,
    )


def test_the_log_tells_counts_and_no_name(cast: Cast) -> None:
    done = import_file(cast, PUPILS)
    event = Event.objects.get(action="people.file_written")
    assert event.target == f"people_import:{done.pk}"
    assert event.details == done.counts


def test_a_file_that_nobody_decides_about_is_thrown_away(cast: Cast) -> None:
    take_in(cast, PUPILS)
    for days, thrown in ((6, 0), (8, 1), (9, 0)):
        with time_machine.travel(NOW + timedelta(days=days), tick=False):
            assert expire_files.func() == thrown
    assert PeopleImport.objects.get().content is None


# --- columns ---


def test_columns_are_confirmed_once_and_remembered_for_such_files(cast: Cast) -> None:
    waiting = take_in(cast, "Vorname,Nachname\nTolly,Applegarth\n")
    assert waiting.columns is None
    columns = {"given_name": "Vorname", "family_name": "Nachname"}
    actions.confirm_columns(
        waiting=waiting, columns=columns, audience=Audience.PUPIL, by=cast.office, now=NOW
    )
    again = take_in(
        cast,
        "VORNAME,nachname \nWilf,Applegarth\n".replace("VORNAME", "Vorname").replace(
            "nachname ", "Nachname"
        ),
    )
    assert (again.columns, again.audience) == (columns, "pupil")
    assert take_in(cast, "Vorname,Name\nWilf,Applegarth\n").columns is None
    assert ColumnMapping.objects.count() == 1


def test_another_school_remembers_nothing_of_ours(cast: Cast) -> None:
    confirm(cast, take_in(cast, PUPILS))
    theirs = actions.take_in_file(
        school=cast.riverside, data=PUPILS.encode(), file_name="x.csv", by=cast.stranger, now=NOW
    )
    assert theirs.columns is None


@pytest.mark.parametrize(
    "columns",
    [{}, {"given_name": "Forename"}, {"full_name": "Nowhere"}, {"full_name": "UPN", "x": "UPN"}],
)
def test_columns_that_cannot_be_are_refused(cast: Cast, columns: dict[str, str]) -> None:
    with pytest.raises(actions.ColumnsNotUsable):
        actions.confirm_columns(
            waiting=take_in(cast, PUPILS), columns=columns, audience=None, by=cast.office, now=NOW
        )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_way_a_spreadsheet_saves(cast: Cast, encoding: str, delimiter: str) -> None:
    data = "Forename,Surname,DOB\nZoë,D’Arcy,04/05/2018\n".replace(",", delimiter)
    (zoe,) = plan(cast, data.encode(encoding)).joined
    assert zoe.name == "Zoë D’Arcy"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"Name\n", "nobody under them"),
        (b'Name,Class\n"Tolly Applegarth,3B\nWilf Hart,1A\n', "line 2 is not closed"),
        (b"Forename,Surname\nZo\xc3\xab,Hart\nZo\xeb,Hart\n", "^Line 3 "),
        (b"Forename,Surname\nTolly,App\x00legarth\n", "^Line 2 "),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04 [Content_Types].xml", "damaged"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_and_not_kept(
    cast: Cast, data: bytes, words: str
) -> None:
    with pytest.raises(FileRefused, match=words):
        take_in(cast, data)
    assert not PeopleImport.objects.exists()
