"""Checks the source code of the plugin for what QGIS 4 with Qt 6 does not support.

Names are resolved from their imports to the classes of the installed QGIS. A member of an enum must
be accessed through its enum, as PyQt6 requires; names that PyQt6 has removed are listed in
`qt6_gone.txt`. Objects of unknown type are checked by the name of the attribute.
"""

from __future__ import annotations

import ast
import enum
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

QGIS_SIDE = ("algorithms", "bridge", "gui")
REMOVED_NAMES = {
    line
    for line in Path(__file__).with_name("qt6_gone.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}
#: Bindings that only one of the two Qt versions has; `qgis.PyQt` stands for both.
BINDINGS = {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
UNKNOWN = object()


def sources(root: Path) -> list[Path]:
    """The files that run inside QGIS."""
    found = [root / "__init__.py", root / "plugin.py"]
    for folder in QGIS_SIDE:
        found += sorted((root / folder).rglob("*.py"))
    return [file for file in found if file.is_file()]


def violations(root: Path) -> list[str]:
    """All violations, as `file:line: problem`."""
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sources(root)}
    plugin_names = {name for tree in trees.values() for name in _defined(tree)}
    members = _unscoped_members(trees.values())
    found = []
    for file, tree in trees.items():
        for line, problem in sorted(set(_File(tree, plugin_names, members).problems())):
            found.append(f"{file.relative_to(root)}:{line}: {problem}")
    return found


def _defined(tree: ast.AST) -> Iterator[str]:
    """Names that the plugin itself gives to functions, classes and attributes."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Attribute, ast.Name)) and isinstance(node.ctx, ast.Store):
            yield node.attr if isinstance(node, ast.Attribute) else node.id


def _imported(tree: ast.AST) -> Iterator[tuple[str, str, str, int]]:
    """Local name, module, name in it and line of what is imported from QGIS."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and node.module:
            for alias in node.names:
                if node.module.split(".")[0] == "qgis":
                    yield alias.asname or alias.name, node.module, alias.name, node.lineno


def _uses(scope: ast.AST, name: str) -> Iterator[ast.AST]:
    return (node for node in ast.walk(scope) if isinstance(node, ast.Name) and node.id == name)


def _catches_import_error(handler: ast.ExceptHandler) -> bool:
    return handler.type is not None and ast.unparse(handler.type) == "ImportError"


def _real(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name)
    except AttributeError:
        try:
            return importlib.import_module(f"{module}.{name}")
        except ImportError:
            return UNKNOWN
    except ImportError:
        return UNKNOWN


def is_enum(kind: Any) -> bool:
    """Whether a class is an enum of Python or of PyQt5."""
    if not isinstance(kind, type):
        return False
    return issubclass(kind, enum.Enum) or type(kind).__name__ == "enumtype"


def _unscoped_members(trees: Any) -> set[str]:
    """Members of enums that classes used by the plugin offer without naming the enum."""
    used = {_real(module, name) for tree in trees for _, module, name, _ in _imported(tree)}
    ancestors = {ancestor for kind in used if isinstance(kind, type) for ancestor in kind.__mro__}
    return {
        member
        for kind in ancestors
        if not is_enum(kind)
        for member, value in vars(kind).items()
        if is_enum(type(value))
    }


class _File:
    """One file of the plugin."""

    def __init__(self, tree: ast.Module, plugin_names: set[str], members: set[str]):
        self._tree, self._plugin_names, self._members = tree, plugin_names, members
        self._names = {local: _real(module, name) for local, module, name, _ in _imported(tree)}
        # An import that is tried where that of the other Qt version fails.
        self._exempt = {
            node
            for attempt in ast.walk(tree)
            if isinstance(attempt, ast.Try)
            and any(_catches_import_error(handler) for handler in attempt.handlers)
            for node in ast.walk(attempt)
        }
        self._called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
        self._types: dict[ast.AST, list[type]] = {}
        self._aliases: dict[ast.AST, type] = {}
        self._collect_types()

    def problems(self) -> Iterator[tuple[int, str]]:
        for node in ast.walk(self._tree):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                for problem in self._check_import(node):
                    yield node.lineno, problem
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                problem = self._check_attribute(node)
                if problem:
                    yield node.lineno, problem
            elif isinstance(node, ast.Constant) and str(node.value).split(".")[0] in BINDINGS:
                yield node.lineno, f"{node.value}: use qgis.PyQt, which fits every QGIS"

    def _check_import(self, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
        modules = [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            if node.level:
                return
            modules = [node.module or ""]
        for module in modules:
            if module.split(".")[0] in BINDINGS:
                yield f"imports {module}: use qgis.PyQt, which fits every QGIS"
            if module.rpartition(".")[2] in ("resources_rc", "resources"):
                yield f"imports {module}: pyrcc exists for Qt 5 only"
        if isinstance(node, ast.ImportFrom) and node not in self._exempt:
            full = node.module or ""
            short = full.rpartition(".")[2]
            for name in [alias.name for alias in node.names]:
                if f"{short}.{name}" in REMOVED_NAMES:
                    yield f"Qt 6 has no {short}.{name}"
                elif full.startswith("qgis.") and _real(full, name) is UNKNOWN:
                    yield f"this QGIS has no {full}.{name}"

    def _collect_types(self) -> None:
        """Record the types of `self` and of annotated arguments of each function."""
        for kind in [node for node in ast.walk(self._tree) if isinstance(node, ast.ClassDef)]:
            bases = [self._resolve(base) for base in kind.bases]
            bases = [base for base in bases if isinstance(base, type)]
            for function in [node for node in ast.walk(kind) if isinstance(node, ast.FunctionDef)]:
                arguments = function.args.args
                if bases and arguments and arguments[0].arg == "self":
                    self._remember(function, "self", bases)
        for statement in self._tree.body:
            if isinstance(statement, ast.Assign):
                self._collect_assignment(self._tree, statement)
        for function in ast.walk(self._tree):
            if isinstance(function, ast.FunctionDef):
                for argument in (*function.args.args, *function.args.kwonlyargs):
                    kinds = list(self._annotated(argument.annotation))
                    if kinds:
                        self._remember(function, argument.arg, kinds)
                for node in ast.walk(function):
                    if isinstance(node, ast.Assign):
                        self._collect_assignment(function, node)

    def _collect_assignment(self, scope: ast.AST, node: ast.Assign) -> None:
        """`button = QPushButton()` makes one of that class, `kind = QFrame.Shape` another name."""
        made = isinstance(node.value, ast.Call)
        kind = self._resolve(node.value.func if made else node.value)
        for target in node.targets:
            if isinstance(target, ast.Name) and isinstance(kind, type):
                if made:
                    self._remember(scope, target.id, [kind])
                else:
                    self._aliases.update(dict.fromkeys(_uses(scope, target.id), kind))

    def _remember(self, scope: ast.AST, name: str, kinds: list[type]) -> None:
        self._types.update(dict.fromkeys(_uses(scope, name), kinds))

    def _annotated(self, annotation: ast.AST | None) -> Iterator[type]:
        if isinstance(annotation, ast.BinOp):
            yield from self._annotated(annotation.left)
            yield from self._annotated(annotation.right)
        elif annotation is not None:
            kind = self._resolve(annotation)
            if isinstance(kind, type):
                yield kind

    def _resolve(self, node: ast.AST) -> Any:
        """The object behind a dotted name that starts with an import."""
        if isinstance(node, ast.Name):
            return self._aliases.get(node, self._names.get(node.id, UNKNOWN))
        if isinstance(node, ast.Attribute):
            base = self._resolve(node.value)
            return UNKNOWN if base is UNKNOWN else getattr(base, node.attr, UNKNOWN)
        return UNKNOWN

    def _check_attribute(self, node: ast.Attribute) -> str | None:
        base = self._resolve(node.value)
        if isinstance(base, type):
            return self._check_class(base, node.attr, ast.unparse(node))
        for kind in self._types.get(node.value, ()) if base is UNKNOWN else ():
            if ast.unparse(node.value) == "self" and node.attr in self._plugin_names:
                return None
            if hasattr(kind, node.attr):
                return self._check_class(kind, node.attr, ast.unparse(node))
        if (
            base is UNKNOWN
            and node.attr not in self._plugin_names
            and node.value not in self._types
        ):
            if f"*.{node.attr}" in REMOVED_NAMES:
                return f"{ast.unparse(node)}: no class of Qt 6 has {node.attr}"
            scoped = isinstance(node.value, ast.Attribute) and node.value.attr[0].isupper()
            if node.attr in self._members and not scoped and node not in self._called:
                return f"{ast.unparse(node)}: reach {node.attr} through its enum"
        return None

    def _check_class(self, kind: type, name: str, written: str) -> str | None:
        if is_enum(kind):
            spelt = f"{kind.__qualname__}.{name}"
            if not hasattr(kind, name):
                return f"{written}: there is no such member"
            return f"{written}: Qt 6 has no {spelt}" if spelt in REMOVED_NAMES else None
        value = getattr(kind, name, UNKNOWN)
        if value is UNKNOWN:
            return f"{written}: this QGIS has no such name"
        if is_enum(type(value)):
            return f"{written}: reach it through {type(value).__qualname__}"
        for ancestor in kind.__mro__:
            if f"{ancestor.__qualname__}.{name}" in REMOVED_NAMES and name in vars(ancestor):
                return f"{written}: Qt 6 has no {ancestor.__qualname__}.{name}"
        return None
