"""QGIS without the unscoped enum members of Qt 5, to test that the plugin does not use them.

    python3 scoped_enums.py PLUGINS FOLDER

opens the windows of the plugin with a profile in FOLDER; the exit status is 1 after an exception.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
import traceback
from unittest.mock import MagicMock

from qt6_rules import is_enum

MODULES = ("QtCore", "QtGui", "QtNetwork", "QtWidgets")
SECONDS = 1.5


def strip_unscoped_members() -> int:
    """Delete them from all classes of PyQt and QGIS; returns their number."""
    modules = [importlib.import_module(f"PyQt5.{name}") for name in MODULES]
    modules += [importlib.import_module(f"qgis.{name}") for name in ("_core", "_gui")]
    return sum(
        _strip(kind)
        for module in modules
        for kind in list(vars(module).values())
        if isinstance(kind, type) and not is_enum(kind)
    )


def _strip(kind: type) -> int:
    count = 0
    for name, value in list(vars(kind).items()):
        if is_enum(type(value)):
            delattr(kind, name)
            count += 1
        elif _is_class_inside(kind, value):
            count += _strip(value)
    return count


def _is_class_inside(outer: type, value: object) -> bool:
    if not isinstance(value, type) or is_enum(value):
        return False
    return value.__qualname__.startswith(f"{outer.__qualname__}.")


def main(plugins: str, folder: str) -> int:
    """Open the panel and the page of the options."""
    from qgis.core import QgsApplication
    from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas
    from qgis.PyQt.QtWidgets import QMainWindow

    application = QgsApplication([], True, folder)
    application.initQgis()
    sys.path[:0] = [plugins, os.path.join(application.pkgDataPath(), "python", "plugins")]
    importlib.import_module("processing.core.Processing").Processing.initialize()
    print("deleted", strip_unscoped_members())
    raised = []
    sys.excepthook = lambda *error: (raised.append(error), traceback.print_exception(*error))

    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    window.setCentralWidget(canvas)
    iface = MagicMock()
    iface.mainWindow.return_value = window
    iface.mapCanvas.return_value = canvas
    iface.cadDockWidget.return_value = QgsAdvancedDigitizingDockWidget(canvas, window)
    plugin = importlib.import_module("geodiffnet").classFactory(iface)
    plugin.initGui()
    plugin.labelling.action.trigger()
    plugin.labelling.dock.setParent(window)
    page = plugin.options.createWidget(None)
    for widget in (window, plugin.labelling.dock, page):
        widget.show()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        application.processEvents()
    shown = plugin.labelling.dock.isVisible() and page.isVisible()
    print("shown", shown)
    plugin.labelling.dock.shut_down()
    sys.stdout.flush()
    sys.stderr.flush()
    # Windows of this modified QGIS are not closed in order.
    os._exit(0 if shown and not raised else 1)


if __name__ == "__main__":
    main(*sys.argv[1:3])
