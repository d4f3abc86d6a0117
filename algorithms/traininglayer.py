"""Create a training layer: an empty polygon layer with the classes set up."""

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
from ..bridge.translation import tr
from . import groups
from .base import Algorithm
from .parameters.scene import input_image_layer
from .parameters.values import ParameterValues


class TrainingLayerAlgorithm(Algorithm):
    """`geodiffnet:traininglayer`."""

    GROUP = groups.LABELLING

    INPUT = "INPUT"
    CLASSES = "CLASSES"
    OUTPUT = "OUTPUT"

    def name(self) -> str:
        return "traininglayer"

    def displayName(self) -> str:  # noqa: N802
        return tr("Create a training layer")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,training samples,polygons,digitize,draw,classes,labels,GeoPackage"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Creates an empty polygon layer for the training samples of your classes.")

    def description_html(self) -> str:
        return tr(
            "<p>Creates an empty polygon layer for training samples, in the coordinate reference "
            "system of the scene.</p>"
            "<p>Each class has a colour, and the attribute form of a new polygon offers the "
            "classes as a list. Names and colours are stored in the GeoPackage and are also used "
            "for the class map.</p>"
            "<p>The panel <i>GeoDiffNet labelling</i> can also create such a layer, and helps to "
            "draw the polygons.</p>"
            "<p>Example of a class list: <code>water=#2f7fd1, tree, roof=#d1453b</code></p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add(
            QgsProcessingParameterRasterLayer(self.INPUT, tr("Hyperspectral image")),
            tr("The scene to draw on; the layer gets its coordinate reference system."),
        )
        self.add(
            QgsProcessingParameterString(
                self.CLASSES, tr("Classes"), multiLine=True, optional=True
            ),
            tr(
                "The classes, one per line or separated by commas, each as a name or as "
                "name=#rrggbb. Classes without a colour are assigned one; more classes can be "
                "added later."
            ),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, tr("Training layer"), Qgis.ProcessingSourceType.VectorPolygon
            ),
            tr(
                "The GeoPackage to create, with a text field “class”. A file that contains "
                "features is never overwritten."
            ),
        )

    def check(self, values: ParameterValues) -> None:
        input_image_layer(values, self.INPUT)
        parse_classes(values.text(self.CLASSES))

    def sources(self, values: ParameterValues) -> list[str]:
        return [file_of(input_image_layer(values, self.INPUT).source())]

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, in which this, unlike the processing, is called.
        self._crs = self.parameterAsRasterLayer(parameters, self.INPUT, context).crs()
        return True

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        values = ParameterValues(self, parameters, context)
        path = values.layer_destination(self.OUTPUT)
        try:
            classes = parse_classes(values.text(self.CLASSES))
            make_training_layer(path, self._crs, classes, context.transformContext())
        except BridgeError as error:
            raise QgsProcessingException(error.text) from error
        feedback.pushInfo(
            tr("Classes: {}.").format(", ".join(entry.name for entry in classes) or tr("none yet"))
        )
        self.style_on_load(os.path.abspath(path), StoredStyle, context)
        return {self.OUTPUT: path}
