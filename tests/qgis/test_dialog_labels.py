"""The dialogs of the panel grow with their texts."""

import importlib

import pytest
from qgis_support import make_labels

ERROR = "The folder of this file does not exist, or it cannot be written to. " * 4


def new_layer_dialog(folder):
    from qgis.core import QgsCoordinateReferenceSystem

    module = importlib.import_module("geodiffnet.gui.new_layer_dialog")
    return module.NewLayerDialog(QgsCoordinateReferenceSystem("EPSG:32633"), folder, None)


def import_dialog(_):
    training = importlib.import_module("geodiffnet.gui.training").TrainingLayer(
        make_labels([("Water", 0, 0)])
    )
    module = importlib.import_module("geodiffnet.gui.samples.import_dialog")
    return module.ImportDialog(training, None, None)


def export_dialog(folder):
    module = importlib.import_module("geodiffnet.gui.samples.export_dialog")
    return module.ExportDialog(folder / "samples.csv", 10, [], None)


@pytest.mark.parametrize("make", [new_layer_dialog, import_dialog, export_dialog])
def test_hints_and_errors_are_not_cut_off(qgis, tmp_path, make):
    from qgis.core import QgsApplication
    from qgis.PyQt.QtWidgets import QLabel

    dialog = make(tmp_path)
    dialog.show()
    dialog.error_label.setText(ERROR)
    dialog.error_label.show()
    for _ in range(5):
        QgsApplication.processEvents()
    labels = [label for label in dialog.findChildren(QLabel) if label.wordWrap()]
    assert {label.text() for label in labels} >= {ERROR}
    assert len(labels) == 2
    for label in labels:
        copy = QLabel(label.text())
        copy.setFont(label.font())
        copy.setWordWrap(True)
        assert label.height() >= copy.heightForWidth(label.width()), label.text()
        assert dialog.rect().contains(label.geometry()), label.text()
    dialog.close()
