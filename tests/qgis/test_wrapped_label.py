"""Labels of several lines in the panel are as high as their lines."""

import importlib

import pytest

SHORT, LONG = "Few polygons.", "Draw more polygons of this class where it looks different. " * 4


@pytest.fixture
def column(qgis):
    """A narrow column with a label, and a widget that takes the height which is left."""
    from qgis.PyQt.QtWidgets import QTextEdit, QVBoxLayout, QWidget

    column = QWidget()
    layout = QVBoxLayout(column)
    layout.addWidget(QTextEdit(), 1)
    column.label = importlib.import_module("geodiffnet.gui.wrapped_label").WrappedLabel()
    layout.addWidget(column.label)
    column.resize(280, 500)
    column.show()
    yield column
    column.close()


def height_of(column, text):
    from qgis.core import QgsApplication

    column.label.setText(text)
    for _ in range(3):
        QgsApplication.processEvents()
    return column.label.height()


def test_a_label_shrinks_with_its_text(column):
    short = height_of(column, SHORT)
    long = height_of(column, LONG)
    assert long > 3 * short
    assert height_of(column, SHORT) == short
    assert column.label.minimumHeight() == short
    height_of(column, "")
    assert column.label.minimumHeight() == 0


def test_a_label_shrinks_when_it_gets_wider_and_grows_when_it_gets_narrower(column):
    narrow = height_of(column, LONG)
    column.resize(560, 500)
    wide = height_of(column, LONG)
    assert wide < 0.7 * narrow
    column.resize(280, 500)
    assert height_of(column, LONG) == narrow
