"""Invented files of people, and the ways to take one in, for tests."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

from footprint.people import actions
from footprint.people.importing.columns import guess_audience, guess_columns
from footprint.people.importing.plan import Plan
from footprint.people.importing.preview import plan_of, table_of
from footprint.people.models import FileKind, PeopleImport
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast

TODAY = NOW.date()
PUPILS = (
    "UPN,Forename,Surname,DOB,Year,Class,Parent 1,Parent 1 email,Parent 1 relationship,"
    "Parent 1 PR\n"
    "P1,Tolly,Applegarth,04/05/2018,3,3B,Marnie Applegarth,marnie@example.org,Mother,yes\n"
    "P2,Wilf,Applegarth,12/09/2020,R,RA,Marnie Applegarth,marnie@example.org,Mother,yes\n"
    "P3,Odette,Brambley,30/01/2016,5,5C,,,,\n"
)
STAFF = (
    "Name,Role,Email\n"
    "Tess Teacher,Teacher,teacher@oakfield.example\n"
    "Pim Ludlow,LCM,pim@example.org\n"
)


def take_in(
    cast: Cast, data: str | bytes, *, name: str = "people.csv", now: datetime = NOW
) -> PeopleImport:
    """A file as somebody uploads it."""
    raw = data.encode() if isinstance(data, str) else data
    return actions.take_in_file(
        school=cast.oakfield, data=raw, file_name=name, by=cast.office, now=now
    )


def confirm(cast: Cast, waiting: PeopleImport, audience: Audience | None = None) -> PeopleImport:
    """Its columns as guessed; everybody a pupil where nothing else is said."""
    if waiting.kind == FileKind.CSV and waiting.columns is None:
        columns = guess_columns(table_of(waiting).headings)
        guessed = guess_audience(columns) or Audience.PUPIL
        chosen = audience or (None if "part" in columns else Audience(guessed))
        actions.confirm_columns(
            waiting=waiting, columns=columns, audience=chosen, by=cast.office, now=NOW
        )
    return waiting


def plan(cast: Cast, data: str | bytes, audience: Audience | None = None) -> Plan:
    """What a file would change."""
    return plan_of(confirm(cast, take_in(cast, data), audience), on=TODAY, by_pk=cast.office.pk)


def write(
    cast: Cast,
    waiting: PeopleImport,
    *,
    without_the_rest: bool = False,
    leavers: Sequence[int] = (),
    now: datetime = NOW,
) -> PeopleImport:
    """Confirm what the preview shows now."""
    seen = plan_of(waiting, on=now.date(), by_pk=cast.office.pk).digest
    return actions.write_file(
        waiting=waiting,
        seen=seen,
        without_the_rest=without_the_rest,
        leavers=leavers,
        by=cast.office,
        now=now,
    )


def import_file(
    cast: Cast, data: str | bytes, audience: Audience | None = None, *, all_good: bool = True
) -> PeopleImport:
    """The whole way, from the upload to the register."""
    waiting = confirm(cast, take_in(cast, data), audience)
    return write(cast, waiting, without_the_rest=not all_good)


# --- OneRoster ---

MANIFEST_1_1 = {
    "manifest.version": "1.0",
    "oneroster.version": "1.1",
    "file.academicSessions": "absent",
    "file.classes": "bulk",
    "file.demographics": "bulk",
    "file.enrollments": "bulk",
    "file.orgs": "bulk",
    "file.users": "bulk",
    "source.systemName": "Invented",
}
MANIFEST_1_2 = {**MANIFEST_1_1, "oneroster.version": "1.2", "file.roles": "bulk"}
Rows = Sequence[Mapping[str, str]]


def table(headings: Sequence[str], rows: Rows) -> str:
    """CSV text with every cell quoted, as exports write it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, headings, restval="", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


ORGS = ("sourcedId", "status", "dateLastModified", "name", "type", "identifier")
USERS_1_1 = (
    "sourcedId", "status", "dateLastModified", "enabledUser", "orgSourcedIds", "role", "username",
    "userIds", "givenName", "familyName", "middleName", "identifier", "email", "sms", "phone",
    "agentSourceIds", "grades", "password",
)  # fmt: skip
USERS_1_2 = (
    "sourcedId", "status", "dateLastModified", "enabledUser", "username", "userIds", "givenName",
    "familyName", "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds", "grades",
    "password", "userMasterIdentifier", "preferredGivenName", "primaryOrgSourcedId",
)  # fmt: skip
ROLES = (
    "sourcedId", "status", "dateLastModified", "userSourcedId", "roleType", "role", "beginDate",
    "endDate", "orgSourcedId", "userProfileSourcedId",
)  # fmt: skip
SCHOOL = {"sourcedId": "s1", "name": "Oakfield Primary School", "type": "school"}
ROSTER: Rows = (
    {"sourcedId": "u1", "role": "student", "givenName": "Tolly", "familyName": "Applegarth",
     "grades": "03", "agentSourceIds": "u3,u4"},
    {"sourcedId": "u2", "role": "student", "givenName": "Wilf", "familyName": "Applegarth",
     "grades": "KG"},
    {"sourcedId": "u3", "role": "parent", "givenName": "Marnie", "familyName": "Applegarth",
     "email": "marnie@example.org", "agentSourceIds": "u2"},
    {"sourcedId": "u4", "role": "guardian", "givenName": "Ned", "familyName": "Applegarth",
     "phone": "01632 960 222"},
    {"sourcedId": "u5", "role": "teacher", "givenName": "Tess", "familyName": "Teacher",
     "email": "teacher@oakfield.example"},
)  # fmt: skip


def members(
    version: str = "1.1", users: Rows = ROSTER, orgs: Rows = (SCHOOL,), **more: str
) -> dict[str, str]:
    """{file: text} of a OneRoster export; `more` replaces or adds files."""
    manifest = MANIFEST_1_1 if version == "1.1" else MANIFEST_1_2
    rows = [{"enabledUser": "true", "orgSourcedIds": "s1", **user} for user in users]
    made = {
        "manifest.csv": table(
            ("propertyName", "value"),
            [{"propertyName": name, "value": value} for name, value in manifest.items()],
        ),
        "orgs.csv": table(ORGS, orgs),
        "demographics.csv": "sourcedId,status,dateLastModified,birthDate\nu1,,,2018-05-04\n",
        "classes.csv": (
            "sourcedId,title,classCode,classType,schoolSourcedId\n"
            "c1,3B,3B,homeroom,s1\nc2,Maths,MA,scheduled,s1\n"
        ),
        "enrollments.csv": (
            "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\n"
            "e1,c2,s1,u1,student\ne2,c1,s1,u1,student\ne3,c1,s1,u5,teacher\n"
        ),
    }
    if version == "1.1":
        made["users.csv"] = table(USERS_1_1, rows)
    else:
        made |= _users_1_2(rows)
    return made | {f"{name}.csv": text for name, text in more.items()}


def _users_1_2(rows: Rows) -> dict[str, str]:
    users, roles = [], []
    for row in rows:
        user = {**row, "agentSourcedIds": row.get("agentSourceIds", "")}
        users.append({name: user[name] for name in USERS_1_2 if name in user})
        key = row["sourcedId"]
        roles += [
            {"sourcedId": f"r{key}{place}", "userSourcedId": key, "roleType": "primary",
             "role": row["role"], "orgSourcedId": place}
            for place in row["orgSourcedIds"].split(",")
        ]  # fmt: skip
    return {"users.csv": table(USERS_1_2, users), "roles.csv": table(ROLES, roles)}


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()
