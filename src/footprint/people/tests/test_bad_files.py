"""
Two hundred bad files: each is refused or previewed with a named problem, and none partly written.

Half are made from good files by cutting, doubling and swapping bytes, by seeds, so that they are
the same in every run; the others are written by hand, each with one thing wrong.
"""

import random
from collections.abc import Callable

import pytest

from footprint.people import actions
from footprint.people.importing.preview import plan_of
from footprint.people.importing.problem import FileRefused
from footprint.people.models import ImportState, PeopleImport, Person
from footprint.people.tests.files import (
    PUPILS,
    STAFF,
    TODAY,
    confirm,
    import_file,
    members,
    take_in,
    write,
    zipped,
)
from tests.cast import Cast

HEAD = "UPN,Forename,Surname,DOB,Year,Class\n"
ZOE = "P2,Zoë,Hart,,3,3B\n"
GOOD = "P1,Tolly,Applegarth,04/05/2018,3,3B\n"

# {what is wrong: the file}; every one of them must be refused or have a problem named.
BY_HAND: dict[str, bytes] = {
    **{
        f"cell {number}": (HEAD + GOOD + row + "\n").encode()
        for number, row in enumerate(
            [
                "P2,,Hart,01/01/2018,3,3B", "P2,Wilf,,01/01/2018,3,3B", ",,,01/01/2018,3,3B",
                "P2,Wilf,Hart,31/02/2018,3,3B", "P2,Wilf,Hart,12/31/2018,3,3B",
                "P2,Wilf,Hart,2018,3,3B", "P2,Wilf,Hart,43101,3,3B", "P2,Wilf,Hart,today,3,3B",
                "P2,Wilf,Hart,01/01/1066,3,3B", "P2,Wilf,Hart,01/01/2018,14,3B",
                "P2,Wilf,Hart,01/01/2018,Year,3B", "P2,Wilf,Hart,01/01/2018,3.5,3B",
                "P2,Wilf,Hart,01/01/2018,-2,3B", "P2,Wilf,Hart,01/01/2018,3," + "B" * 41,
                "P1,Wilf,Hart,01/01/2018,3,3B", "P1,Tolly,Applegarth,04/05/2018,3,3B",
                "P2,Wilf,Hart,01/01/2018,3,3B,extra", "P2," + "W" * 81 + ",Hart,,3,3B",
                "P2,Wilf," + "H" * 81 + ",,3,3B", "8.2E+11,Wilf,Hart,01/01/2018,3,3B",
                "P" * 81 + ",Wilf,Hart,01/01/2018,3,3B", "P2,123,Hart,01/01/2018,3,3B",
                "P2,=1+1,Hart,01/01/2018,3,3B", "P2,@cmd,Hart,01/01/2018,3,3B",
                "P2,ZoÃ«,Hart,01/01/2018,3,3B", "P2,Zo\ufffd,Hart,01/01/2018,3,3B",
                "P2,Wilf,Hart,01/01/2018,3,=3B", "P2,\u200b,Hart,01/01/2018,3,3B",
                "P2,Wilf,Hart,01-01,3,3B", "P2,Wilf,Hart,0/0/2018,3,3B",
            ]
        )
    },
    **{
        f"adult {number}": ("Name,Role,Email,Phone\n" + row + "\n").encode()
        for number, row in enumerate(
            [
                "Tess,Teacher,,", ",Teacher,,", "Tess Teacher,Wizard,,", "Tess Teacher,,,",
                "Tess Teacher,Teacher,tess,", "Tess Teacher,Teacher,a@b.org; c@d.org,",
                "Tess Teacher,Teacher,,no", "Tess Teacher,Teacher,a@example.org,\n"
                "Tess Teacher,Teacher,a@example.org,", "Tess Teacher,Teacher,,\nTess Teacher,TA,,",
                "Tess Teacher,Teacher/Wizard,,",
            ]
        )
    },
    **{
        f"family {number}": ("Name,Role,Children,Relationship,PR\n" + row + "\n").encode()
        for number, row in enumerate(
            [
                "Ned Hart,Parent,P9,Father,yes", "Ned Hart,Parent,Nobody Here,Father,yes",
                "Ned Hart,Parent,P9;P8,Father,yes", "Ned Hart,Parent,P9,Father,maybe",
                "Ned Hart,Pupil,P9,Father,yes", "Ned Hart,Parent,=P9,Father,yes",
                "Wilf Hart,Pupil,,,\nWilf Hart,Pupil,,,\nNed Hart,Parent,Wilf Hart,Father,yes",
                "Wilf,Pupil,,,\nNed Hart,Parent,Wilf,Father,yes",
            ]
        )
    },
    **{
        f"contact {number}": (
            "UPN,Pupil name,Parent 1,Parent 1 email,Parent 1 phone,Parent 1 PR\n" + row + "\n"
        ).encode()
        for number, row in enumerate(
            [
                "P1,Tolly Hart,Ned,,,", "P1,Tolly Hart,,ned@example.org,,",
                "P1,Tolly Hart,Ned Hart,ned,,", "P1,Tolly Hart,Ned Hart,,none,",
                "P1,Tolly Hart,Ned Hart,,,perhaps", "P1,Tolly,Ned Hart,ned@example.org,,",
            ]
        )
    },
    "empty": b"",
    "blank": b"\r\n \r\n",
    "only a mark": b"\xef\xbb\xbf",
    "headings only": HEAD.encode(),
    "no quote closed": (HEAD + '"P1,Tolly,Applegarth,04/05/2018,3,3B\n' + GOOD).encode(),
    "a quote closed late": (HEAD + 'P1,"Tolly,Applegarth,,3,3B\nP2,Wilf",Hart,,3,3B\n').encode(),
    "a quote in a cell": (HEAD + 'P1,"Tol"ly,Applegarth,,3,3B\n').encode(),
    "a lone quote at the end": (HEAD + GOOD + '"').encode(),
    "two encodings": HEAD.encode() + ZOE.encode() + ZOE.encode("cp1252"),
    "the mark of another encoding": b"\xef\xbb\xbf" + (HEAD + ZOE).encode("cp1252"),
    "half a character": (HEAD + "P1,Zo").encode() + b"\xc3",
    "odd UTF-16": "\ufeff".encode("utf-16-le") + (HEAD + GOOD).encode("utf-16-le")[:-1],
    "UTF-16 cut": (HEAD + GOOD).encode("utf-16")[:-1],
    "a NUL": (HEAD + "P1,To\x00lly,Applegarth,,3,3B\n").encode(),
    "no Windows letter": (HEAD + "P1,Tolly,Hart,,3,3B\n").encode() + b"\x81\x8d\n",
    "a PDF": b"%PDF-1.7\n1 0 obj\n",
    "an old Excel file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64,
    "an Excel file": zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a program": b"\x7fELF" + bytes(range(256)) * 20,
    "gzip": b"\x1f\x8b\x08" + bytes(64),
    "a web page": b"<!doctype html><title>Sign in</title><p>Please sign in again.</p>",
    "a word": b"hello",
    "one column": b"Name\nTolly\nWilf\n",
    "too many columns": (",".join(f"c{n}" for n in range(201)) + "\n" + "x\n").encode(),
    "too long a cell": (HEAD + "P1," + "T" * 2_001 + ",Hart,,3,3B\n").encode(),
    "too large": (HEAD + GOOD).encode() + b"x" * 5_000_001,
    "too many rows": b"Forename,Surname\n" + b"A,B\n" * 20_001,
    "nothing tells them apart": b"Forename,Surname\n" + b"A,B\n" * 3_000,
    "one key for all": HEAD.encode() + b"".join(
        f"0,Tolly{n},Hart,,3,3B\n".encode() for n in range(3_000)
    ),
    "no names": b"UPN,DOB,Class\nP1,04/05/2018,3B\n",
    "a surname twice": b"Surname,Surname,DOB\nHart,Hart,04/05/2018\n",
    **{f"no zip {cut}": zipped(members())[:cut] for cut in (4, 30, 200, 900)},
    "an empty zip": zipped({}),
    "a zip of something": zipped({"readme.txt": "hello"}),
    "a zip without users": zipped(
        {name: text for name, text in members().items() if name != "users.csv"}
    ),
    "a zip that climbs": zipped({**members(), "../../users.csv": "x"}),
    "a zip that bursts": zipped({**members(), "users.csv": "0" * 20_000_000}),
}  # fmt: skip


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))] + b'"'


