"""The rules of `docs/architecture.md` about who may import whom, checked on the source text.

Nothing is imported or run: the imports are read from the syntax tree, so the QGIS side can be
checked where there is no QGIS. Imports inside functions count like others; those for type checking
only count too, except that they close no circle, since they are never run.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

#: The folder's name when installed, under which QGIS imports it.
PLUGIN = "geodiffnet"

QGIS_FOLDERS = ("algorithms", "bridge", "gui")
QGIS_FILES = ("__init__.py", "plugin.py")
#: What both sides of the process boundary share.
SHARED = "backend.common"
#: Besides the standard library, what every QGIS brings.
QGIS_PACKAGES = {"qgis", "processing", "osgeo", "numpy"}
#: Which QGIS-side folders each must not know.
QGIS_UNKNOWN = {"gui": {"algorithms"}, "bridge": {"algorithms", "gui"}, "algorithms": {"gui"}}

#: A package of the backend imports only packages before it.
PACKAGES = (
    "common",
    "core",
    "files",
    "process",
    "compute",
    "scene",
    "labels",
    "metrics",
    "backbones",
    "features",
    "classifiers",
    "mapping",
    "charts",
    "sampling",
    "reports",
    "options",
    "pipeline",
    "live",
    "campaign",
    "commands",
)
#: Packages beside the jobs of users: what they may import at most, and who may import them.
SIDE_PACKAGES = {
    "sample_scene": ("labels", {"commands"}),
    "pretraining": ("features", set()),
    "api": ("commands", set()),  # `backend/__init__.py` loads it when it is first used
}
#: What must not be imported in the backend: it lives in another process.
BACKEND_FOREIGN = {"qgis", "processing", "osgeo", "sip", "PyQt5", "PyQt6", "PySide2", "PySide6"}


@dataclass(frozen=True)
class Import:
    """One imported module, with the place where that is written."""

    module: str  # dotted, from the project's root, of the importing file
    target: str  # dotted; from the project's root for the project's own modules
    place: str
    for_types: bool  # under `if TYPE_CHECKING:`

    @property
    def package(self) -> str:
        """The outermost package of the target."""
        return self.target.partition(".")[0]


def violations(root: Path) -> list[str]:
    """Every import under a project's root that breaks a rule, as `file:line: what is wrong`."""
    sources, found = _sources(root), imports(root)
    broken = [f"{entry.place}: {wrong}" for entry in found if (wrong := _check(entry))]
    return broken + _import_cycles(found, sources)


def imports(root: Path) -> list[Import]:
    """Every import of the modules that the rules apply to."""
    sources = _sources(root)
    return [entry for module, file in sources.items() for entry in _imports(root, module, sources)]


def modules(root: Path) -> list[str]:
    """The modules that the rules apply to."""
    return list(_sources(root))


def _sources(root: Path) -> dict[str, Path]:
    files = [root / name for name in QGIS_FILES if (root / name).is_file()]
    for folder in ("backend", *QGIS_FOLDERS):
        files += sorted((root / folder).rglob("*.py"))
    return {_dotted(file.relative_to(root)): file for file in files}


