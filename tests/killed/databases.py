"""
A database of one's own for each case, which other processes can open and be killed over.

Of the same kind as the suite's: a SQLite file, or a database beside the others on the same
PostgreSQL server. The schema is made once; each case gets a copy.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend

FILE = "footprint.sqlite3"


@dataclass(frozen=True)
class Database:
    """
    One database.

    Args:
        name: of the database on the server, or the path of the file.
        environment: what leads a process of Footprint to it.
    """

    name: str
    environment: Mapping[str, str]


def on_sqlite() -> bool:
    """Which of the two the suite runs on."""
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3")


def make_database(name: str, folder: Path, *, like: Database | None = None) -> Database:
    """A new database, empty or a copy of another that nobody is connected to."""
    folder.mkdir()
    environment = {"FOOTPRINT_DATA": str(folder), "DATABASE_URL": ""}
    if on_sqlite():
        if like:
            shutil.copy(like.name, folder / FILE)
        return Database(str(folder / FILE), environment)
    _on_server(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{like.name}"' if like else ""))
    return Database(name, environment | {"DATABASE_URL": _address(name)})


def drop_database(database: Database) -> None:
    """The file goes with its folder; a database on the server is dropped, whoever holds it."""
    if not on_sqlite():
        _on_server(f'DROP DATABASE "{database.name}" WITH (FORCE)')


@contextmanager
def connected(database: Database) -> Iterator[None]:
    """Within this block every query of this thread goes to that database."""
    before = connections["default"]
    with closing(_wrapper(database.name)) as ours:
        connections["default"] = ours
        try:
            yield
        finally:
            connections["default"] = before


def _wrapper(name: str) -> BaseDatabaseWrapper:
    described: dict[str, Any] = {**connections.settings["default"], "NAME": name}
    wrapper: BaseDatabaseWrapper = load_backend(described["ENGINE"]).DatabaseWrapper(
        described, "default"
    )
    return wrapper


def _on_server(statement: str) -> None:
    """Through the server's own database: neither end of a copy may have a connection."""
    with closing(_wrapper("postgres")) as server, server.cursor() as cursor:
        cursor.execute(statement)


def _address(name: str) -> str:
    described = connections.settings["default"]
    user, password = quote(described["USER"], safe=""), quote(described["PASSWORD"], safe="")
    place = f"{quote(described['HOST'], safe='')}:{described['PORT']}".removesuffix(":")
    return f"postgres://{user}:{password}@{place}/{name}"
