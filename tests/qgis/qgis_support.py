"""Helpers of the tests inside QGIS: tiny scenes, labels, processes."""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FAKE_WORKER = Path(__file__).with_name("fake_worker.py")
BACKEND_PYTHON = ROOT / ".venv" / "bin" / "python"
# Further up on a PATH, a virtual environment's programs would break QGIS's embedded Python.
CLEAN_PATH = "/usr/bin:/bin"
#: Time in seconds that a busy machine may take for what usually takes one.
PATIENCE = 120


def make_scene(path, bands=8, nodata=None):
    from osgeo import gdal, osr

    gdal.UseExceptions()
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 40, 30, bands, gdal.GDT_Float32)
    dataset.SetGeoTransform((500000, 2, 0, 5400000, 0, -2))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    dataset.SetProjection(crs.ExportToWkt())
    for number in range(1, bands + 1):
        band = dataset.GetRasterBand(number)
        band.SetMetadataItem("wavelength", str(400 + 100 * number))
        band.Fill(0.1 * number if nodata is None else nodata)
        if nodata is not None:
            band.SetNoDataValue(nodata)
    return path


def make_labels(squares, crs="EPSG:32633", kind="string", size=4):
    """A layer of squares, `size` pixels wide: the value of field "class", then column and row."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer(
        f"Polygon?crs={crs}&field=note:string&field=class:{kind}&field=weight:double",
        "training",
        "memory",
    )
    features = []
    for value, column, row in squares:
        feature = QgsFeature(layer.fields())
        left, top = 500000 + 2 * column, 5400000 - 2 * row
        square = QgsRectangle(left, top - 2 * size, left + 2 * size, top)
        feature.setGeometry(QgsGeometry.fromRect(square))
        feature.setAttributes(["drawn by hand", value, 1.5])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def save_layer(layer, path):
    """Save a layer as a GeoPackage; returns its path."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    return path


def raster_grid(path):
    """The grid of a raster: coordinate system, corner and pixel size, rows and columns."""
    from osgeo import gdal

    dataset = gdal.Open(str(path))
    size = (dataset.RasterXSize, dataset.RasterYSize)
    return dataset.GetProjection(), dataset.GetGeoTransform(), size


def names_of_map(path):
    """Colours of a class map by class name, as QGIS shows it without the plugin."""
    from qgis.core import QgsRasterLayer

    layer = QgsRasterLayer(str(path), "map")
    return {entry.label: entry.color.name() for entry in layer.renderer().classes()}


_known_settings = {}


def known_settings(name):
    """The settings of a job that the backend knows."""
    if not _known_settings:
        code = (
            "import json; from backend.commands import COMMANDS, load_command;"
            "from backend.options.declaration import declared_options;"
            "print(json.dumps({name: [option.name for option in"
            " declared_options(load_command(name).Options)] for name in COMMANDS}))"
        )
        command = [BACKEND_PYTHON, "-c", code]
        completed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        _known_settings.update(json.loads(completed.stdout))
    return set(_known_settings[name])


@dataclass
class Sample:
    """The generated sample scene."""

    folder: Path
    scene: Path = field(init=False)
    labels: Path = field(init=False)

    def __post_init__(self):
        self.scene = self.folder / "scene.tif"
        self.labels = self.folder / "train.gpkg"


class QgisProcess:
    """Runs `qgis_process`."""

    def __init__(self, plugins, config, runtime):
        self.environment = {
            "HOME": str(config),
            "LANG": "C.UTF-8",
            "PATH": CLEAN_PATH,
            "QGIS_CUSTOM_CONFIG_PATH": str(config),
            "QGIS_PLUGINPATH": str(plugins),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(runtime),
        }
        self.logs = config / "profiles" / "default" / "geodiffnet" / "logs"

    def __call__(self, *arguments, check=False, timeout=300, **variables):
        return subprocess.run(
            ["qgis_process", *arguments],
            env=self.environment | variables,
            capture_output=True,
            text=True,
            check=check,
            timeout=timeout,
        )

    def start(self, *arguments, **variables):
        """Start it in its own process group, as a shell does."""
        return subprocess.Popen(
            ["qgis_process", *arguments],
            env=self.environment | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )


def private_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runtime")
    folder.chmod(0o700)
    return folder


def wait_until(condition, seconds=PATIENCE):
    """Wait for a condition and return its value; fail after a time limit."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    pytest.fail(f"waited {seconds} s in vain")


def wait_for_tasks():
    """Wait until all tasks in the background have ended, such as those that remove files."""
    from qgis.core import QgsApplication

    from geodiffnet.bridge import tasks

    def have_ended():
        QgsApplication.processEvents()
        return not tasks._running_tasks

    wait_until(have_ended)


def descendants(process):
    """Ids of the running descendants of a process."""
    found = []
    tasks = Path(f"/proc/{process}/task")
    for task in tasks.iterdir() if tasks.exists() else ():
        try:
            children = [int(number) for number in (task / "children").read_text().split()]
        except OSError:
            continue
        for child in children:
            found += [child, *descendants(child)]
    return found


def find_worker(process):
    """The id of the backend among the descendants of a process, or None."""
    for number in descendants(process):
        try:
            arguments = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"worker" in arguments and b"-I" in arguments:
            return number
    return None


def is_alive(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
