"""The house rules, read from the source as data: who may import whom, and how large anything may grow."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]

LEAVES = {"paths", "logs", "resources", ""}      # "" is the package itself: its version
ROOMS = {
    "domain": set(),
    "storage": {"domain"},
    "register": {"storage", "domain"},
    "reports": {"domain"},
    "exchange": {"domain"},
    "ui": {"register", "reports", "exchange", "domain"},
    "demonstration": {"register", "domain"},
    "cli": {"demonstration", "register", "reports", "exchange", "storage", "domain"},
    "app": {"ui", "demonstration", "register", "reports", "exchange", "storage", "domain"},
    "__main__": {"app", "cli", "domain"},
} | {leaf: set() for leaf in LEAVES}

OWNERS = {
    "PySide6": {"ui", "app"}, "shiboken6": {"ui", "app"},
    "peewee": {"storage"}, "playhouse": {"storage"}, "sqlcipher3": {"storage"},
    "docx": {"reports"}, "lxml": {"reports"}, "markdown": {"reports"}, "openpyxl": {"exchange"},
    "holidays": {"domain"}, "zxcvbn": {"domain", "storage", "register"}, "platformdirs": {"paths"},
}  # fmt: skip
HEAVY = {"docx", "lxml", "markdown", "holidays", "openpyxl", "zxcvbn"}
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg"}
SOCKETS = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}

LATE = "scrutineer.ui.late"      # where screens are found by name when they are first wanted, and nowhere else

VAGUE_FILES = {"utils", "util", "common", "helpers", "helper", "manager", "managers"}
VAGUE_CLASSES = {"Manager", "Controller", "View", "Widget", "Helper"}
TOP_LEVEL = {"scrutineer", "resources", "tests", "main.py", "pyproject.toml", "README.md", "LICENSE"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 50      # lines


class Module(NamedTuple):
    """One source file under its dotted name."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        return room_of(self.name)

    def imports(self, *, late: bool | None = None) -> Iterator[str]:
        """The dotted names imported: `late=True` inside functions, False at module level, None both."""
        inside = {child for node in functions(self.tree) for child in ast.walk(node)}
        for node in ast.walk(self.tree):
            if late is None or late is (node in inside):
                if isinstance(node, ast.Import):
                    yield from (alias.name for alias in node.names)
                elif isinstance(node, ast.ImportFrom):
                    assert not node.level, f"{self.path}: a relative import"
                    yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def room_of(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def read(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8")))


MODULES = {module.name: module for module in map(read, sorted((ROOT / "scrutineer").rglob("*.py")))}
EVERY = [*MODULES.values(), read(ROOT / "main.py"), *map(read, sorted((ROOT / "tests").rglob("*.py")))]


def ours(imported: str) -> str | None:
    """The module of ours that a dotted name lies in, or None for everybody else's."""
    if imported.partition(".")[0] != "scrutineer":
        return None
    return imported if imported in MODULES else imported.rpartition(".")[0]


def test_each_room_imports_only_the_rooms_below_it():
    assert set(map(room_of, MODULES)) <= set(ROOMS), "a new room: enter it into ROOMS and the drawing"
    assert not [
        f"{module.name} imports {target}"
        for module in MODULES.values()
        for target in filter(None, map(ours, module.imports()))
        if room_of(target) not in ROOMS[module.room] | LEAVES | {module.room}
    ]


def test_our_own_modules_are_imported_at_the_top_and_the_rooms_behind_the_door_late():
    late = {name for name, module in MODULES.items() if any(map(ours, module.imports(late=True)))}
    assert late <= {"scrutineer.__main__"}
    if door := MODULES.get("scrutineer.__main__"):
        assert {room_of(name) for name in map(ours, door.imports(late=False)) if name} <= LEAVES | {"domain"}


def test_modules_do_not_import_each_other_in_circles():
    graph = {name: {*filter(None, map(ours, module.imports()))} - {name} for name, module in MODULES.items()}
    TopologicalSorter(graph).prepare()


def test_each_library_has_its_owners_and_heavy_ones_are_imported_late():
    for module in MODULES.values():
        for library in {name.partition(".")[0] for name in module.imports()} - {"scrutineer"}:
            allowed = library in sys.stdlib_module_names or module.room in OWNERS.get(library, ())
            assert allowed, f"{module.name} imports {library}"
        early = {name.partition(".")[0] for name in module.imports(late=False)}
        assert not early & HEAVY, f"{module.name} imports {early & HEAVY} before it is needed"


def test_of_qt_only_what_the_bundle_needs_is_used():
    for module in MODULES.values():
        used = {name for name in module.imports() if name.startswith("PySide6")}
        strange = {name for name in used if not {name, name.rpartition(".")[0]} & (QT | SOCKETS)}
        assert not strange, f"{module.name} imports {strange}"


def test_nothing_escapes_the_rules_by_a_side_door():
    names = re.compile(r"\b(TYPE_CHECKING|import_module|__import__)\b")
    found = [module.name for module in MODULES.values() if names.search((ROOT / module.path).read_text())]
    assert found == [LATE]


def test_only_the_command_line_prints():
    assert not [
        f"{module.path}:{node.lineno}"
        for module in MODULES.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name) and node.id == "print" and module.room != "cli"
    ]


@pytest.mark.parametrize("module", EVERY, ids=lambda module: str(module.path))
def test_every_file_and_function_is_small_enough_to_read(module: Module):
    assert len((ROOT / module.path).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    long = [node.name for node in functions(module.tree) if node.end_lineno - node.lineno >= LONGEST_FUNCTION]
    assert not long, f"{module.path}: {long}"


def test_every_module_says_why_it_exists_and_nothing_has_a_vague_name():
    for name, module in MODULES.items():
        assert ast.get_docstring(module.tree), f"{name} has no docstring"
        assert not VAGUE_FILES & set(name.split(".")), name
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                assert not VAGUE_CLASSES & set(re.findall("[A-Z][a-z]*", node.name)), f"{name}.{node.name}"


def test_the_top_level_holds_nothing_but_what_belongs_there():
    try:
        listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a git checkout")
    top = {line.partition("/")[0] for line in listing.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL
