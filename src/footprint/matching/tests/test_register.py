"""The register as it comes: two shapes, closed and replaced schools, files that are none."""

import csv
import gzip
import io
from pathlib import Path

import pytest

from footprint.matching.register import RegisteredSchool, RegisterUnreadable, read_register

PLAIN = """id,name,alt_names,locality,town,postcode,la_name,trust,status,successor_id
1,Oakfield Primary School,Ysgol Oakfield; Old Oakfield,Mill End,Puddleford,PU1 2AB,Westshire,,open,
2,Oakfield Infant School,,,Puddleford,,Westshire,,superseded,3
3,Oakfield Infant Academy,,,Puddleford,,Westshire,TALL OAKS TRUST,open,
4,Shut School,,,,,,,closed,
5,Older Infant School,,,,,,,superseded,2
"""
LIVE = (
    "URN,LA (name),EstablishmentName,Town,County (name),Postcode,PhaseOfEducation (name),"
    "EstablishmentStatus (name),SchoolWebsite,Trusts (name)\n"
    "100,Westshire,St Aldith’s School,Puddleford,Westshire,PU1 2AB,Primary,Open,"
    "www.aldith.example,\n"
    "101,Westshire,Gone School,,,,,Closed,,\n"
)


def test_the_plain_shape(tmp_path: Path) -> None:
    schools = {each.school_id: each for each in read_register(_written(tmp_path, PLAIN.encode()))}

    assert set(schools) == {"1", "3"}
    assert schools["1"].other_names == ("Ysgol Oakfield", "Old Oakfield")
    assert schools["1"].locality == "Mill End"
    assert schools["3"].trust == "TALL OAKS TRUST"


def test_names_of_replaced_schools_go_to_their_successor(tmp_path: Path) -> None:
    schools = {each.school_id: each for each in read_register(_written(tmp_path, PLAIN.encode()))}

    assert set(schools["3"].other_names) == {"Oakfield Infant School", "Older Infant School"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_live_shape_in_each_encoding(tmp_path: Path, encoding: str) -> None:
    (school,) = read_register(_written(tmp_path, LIVE.encode(encoding)))

    assert school == RegisteredSchool(
        "100", "St Aldith’s School", town="Puddleford", county="Westshire", postcode="PU1 2AB",
        authority="Westshire", phase="Primary", web="www.aldith.example",
    )  # fmt: skip


def test_a_packed_register(tmp_path: Path) -> None:
    assert len(read_register(_written(tmp_path, gzip.compress(PLAIN.encode())))) == 2


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\x00\x01\x02", b"id,name\n,\n"])
def test_what_is_no_register_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(RegisterUnreadable, match=r"\.\Z"):
        read_register(_written(tmp_path, content))


def test_a_packed_register_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterUnreadable, match="cannot be read"):
        read_register(_written(tmp_path, gzip.compress(PLAIN.encode())[:-20]))


def test_schools_that_replaced_each_other_in_a_circle_do_not_hang(tmp_path: Path) -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "name", "status", "successor_id"])
    writer.writerows([["1", "A School", "", "2"], ["2", "B School", "", "1"], ["3", "C", "", ""]])

    assert len(read_register(_written(tmp_path, out.getvalue().encode()))) == 1


def _written(folder: Path, content: bytes) -> Path:
    path = folder / "register.csv"
    path.write_bytes(content)
    return path
