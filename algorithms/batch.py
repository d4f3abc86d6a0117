"""Apply a model to many scenes: a campaign whose scenes are mapped completely or not at all."""

from __future__ import annotations

import os
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
)

from ..bridge.errors import BridgeError
from ..bridge.styling import ClassMapStyle
from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .parameters.campaign import (
    CampaignOutputParameters,
    SceneListParameters,
    WorkerParameters,
)
from .parameters.model import ModelBackboneParameter, ModelParameter
from .parameters.quality_mask import QualityMaskParameters
from .parameters.scene import BandParameters, DeviceParameters, ExternalReferencesParameter
from .parameters.values import ParameterValues


class BatchAlgorithm(BackendAlgorithm):
    """`geodiffnet:batch`."""

    GROUP = groups.CLASSIFICATION

    LOAD = "LOAD"
    OUTPUT_FOLDER = "OUTPUT_FOLDER"
    SUMMARY = "SUMMARY"
    TABLE = "TABLE"
    MAPS = "MAPS"
    MAPPED = "MAPPED"
    SKIPPED = "SKIPPED"
    FAILED = "FAILED"

    RESULT_OUTPUTS: ClassVar = {MAPPED: "mapped", SKIPPED: "skipped", FAILED: "failed"}

    def name(self) -> str:
        return "batch"

    def displayName(self) -> str:  # noqa: N802
        return tr("Apply a model to many scenes")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,"
            "predict,classify,land cover"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Maps many hyperspectral images with one model in parallel.")

    def description_html(self) -> str:
        return tr(
            "<p>Maps many scenes of one sensor with a trained model in parallel, on this computer "
            "or on a cluster. Sizes, coordinate reference systems and no-data values may differ; "
            "bands are matched by wavelength.</p>"
            "<p>A scene that cannot be mapped does not stop the others; the summary states the "
            "reason. Run the algorithm again with the same output folder to continue: after a "
            "cancellation or a crash, or when there are new scenes, completed scenes are skipped."
            "</p>"
            "<p>The summary, a web page and a table, contains the class areas, the mean confidence "
            "and the fraction outside the area of applicability of each scene. Assess some of the "
            "maps before you rely on all of them.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_groups(ModelParameter(), SceneListParameters(), CampaignOutputParameters())
        self.add(
            QgsProcessingParameterBoolean(
                self.LOAD, tr("Load the maps into the project"), defaultValue=False
            ),
            tr("Add each map to the project; not recommended for hundreds of scenes."),
        )
        self.add_groups(
            BandParameters(),
            QualityMaskParameters(),
            ModelBackboneParameter(),
            DeviceParameters(),
            ExternalReferencesParameter(),
            WorkerParameters(),
        )
        self.add(
            QgsProcessingParameterFolderDestination(self.OUTPUT_FOLDER, tr("Output folder")),
            tr("The folder of the maps, summary.html and summary.csv."),
        )
        self.addOutput(QgsProcessingOutputHtml(self.SUMMARY, tr("Summary")))
        self.addOutput(QgsProcessingOutputFile(self.TABLE, tr("Summary table")))
        self.addOutput(QgsProcessingOutputMultipleLayers(self.MAPS, tr("Class maps")))
        for name, title in (
            (self.MAPPED, tr("Scenes mapped")),
            (self.SKIPPED, tr("Scenes skipped (already complete)")),
            (self.FAILED, tr("Scenes failed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def cancellation_message(self) -> str:
        return tr("Cancelled; completed scenes were kept and will be skipped in the next run.")

    def process(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        folder = self.destination(values, self.OUTPUT_FOLDER)
        settings = {"output_folder": folder, **self.settings(values, feedback)}
        result = self.run_job(
            {name: value for name, value in settings.items() if value is not None}, feedback
        )
        mapped_scenes = [scene for scene in result.figures["scenes"] if "map" in scene]
        if not mapped_scenes:
            raise BridgeError(
                "batch.all_failed",
                tr("None of the scenes could be mapped."),
                tr("The reasons are in the log above and in {}.").format(result.outputs["summary"]),
            )
        if values.flag(self.LOAD):
            for scene in mapped_scenes:
                self._load(scene["map"], values.context)
        return {
            self.OUTPUT_FOLDER: folder,
            self.SUMMARY: result.outputs["summary"],
            self.TABLE: result.outputs["table"],
            self.MAPS: [scene["map"] for scene in mapped_scenes],
            **self.result_outputs(result),
        }

    def _load(self, path: str, context: QgsProcessingContext) -> None:
        name = os.path.splitext(os.path.basename(path))[0]
        details = QgsProcessingContext.LayerDetails(name, context.project(), name)
        context.addLayerToLoadOnCompletion(path, details)
        self.style_on_load(os.path.abspath(path), ClassMapStyle, context)
