"""The project's imports keep to the architecture, and a breach of it is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_rules import PACKAGES, SIDE_PACKAGES, modules, violations

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]


def plant(root: Path, files: dict[str, str]) -> Path:
    """A small project with these files."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def test_the_project_imports_only_what_its_architecture_allows() -> None:
    assert violations(ROOT) == []


def test_the_check_reads_both_sides_of_the_process_boundary() -> None:
    found = set(modules(ROOT))
    assert {"", "plugin", "backend", "backend.common.protocol", "backend.core.errors"} <= found
    for package in (*PACKAGES, *SIDE_PACKAGES):
        assert any(module.startswith(f"backend.{package}.") for module in found), package
    assert not any(module.startswith(("tests", "scripts", "benchmarks")) for module in found)


def test_every_folder_of_the_backend_is_a_package_that_the_rules_know() -> None:
    folders = {
        path.name
        for path in (ROOT / "backend").iterdir()
        if path.is_dir() and any(path.glob("*.py"))
    }
    assert folders == {*PACKAGES, *SIDE_PACKAGES}


ALLOWED = {
    "__init__.py": "def classFactory(iface):\n    from .plugin import Plugin\n",
    "plugin.py": "from qgis.core import Qgis\nfrom .algorithms import classify\n",
    "algorithms/classify.py": "import json\nimport numpy as np\nfrom ..bridge import process\n",
    "gui/dock.py": "from qgis.PyQt.QtWidgets import QDockWidget\nfrom ..bridge import process\n",
    "bridge/process.py": "from ..backend.common import protocol\n"
    "from ..backend.common.protocol import Job\n",
    "backend/__init__.py": "from .common import protocol\n"
    "if TYPE_CHECKING:\n    from .api.a import classify\n",
    "backend/api/a.py": "import sklearn\nfrom ..commands.classify import x\n",
    "backend/__main__.py": "from .cli import main\n",
    "backend/common/protocol.py": "import json\nfrom .methods import METHODS\n",
    "backend/common/methods.py": "from dataclasses import dataclass\n",
    "backend/core/errors.py": "from ..common import protocol\n",
    "backend/core/reporter.py": "from .errors import Cancelled\nfrom ..common.protocol import E\n",
    "backend/compute/device.py": "import torch\nfrom ..core.errors import UserError\n",
    "backend/scene/raster.py": "import rasterio\nfrom ..compute.device import choose\n",
    "backend/scene/products/emit.py": "from ..grid import Grid\nfrom ...core.errors import X\n",
    "backend/labels/pixels.py": "from backend.scene.raster import Grid\n",
    "backend/mapping/prediction.py": "from ..scene import raster\nfrom ..labels.pixels import X\n",
    "backend/sample_scene/land.py": "from ..scene.grid import Grid\n",
    "backend/pretraining/trainer.py": "from ..backbones.networks import unet\n",
    "backend/commands/classify.py": "from ..mapping.prediction import predict\n",
    "backend/commands/sample.py": "from ..sample_scene.land import Land\n",
    "backend/commands/doctor.py": "from .. import __version__\n",
    "backend/cli.py": "from .commands.classify import classify\n",
    "backend/worker.py": "from .commands import classify\n",
    # Not of the plugin, so free to import what they like.
    "tests/test_all.py": "import torch, qgis\n",
    "benchmarks/speed.py": "import qgis\n",
}


