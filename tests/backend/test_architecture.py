"""The project's imports keep to the architecture, and a breach of it is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_rules import ROOMS, modules, violations

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


def test_the_check_sees_both_sides_of_the_door() -> None:
    seen = set(modules(ROOT))
    assert {"", "plugin", "backend", "backend.protocol", "backend.errors"} <= seen
    for room in ROOMS[:-1]:
        assert any(module.startswith(f"backend.{room}") for module in seen), room
    assert not any(module.startswith(("tests", "scripts", "benchmarks")) for module in seen)


def test_every_folder_of_the_backend_is_a_room_that_the_rules_know() -> None:
    folders = {
        path.name
        for path in (ROOT / "backend").iterdir()
        if path.is_dir() and any(path.glob("*.py"))
    }
    assert folders <= {*ROOMS, "compute", "jobs"}


ALLOWED = {
    "__init__.py": "def classFactory(iface):\n    from .plugin import Plugin\n",
    "plugin.py": "from qgis.core import Qgis\nfrom .algorithms import classify\n",
    "algorithms/classify.py": "import json\nimport numpy as np\nfrom ..bridge import process\n",
    "gui/dock.py": "from qgis.PyQt.QtWidgets import QDockWidget\nfrom ..bridge import process\n",
    "bridge/process.py": "from ..backend import protocol\nfrom ..backend.protocol import Job\n",
    "backend/__init__.py": '__version__ = "1"\n',
    "backend/__main__.py": "from .cli import main\n",
    "backend/protocol.py": "import json\nfrom dataclasses import dataclass\n",
    "backend/errors.py": "",
    "backend/reporter.py": "from .errors import Cancelled\nfrom .protocol import Event\n",
    "backend/compute/device.py": "import torch\nfrom ..errors import UserError\n",
    "backend/scene/raster.py": "import rasterio\nfrom ..compute.device import choose\n",
    "backend/scene/sample/land.py": "from ..raster import Grid\nfrom ...errors import UserError\n",
    "backend/labels/pixels.py": "from backend.scene.raster import Grid\n",
    "backend/mapping/predict.py": "from ..scene import raster\nfrom ..labels.pixels import X\n",
    "backend/jobs/classify.py": "from ..mapping.predict import predict\n",
    "backend/jobs/doctor.py": "from .. import __version__\n",
    "backend/cli.py": "from .jobs.classify import classify\n",
    "backend/worker.py": "from .jobs import classify\n",
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
        ("backend/scene/raster.py", "from qgis.core import Qgis", "must not use qgis"),
        ("backend/worker.py", "import PyQt5.QtCore", "must not use PyQt5"),
        ("backend/jobs/classify.py", "from ...bridge import process", "must not use the QGIS side"),
        ("backend/jobs/classify.py", "from ... import plugin", "must not use the QGIS side"),
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
        # Through the door, and no other way.
        ("bridge/process.py", "from ..backend import errors", "may use backend.protocol only"),
        ("bridge/process.py", "from ..backend.errors import X", "may use backend.protocol only"),
        ("bridge/process.py", "from .. import backend", "may use backend.protocol only"),
        ("plugin.py", "from geodiffnet.backend.scene import raster", "backend.protocol only"),
        ("gui/dock.py", "from ..algorithms import classify", "gui/ must not use algorithms/"),
        ("bridge/process.py", "from ..gui import dock", "bridge/ must not use gui/"),
        ("algorithms/classify.py", "from ..gui import dock", "algorithms/ must not use gui/"),
        # What the QGIS side runs of the backend needs nothing.
        ("backend/protocol.py", "import numpy", "standard library only, not numpy"),
        ("backend/protocol.py", "from .errors import X", "standard library only"),
        ("backend/__init__.py", "import torch", "standard library only"),
        ("backend/__init__.py", "from .scene import raster", "standard library only"),
        # A room imports only rooms to its left.
        ("backend/scene/x.py", "from ..labels.pixels import X", "only rooms to its left"),
        ("backend/labels/x.py", "from ..mapping import predict", "only rooms to its left"),
        ("backend/scene/sample/x.py", "from ...labels import pixels", "only rooms to its left"),
        ("backend/labels/x.py", "import backend.mapping.predict", "only rooms to its left"),
        ("backend/compute/x.py", "from ..scene.raster import Grid", "compute/ is used by every"),
        ("backend/errors.py", "from .compute.device import X", "errors may use"),
        ("backend/reporter.py", "from .scene import raster", "reporter may use"),
        # The jobs are where the rooms are put together.
        ("backend/mapping/x.py", "from ..jobs.classify import X", "must not use jobs/"),
        ("backend/compute/x.py", "from ..jobs import classify", "must not use jobs/"),
        ("backend/jobs/x.py", "from ..cli import main", "jobs/ must not use backend.cli"),
        ("backend/labels/x.py", "from ..worker import main", "labels/ must not use backend.worker"),
        ("backend/labels/x.py", "from .. import cli", "labels/ must not use backend.cli"),
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
