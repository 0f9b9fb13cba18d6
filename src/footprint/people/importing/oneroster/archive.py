"""
The zip of a OneRoster export: opened here, with limits, and nowhere else.

Nothing is unpacked to disk. Sizes in a zip's directory are claims, so every member is also read
with a limit.
"""

import io
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from footprint.connectors.base import ConnectorError
from footprint.connectors.spreadsheet.decoding import decode
from footprint.connectors.spreadsheet.rows import Row, read_rows
from footprint.people.importing.problem import FileRefused

MANIFEST = "manifest.csv"
VERSIONS = ("1.1", "1.2")
NEEDED = ("users", "orgs")
ALSO_USED = ("demographics", "classes", "enrollments")

MOST_MEMBERS = 60
LONGEST_MEMBER = 25_000_000
LONGEST_UNPACKED = 80_000_000
MOST_RATIO = 150  # rosters pack 5 to 20 to 1; bombs 1,000 to 1
MOST_ROWS = 200_000

_AGAIN = "Export it again from the school's system."


@dataclass(frozen=True)
class Record:
    """One row of one of the tables, by its headings in small letters."""

    row: int
    cells: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading.lower(), "").strip()

    def list_of(self, *headings: str) -> list[str]:
        """The members of a list in one cell, from the first heading that has any."""
        for heading in headings:
            found = [each.strip() for each in self[heading].split(",") if each.strip()]
            if found:
                return found
        return []


@dataclass(frozen=True)
class Archive:
    """
    The tables that we use, by name.

    Args:
        version: "1.1" or "1.2".
    """

    version: str
    tables: Mapping[str, tuple[Record, ...]]


def looks_like_zip(data: bytes) -> bool:
    """By its first bytes."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_archive(data: bytes) -> Archive:
    """
    Raises:
        FileRefused: no OneRoster zip, damaged, too large, with tricks in its names, of another
            version, or a delta.
    """
    members = _members(data)
    if MANIFEST not in members and b"[Content_Types].xml" in data[:4096]:
        raise FileRefused(
            "This is an Excel file. Open it in Excel, choose Save as, pick “CSV UTF-8” and upload "
            "that file."
        )
    if MANIFEST not in members:
        raise FileRefused(
            "This zip holds no manifest.csv, so it is no OneRoster export. Choose the zip that the "
            "school's system made, as it is."
        )
    manifest = {
        record["propertyName"].lower(): record["value"].lower()
        for record in _table(MANIFEST, members[MANIFEST], ("propertyname", "value"))
    }
    version = manifest.get("oneroster.version", "")
    if version not in VERSIONS:
        raise FileRefused(
            f"This is OneRoster “{version[:20] or 'without a version'}”. Footprint reads 1.1 and "
            "1.2: choose one of them in the export."
        )
    needed = NEEDED if version == "1.1" else (*NEEDED, "roles")
    tables = {
        name: _table(f"{name}.csv", members[f"{name}.csv"], _HEADINGS[name])
        for name in (*needed, *ALSO_USED)
        if _is_there(name, manifest, members, must=name in needed)
    }
    return Archive(version, tables)


_HEADINGS = {
    "users": ("sourcedid", "givenname", "familyname"),
    "orgs": ("sourcedid", "name", "type"),
    "roles": ("usersourcedid", "role", "orgsourcedid"),
    "demographics": ("sourcedid", "birthdate"),
    "classes": ("sourcedid", "title", "schoolsourcedid"),
    "enrollments": ("classsourcedid", "usersourcedid", "role"),
}


def _is_there(
    name: str, manifest: Mapping[str, str], members: Mapping[str, bytes], *, must: bool
) -> bool:
    mode = manifest.get(f"file.{name}", "absent")
    if mode == "delta":
        raise FileRefused(
            f"{name}.csv holds only what changed since another export (“delta”), and Footprint "
            "cannot know since which. Export everything (“bulk”)."
        )
    if mode not in ("bulk", "absent"):
        raise FileRefused(f"The manifest says “{mode[:20]}” about {name}.csv. {_AGAIN}")
    if mode == "bulk" and f"{name}.csv" not in members:
        raise FileRefused(f"The manifest names {name}.csv, and it is not in the zip. {_AGAIN}")
    if mode == "absent" and must:
        raise FileRefused(f"The manifest says that {name}.csv is absent, and we need it. {_AGAIN}")
    return mode == "bulk"


def _members(data: bytes) -> dict[str, bytes]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [info for info in archive.infolist() if not info.is_dir()]
    except Exception:  # struct.error, zlib.error and BadZipFile have no common base
        raise _damaged() from None
    total = sum(info.file_size for info in infos)
    if len(infos) > MOST_MEMBERS or total > min(LONGEST_UNPACKED, MOST_RATIO * len(data)):
        raise FileRefused("This zip unpacks to far more than a school needs. It was not opened.")
    for info in infos:
        _refuse_tricks(info)
    if len({info.filename.lower() for info in infos}) != len(infos):
        raise FileRefused(f"Two files in this zip have the same name. {_AGAIN}")
    used = {f"{name}.csv" for name in _HEADINGS} | {MANIFEST}
    return {
        info.filename.lower(): _read(archive, info)
        for info in infos
        if info.filename.lower() in used
    }


def _refuse_tricks(info: zipfile.ZipInfo) -> None:
    name = info.filename
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or "\\" in name or ":" in name or "\x00" in name:
        raise FileRefused(
            "A file in this zip has a name that leads out of its folder. No school system makes "
            "such a zip, so it was not opened."
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        raise FileRefused("This zip holds a link in place of a file, so it was not opened.")
    if info.flag_bits & 0x1:
        raise FileRefused("This zip has a password. Export it without one.")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(info) as member:
            data = member.read(LONGEST_MEMBER + 1)
    except MemoryError:
        raise
    except Exception:  # zlib.error, RuntimeError, NotImplementedError, BadZipFile ...
        raise _damaged() from None
    if len(data) > LONGEST_MEMBER:
        raise FileRefused(f"{info.filename} is larger than {LONGEST_MEMBER // 1_000_000} MB.")
    return data


def _damaged() -> FileRefused:
    return FileRefused(f"This zip is damaged and cannot be opened. {_AGAIN}")


def _table(name: str, data: bytes, needed: tuple[str, ...]) -> tuple[Record, ...]:
    def known(headings: object) -> int:
        return 1

    try:
        text = decode(data, holding="headings", longest=LONGEST_MEMBER)
        _, rows = read_rows(text, known=known, holding="headings", most=MOST_ROWS)
    except ConnectorError as error:
        raise FileRefused(f"{name}: {error.message}") from None
    headings = [heading.strip().lower() for heading in rows[0].cells]
    missing = [heading for heading in needed if heading not in headings]
    if missing:
        raise FileRefused(f"{name} has no column {' and no column '.join(missing)}. {_AGAIN}")
    return tuple(_record(name, row, headings) for row in rows[1:])


def _record(name: str, row: Row, headings: list[str]) -> Record:
    if len(row.cells) > len(headings) or any("\n" in cell for cell in row.cells):
        raise FileRefused(
            f"{name}, line {row.line}: the cells do not fit the headings. A quotation mark or a "
            f"comma is out of place. {_AGAIN}"
        )
    return Record(row.number, dict(zip(headings, row.cells, strict=False)))
