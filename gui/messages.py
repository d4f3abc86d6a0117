"""Shows errors in the message bar of QGIS."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtWidgets import QPushButton

from ..bridge.errors import BridgeError
from ..bridge.translation import tr
from .options import PAGE

TITLE = "GeoDiffNet"
MESSAGE_SECONDS = 20
SETUP_ALGORITHM = "geodiffnet:setupbackend"


def show_error(iface: QgisInterface, error: BridgeError) -> None:
    """Show an error with its hint, and a button that leads to the remedy where there is one."""
    bar = iface.messageBar()
    item = bar.createMessage(TITLE, f"{error.message} {panel_hint(error)}".strip())
    if error.code.startswith("runtime.") and _can_set_up():
        _add_button(item, tr("Set up…"), open_setup)
    elif error.code == "source.external_reference":
        _add_button(item, tr("Options…"), lambda: open_options(iface))
    bar.pushWidget(item, Qgis.MessageLevel.Warning, 0 if error.code == "fault" else MESSAGE_SECONDS)


def panel_hint(error: BridgeError) -> str:
    """The hint of an error; without options of the algorithms that the panel does not have."""
    hints = {
        "source.external_reference": tr(
            "Put all of its files into one folder. If you trust it, enable “Allow references to "
            "other folders and the network” in Settings ▸ Options ▸ GeoDiffNet."
        ),
        "backend.killed": tr("Close other programs, or process a smaller part of the scene."),
    }
    return hints.get(error.code, error.hint)


def show_info(iface: QgisInterface, text: str) -> None:
    """Show what was done."""
    iface.messageBar().pushMessage(TITLE, text, Qgis.MessageLevel.Info, MESSAGE_SECONDS)


def former_style_text(name: str) -> str:
    """Where the style of a layer is that is now drawn by its classes."""
    return tr(
        "The layer is drawn by its classes now. Its former style “{}” is kept: right-click the "
        "layer ▸ Styles."
    ).format(name)


def open_setup() -> None:
    """Open the dialog of the algorithm “Set up the backend”."""
    import processing  # not available yet when plugins are imported

    dialog = processing.createAlgorithmDialog(SETUP_ALGORITHM, {})
    if dialog is not None:
        dialog.show()


def open_options(iface: QgisInterface) -> None:
    """Open the page of GeoDiffNet in the options of QGIS."""
    iface.showOptionsDialog(iface.mainWindow(), PAGE)


def _add_button(item: QgsMessageBarItem, text: str, action: Callable[[], object]) -> None:
    button = QPushButton(text, item)
    button.clicked.connect(lambda *_: action())
    item.layout().addWidget(button)


def _can_set_up() -> bool:
    return QgsApplication.processingRegistry().algorithmById(SETUP_ALGORITHM) is not None
