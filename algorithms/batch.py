"""Apply a model to many scenes: a whole campaign with one model, each scene whole or not at all."""

from __future__ import annotations

import glob
import os
from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..backend.common import protocol
from ..bridge.errors import BridgeError
from ..bridge.process import run_job
from ..bridge.rasters import file_of
from ..bridge.styling import ClassMapStyle
from .parameters.model import ModelAlgorithm
from .parameters.more_scenes import image_list_sources

DEFAULT_NAME_PATTERN = "{name}_{kind}.tif"
TLS_PARAMETERS = ("TLS_CA", "TLS_CERT", "TLS_KEY")


class BatchAlgorithm(ModelAlgorithm):
    """`geodiffnet:batch`."""

    RESULT_OUTPUTS: ClassVar = {"MAPPED": "mapped", "SKIPPED": "skipped", "FAILED": "failed"}

    def name(self) -> str:
        return "batch"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Apply a model to many scenes")

    def group(self) -> str:
        return self.tr("Classification")

    def groupId(self) -> str:  # noqa: N802
        return "classification"

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,"
            "predict,classify,land cover"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Maps many hyperspectral images with one model, several at a time.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Maps many scenes of one sensor with a model that was trained before, several at a "
            "time, on all of this computer or on a cluster. Sizes, coordinate systems and no-data "
            "values may differ; bands are matched by wavelength.</p>"
            "<p>A scene that cannot be mapped stops none of the others; the summary gives its "
            "reason. Run it again with the same folder, and what is complete is left out: after a "
            "cancel, a crash, or with new scenes.</p>"
            "<p>The summary, a web page and a table, holds each scene's class areas, mean "
            "confidence and the share of it that looks like nothing the model has learnt from. "
            "Assess some of the maps before you rely on all of them.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_model()
        self._add_scenes()
        self._add_output_options()
        self.add_model_backbone()
        self.add_compute_options()
        self._add_workers()
        self.add_bands()
        self._add_outputs()

    def _add_scenes(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                "INPUT",
                self.tr("Scenes"),
                Qgis.ProcessingSourceType.Raster,
                optional=True,
            ),
            self.tr("The hyperspectral images: layers of the project, or files."),
        )
        self.add(
            QgsProcessingParameterFile(
                "FOLDER",
                self.tr("Folder of scenes"),
                behavior=Qgis.ProcessingFileParameterBehavior.Folder,
                optional=True,
            ),
            self.tr(
                "All rasters in this folder are scenes, and so are the products in its "
                "subfolders. Maps that an earlier run has left in it are not."
            ),
        )
        self.add(
            QgsProcessingParameterString(
                "PATTERN", self.tr("Only files in the folder that match"), optional=True
            ),
            self.tr(
                "Such as *.tif or flight*/*_refl.bsq; ** stands for folders of any depth. Left "
                "empty, all are taken."
            ),
        )

    def _add_output_options(self) -> None:
        for name, title, help_text in (
            (
                "CONFIDENCE",
                self.tr("Also write confidence"),
                self.tr("For each scene, the probability of the chosen class in percent."),
            ),
            (
                "PROBABILITIES",
                self.tr("Also write the probabilities of the classes"),
                self.tr("For each scene, one band a class. They take a lot of space."),
            ),
            (
                "APPLICABILITY",
                self.tr("Also write the area of applicability"),
                self.tr("For each scene, how unlike all training pixels every pixel is."),
            ),
            (
                "OVERWRITE",
                self.tr("Map again what is complete"),
                self.tr(
                    "Without this, a scene is left out when its map is there and was made of the "
                    "same file with the same model and settings."
                ),
            ),
            (
                "LOAD",
                self.tr("Load all maps into the project"),
                self.tr("Shows each finished map as a layer; better not for hundreds of scenes."),
            ),
        ):
            self.add(
                QgsProcessingParameterBoolean(name, title, defaultValue=False),
                help_text,
                advanced=name in ("PROBABILITIES", "APPLICABILITY"),
            )
        self.add(
            QgsProcessingParameterString(
                "OUTPUT_NAME", self.tr("Names of the rasters"), defaultValue=DEFAULT_NAME_PATTERN
            ),
            self.tr(
                "{name} is the scene's name, {folder} that of the folder it lies in, {kind} what "
                "the raster shows: map, confidence, probabilities, applicability. A / makes "
                "folders."
            ),
            advanced=True,
        )

    def _add_workers(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                "WORKERS",
                self.tr("Scenes at a time"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                optional=True,
                minValue=1,
            ),
            self.tr(
                "How many processes map scenes side by side on this computer. Left empty, as many "
                "as its cores, graphics cards and free memory allow."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("SCHEDULER", self.tr("Dask scheduler"), optional=True),
            self.tr(
                "The address of a running scheduler, such as tls://host:8786, whose workers are to "
                "do the work instead of this computer. They need the backend and the same file "
                "system."
            ),
            advanced=True,
        )
        for name, title in (
            ("TLS_CA", self.tr("Certificate of the authority")),
            ("TLS_CERT", self.tr("Own certificate for the cluster")),
            ("TLS_KEY", self.tr("Key of the own certificate")),
        ):
            self.add(
                QgsProcessingParameterFile(name, title, optional=True),
                self.tr("A file in PEM format, for a scheduler whose address begins with tls://."),
                advanced=True,
            )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFolderDestination(
                "OUTPUT_FOLDER", self.tr("Folder for the maps")
            ),
            self.tr("Maps, summary.html and summary.csv are written into it."),
        )
        self.addOutput(QgsProcessingOutputHtml("SUMMARY", self.tr("Summary")))
        self.addOutput(QgsProcessingOutputFile("TABLE", self.tr("Table of all scenes")))
        self.addOutput(QgsProcessingOutputMultipleLayers("MAPS", self.tr("Class maps")))
        for name, title in (
            ("MAPPED", self.tr("Scenes mapped")),
            ("SKIPPED", self.tr("Scenes that were complete")),
            ("FAILED", self.tr("Scenes that failed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def cancellation_message(self) -> str:
        return self.tr("Cancelled; scenes that were complete stay, and are left out next time.")

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self.check_model(parameters, context)
        if not self._images(parameters, context):
            raise BridgeError(
                "batch.no_scenes",
                self.tr("There are no scenes."),
                self.tr("Choose some layers or files, or a folder."),
            )
        folder = self.parameterAsFile(parameters, "FOLDER", context)
        if folder and not os.path.isdir(folder):
            raise BridgeError(
                "batch.no_scenes",
                self.tr("There is no folder {}.").format(folder),
                self.tr("Choose another one."),
            )

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        images = image_list_sources(parameters.get("INPUT"), context)
        return [self.parameterAsFile(parameters, "MODEL", context), *map(file_of, images)]

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, in which this, unlike the processing, is called.
        self._scene_images = self._images(parameters, context)
        return True

    def process(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        folder = self.destination(parameters, "OUTPUT_FOLDER", context)
        settings = {"output_folder": folder, **self.settings(parameters, context, feedback)}
        result = run_job(protocol.Job(self.name(), settings), self._runtime, feedback)
        mapped_scenes = [scene for scene in result.figures["scenes"] if "map" in scene]
        if not mapped_scenes:
            raise BridgeError(
                "batch.all_failed",
                self.tr("Not one of the scenes could be mapped."),
                self.tr("Their reasons are in the log above and in {}.").format(
                    result.outputs["summary"]
                ),
            )
        if self.parameterAsBool(parameters, "LOAD", context):
            for scene in mapped_scenes:
                self._load(scene["map"], context)
        return {
            "OUTPUT_FOLDER": folder,
            "SUMMARY": result.outputs["summary"],
            "TABLE": result.outputs["table"],
            "MAPS": [scene["map"] for scene in mapped_scenes],
            **{
                name: result.figures[result_key] for name, result_key in self.RESULT_OUTPUTS.items()
            },
        }

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        job_settings: dict[str, Any] = {
            **self.model_settings(parameters, context),
            "images": self._scene_images,
            **self.scene_settings(parameters, context),
        }
        for name in ("CONFIDENCE", "PROBABILITIES", "APPLICABILITY", "OVERWRITE"):
            if self.parameterAsBool(parameters, name, context):
                job_settings[name.lower()] = True
        names = self.parameterAsString(parameters, "OUTPUT_NAME", context).strip()
        if names and names != DEFAULT_NAME_PATTERN:
            job_settings["output_name"] = names
        if parameters.get("WORKERS") is not None:
            job_settings["workers"] = self.parameterAsInt(parameters, "WORKERS", context)
        if scheduler := self.parameterAsString(parameters, "SCHEDULER", context).strip():
            job_settings["scheduler"] = scheduler
        for name in TLS_PARAMETERS:
            if file := self.parameterAsFile(parameters, name, context):
                job_settings[name.lower()] = os.path.abspath(file)
        return job_settings

    def _images(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """What the job is to look for scenes in."""
        images = image_list_sources(parameters.get("INPUT"), context)
        folder = self.parameterAsFile(parameters, "FOLDER", context)
        if folder:
            pattern = self.parameterAsString(parameters, "PATTERN", context).strip()
            folder = os.path.abspath(folder)
            images.append(os.path.join(glob.escape(folder), pattern) if pattern else folder)
        return images

    def _load(self, path: str, context: QgsProcessingContext) -> None:
        name = os.path.splitext(os.path.basename(path))[0]
        details = QgsProcessingContext.LayerDetails(name, context.project(), name)
        context.addLayerToLoadOnCompletion(path, details)
        self.style_on_load(os.path.abspath(path), ClassMapStyle, context)
