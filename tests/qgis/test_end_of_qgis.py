"""Layers of the last test do not crash the process when QGIS ends."""

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
#: GDAL's provider of a raster uses what QGIS deletes at its end.
SUITE = """
import pytest

class Map:
    def __init__(self, scene):
        from qgis.core import QgsRasterLayer
        from qgis.gui import QgsMapCanvas

        self.layer = QgsRasterLayer(str(scene), "scene")
        self.canvas = QgsMapCanvas()
        self.canvas.setLayers([self.layer])

@pytest.fixture
def map(qgis, scene):
    return Map(scene)

def test_passes(map):
    assert map.layer.isValid()

def test_fails(qgis, scene):
    map = Map(scene)
    assert not map.layer.isValid()
"""


@pytest.mark.parametrize(("name", "status"), [("passes", 0), ("fails", 1)])
def test_the_process_ends_with_the_status_of_its_tests(tmp_path, name, status):
    suite = tmp_path / "test_suite.py"
    suite.write_text(SUITE)
    ended = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-p", "conftest", "-p", "no:cacheprovider",
            f"{suite}::test_{name}",
        ],
        env={"PYTHONPATH": f"{FOLDER.parent.parent}:{FOLDER}", "QT_QPA_PLATFORM": "offscreen"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )  # fmt: skip
    assert ended.returncode == status, ended.stdout + ended.stderr
