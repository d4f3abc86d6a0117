"""The page GeoDiffNet in Settings ▸ Options; the page itself is made when it is first shown."""

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


class OptionsFactory(QgsOptionsWidgetFactory):
    """What QGIS asks for the page; to be registered and taken out by the plugin."""

    def __init__(self):
        super().__init__(TITLE, QIcon(str(ICON)), TITLE)

    def createWidget(self, parent: QWidget | None) -> OptionsPage:  # noqa: N802
        from .options_page import OptionsPage

        return OptionsPage(parent)
