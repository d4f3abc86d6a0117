"""Recognises files of other tools that hold training samples, and some that cannot."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from ...core.errors import UserError, first_line
from ..bounded_files import read_text
from ..labelled_geometries import LabelledGeometries
from .enmapbox_dataset import is_dataset, read_dataset
from .envi_roi import TEXT_MARK, XML_MARK, read_roi_text, read_roi_xml
from .errors import FormatError
from .point_table import has_coordinates, read_point_table
from .scp import read_scp

Reader = Callable[[Path, str | None], LabelledGeometries]

#: Larger files in text are not read.
MAX_TEXT_BYTES = 256 * 2**20
_HEAD_BYTES = 4096
#: What files that cannot be training samples are, by their endings.
_NO_SAMPLES = {
    ".skops": "a trained classifier of the EnMAP-Box",
    ".pkl": "a Python object, such as a trained classifier",
    ".pickle": "a Python object, such as a trained classifier",
    ".joblib": "a Python object, such as a trained classifier",
    ".safetensors": "a trained model",
    ".roi": "a binary file of regions of ENVI classic",
    ".qgs": "a project of QGIS",
    ".qgz": "a project of QGIS",
    ".qlr": "a layer definition of QGIS",
    ".qml": "a style of QGIS",
    ".sli": "a spectral library",
    ".asd": "a spectrum",
}
_HINTS = {
    ".skops": "Save the training samples as a layer, or the dataset as JSON with locations.",
    ".safetensors": "Choose the training samples; a model maps scenes with apply.",
    ".roi": "Export the regions in ENVI as XML or as text.",
    ".qgs": "Choose the file of the layer in the project.",
    ".qgz": "Choose the file of the layer in the project.",
    ".qlr": "Choose the file of the layer that it describes.",
    ".qml": "Choose the map or layer that it belongs to.",
    ".sli": "Give it as a spectral library (--library).",
    ".asd": "Give it as a spectral library (--library).",
}


def is_other_format(path: Path) -> bool:
    """Whether a file of another tool holds training samples, as its beginning says."""
    return _reader(path) is not None


def read_other_format(path: Path, class_field: str | None) -> LabelledGeometries | None:
    """The training samples in a file of another tool; None for layers and rasters.

    Raises `UserError` for damaged files, and for those that cannot hold training samples.
    """
    reader = _reader(path)
    if reader is not None:
        try:
            return reader(path, class_field)
        except (FormatError, OSError) as error:
            raise UserError(
                "labels.unreadable",
                f"The labels {path} cannot be read ({first_line(error)}).",
                "Check the file in the program that wrote it, or save the training samples as a "
                "GeoPackage.",
            ) from error
    suffix = path.suffix.lower()
    if suffix in _NO_SAMPLES and os.path.isfile(path):
        raise UserError(
            "labels.no_samples",
            f"The file {path} is {_NO_SAMPLES[suffix]}, not training samples.",
            _HINTS.get(suffix, "Choose a layer of polygons, points or lines, or a class raster."),
        )
    return None


def _reader(path: Path) -> Reader | None:
    """The function that reads a file of another tool; None for layers, rasters and the rest."""
    if not os.path.isfile(path):  # pipes are refused with layers and rasters
        return None
    suffix = path.suffix.lower()
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8", "replace").removeprefix("\ufeff")
    except OSError:  # reported by the reader of layers, as for every other layer
        return None
    if suffix == ".scpx":
        return read_scp
    if head.startswith(TEXT_MARK):
        return lambda path, _: read_roi_text(_text(path))
    if XML_MARK in head:
        return lambda path, _: read_roi_xml(_text(path))
    if suffix == ".json" and is_dataset(head):
        return lambda path, _: read_dataset(_text(path))
    if suffix in (".csv", ".txt", ".tsv") and has_coordinates(head):
        return lambda path, class_field: read_point_table(_text(path), class_field)
    return None


def _text(path: Path) -> str:
    return read_text(path, MAX_TEXT_BYTES, FormatError)
