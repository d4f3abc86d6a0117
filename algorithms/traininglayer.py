"""Make a training layer: an empty layer to draw examples in, with the classes set up."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ..bridge.class_list import parse_classes
from ..bridge.errors import BridgeError
from ..bridge.rasters import file_of
from ..bridge.styling import StoredStyle
from ..bridge.training_layer import make_training_layer
from .base import Algorithm


class TrainingLayerAlgorithm(Algorithm):
    """`geodiffnet:traininglayer`."""

    def name(self) -> str:
        return "traininglayer"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Make a training layer")

    def group(self) -> str:
        return self.tr("Labelling")

    def groupId(self) -> str:  # noqa: N802
        return "labelling"

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,training,examples,polygons,digitise,draw,classes,labels,GeoPackage"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Makes an empty layer to draw examples of your classes in.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Makes an empty layer of polygons in which you draw examples of your classes, in "
            "the coordinate system of the scene.</p>"
            "<p>Each class has its colour, and the form that QGIS opens for a new polygon offers "
            "the classes as a list. Names and colours are kept in the GeoPackage itself, and the "
            "class map takes them over.</p>"
            "<p>The panel <i>GeoDiffNet labelling</i> makes such a layer, too, and helps to draw "
            "in it.</p>"
            "<p>Example of a class list: <code>water=#2f7fd1, tree, roof=#d1453b</code></p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Hyperspectral image")),
            self.tr("The scene to draw on; the new layer gets its coordinate system."),
        )
        self.add(
            QgsProcessingParameterString(
                "CLASSES", self.tr("Classes"), multiLine=True, optional=True
            ),
            self.tr(
                "The classes, one a line or separated by commas, each as its name or as "
                "name=#rrggbb. Classes without a colour get one; more can be added later."
            ),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", self.tr("Training polygons"), Qgis.ProcessingSourceType.VectorPolygon
            ),
            self.tr(
                "The GeoPackage to make, with a text field “class”. A file that holds features "
                "already is never overwritten."
            ),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self.input_image_layer(parameters, context)
        parse_classes(self.parameterAsString(parameters, "CLASSES", context))

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        return [file_of(self.parameterAsRasterLayer(parameters, "INPUT", context).source())]

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, in which this, unlike the processing, is called.
        self._crs = self.parameterAsRasterLayer(parameters, "INPUT", context).crs()
        return True

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        path = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        try:
            classes = parse_classes(self.parameterAsString(parameters, "CLASSES", context))
            make_training_layer(path, self._crs, classes, context.transformContext())
        except BridgeError as error:
            raise QgsProcessingException(error.text) from error
        feedback.pushInfo(
            self.tr("Classes: {}.").format(
                ", ".join(entry.name for entry in classes) or self.tr("none yet")
            )
        )
        self.style_on_load(os.path.abspath(path), StoredStyle, context)
        return {"OUTPUT": path}
