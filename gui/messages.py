"""Shows errors in the message bar of QGIS."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QPushButton

from ..bridge.errors import BridgeError
from ..bridge.translation import tr

TITLE = "GeoDiffNet"
MESSAGE_SECONDS = 20
SETUP_ALGORITHM = "geodiffnet:setupbackend"


def show_error(iface: QgisInterface, error: BridgeError) -> None:
    """Show an error with its hint, and a button that sets the backend up if it is missing."""
    bar = iface.messageBar()
    text = f"{error.message} {error.hint}".strip()
    item = bar.createMessage(TITLE, text)
    if error.code.startswith("runtime.") and _can_set_up():
        button = QPushButton(tr("Set up…"), item)
        button.clicked.connect(open_setup)
        item.layout().addWidget(button)
    bar.pushWidget(item, Qgis.MessageLevel.Warning, 0 if error.code == "fault" else MESSAGE_SECONDS)


def open_setup() -> None:
    """Open the dialog of the algorithm “Set up the backend”."""
    import processing  # not available yet when plugins are imported

    dialog = processing.createAlgorithmDialog(SETUP_ALGORITHM, {})
    if dialog is not None:
        dialog.show()


def _can_set_up() -> bool:
    return QgsApplication.processingRegistry().algorithmById(SETUP_ALGORITHM) is not None
