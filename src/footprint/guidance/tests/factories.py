"""Facts and files of facts for tests."""

from dataclasses import replace
from datetime import date
from typing import Any

from footprint.guidance.fact import NATIONS, Day, Fact, Kind, Source, Standing, Status, Theme
from footprint.rulebook.terms import Audience

SOURCES = '[gazette]\ntitle = "The Larkhill Gazette"\n'
WHOLE = {
    "key": '"age.chirp"',
    "title": '"Chirp: minimum age"',
    "kind": '"age"',
    "value": "13",
    "nations": '["uk"]',
    "status": '"checked"',
    "sources": '["gazette"]',
    "checked_on": "2026-11-02",
    "checked_by": '"project research, November 2026"',
    "audience": '["everyone"]',
}

CHIRP = Fact(
    key="age.chirp",
    theme=Theme.AGES,
    title="Chirp: minimum age",
    kind=Kind.AGE,
    value=13,
    unit=None,
    nations=NATIONS,
    valid_from=None,
    valid_to=None,
    standing=Standing.IN_FORCE,
    expected="",
    look_again_on=None,
    status=Status.CHECKED,
    sources=(Source("The Larkhill Gazette"),),
    checked_on=Day(date(2026, 11, 2)),
    checked_by="project research, November 2026",
    audience=frozenset(Audience),
    note="",
)
ANNOUNCED = replace(
    CHIRP,
    value=16,
    standing=Standing.ANNOUNCED,
    expected="spring 2027",
    look_again_on=date(2026, 12, 31),
)
UNCHECKED = replace(CHIRP, status=Status.UNCHECKED, sources=(), checked_on=None, checked_by="")


def chirp(first: date | None = None, last: date | None = None, **changes: Any) -> Fact:
    """The same fact from one day to another, both included."""
    return replace(
        CHIRP,
        valid_from=Day(first) if first else None,
        valid_to=Day(last) if last else None,
        **changes,
    )


def entry(**changes: str | None) -> str:
    """One `[[fact]]` table as TOML; None leaves a line out."""
    lines = {**WHOLE, **changes}
    return "[[fact]]\n" + "\n".join(f"{k} = {v}" for k, v in lines.items() if v is not None) + "\n"


def files(*entries: str, theme: str = "ages") -> dict[str, str]:
    """What `read_facts` takes, with one file of these entries."""
    return {"sources.toml": SOURCES, "chirp.toml": f'theme = "{theme}"\n' + "\n".join(entries)}
