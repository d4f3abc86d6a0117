"""The code inside QGIS runs on Python 3.9, which QGIS 3.40 for macOS contains."""

import ast
import importlib
import types
import typing

import pytest
from qgis_support import ROOT

OLDEST = (3, 9)
INSIDE_QGIS = sorted(
    [*ROOT.glob("*.py"), ROOT / "backend" / "__init__.py"]
    + [
        file
        for package in ("algorithms", "backend/common", "bridge", "gui")
        for file in (ROOT / package).rglob("*.py")
    ]
)


@pytest.mark.parametrize("file", INSIDE_QGIS, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_syntax_is_that_of_python_39(file):
    tree = ast.parse(file.read_text(), feature_version=OLDEST)
    newer = [node for node in ast.walk(tree) if isinstance(node, (ast.Match, ast.TryStar))]
    assert not newer
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        named = ast.unparse(call.func)
        given = {keyword.arg for keyword in call.keywords}
        assert named != "zip" or "strict" not in given
        assert named != "dataclass" or not given & {"kw_only", "slots"}
        assert named != "isinstance" or not isinstance(call.args[1], ast.BinOp)


def test_evaluated_annotations_use_no_union_operator(qgis):
    """Annotations may have one, except those of the events of the protocol, which are evaluated."""
    protocol = importlib.import_module("geodiffnet.backend.common.protocol")
    for module in (
        "backend.common.protocol",
        "bridge.labels",
        "bridge.process",
        "algorithms.provider",
    ):
        for name, value in vars(importlib.import_module(f"geodiffnet.{module}")).items():
            assert not isinstance(value, types.UnionType), f"{module}.{name}"
    for kind in (protocol.Progress, protocol.Log, protocol.Result, protocol.Failure):
        for name, wanted in typing.get_type_hints(kind).items():
            assert not isinstance(wanted, types.UnionType), f"{kind.__name__}.{name}"
