"""Runs inside QGIS as `qgis --code processing_driver.py`: the algorithms in Processing's windows.

Every algorithm's dialog is opened; one algorithm is run as a batch, and looked up in the history.
"""

import json
import os
import sys
from pathlib import Path

import processing
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QTextBrowser
from qgis.utils import iface

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import open_scene, picture, play, tidy_window, wait, wait_for

SECONDS = 240


def drive(job):
    """Do the job step by step; gives what was seen."""
    tidy_window()
    open_scene(job["scene"])
    folder = Path(job["pictures"])
    provider = QgsApplication.processingRegistry().providerById("geodiffnet")
    seen = {"dialogs": {}}
    for algorithm in provider.algorithms():
        seen["dialogs"][algorithm.name()] = open_dialog(algorithm, folder)
    seen["batch"] = run_batch(job, folder)
    seen["history"] = [
        entry.entry["algorithm_id"]
        for entry in QgsGui.historyProviderRegistry().queryEntries(providerId="processing")
    ]
    seen["layers"] = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    return seen


def open_dialog(algorithm, folder):
    """An algorithm's dialog as it opens; gives what it says and can be filled in."""
    dialog = processing.createAlgorithmDialog(algorithm.id(), {})
    dialog.show()
    wait(0.3)
    picture(dialog, folder / f"dialog-{algorithm.name()}.png")
    told = {
        "title": dialog.windowTitle(),
        "icon": not algorithm.icon().isNull(),
        "widgets": sorted(dialog.mainWidget().wrappers),
        "parameters": sorted(
            entry.name() for entry in algorithm.parameterDefinitions() if not entry.isDestination()
        ),
        "help": " ".join(text.toPlainText() for text in dialog.findChildren(QTextBrowser)),
        "messages": [item.text() for item in dialog.messageBar().items()],
    }
    dialog.close()
    return told


def run_batch(job, folder):
    """The same classification twice, with other seeds; gives how each of them ended."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("geodiffnet:classify")
    dialog = BatchAlgorithmDialog(algorithm, iface.mainWindow())
    dialog.show()
    rows = [
        {
            "PARAMETERS": {
                "INPUT": job["scene"],
                "LABELS": job["labels"],
                "CLASS_FIELD": "class",
                "METHOD": "rf",
                "SEED": seed,
            },
            "OUTPUTS": {"OUTPUT": str(Path(job["folder"]) / f"map-{seed}.tif")},
        }
        for seed in (1, 2)
    ]
    dialog.mainWidget().load_batch_file_3_40_version({"format": "batch_3.40", "rows": rows})
    picture(dialog, folder / "batch.png")
    log = dialog.findChild(QTextBrowser, "txtLog") or dialog
    dialog.runButton().click()
    wait_for(lambda: (Path(job["folder"]) / "map-2.tif").exists(), SECONDS)
    wait_for(lambda: dialog.runButton().isEnabled(), SECONDS)
    wait(1)
    picture(dialog, folder / "batch-log.png")
    text = log.toPlainText() if hasattr(log, "toPlainText") else ""
    dialog.close()
    return {"log": text, "maps": sorted(path.name for path in Path(job["folder"]).glob("*.tif"))}


play(drive)
