"""Icons of the panel, and a style that shows checked buttons on every theme of QGIS."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
#: Some themes, such as Night Mapping, draw checked buttons like the others.
CHECKED_STYLE = """
QToolButton:checked {
    background-color: palette(highlight);
    color: palette(highlighted-text);
    border: 1px solid palette(highlight);
    border-radius: 3px;
}
"""


def own_icon(name: str) -> QIcon:
    """An icon of the plugin."""
    return QIcon(str(ICONS / f"{name}.svg"))


def theme_icon(name: str) -> QIcon:
    """An icon of QGIS's theme."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")
