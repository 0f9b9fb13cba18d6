"""The tables of a OneRoster export joined: users with roles, birth, class, year and family."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from footprint.people.details import Details, without_the_rest
from footprint.people.importing import values
from footprint.people.importing.incoming import Child, Incoming, Reading, covered_by
from footprint.people.importing.oneroster.archive import Archive, Record
from footprint.people.importing.problem import BadCell, FileRefused, Problem
from footprint.people.importing.register import plain_name
from footprint.people.models import NURSERY, RECEPTION, Relation
from footprint.rulebook.terms import Audience

_PART_OF = {
    "student": Audience.PUPIL,
    "parent": Audience.PARENT,
    "guardian": Audience.PARENT,
    "relative": Audience.PARENT,
    **dict.fromkeys(
        (
            "teacher", "administrator", "aide", "proctor", "counselor", "principal",
            "siteadministrator", "districtadministrator", "systemadministrator",
        ),
        Audience.STAFF,
    ),
}  # fmt: skip
_RELATION_OF = {"guardian": Relation.CARER, "relative": Relation.OTHER}
# grades come from a list made in America: before school, nursery, reception
_YOUNGEST = {"it": NURSERY, "pr": NURSERY, "pk": NURSERY, "tk": RECEPTION, "kg": RECEPTION}


@dataclass(frozen=True)
class Org:
    """A school in the export."""

    key: str
    name: str


def schools_in(archive: Archive) -> list[Org]:
    """The schools that the export holds; an export of a trust holds several."""
    return [
        Org(record["sourcedId"], record["name"])
        for record in archive.tables["orgs"]
        if record["type"].lower() == "school" and record["sourcedId"]
    ]


def school_of(archive: Archive, *, name: str) -> Org | None:
    """
    The school of this name; the only one, where there is one. None: a person must say which.

    Raises:
        FileRefused: the export holds no school.
    """
    schools = schools_in(archive)
    if not schools:
        raise FileRefused("orgs.csv holds no school (an org of type “school”). Export it again.")
    same = [org for org in schools if org.name.casefold() == name.casefold()]
    if len(same) == 1:
        return same[0]
    return schools[0] if len(schools) == 1 else None


def read_roster(archive: Archive, *, org: str) -> Reading:
    """
    Everybody of one school of the export, with every problem named by its row in users.csv.

    Args:
        org: the key of the school.
    """
    joined = _join(archive, org)
    people: list[Incoming] = []
    problems: list[Problem] = []
    unread: set[str] = set()
    for user in archive.tables["users"]:
        key = user["sourcedId"]
        roles = joined.roles.get(key, set())
        if not roles and key in joined.placed:
            continue  # of another school of the export
        try:
            _refuse_switched_off(user)
            person = _person(user, roles, joined)
        except _SwitchedOff as off:
            problems.append(Problem(user.row, f"Row {user.row}: {off}"))
        except BadCell as error:
            problems.append(Problem(user.row, f"Row {user.row}: {error}"))
            unread |= {key, plain_name(user["givenName"], user["familyName"])}
        else:
            if person.children or person.parts != (Audience.PARENT,) or key not in joined.elsewhere:
                people.append(person)
        problems += _lost_parents(user, roles, joined)
    covers = covered_by(people)
    return Reading(tuple(people), tuple(sorted(problems)), covers, frozenset(unread - {""}))


class _SwitchedOff(Exception):
    """The school's system says that this is nobody any more."""


@dataclass
class _Joined:
    """
    The other tables, by user.

    Args:
        children: {parent: their children of this school}.
        elsewhere: parents with a child at another school of the export.
        placed: whoever has a role at any school of the export.
    """

    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    users: set[str] = field(default_factory=set)
    born: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    elsewhere: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)


def _join(archive: Archive, org: str) -> _Joined:
    users = archive.tables["users"]
    joined = _Joined()
    joined.users = {user["sourcedId"] for user in users}
    everywhere: dict[str, set[str]] = defaultdict(set)
    for key, role, place in _roles(archive):
        everywhere[key].add(role)
        if place == org:
            joined.roles[key].add(role)
    joined.placed = set(everywhere)
    joined.born = {
        row["sourcedId"]: row["birthDate"] for row in archive.tables.get("demographics", ())
    }
    joined.classes = _classes(archive, org)
    for parent, child in _pairs(users, everywhere):
        if "student" in joined.roles.get(child, ()) or child not in joined.users:
            joined.children[parent].append(child)
        else:
            joined.elsewhere.add(parent)
    return joined


