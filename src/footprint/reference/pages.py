"""
Every page of docs/reference as text, from the tables that the product itself runs on.

`make check` fails when a page on disk differs, so whoever changes a table changes its page.
"""

from collections.abc import Callable, Iterable, Mapping

from footprint.config.environment import SETTINGS
from footprint.rulebook.catalogue import CATALOGUE
from footprint.rulebook.decisions.incident_steps import steps_as_markdown
from footprint.rulebook.terms import Matter, Role
from footprint.users.permissions import (
    GRANTS,
    MATTERS,
    NEEDS_SECOND_FACTOR,
    ROLE_WORDS,
    SENTENCES,
    Permission,
)
from footprint.worker.periodic import JOBS

NOTE = "<!-- Written by `make docs` from {source}. Change it there. -->\n\n"


def reference_pages() -> dict[str, str]:
    """{file name: whole text}. The apps' jobs must have been imported."""
    return {name: page() for name, page in PAGES.items()}


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(heads), *map(list, rows)]
    width = len(lines[0])
    body = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([body[0], "|" + " --- |" * width, *body[1:]]) + "\n"


def _permissions() -> str:
    rows = (
        [f"{permission.value}: {SENTENCES[permission]}"]
        + ["yes" if permission in GRANTS[role] else "" for role in Role]
        + ["yes" if permission in NEEDS_SECOND_FACTOR else ""]
        for permission in Permission
    )
    heads = ["Permission", *(ROLE_WORDS[role] for role in Role), "Second factor"]
    classes = (
        [matter.value, *("yes" if matter in MATTERS[role] else "" for role in Role)]
        for matter in Matter
    )
    return (
        NOTE.format(source="`users/permissions.py`")
        + "# Who may do what\n\n"
        + "Whoever is named in a matter is shut out of it, whatever the role.\n\n"
        + _table(heads, rows)
        + "\n## Which classes of matter a role may see\n\n"
        + _table(["Class", *(ROLE_WORDS[role] for role in Role)], classes)
    )


def _settings() -> str:
    rows = ([f"`{each.name}`", f"`{each.default}`", each.sentence] for each in SETTINGS)
    return (
        NOTE.format(source="`config/environment.py`")
        + "# Settings\n\nFrom the environment only.\n\n"
        + _table(["Variable", "Default", "What it is for"], rows)
    )


def _jobs() -> str:
    rows = ([f"`{name}`", f"`{job.line}`", job.sentence] for name, job in sorted(JOBS.items()))
    return (
        NOTE.format(source="each app's `jobs.py`")
        + "# What the worker does by the clock\n\n"
        + _table(["Job", "When (minute hour day month weekday)", "What it does"], rows)
    )


def _policy_clauses() -> str:
    parts = []
    for entry in CATALOGUE:
        rows = ([f"`{part.key}`", part.kind.value, part.label] for part in entry.parts)
        parts.append(
            f"## {entry.title}\n\n`{entry.name.value}`. {entry.question}\n\n"
            + _table(["Value", "Shape", "What it says"], rows)
        )
    return (
        NOTE.format(source="`rulebook/catalogue/`")
        + "# The clauses that are looked for in a policy\n\n"
        + "\n".join(parts)
    )


def _incident_steps() -> str:
    return NOTE.format(source="`rulebook/decisions/incident_steps.py`") + steps_as_markdown()


PAGES: Mapping[str, Callable[[], str]] = {
    "permissions.md": _permissions,
    "settings.md": _settings,
    "jobs.md": _jobs,
    "policy-clauses.md": _policy_clauses,
    "incident-steps.md": _incident_steps,
}
