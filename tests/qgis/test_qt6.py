"""Compatibility with QGIS 4 and Qt 6, as far as it can be tested without them."""

import json
import os
import subprocess
import sys
from configparser import ConfigParser

import pytest
from qgis_support import CLEAN_PATH, ROOT
from qt6_rules import QGIS_SIDE, REMOVED_NAMES, sources, violations
from scoped_qgis import plugin_modules

SCOPED_ENUMS = ROOT / "tests" / "qgis" / "scoped_enums.py"
SCOPED_QGIS = ROOT / "tests" / "qgis" / "scoped_qgis.py"


def plant(root, text):
    """A plugin with one file in gui/."""
    (root / "gui").mkdir(parents=True)
    (root / "gui" / "dock.py").write_text(text, encoding="utf-8")
    return root


def test_the_plugin_uses_nothing_that_qt_6_removed():
    assert violations(ROOT) == []


def test_every_file_that_runs_inside_qgis_is_checked():
    judged = {str(file.relative_to(ROOT)) for file in sources(ROOT)}
    assert {"__init__.py", "plugin.py", "gui/dock.py", "bridge/setup/pins.py"} <= judged
    assert not any(name.startswith(("backend", "tests")) for name in judged)
    assert "QtCore.QRegExp" in REMOVED_NAMES


def test_resources_are_files_and_not_compiled():
    folders = [ROOT / name for name in (*QGIS_SIDE, "resources")]
    assert [file for folder in folders for file in folder.rglob("*.svg")]
    files = [file.name for folder in folders for file in folder.rglob("*")]
    assert not [name for name in files if name.endswith((".qrc", "_rc.py"))]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("from PyQt5.QtCore import Qt", "use qgis.PyQt"),
        ("import PyQt6.QtCore", "use qgis.PyQt"),
        ("import sip", "use qgis.PyQt"),
        ("import_module('PyQt5.QtCore')", "use qgis.PyQt"),
        ("from resources_rc import qInitResources", "pyrcc exists for Qt 5 only"),
        # Enums without their names.
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignLeft", "reach it through Qt.AlignmentFlag"),
        ("from qgis.PyQt.QtCore import Qt as Q\nQ.AlignLeft", "through Qt.AlignmentFlag"),
        ("from qgis.PyQt import QtCore\nQtCore.Qt.Key_A", "reach it through Qt.Key"),
        ("from qgis.PyQt.QtWidgets import QFrame\nQFrame.NoFrame", "through QFrame.Shape"),
        ("from qgis.PyQt.QtWidgets import QScrollArea\nQScrollArea.NoFrame", "QFrame.Shape"),
        ("from qgis.core import QgsTask\nQgsTask.CanCancel", "reach it through QgsTask.Flag"),
        ("from qgis.core import Qgis\nQgis.Warning", "reach it through"),
        (
            "from qgis.core import QgsProcessing\nQgsProcessing.TypeVectorPolygon",
            "reach it through",
        ),
        (
            "from qgis.PyQt.QtWidgets import QMessageBox\nbox = make(QMessageBox)\nbox.Yes",
            "reach Yes through its enum",
        ),
        (
            "from qgis.PyQt.QtWidgets import QFrame\n"
            "class Line(QFrame):\n    def __init__(self):\n        self.setFrameShape(self.HLine)",
            "reach it through QFrame.Shape",
        ),
        # What went.
        ("from qgis.PyQt.QtCore import QRegExp", "Qt 6 has no QtCore.QRegExp"),
        ("from qgis.PyQt.QtWidgets import QDesktopWidget", "no QtWidgets.QDesktopWidget"),
        ("from qgis.PyQt.QtWidgets import QUndoCommand", "no QtWidgets.QUndoCommand"),
        ("from qgis.PyQt.QtCore import Qt\nQt.MouseButton.MidButton", "MouseButton.MidButton"),
        ("from qgis.PyQt.QtCore import QVariant\nQVariant.Type.Int", "Qt 6 has no QVariant.Type"),
        ("from qgis.PyQt.QtGui import QPalette\nQPalette.ColorRole.Background", "Background"),
        (
            "from qgis.PyQt.QtGui import QFontMetrics\n"
            "def wide(metrics: QFontMetrics):\n    return metrics.width('x')",
            "Qt 6 has no QFontMetrics.width",
        ),
        (
            "from qgis.PyQt.QtGui import QMouseEvent\n"
            "class A:\n    def mousePressEvent(self, event: QMouseEvent):\n        event.x()",
            "Qt 6 has no QMouseEvent.x",
        ),
        ("def ask(dialog):\n    return dialog.exec_()", "no class of Qt 6 has exec_"),
        ("from qgis.core import Qgis\nQgis.GeometryType.Polyhedron", "no such member"),
        ("from qgis.core import QgsRasterLayer2", "this QGIS has no"),
    ],
)
def test_violations_of_qt_6_are_found(tmp_path, text, complaint):
    broken = violations(plant(tmp_path, text + "\n"))
    assert len(broken) == 1, broken
    assert broken[0].startswith("gui/dock.py:")
    assert complaint in broken[0]