def test_what_the_architecture_allows_passes(tmp_path: Path) -> None:
    assert violations(plant(tmp_path, ALLOWED)) == []


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        # The backend knows nothing of QGIS.
        ("backend/scene/x.py", "from qgis.core import Qgis", "must not use qgis"),
        ("backend/worker.py", "import PyQt5.QtCore", "must not use PyQt5"),
        ("backend/commands/x.py", "from ...bridge import process", "must not use the QGIS side"),
        ("backend/commands/x.py", "from ... import plugin", "must not use the QGIS side"),
        ("backend/cli.py", "import bridge.process", "must not use the QGIS side"),
        # The QGIS side does without what QGIS does not bring.
        ("plugin.py", "import torch", "torch is not part of every QGIS"),
        ("__init__.py", "import diffusers", "diffusers is not part of every QGIS"),
        ("algorithms/classify.py", "import rasterio.crs", "rasterio is not part of every QGIS"),
        ("gui/dock.py", "from sklearn.svm import SVC", "sklearn is not part of every QGIS"),
        ("gui/dock.py", "from PyQt5.QtCore import Qt", "PyQt5 is not part of every QGIS"),
        ("bridge/process.py", "def f():\n    import torch", "torch is not part of every QGIS"),
        ("bridge/process.py", "if TYPE_CHECKING:\n    import torch", "torch is not part"),
        ("bridge/process.py", "import_module('torch')", "torch is not part of every QGIS"),
        ("bridge/process.py", "importlib.import_module('torch.nn')", "torch is not part"),
        ("bridge/process.py", "__import__('torch')", "torch is not part of every QGIS"),
        # It imports only what both sides share.
        ("bridge/process.py", "from ..backend import cli", "may use backend.common only"),
        ("bridge/process.py", "from ..backend.core.errors import X", "backend.common only"),
        ("bridge/process.py", "from .. import backend", "may use backend.common only"),
        ("plugin.py", "from geodiffnet.backend.scene import raster", "backend.common only"),
        ("gui/dock.py", "from ..backend import commonplace", "may use backend.common only"),
        ("gui/dock.py", "from ..algorithms import classify", "gui/ must not use algorithms/"),
        ("bridge/process.py", "from ..gui import dock", "bridge/ must not use gui/"),
        ("algorithms/classify.py", "from ..gui import dock", "algorithms/ must not use gui/"),
        # What the QGIS side runs of the backend needs nothing.
        ("backend/common/protocol.py", "import numpy", "standard library only, not numpy"),
        ("backend/common/protocol.py", "from ..core.errors import X", "standard library only"),
        ("backend/common/x.py", "import torch", "standard library only, not torch"),
        ("backend/__init__.py", "import torch", "standard library and"),
        ("backend/__init__.py", "from .scene import raster", "standard library and"),
        ("backend/__init__.py", "if TYPE_CHECKING:\n    import torch", "standard library and"),
        ("backend/__init__.py", "from .api.a import classify", "standard library and"),
        # A package imports only packages before it.
        ("backend/scene/x.py", "from ..labels.pixels import X", "only packages before it"),
        ("backend/labels/x.py", "from ..mapping import prediction", "only packages before it"),
        ("backend/scene/products/x.py", "from ...labels import pixels", "only packages before it"),
        ("backend/labels/x.py", "import backend.mapping.prediction", "only packages before it"),
        ("backend/compute/x.py", "from ..scene.raster import Grid", "only packages before it"),
        ("backend/core/errors.py", "from ..compute.device import X", "only packages before it"),
        ("backend/core/reporter.py", "from ..scene import raster", "only packages before it"),
        ("backend/mapping/x.py", "from ..commands.classify import X", "only packages before it"),
        # Modules at the top put packages together, and no package knows them.
        ("backend/commands/x.py", "from ..cli import main", "must not use backend.cli"),
        ("backend/labels/x.py", "from ..worker import main", "must not use backend.worker"),
        ("backend/labels/x.py", "from .. import cli", "labels/ must not use backend.cli"),
        # What users' jobs do not run stands apart.
        ("backend/scene/x.py", "from ..sample_scene import land", "must not use sample_scene/"),
        ("backend/commands/x.py", "from ..pretraining import trainer", "must not use pretraining/"),
        ("backend/sample_scene/x.py", "from ..pipeline import x", "only packages before it"),
        ("backend/commands/x.py", "from ..api.a import classify", "must not use api/"),
        ("backend/api/x.py", "from ..sample_scene import land", "must not use sample_scene/"),
    ],
)
def test_a_breach_is_named_with_its_place(
    tmp_path: Path, file: str, text: str, complaint: str
) -> None:
    plant(tmp_path, ALLOWED | {file: text + "\n"})
    broken = [line for line in violations(tmp_path) if not line.startswith("circle: ")]
    assert len(broken) == 1, broken
    assert broken[0].startswith(f"{file}:")
    assert complaint in broken[0]


@pytest.mark.parametrize(
    "files",
    [
        {
            "backend/labels/a.py": "from .b import x\n",
            "backend/labels/b.py": "def f():\n    from .a import y\n",
        },
        {
            "bridge/a.py": "from . import b\n",
            "bridge/b.py": "from .c import x\n",
            "bridge/c.py": "import geodiffnet.bridge.a\n",
        },
        {
            "backend/labels/__init__.py": "from .a import x\n",
            "backend/labels/a.py": "from . import y\n",
        },
    ],
)
def test_a_circle_is_named(tmp_path: Path, files: dict[str, str]) -> None:
    broken = violations(plant(tmp_path, ALLOWED | files))
    assert len(broken) == 1, broken
    assert broken[0].startswith("circle: ")
    assert broken[0].count(" → ") == len(files)


def test_every_circle_is_named(tmp_path: Path) -> None:
    circles = {
        "backend/labels/a.py": "from .b import x\n",
        "backend/labels/b.py": "from .a import y\n",
        "bridge/a.py": "from .b import x\n",
        "bridge/b.py": "from .a import y\n",
    }
    assert len(violations(plant(tmp_path, ALLOWED | circles))) == 2


def test_an_import_for_type_checking_only_closes_no_circle(tmp_path: Path) -> None:
    files = {
        "backend/labels/a.py": "if TYPE_CHECKING:\n    from .b import x\n",
        "backend/labels/b.py": "from .a import y\n",
    }
    assert violations(plant(tmp_path, ALLOWED | files)) == []
    plant(tmp_path, {"backend/labels/a.py": "if not TYPE_CHECKING:\n    from .b import x\n"})
    assert len(violations(tmp_path)) == 1
