"""House rules that a tool of its own does not check."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator

import pytest
from django.apps import apps

from footprint.config.environment import SETTINGS
from tests.architecture.sources import (
    PACKAGE,
    ROOT,
    Function,
    Module,
    all_modules,
    dotted,
    product_modules,
)

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
TOO_LONG: dict[str, str] = {}  # file: reason

# What a file of an app may be called; any other says in its docstring why it is there.
KNOWN_FILES = {"__init__", "models", "actions", "views", "forms", "jobs", "urls", "apps"}
KNOWN_FOLDERS = {"models", "actions", "views", "forms", "jobs", "tests", "templatetags"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "lib"}

CLOCKS = {
    "timezone.now",
    "timezone.localtime",
    "timezone.localdate",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "datetime.datetime.now",
    "date.today",
    "time.time",
    "now",
}
WITH_A_MOMENT = {"timezone.localtime", "timezone.localdate"}  # these read it only without one
MAY_READ_THE_CLOCK = {"views", "jobs", "middleware", "management"}
CLOCK_READERS = {
    "worker/periodic.py": "the heartbeat's thread has no caller that could hand it a moment",
    "policies/documents/command.py": "a command, the edge itself: which dated facts hold today",
}


def own_apps() -> set[str]:
    return {
        config.name.removeprefix("footprint.")
        for config in apps.get_app_configs()
        if config.name.startswith("footprint.")
    }


def test_no_file_is_too_long() -> None:
    long = {
        module.path: lines
        for module in all_modules()
        if (lines := len(module.text.splitlines())) > LONGEST_FILE
    }
    assert {path: lines for path, lines in long.items() if path not in TOO_LONG} == {}
    assert set(TOO_LONG) <= set(long), "an exception that is not needed any more"


def _length(function: Function) -> int:
    """Lines of the body, without the docstring."""
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        lines = (function.end_lineno or 0) - (first.end_lineno or 0)
    else:
        lines = (function.end_lineno or 0) - first.lineno + 1
    return lines


def test_no_function_is_too_long() -> None:
    long = {
        f"{module.path}:{function.name}": _length(function)
        for module in product_modules()
        for function in module.functions()
        if _length(function) > LONGEST_FUNCTION
    }
    assert long == {}


def test_every_function_says_what_it_returns() -> None:
    silent = [
        f"{module.path}:{function.name}"
        for module in all_modules()
        for function in module.functions()
        if function.returns is None
    ]
    assert silent == []


def test_nothing_is_imported_inside_a_function() -> None:
    hidden = [
        f"{module.path}:{function.name}"
        for module in all_modules()
        for function in module.functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_no_name_says_nothing() -> None:
    names = {part.removesuffix(".py") for module in all_modules() for part in module.parts}
    assert not names & VAGUE_NAMES


def _in_an_app(module: Module) -> bool:
    return len(module.parts) > 1 and module.parts[0] in own_apps()


def test_another_file_in_an_app_says_why_it_is_there() -> None:
    unexplained = []
    for module in product_modules():
        if not _in_an_app(module) or "management" in module.parts:
            continue
        if len(module.parts) > 2:  # inside a folder: the folder's own docstring explains it
            folder = module.parts[1]
            is_door = len(module.parts) == 3 and module.parts[2] == "__init__.py"
            explained = folder in KNOWN_FOLDERS or not is_door
        else:
            explained = module.meaning in KNOWN_FILES
        docstring = (ast.get_docstring(module.tree) or "").strip()
        if not explained and len(docstring.splitlines()) < 2:
            unexplained.append(module.path)
    assert unexplained == []


def test_views_choose_no_rows_by_themselves() -> None:
    """What somebody may see is written once, in the QuerySet methods."""
    found = [
        f"{module.path}:{call.lineno}"
        for module in product_modules()
        if module.meaning == "views"
        for call in module.calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"filter", "exclude"}
    ]
    assert found == []


def _clock_readings(module: Module) -> Iterator[str]:
    for call in module.calls():
        name = dotted(call.func)
        if name in CLOCKS and not (name in WITH_A_MOMENT and call.args):
            yield f"{module.path}:{call.lineno} {name}"


def test_only_those_at_the_edge_read_the_clock() -> None:
    found = [
        reading
        for module in product_modules()
        if module.meaning not in MAY_READ_THE_CLOCK and module.path not in CLOCK_READERS
        for reading in _clock_readings(module)
    ]
    assert found == []


@pytest.mark.parametrize("path", CLOCK_READERS)
def test_each_exception_to_the_clock_is_still_needed(path: str) -> None:
    module = next(module for module in product_modules() if module.path == path)
    assert list(_clock_readings(module))


def test_the_rulebook_stands_on_the_standard_library_alone() -> None:
    allowed = {*sys.stdlib_module_names, "footprint"}
    found = [
        f"{module.path}: {name}"
        for module in product_modules()
        if module.parts[0] == "rulebook"
        for name in _imported(module)
        if name.partition(".")[0] not in allowed
    ]
    assert found == []


def _imported(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_every_room_has_its_place_in_the_order_of_imports() -> None:
    """The linter's contract is exhaustive; this says that the contract itself is there."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = next(each for each in contracts["contracts"] if each["type"] == "layers")
    placed = {name.strip(" ()") for layer in layers["layers"] for name in layer.split("|")}
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}

    assert layers["exhaustive"] is True
    assert rooms <= placed
    forbidden = [each for each in contracts["contracts"] if each["type"] == "forbidden"]
    without_django = next(each for each in forbidden if "django" in each["forbidden_modules"])
    assert {f"footprint.{room}" for room in ("rulebook", "matching", "signals", "connectors")} <= {
        *without_django["source_modules"]
    }


def test_the_example_of_settings_is_the_table_of_settings() -> None:
    text = (ROOT / ".env.example").read_text()

    found = re.findall(r"^# (.+)\n([A-Z_]+)=(.*)$", text, flags=re.MULTILINE)

    assert found == [(each.sentence, each.name, each.default) for each in SETTINGS]


def test_no_setting_is_read_that_is_not_in_the_table() -> None:
    read = re.findall(
        r'"(FOOTPRINT_[A-Z_]+|DATABASE_URL)"', (PACKAGE / "config/settings.py").read_text()
    )
    assert set(read) == {each.name for each in SETTINGS}
