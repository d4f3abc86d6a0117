"""QGIS without a screen: the installed plugin, an empty profile, tiny scenes."""

from __future__ import annotations

import gc
import importlib
import json
import os
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from qgis_support import (
    BACKEND_PYTHON,
    FAKE_WORKER,
    ROOT,
    QgisProcess,
    Sample,
    known_settings,
    make_labels,
    make_scene,
    private_folder,
)
from scoped_enums import strip_unscoped_members

from tests.slow_tests import deselect_slow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(config, items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.qgis)
    deselect_slow(config, items, Path(__file__).parent)


@pytest.fixture(scope="session")
def plugins(tmp_path_factory):
    """A plugins folder with the plugin under its installed name."""
    folder = tmp_path_factory.mktemp("plugins")
    (folder / "geodiffnet").symlink_to(ROOT, target_is_directory=True)
    return folder


@pytest.fixture(scope="session")
def qgis(plugins, tmp_path_factory, pytestconfig):
    """QGIS in this process, with Processing and the plugin's provider."""
    from qgis.core import QgsApplication

    os.environ["XDG_RUNTIME_DIR"] = str(private_folder(tmp_path_factory))
    application = QgsApplication([], False, str(tmp_path_factory.mktemp("profile")))
    application.initQgis()
    sys.path[:0] = [str(plugins), os.path.join(application.pkgDataPath(), "python", "plugins")]
    Processing = importlib.import_module("processing.core.Processing").Processing
    Processing.initialize()
    if os.environ.get("GEODIFFNET_SCOPED_ENUMS"):  # as in QGIS 4: docs/compatibility.md
        strip_unscoped_members()
    plugin = importlib.import_module("geodiffnet").classFactory(None)
    plugin.initProcessing()

    def end():
        plugin.unload()
        Processing.deinitialize()
        release_objects_of_tests()
        application.exitQgis()

    # When a session's fixtures end, pytest still holds what the fixtures of the last test gave.
    pytestconfig.add_cleanup(end)
    return application


def release_objects_of_tests():
    """Delete widgets and layers, which crash the process where they outlive QGIS."""
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):  # of a failed test
        if hasattr(sys, name):
            delattr(sys, name)
    gc.collect()


@pytest.fixture(autouse=True)
def errors_in_slots(monkeypatch):
    """Fail the test in which a slot of Qt raises an exception; otherwise PyQt ends the process."""
    errors = []
    monkeypatch.setattr(
        sys,
        "excepthook",
        lambda *error: errors.append("".join(traceback.format_exception(*error))),
    )
    yield errors
    assert not errors, "\n".join(errors)


@pytest.fixture
def algorithm(qgis):
    return qgis.processingRegistry().createAlgorithmById("geodiffnet:classify")


@pytest.fixture
def fake(monkeypatch, tmp_path):
    """Use the fake worker as the backend; its methods choose a behaviour."""
    record = tmp_path / "record.json"
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(FAKE_WORKER))
    monkeypatch.setenv("GEODIFFNET_FAKE_RECORD", str(record))

    class Fake:
        def set_behaviour(self, behaviour):
            monkeypatch.setenv("GEODIFFNET_FAKE", behaviour)

        def lacks(self, modules):
            monkeypatch.setenv("GEODIFFNET_FAKE_MISSING", modules)

        @property
        def seen(self):
            return json.loads(record.read_text())

        @property
        def settings(self):
            return self.seen["job"]["settings"]

        def kept(self, path):
            return self.seen["kept"][path]

    return Fake()


@pytest.fixture
def run(qgis, fake, tmp_path):
    """Run an algorithm with the fake backend; returns the settings that it received."""
    processing = importlib.import_module("processing")

    def run(name, **parameters):
        from qgis.core import QgsProcessingFeedback

        given = {
            key: str(value) if hasattr(value, "parts") else value
            for key, value in parameters.items()
        }
        feedback = QgsProcessingFeedback()
        run.outputs = processing.run(f"geodiffnet:{name}", given, feedback=feedback)
        run.log = feedback.textLog()
        assert fake.seen["job"]["job"] == name
        assert set(fake.settings) <= known_settings(name)
        return fake.settings

    return run


@pytest.fixture(scope="session")
def run_for_real(qgis):
    """Run an algorithm with the real backend; returns its outputs.

    It runs in this process, which spares the seconds in which `qgis_process` starts.
    """
    processing = importlib.import_module("processing")

    def run_for_real(name, **parameters):
        given = {
            key: str(value) if isinstance(value, Path) else value
            for key, value in parameters.items()
        }
        with pytest.MonkeyPatch.context() as patch:
            patch.delenv("GEODIFFNET_PYTHON", raising=False)  # which may name a fake worker
            return processing.run(f"geodiffnet:{name}", given)

    return run_for_real


@pytest.fixture
def refusal(qgis, fake):
    """The message with which an algorithm rejects its parameters."""

    def refusal(name, **parameters):
        from qgis.core import QgsProcessingContext

        algorithm = qgis.processingRegistry().createAlgorithmById(f"geodiffnet:{name}")
        given = {
            key: str(value) if hasattr(value, "parts") else value
            for key, value in parameters.items()
        }
        fine, reason = algorithm.checkParameterValues(given, QgsProcessingContext())
        assert not fine
        return reason

    return refusal


@pytest.fixture
def scene(tmp_path):
    """A scene of 8 bands and 40 x 30 pixels of 2 m in UTM."""
    return make_scene(tmp_path / "scene.tif")


@pytest.fixture
def labels(qgis):
    """Four squares in the scene, two classes, as a layer in memory."""
    return make_labels([("Water", 2, 2), ("Water", 8, 2), ("Trees", 2, 12), ("Trees", 8, 12)])


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """A small sample scene, written by the command of the backend."""
    if not BACKEND_PYTHON.exists():
        pytest.fail(f"{BACKEND_PYTHON} is missing; scripts/test sets it up")
    folder = tmp_path_factory.mktemp("sample")
    command = [BACKEND_PYTHON, "-m", "backend", "sample", "--folder", folder, "--size", "96"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return Sample(folder)


@pytest.fixture(scope="session")
def qgis_process(plugins, tmp_path_factory):
    """The real `qgis_process` with an empty profile in which the plugin is enabled."""
    runner = QgisProcess(
        plugins, tmp_path_factory.mktemp("config"), private_folder(tmp_path_factory)
    )
    runner("plugins", "enable", "geodiffnet", check=True)
    return runner
