"""Numbers as the locale of QGIS writes them: 3,600 would be 3.6 for readers of German."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale


def number_text(number: float, decimals: int = 0) -> str:
    """A number with so many decimals; thousands are separated where the user of QGIS wants it."""
    return str(QLocale().toString(float(number), "f", decimals))
