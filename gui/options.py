"""Registers the page GeoDiffNet in Settings ▸ Options, which is created when it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from .options_page import OptionsPage

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "geodiffnet.svg"
TITLE = "GeoDiffNet"
#: The object name of the page, by which QGIS opens it.
PAGE = "GeoDiffNetOptions"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Creates the options page for QGIS."""

    def __init__(self) -> None:
        super().__init__(TITLE, QIcon(str(ICON)), TITLE)

    def createWidget(self, parent: QWidget | None) -> OptionsPage:  # noqa: N802
        from .options_page import OptionsPage

        return OptionsPage(parent)
