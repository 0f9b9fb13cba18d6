"""What is written to the audit trail has its place on the page that shows it."""

import ast
from collections.abc import Iterator

from footprint.reports.trail import MATTER_KINDS, OPEN_KINDS, ROOMS
from tests.architecture.sources import Module, product_modules


def _targets(module: Module) -> Iterator[str]:
    """The beginnings of `target=f"kind:{key}"`."""
    for call in module.calls():
        for keyword in call.keywords:
            if keyword.arg == "target" and isinstance(keyword.value, ast.JoinedStr):
                first = keyword.value.values[0]
                if isinstance(first, ast.Constant) and ":" in str(first.value):
                    yield str(first.value).partition(":")[0]


def test_every_kind_of_target_is_placed_as_open_or_as_a_matter() -> None:
    """One that is in neither table is shown to nobody."""
    written = {kind for module in product_modules() for kind in _targets(module)}
    assert {"incident", "item", "user"} <= written
    assert written <= {*OPEN_KINDS, *MATTER_KINDS}


def test_every_room_that_writes_events_has_its_word() -> None:
    rooms = {
        module.parts[1] if module.parts[0] == "registers" else module.parts[0]
        for module in product_modules()
        if any(getattr(call.func, "id", "") == "record" for call in module.calls())
    }
    assert rooms - {"audit", "sample_school"} <= set(ROOMS)