def _roles(archive: Archive) -> Iterable[tuple[str, str, str]]:
    """(user, role in small letters, org), in 1.1 from users.csv and in 1.2 from roles.csv."""
    if archive.version == "1.1":
        for user in archive.tables["users"]:
            for place in user.list_of("orgSourcedIds"):
                yield user["sourcedId"], user["role"].lower(), place
    else:
        for row in archive.tables["roles"]:
            yield row["userSourcedId"], row["role"].lower(), row["orgSourcedId"]


def _pairs(users: Iterable[Record], roles: Mapping[str, set[str]]) -> list[tuple[str, str]]:
    """(parent, child), each once; a pupil's row may name the parents, a parent's the children."""
    found: dict[tuple[str, str], None] = {}
    for user in users:
        for other in user.list_of("agentSourceIds", "agentSourcedIds"):
            if _is_parent(roles[user["sourcedId"]]):
                found[user["sourcedId"], other] = None
            elif "student" in roles[user["sourcedId"]] and _is_parent(roles[other]):
                found[other, user["sourcedId"]] = None
    return list(found)


def _is_parent(roles: set[str]) -> bool:
    return any(_PART_OF.get(role) is Audience.PARENT for role in roles)


def _classes(archive: Archive, org: str) -> dict[str, str]:
    """{user: the class}: the registration class, or the only one where none is marked."""
    names: dict[str, str] = {}
    marked: set[str] = set()
    for row in archive.tables.get("classes", ()):
        if row["schoolSourcedId"] == org:
            names[row["sourcedId"]] = row["title"] or row["classCode"]
            if row["classType"].lower() == "homeroom":
                marked.add(row["sourcedId"])
    found: dict[str, list[str]] = defaultdict(list)
    for row in archive.tables.get("enrollments", ()):
        key = row["classSourcedId"]
        if key in (marked or names) and row["role"].lower() in ("student", "teacher"):
            found[row["userSourcedId"]].append(names[key])
    return {user: titles[0] for user, titles in found.items() if marked or len(titles) == 1}


def _refuse_switched_off(user: Record) -> None:
    if user["enabledUser"].lower() == "false" or user["status"].lower() in (
        "tobedeleted",
        "inactive",
    ):
        name = f"{user['givenName']} {user['familyName']}".strip()
        raise _SwitchedOff(f"{name} is switched off in the school's system, so they are not taken.")


def _person(user: Record, roles: set[str], joined: _Joined) -> Incoming:
    if not roles:
        raise BadCell("no school of the export says what they are there.")
    parts = _parts(roles)
    key = values.read_key(user["sourcedId"])
    if not key:
        raise BadCell("the sourcedId is missing.")
    details = Details(
        given_name=values.read_name(user["givenName"], what="first name"),
        family_name=values.read_name(user["familyName"], what="surname"),
        known_as=values.read_line(
            user["preferredGivenName"], longest=values.LONGEST_NAME, what="preferred name"
        ),
        external_id=key,
        email=values.read_email(user["email"]),
        phone=values.read_phone(user["phone"] or user["sms"]),
        born_on=_born(joined.born.get(key, ""), parts),
        year_group=_year(user.list_of("grades")) if Audience.PUPIL in parts else None,
        class_name=values.read_line(
            joined.classes.get(key, ""), longest=values.LONGEST_CLASS, what="class"
        ),
    )
    relation = next((_RELATION_OF[role] for role in roles if role in _RELATION_OF), Relation.PARENT)
    children = tuple(Child(child, relation, False) for child in joined.children.get(key, ()))
    return Incoming(str(user.row), user.row, without_the_rest(details, parts), parts, children)


def _parts(roles: set[str]) -> tuple[Audience, ...]:
    unknown = sorted(role for role in roles if role not in _PART_OF)
    if unknown:
        raise BadCell(f"the role “{unknown[0][:30] or 'none'}” is unknown.")
    return tuple(sorted({_PART_OF[role] for role in roles}))


def _born(written: str, parts: tuple[Audience, ...]) -> date | None:
    return values.read_day(written, what="date of birth") if Audience.PUPIL in parts else None


def _year(grades: list[str]) -> int | None:
    if len(set(grades)) > 1:
        raise BadCell(f"there is more than one year group: {', '.join(grades[:4])}.")
    if not grades:
        return None
    plain = grades[0].casefold()
    return _YOUNGEST[plain] if plain in _YOUNGEST else values.read_year_group(plain)


def _lost_parents(user: Record, roles: set[str], joined: _Joined) -> list[Problem]:
    """Parents whom a pupil's row names and who are not in the file: the pupil goes on."""
    if "student" not in roles:
        return []
    return [
        Problem(user.row, f"Row {user.row}: names the parent “{key}”, who is not in users.csv.")
        for key in user.list_of("agentSourceIds", "agentSourcedIds")
        if key not in joined.users
    ]
