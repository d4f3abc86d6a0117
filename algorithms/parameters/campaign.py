"""Parameters of a campaign: its scenes, the rasters to write, and the workers."""

from __future__ import annotations

import glob
import os
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...backend.common.choices import DEFAULT_OUTPUT_NAME
from ...bridge.errors import BridgeError
from ...bridge.rasters import file_of
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .more_scenes import image_list_sources
from .sections import computing_section, output_section
from .values import ParameterValues


class SceneListParameters(ParameterGroup):
    """The scenes of the campaign: layers, files, or a folder."""

    INPUT = "INPUT"
    FOLDER = "FOLDER"
    PATTERN = "PATTERN"

    def __init__(self) -> None:
        self._scenes: list[str] = []

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterMultipleLayers(
                self.INPUT, tr("Scenes"), Qgis.ProcessingSourceType.Raster, optional=True
            ),
            tr("The hyperspectral images: layers of the project, or files."),
        )
        algorithm.add(
            QgsProcessingParameterFile(
                self.FOLDER,
                tr("Scene folder"),
                behavior=Qgis.ProcessingFileParameterBehavior.Folder,
                optional=True,
            ),
            tr(
                "A folder whose rasters are scenes, as are the products in its subfolders. Maps of "
                "an earlier run are ignored."
            ),
        )
        algorithm.add(
            QgsProcessingParameterString(self.PATTERN, tr("File name pattern"), optional=True),
            tr(
                "The files of the scene folder to use, such as *.tif or flight*/*_refl.bsq; ** "
                "matches subfolders of any depth. If empty, all are used."
            ),
        )

    def check(self, values: ParameterValues) -> None:
        if not self._images(values):
            raise BridgeError(
                "batch.no_scenes",
                tr("There are no scenes."),
                tr("Choose layers, files or a scene folder."),
            )
        folder = values.file(self.FOLDER)
        if folder and not os.path.isdir(folder):
            raise BridgeError(
                "batch.no_scenes",
                tr("The folder {} does not exist.").format(folder),
                tr("Choose another folder."),
            )

    def sources(self, values: ParameterValues) -> list[str]:
        images = image_list_sources(values.raw(self.INPUT), values.context)
        return [file_of(source) for source in images]

    def prepare(self, values: ParameterValues) -> None:
        self._scenes = self._images(values)

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"images": self._scenes}

    def _images(self, values: ParameterValues) -> list[str]:
        """Files, folders and patterns of the scenes."""
        images = image_list_sources(values.raw(self.INPUT), values.context)
        folder = values.file(self.FOLDER)
        if folder:
            pattern = values.text(self.PATTERN).strip()
            folder = os.path.abspath(folder)
            images.append(os.path.join(glob.escape(folder), pattern) if pattern else folder)
        return images


class CampaignOutputParameters(ParameterGroup):
    """The rasters to write for each scene, and their file names."""

    CONFIDENCE = "CONFIDENCE"
    PROBABILITIES = "PROBABILITIES"
    APPLICABILITY = "APPLICABILITY"
    SECOND_CHOICE = "SECOND_CHOICE"
    MARGIN = "MARGIN"
    OVERWRITE = "OVERWRITE"
    OUTPUT_NAME = "OUTPUT_NAME"

    def add_to(self, algorithm: Algorithm) -> None:
        for name, title, help_text in (
            (
                self.CONFIDENCE,
                tr("Write confidence"),
                tr("For each scene, the probability of the predicted class in percent."),
            ),
            (
                self.PROBABILITIES,
                tr("Write class probabilities"),
                tr("For each scene, one band per class. These files are large."),
            ),
            (
                self.APPLICABILITY,
                tr("Write area of applicability"),
                tr("For each scene, the dissimilarity of each pixel to the training pixels."),
            ),
            (
                self.SECOND_CHOICE,
                tr("Write second choice"),
                tr("For each scene, the second most probable class of each pixel."),
            ),
            (
                self.MARGIN,
                tr("Write margin to the second choice"),
                tr(
                    "For each scene, the difference between the probabilities of the mapped class "
                    "and the second choice, in percent."
                ),
            ),
            (
                self.OVERWRITE,
                tr("Recompute completed scenes"),
                tr(
                    "If unchecked, a scene is skipped when its map exists and was computed from "
                    "the same file with the same model and settings."
                ),
            ),
        ):
            algorithm.add(
                QgsProcessingParameterBoolean(name, title, defaultValue=False),
                help_text,
                advanced=name not in (self.CONFIDENCE, self.OVERWRITE),
                section="" if name in (self.CONFIDENCE, self.OVERWRITE) else output_section(),
            )
        algorithm.add(
            QgsProcessingParameterString(
                self.OUTPUT_NAME, tr("Output file names"), defaultValue=DEFAULT_OUTPUT_NAME
            ),
            tr(
                "The pattern of the file names: {name} is the name of the scene, {folder} that of "
                "its folder, {kind} the content, such as map or confidence. A / creates subfolders."
            ),
            advanced=True,
            section=output_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        pattern = values.text(self.OUTPUT_NAME).strip()
        flags = (
            self.CONFIDENCE,
            self.PROBABILITIES,
            self.APPLICABILITY,
            self.SECOND_CHOICE,
            self.MARGIN,
            self.OVERWRITE,
        )
        return {
            "output_name": pattern if pattern != DEFAULT_OUTPUT_NAME and pattern else None,
            **{name.lower(): values.flag(name) or None for name in flags},
        }


class WorkerParameters(ParameterGroup):
    """The processes that map scenes, on this computer or on a cluster."""

    WORKERS = "WORKERS"
    SCHEDULER = "SCHEDULER"
    TLS_CA = "TLS_CA"
    TLS_CERT = "TLS_CERT"
    TLS_KEY = "TLS_KEY"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterNumber(
                self.WORKERS,
                tr("Parallel workers"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                optional=True,
                minValue=1,
            ),
            tr(
                "Number of processes on this computer, each of which maps one scene at a time. If "
                "empty, it depends on the CPU cores, GPUs and free memory."
            ),
            advanced=True,
            section=computing_section(),
        )
        algorithm.add(
            QgsProcessingParameterString(
                self.SCHEDULER, tr("Dask scheduler address"), optional=True
            ),
            tr(
                "The address of a running scheduler, such as tls://host:8786, whose workers map "
                "the scenes instead of this computer. They need the backend and access to the same "
                "files."
            ),
            advanced=True,
            section=computing_section(),
        )
        for name, title in (
            (self.TLS_CA, tr("CA certificate")),
            (self.TLS_CERT, tr("Client certificate")),
            (self.TLS_KEY, tr("Private key of the client certificate")),
        ):
            algorithm.add(
                QgsProcessingParameterFile(name, title, optional=True),
                tr("A PEM file, for a scheduler whose address starts with tls://."),
                advanced=True,
                section=computing_section(),
            )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        settings: dict[str, Any] = {
            "workers": values.integer(self.WORKERS) if values.is_set(self.WORKERS) else None,
            "scheduler": values.text(self.SCHEDULER).strip() or None,
        }
        for name in (self.TLS_CA, self.TLS_CERT, self.TLS_KEY):
            file = values.file(name)
            settings[name.lower()] = os.path.abspath(file) if file else None
        return settings
