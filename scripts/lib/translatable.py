"""Finds the texts for users in the source of the QGIS side, and what cannot be translated there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CONTEXT = "GeoDiffNet"
SOURCE_PATHS = ("plugin.py", "algorithms", "bridge", "gui")
#: Functions that translate their first argument, and those that take the context before it.
SHORT = ("tr",)
WITH_CONTEXT = ("translate", "QT_TRANSLATE_NOOP")
#: Where a text that is not passed to one of those would still be read by a user.
SHOWING = {
    "BridgeError", "QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton",
    "QgsProcessingException", "addButton", "addTab", "addWidget", "pushInfo", "pushWarning",
    "reportError", "setHelp", "setPlaceholderText", "setStatusTip", "setText", "setTitle",
    "setToolTip", "setWindowTitle",
}  # fmt: skip
#: A sentence, or the beginning of one, rather than a pattern, a path or a style.
SENTENCE = re.compile(r"[A-Z][a-z]+[^|\\/={}]* [^|\\/={}]*")
WORD = re.compile(r"[A-Z][a-z]{2,}\W*")
#: The same in every language.
NAMES = ("Python",)


def sources(root: Path) -> dict[str, list[str]]:
    """Each text to translate, with the files in which it stands."""
    found: dict[str, list[str]] = {}
    for file in files(root):
        name = file.relative_to(root).as_posix()
        for text in texts(ast.parse(file.read_text(encoding="utf-8"))):
            places = found.setdefault(text, [])
            if name not in places:
                places.append(name)
    return found


def files(root: Path) -> list[Path]:
    """The source of the QGIS side, in order."""
    places = [root / place for place in SOURCE_PATHS]
    return sorted(
        file for place in places for file in ([place] if place.is_file() else place.rglob("*.py"))
    )


def texts(tree: ast.AST) -> Iterator[str]:
    """The texts that a module has translated."""
    for argument in arguments(tree):
        yield from literals(argument)


def faults(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Lines where a text is lost to translators: put together too early, or shown as it is."""
    seen: set[int] = set()
    for argument in arguments(tree):
        seen.update(id(node) for node in ast.walk(argument))
        # A variable holds what was marked elsewhere with QT_TRANSLATE_NOOP.
        if not literals(argument) and not isinstance(argument, (ast.Name, ast.Attribute)):
            yield argument.lineno, f"no plain text to translate: {ast.unparse(argument)}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            seen.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in SHOWING:
            for value in node.args:
                if _is_shown(value, WORD) and id(value) not in seen:
                    yield value.lineno, f"not translated: {value.value!r}"
        if _is_shown(node, SENTENCE) and id(node) not in seen:
            yield node.lineno, f"not translated: {node.value!r}"


def arguments(tree: ast.AST) -> Iterator[ast.expr]:
    """What is passed to a function that translates."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if _name(node) in SHORT and node.args:
            yield node.args[0]
        elif _name(node) in WITH_CONTEXT and len(node.args) > 1:
            yield node.args[1]


def literals(argument: ast.expr) -> list[str]:
    """The texts that an argument can be, as far as the source tells; none if it does not."""
    if _is_text(argument):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        either, other = literals(argument.body), literals(argument.orelse)
        return [*either, *other] if either and other else []
    return []


def _is_shown(node: ast.AST, pattern: re.Pattern[str]) -> bool:
    return (
        _is_text(node) and node.value.strip() not in NAMES and bool(pattern.fullmatch(node.value))
    )


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))
