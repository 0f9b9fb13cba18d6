"""Every module of the package, parsed once, for the tests of its shape."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "footprint"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file: its path inside the package, its text, its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def parts(self) -> tuple[str, ...]:
        return Path(self.path).parts

    @property
    def is_test(self) -> bool:
        return "tests" in self.parts

    @property
    def meaning(self) -> str:
        """The file name that says what it holds; of `views/showing.py` it is `views`."""
        inside = self.parts[2 if self.parts[0] == "registers" else 1 : -1]
        return inside[0] if inside else Path(self.path).stem

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


@cache
def all_modules() -> tuple[Module, ...]:
    """All but migrations, which Django writes."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE)
        if "migrations" not in name.parts:
            text = path.read_text()
            found.append(Module(str(name), text, ast.parse(text)))
    return tuple(found)


def product_modules() -> Iterator[Module]:
    """What runs at a school: everything but tests."""
    return (module for module in all_modules() if not module.is_test)


def dotted(node: ast.expr) -> str:
    """`timezone.now` for that expression; pieces that are no names are left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""