def _dotted(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(root: Path, module: str, sources: dict[str, Path]) -> Iterator[Import]:
    file = sources[module]
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
    for_types = set(_for_types(tree))
    for node in ast.walk(tree):
        for name in _targets(node, package, sources):
            place = f"{file.relative_to(root)}:{node.lineno}"
            yield Import(module, _own_name(name), place, node in for_types)


def _for_types(tree: ast.AST) -> Iterator[ast.AST]:
    """Everything inside an `if TYPE_CHECKING:`, without its `else:`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            if isinstance(node.test, ast.UnaryOp):
                continue
            for statement in node.body:
                yield from ast.walk(statement)


def _targets(node: ast.AST, package: str, sources: dict[str, Path]) -> Iterator[str]:
    """The modules that a statement or expression imports, as far as its text tells."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            # Under its installed name, so that a relative import may go up to the plugin's root.
            parts = [PLUGIN, *package.split(".")] if package else [PLUGIN]
            parts = parts[: len(parts) - node.level + 1]
            base = ".".join([*parts, base] if base else parts)
        for alias in node.names:
            name = f"{base}.{alias.name}"
            yield name if _own_name(name) in sources else base
    elif isinstance(node, ast.Call) and node.args:
        called = node.func.attr if isinstance(node.func, ast.Attribute) else None
        called = node.func.id if isinstance(node.func, ast.Name) else called
        first = node.args[0]
        if (
            called in ("import_module", "__import__")
            and isinstance(first, ast.Constant)
            and isinstance(first.value, str)
        ):
            yield first.value


def _own_name(name: str) -> str:
    """The plugin's own modules without the name under which QGIS imports them."""
    return name.removeprefix(f"{PLUGIN}.") if name != PLUGIN else ""


def _check(entry: Import) -> str | None:
    parts = entry.module.split(".")
    return _check_backend(entry, parts) if parts[0] == "backend" else _check_qgis_side(entry)


def _check_qgis_side(entry: Import) -> str | None:
    own = {"", "plugin", *QGIS_FOLDERS}
    if entry.package == "backend":
        if not _is_shared(entry.target):
            return f"the QGIS side may use {SHARED} only, not {entry.target}"
    elif entry.package not in own | QGIS_PACKAGES and not _is_standard(entry.target):
        return f"{entry.package} is not part of every QGIS"
    folder = entry.module.partition(".")[0]
    if entry.package in QGIS_UNKNOWN.get(folder, ()):
        return f"{folder}/ must not use {entry.package}/"
    return None


def _check_backend(entry: Import, parts: list[str]) -> str | None:
    if entry.package in BACKEND_FOREIGN:
        return f"the backend must not use {entry.package}"
    if entry.package in {"", "plugin", *QGIS_FOLDERS}:
        return f"the backend must not use the QGIS side ({entry.target or PLUGIN})"
    if _is_shared(entry.module):
        if not (_is_standard(entry.target) or _is_shared(entry.target)):
            return f"{SHARED} may use the standard library only, not {entry.target}"
        return None
    allowed = (
        _is_standard(entry.target)
        or _is_shared(entry.target)
        or (entry.for_types and entry.package == "backend")
    )
    if entry.module == "backend" and not allowed:
        return (
            f"backend/__init__.py is run on the QGIS side too: standard library and {SHARED} only"
        )
    if entry.package != "backend":
        return None
    wanted = entry.target.split(".")
    user, used = parts[1] if len(parts) > 1 else "", wanted[1] if len(wanted) > 1 else ""
    if not used or used == user or user not in (*PACKAGES, *SIDE_PACKAGES):
        return None  # the package itself, a neighbour; or the command line, the worker, `__main__`
    return _judge_package(user, used)


def _judge_package(user: str, used: str) -> str | None:
    if used in SIDE_PACKAGES:
        if user in SIDE_PACKAGES[used][1]:
            return None
        return f"{user}/ must not use {used}/"
    if used not in PACKAGES:
        return f"{user}/ must not use backend.{used}"
    limit = SIDE_PACKAGES[user][0] if user in SIDE_PACKAGES else user
    if PACKAGES.index(used) > PACKAGES.index(limit):
        return f"{user}/ must not use {used}/: a package imports only packages before it"
    return None


def _is_shared(module: str) -> bool:
    return module == SHARED or module.startswith(f"{SHARED}.")


def _is_standard(target: str) -> bool:
    return target.partition(".")[0] in sys.stdlib_module_names


def _import_cycles(found: list[Import], sources: dict[str, Path]) -> list[str]:
    graph: dict[str, set[str]] = {module: set() for module in sources}
    for entry in found:
        if entry.target in sources and entry.target != entry.module and not entry.for_types:
            graph[entry.module].add(entry.target)
    circles = []
    while circle := _import_cycle(graph):
        circles.append("circle: " + " → ".join(module or PLUGIN for module in circle))
        graph[circle[0]].discard(circle[1])  # to find the next one
    return circles


def _import_cycle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))  # from user to used
    return []
