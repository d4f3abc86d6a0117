"""Names of classes that are typed into the table of the panel."""

import pytest
from qgis_support import make_labels, wait_until


@pytest.fixture
def section(qgis):
    """The table of the classes of a layer, with its current training layer."""
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    from geodiffnet.gui.class_section import ClassSection
    from geodiffnet.gui.overlaps import OverlapFinder
    from geodiffnet.gui.statistics import Statistics
    from geodiffnet.gui.training import TrainingLayer

    training = TrainingLayer(make_labels([("Water", 2, 2), ("Trees", 2, 12)]))
    section = ClassSection(Statistics(), OverlapFinder())
    section.set_training(training)
    section.resize(300, 300)
    section.show()
    yield section, training
    section.close()
    section.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_name(section, *parts, updates):
    """Type a name in parts, between which the table is updated."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QLineEdit

    (editor,) = section.table.viewport().findChildren(QLineEdit)
    for part in parts:
        updates()
        QgsApplication.processEvents()
        QTest.keyClicks(editor, part)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QgsApplication.processEvents()


def names_of(training):
    return [entry.name for entry in training.classes]


def test_what_is_typed_replaces_the_name_of_a_new_class(section):
    panel, training = section
    panel.add.trigger()
    assert names_of(training)[-1] == "class 3"
    type_name(panel, "mea", "dow", updates=lambda: panel.model.show_statistics({}))
    assert names_of(training) == ["Trees", "Water", "meadow"]


def test_an_update_that_follows_a_change_does_not_end_typing(section):
    from qgis.core import QgsApplication

    panel, training = section
    changed = []
    training.changed.connect(panel.refresh)
    training.changed.connect(lambda: changed.append(True))
    panel.add.trigger()

    def wait_for_update():
        def is_updated():
            QgsApplication.processEvents()
            return changed

        wait_until(is_updated)

    type_name(panel, "mea", "dow", updates=wait_for_update)
    assert names_of(training) == ["Trees", "Water", "meadow"]


def test_the_name_of_an_existing_class_can_be_changed_in_part(section):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QLineEdit

    from geodiffnet.gui.class_model import NAME

    panel, training = section
    panel.table.edit(panel.model.index(1, NAME))
    (editor,) = panel.table.viewport().findChildren(QLineEdit)
    assert editor.selectedText() == "Water"
    QTest.keyClick(editor, Qt.Key.Key_End)
    type_name(panel, "s", updates=lambda: None)
    assert names_of(training) == ["Trees", "Waters"]
