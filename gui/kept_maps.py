"""Which maps in a work folder are still needed, whichever training layer they were made with.

Two layers may share a folder: tables of one GeoPackage, copies of a layer, files of the same name.
"""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsProject

from . import preview
from .map_history import MapHistory
from .work_folder import folder_for, number_of


def maps_to_keep(history: MapHistory, folder: Path) -> set[int]:
    """The numbers of maps in a folder that a history lists or a layer of the project shows."""
    layers = QgsProject.instance().mapLayers()
    kept: set[int] = set()
    for layer_id in history.layers:
        layer = layers.get(layer_id)
        if layer is None or _is_same(folder_for(layer), folder):
            kept |= history.numbers_of(layer_id)
    for layer in layers.values():
        shown = Path(layer.source())
        for kind in (preview.MAP, preview.CONFIDENCE):
            number = number_of(str(shown), shown.parent, kind)
            if number is not None and _is_same(shown.parent, folder):
                kept.add(number)
    return kept


def _is_same(first: Path, second: Path) -> bool:
    return os.path.realpath(first) == os.path.realpath(second)
