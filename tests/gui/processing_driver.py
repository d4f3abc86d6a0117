"""Runs inside QGIS as `qgis --code processing_driver.py`: the algorithms in dialogs of Processing.

The dialog of each algorithm is opened; one algorithm is run as a batch.
"""

import json
import os
import sys
from pathlib import Path

import processing
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterEnum,
    QgsProject,
)
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QTextBrowser
from qgis.utils import iface

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import open_scene, run_driver, save_screenshot, tidy_window, wait, wait_for

SECONDS = 600


def drive(job):
    """Run the steps of the job; returns what was observed."""
    tidy_window()
    open_scene(job["scene"])
    folder = Path(job["pictures"])
    provider = QgsApplication.processingRegistry().providerById("geodiffnet")
    seen = {"dialogs": {}}
    for algorithm in provider.algorithms():
        seen["dialogs"][algorithm.name()] = open_dialog(algorithm, folder)
    seen["model"] = open_in_model_designer("compare")
    seen["batch"] = run_batch(job, folder)
    seen["layer"] = run_single(job)
    seen["history"] = [
        [entry.entry["algorithm_id"], entry.entry["parameters"]["inputs"].get("CLASSES")]
        for entry in QgsGui.historyProviderRegistry().queryEntries(providerId="processing")
    ]
    return seen


def run_single(job):
    """Create a training layer in the dialog; returns its classes and colours in the project."""
    given = {"INPUT": job["scene"], "CLASSES": "water=#112233\ntree"}
    given["OUTPUT"] = str(Path(job["folder"]) / "training.gpkg")
    dialog = processing.createAlgorithmDialog("geodiffnet:traininglayer", given)
    dialog.show()
    wait(0.5)
    dialog.runButton().click()
    project = QgsProject.instance()
    wait_for(lambda: project.mapLayersByName("training"), SECONDS)
    wait(0.5)
    dialog.close()
    layer = project.mapLayersByName("training")[0]
    return {
        category.value(): category.symbol().color().name()
        for category in layer.renderer().categories()
    }


def open_dialog(algorithm, folder):
    """Open the dialog of an algorithm; returns its texts and widgets."""
    dialog = processing.createAlgorithmDialog(algorithm.id(), {})
    dialog.show()
    wait(0.3)
    save_screenshot(dialog, folder / f"dialog-{algorithm.name()}.png")
    wrappers = dialog.mainWidget().wrappers
    shown = [
        entry
        for entry in algorithm.parameterDefinitions()
        if not entry.flags() & Qgis.ProcessingParameterFlag.Hidden
    ]
    contents = {
        "choices": {
            entry.name(): choice_of(wrappers[entry.name()], entry)
            for entry in shown
            if isinstance(entry, QgsProcessingParameterEnum)
        },
        "title": dialog.windowTitle(),
        "icon": not algorithm.icon().isNull(),
        "widgets": sorted(wrappers),
        "parameters": sorted(entry.name() for entry in shown if not entry.isDestination()),
        "help": " ".join(text.toPlainText() for text in dialog.findChildren(QTextBrowser)),
        "messages": [item.text() for item in dialog.messageBar().items()],
    }
    dialog.close()
    return contents


def open_in_model_designer(name):
    """Add an algorithm to a model; returns the values of its parameters."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"geodiffnet:{name}")
    dialog = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm("model", "tests"))
    dialog.show()
    wait(0.3)
    sources = dialog.createAlgorithm().parameterSources()
    dialog.close()
    return {name: [source.staticValue() for source in found] for name, found in sources.items()}


def choice_of(wrapper, parameter):
    """The titles in a widget of options, its value, and its value after the last was chosen."""
    widget = wrapper.wrappedWidget()
    last = parameter.options()[-1]
    default = wrapper.parameterValue()
    wrapper.setParameterValue([last] if parameter.allowMultiple() else last, QgsProcessingContext())
    return {
        "options": parameter.options(),
        "titles": titles_of(widget),
        "default": default,
        "last": wrapper.parameterValue(),
        "shown": [box.text() for box in widget.findChildren(QCheckBox) if box.isChecked()]
        if parameter.allowMultiple()
        else [widget.currentText()],
    }


def titles_of(widget):
    """The texts of a combo box or of check boxes."""
    if isinstance(widget, QComboBox):
        return [widget.itemText(index) for index in range(widget.count())]
    return [box.text() for box in widget.findChildren(QCheckBox)]


def run_batch(job, folder):
    """Run the same classification twice as a batch, with different seeds."""
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
    save_screenshot(dialog, folder / "batch.png")
    log = dialog.findChild(QTextBrowser, "txtLog") or dialog
    dialog.runButton().click()
    wait_for(lambda: (Path(job["folder"]) / "map-2.tif").exists(), SECONDS)
    wait_for(lambda: dialog.runButton().isEnabled(), SECONDS)
    wait(1)
    save_screenshot(dialog, folder / "batch-log.png")
    text = log.toPlainText() if hasattr(log, "toPlainText") else ""
    dialog.close()
    return {"log": text, "maps": sorted(path.name for path in Path(job["folder"]).glob("*.tif"))}


run_driver(drive)