@pytest.mark.parametrize(
    "text",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.AlignmentFlag.AlignLeft",
        "from qgis.PyQt.QtWidgets import QAction, QShortcut",  # QGIS keeps them there
        "from qgis.PyQt.QtCore import QIODevice\nQIODevice.OpenModeFlag.ReadOnly",
        "from qgis.PyQt.QtCore import QProcess\nkind = QProcess.ExitStatus\nkind.NormalExit",
        "from qgis.PyQt.QtCore import QProcess\n"
        "def how():\n    kind = QProcess.ExitStatus\n    return kind.NormalExit\n"
        "def other(kind):\n    return kind.anything",
        "try:\n    from qgis.PyQt.QtGui import QUndoCommand\n"
        "except ImportError:\n    from qgis.PyQt.QtWidgets import QUndoCommand",
        "from qgis.PyQt.QtWidgets import QDialog\ndef ask(dialog: QDialog):\n    dialog.exec()",
    ],
)
def test_code_for_both_qt_versions_passes(tmp_path, text):
    assert violations(plant(tmp_path, text + "\n")) == []


def run_scoped(plugins):
    return subprocess.run(
        [sys.executable, str(SCOPED_QGIS), str(plugins)],
        env={**os.environ, "PATH": CLEAN_PATH, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_every_module_and_parameter_works_with_scoped_enums_only(qgis, plugins):
    run = run_scoped(plugins)
    assert run.returncode == 0, run.stderr
    message = json.loads(run.stdout)
    assert set(message["imported"]) == set(plugin_modules(plugins / "geodiffnet"))
    provider = qgis.processingRegistry().providerById("geodiffnet")
    real = {
        entry.name(): [parameter.name() for parameter in entry.parameterDefinitions()]
        for entry in provider.algorithms()
    }
    assert message["declared"] == real


@pytest.mark.parametrize(
    "text",
    [
        "from qgis.PyQt.QtCore import Qt\nSIDE = Qt.AlignLeft",
        "from qgis.PyQt.QtCore import Qt\nSIDE = int(Qt.AlignmentFlag.AlignLeft)",
        "from qgis.PyQt.QtCore import Qt\nBOTH = Qt.Key.Key_A | Qt.Key.Key_B",
        "from qgis.core import QgsTask\nclass Task(QgsTask):\n    FLAGS = QgsTask.CanCancel",
        "from qgis.PyQt.QtCore import QRegExp",
        "from qgis.PyQt.QtWidgets import QUndoCommand",
    ],
)
def test_the_scoped_qgis_rejects_unscoped_enums(tmp_path, text):
    plugin = tmp_path / "geodiffnet"
    plugin.mkdir()
    (plugin / "__init__.py").touch()
    (plugin / "plugin.py").write_text(text + "\n", encoding="utf-8")
    run = run_scoped(tmp_path)
    assert run.returncode != 0
    assert (
        run.stderr.rstrip()
        .splitlines()[-1]
        .startswith(("AttributeError", "TypeError", "ImportError"))
    )
    assert "plugin.py" in run.stderr


def open_windows(plugins, folder):
    return subprocess.run(
        [sys.executable, str(SCOPED_ENUMS), str(plugins), str(folder)],
        env={**os.environ, "PATH": CLEAN_PATH, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_panel_and_options_open_without_unscoped_enums(plugins, tmp_path):
    run = open_windows(plugins, tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    words = dict(line.split(" ", 1) for line in run.stdout.splitlines() if " " in line)
    assert int(words["deleted"]) > 1000
    assert words["shown"] == "True"


def test_a_window_with_an_unscoped_enum_fails(tmp_path):
    plugin = tmp_path / "plugins" / "geodiffnet"
    plugin.mkdir(parents=True)
    (plugin / "__init__.py").write_text(
        "from qgis.PyQt.QtCore import Qt\ndef classFactory(iface):\n    return Qt.AlignLeft\n"
    )
    run = open_windows(tmp_path / "plugins", tmp_path)
    assert run.returncode == 1
    assert "has no attribute 'AlignLeft'" in run.stderr


def test_the_metadata_names_the_supported_qgis_versions():
    metadata = ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    assert general["qgisMinimumVersion"] == "3.40"
    assert general["qgisMaximumVersion"] == "4.99"
    assert "supportsQt6" not in general  # the store refuses it by now