def _swap(data: bytes, chance: random.Random) -> bytes:
    raw = bytearray(data)
    for _ in range(1 + len(raw) // 12):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def _open_quote(data: bytes, chance: random.Random) -> bytes:
    commas = [place for place, byte in enumerate(data) if byte in b",\n"][:-1]
    place = chance.choice(commas) + 1
    return data[:place] + b'"' + data[place:]


def _double_rows(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    return data + chance.choice(lines[1:])


def _drop_cells(data: bytes, chance: random.Random) -> bytes:
    lines = data.decode().splitlines()
    row = chance.randrange(1, len(lines))
    cells = lines[row].split(",")
    for place in chance.sample(range(len(cells)), len(cells) - 1):
        cells[place] = ""
    lines[row] = ",".join(cells) + ",,,,,,,,,,,,x"
    return "\n".join(lines).encode()


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    junk = bytes(chance.choice((0, 0x81, 0xFF, 0xC3)) for _ in range(3))
    return data[:place] + junk + data[place:]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _swap, _open_quote, _double_rows, _drop_cells, _insert,
)  # fmt: skip
BASES = (PUPILS.encode(), STAFF.encode())
BY_SEED = {
    f"{way.__name__} {seed}": way(BASES[seed % 2], random.Random(seed))  # noqa: S311
    for way in WAYS
    for seed in range(24)
}


def test_there_are_two_hundred() -> None:
    assert len(BY_HAND) + len(BY_SEED) >= 200
    assert len({*BY_HAND.values(), *BY_SEED.values()}) >= 200


def faults(cast: Cast, data: bytes) -> list[str]:
    """The sentences about a bad file; whatever it is, nobody is written by looking at it."""
    try:
        waiting = take_in(cast, data)
    except FileRefused as refused:
        return [refused.sentence]
    try:
        confirm(cast, waiting)
    except actions.ColumnsNotUsable:
        return ["no column holds the names"]
    found = plan_of(waiting, on=TODAY, by_pk=None)
    return [problem.sentence for problem in found.problems]


@pytest.mark.parametrize("name", BY_HAND)
def test_what_is_wrong_by_hand_is_named(cast: Cast, name: str) -> None:
    sentences = faults(cast, BY_HAND[name])
    assert sentences
    assert all((sentence.strip() and sentence[0].isupper()) or sentence for sentence in sentences)
    assert not Person.objects.exists()


# Bytes that fall into a name or a class make another name or class: still a good file.
HARMLESS = {"_swap", "_insert"}


@pytest.mark.parametrize("name", BY_SEED)
def test_what_is_wrong_by_chance_is_named_or_harmless(cast: Cast, name: str) -> None:
    sentences = faults(cast, BY_SEED[name])
    assert sentences or name.split()[0] in HARMLESS
    assert not Person.objects.exists()


@pytest.mark.parametrize("name", [*BY_HAND, *BY_SEED])
def test_a_bad_file_is_written_whole_or_not_at_all(cast: Cast, name: str) -> None:
    """Twice: without saying that the bad rows may be left out, and saying so."""
    data = {**BY_HAND, **BY_SEED}[name]
    try:
        waiting = confirm(cast, take_in(cast, data))
    except (FileRefused, actions.ColumnsNotUsable):
        assert not Person.objects.exists()
        return
    planned = plan_of(waiting, on=TODAY, by_pk=cast.office.pk)
    if planned.problems or planned.questions:
        with pytest.raises(actions.ProblemsLeft):
            write(cast, waiting)
        assert not Person.objects.exists()
    write(cast, waiting, without_the_rest=True)
    assert Person.objects.count() == len(planned.joined)
    assert PeopleImport.objects.get().state == ImportState.WRITTEN


def test_a_bad_file_changes_nothing_of_a_register_that_is_there(cast: Cast) -> None:
    import_file(cast, PUPILS)
    before = list(Person.objects.order_by("pk").values())
    for data in BY_HAND.values():
        faults(cast, data)
    assert list(Person.objects.order_by("pk").values()) == before
