"""Assess a class map: hold it against reference data, or draw the sample of points for that."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..bridge.errors import BridgeError
from ..bridge.labels import class_styles, raster_class_styles
from ..bridge.rasters import file_of, gdal_source
from ..bridge.styling import LocationsStyle
from .base import BackendAlgorithm
from .parameters.vector_layer import VectorLayerParameters

DESIGNS = ("auto", "random", "stratified", "purposive", "census")
ALLOCATIONS = ("olofsson", "proportional", "equal")
MATCHES = ("auto", "names", "codes")
#: Rasters it reads, and the job's settings for them.
RASTER_SETTINGS = {"INPUT": "map", "REFERENCE_MAP": "reference", "STRATA": "strata"}


class AssessAlgorithm(VectorLayerParameters, BackendAlgorithm):
    """`geodiffnet:assess`."""

    LAYER_STYLES: ClassVar = {"DRAW_SAMPLE": LocationsStyle}
    RESULT_OUTPUTS: ClassVar = {
        "OVERALL_ACCURACY": "overall_accuracy",
        "AVERAGE_ACCURACY": "average_accuracy",
        "KAPPA": "kappa",
        "SAMPLES": "samples",
    }

    def name(self) -> str:
        return "assess"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Assess a class map")

    def group(self) -> str:
        return self.tr("Accuracy")

    def groupId(self) -> str:  # noqa: N802
        return "accuracy"

    def tags(self) -> list[str]:
        words = self.tr(
            "accuracy,validation,confusion matrix,error matrix,area estimation,reference,"
            "ground truth,kappa,F1,stratified sample"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Tells how far a class map can be trusted, and how large its classes are.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Holds a class map, from this plugin or any other, against reference data: overall "
            "accuracy, each class's, what is confused with what, and, where the reference is a "
            "random sample, the area of each class with its confidence interval.</p>"
            "<p>Reference data must not have been used for training; name the training examples, "
            "and what lies in them is reported apart.</p>"
            "<p>Without reference data yet, let a sample of points be drawn: fill in the class of "
            "each by looking at the place, not at the map, and give them as reference.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Class map")),
            self.tr("The map to assess: a raster file whose first band holds codes of classes."),
        )
        self._add_reference()
        self._add_sample()
        self.add_external()
        self._add_outputs()

    def _add_reference(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "REFERENCE",
                self.tr("Reference shapes"),
                [Qgis.ProcessingSourceType.VectorAnyGeometry],
                optional=True,
            ),
            self.tr(
                "Points, polygons or lines whose class is known. Selection, filters, joins and "
                "temporary layers count as you see them."
            ),
        )
        self.add_class_field(
            "REFERENCE",
            self.tr(
                "The field of the reference shapes that holds the class: its name as in the map, "
                "or its code. Shapes without a value are left out."
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "MATCH",
                self.tr("Match classes by"),
                options=list(MATCHES),
                defaultValue=MATCHES[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "How classes of the reference are found in the map. auto: by the names that the "
                "layers show, and by code only where neither has names or the codes prove "
                "themselves; codes: choose it where you know that the same code means the same "
                "class in both."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer(
                "REFERENCE_MAP", self.tr("Reference map"), optional=True
            ),
            self.tr(
                "A raster of codes to hold the map against, instead of shapes. It must lie on the "
                "grid of the map; 0 and no data are left out."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "TRAINING",
                self.tr("Training examples"),
                [Qgis.ProcessingSourceType.VectorAnyGeometry],
                optional=True,
            ),
            self.tr(
                "The examples that the map was trained with: reference inside them would flatter "
                "the map and is reported apart."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                "DESIGN",
                self.tr("How the reference was chosen"),
                options=list(DESIGNS),
                defaultValue=DESIGNS[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "random: points drawn all over the map; stratified: drawn class by class; "
                "purposive: where somebody chose, from which nothing follows for the rest of the "
                "map; census: everywhere. auto takes points for stratified and other shapes for "
                "purposive."
            ),
        )
        self.add(
            QgsProcessingParameterRasterLayer("STRATA", self.tr("Strata"), optional=True),
            self.tr(
                "The raster in whose classes the sample was drawn, or is to be drawn, where that "
                "is not the map itself, such as an older map."
            ),
            advanced=True,
        )

    def _add_sample(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                "COUNT",
                self.tr("Points of the sample to draw"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=500,
                minValue=1,
                maxValue=1_000_000,
            ),
            self.tr("How many points to draw where a sample is asked for; otherwise of no effect."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "ALLOCATION",
                self.tr("How the points are shared"),
                options=list(ALLOCATIONS),
                defaultValue=ALLOCATIONS[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "olofsson: 50 to 100 points for rare classes, by area for the others; "
                "proportional: by area alone; equal: as many for each class."
            ),
            advanced=True,
        )
        self.add_seed(
            self.tr("Where chance starts from: same seed, same sample and same intervals.")
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT",
                self.tr("Report"),
                fileFilter=self.tr("HTML files (*.html)"),
                optional=True,
            ),
            self.tr(
                "A web page with all accuracies, their intervals, the confusion between classes "
                "and the areas; its numbers go beside it as JSON. It needs reference data."
            ),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "DRAW_SAMPLE", self.tr("Sample of points"), optional=True, createByDefault=False
            ),
            self.tr(
                "A GeoPackage of points drawn at random from each class of the map, with an empty "
                "field for the class you find there."
            ),
        )
        for name, title in (
            ("OVERALL_ACCURACY", self.tr("Overall accuracy")),
            ("AVERAGE_ACCURACY", self.tr("Average accuracy of the classes")),
            ("KAPPA", self.tr("Kappa")),
            ("SAMPLES", self.tr("Pixels compared")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        for name in RASTER_SETTINGS:
            if name == "INPUT" or parameters.get(name):
                self._check_raster(parameters, name, context)
        if parameters.get("REFERENCE") and parameters.get("REFERENCE_MAP"):
            raise BridgeError(
                "assess.two_references",
                self.tr("Both reference shapes and a reference map were given."),
                self.tr("Leave one of them empty."),
            )
        if parameters.get("REFERENCE"):
            self.check_class_field(parameters, "REFERENCE", context)
        elif not parameters.get("REFERENCE_MAP") and not parameters.get("DRAW_SAMPLE"):
            raise BridgeError(
                "assess.nothing_to_do",
                self.tr("Neither reference data nor a sample to draw was asked for."),
                self.tr("Give a reference, or a file for the sample of points to be interpreted."),
            )
        if parameters.get("TRAINING"):
            self._training_field(parameters, context)

    def _check_raster(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> None:
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None or not layer.isValid():
            raise BridgeError(
                "map.unreadable",
                self.tr("{}: the file cannot be opened: {}").format(
                    self.parameterDefinition(name).description(), parameters.get(name)
                ),
                self.tr("Check that the file exists and opens in QGIS as a raster layer."),
            )
        gdal_source(layer)

    def _training_field(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """A field of the training examples; which classes they show does not matter."""
        names = self.check_vector_layer(parameters, "TRAINING", context)
        candidates = (self.parameterAsString(parameters, "CLASS_FIELD", context), "class", *names)
        for name in candidates:
            if name in names:
                return name
        raise BridgeError(
            "labels.field_missing",
            self.tr("{} have no field at all.").format(
                self.parameterDefinition("TRAINING").description()
            ),
            self.tr("Choose the layer of examples that the map was trained with."),
        )

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        layers = [
            self.parameterAsRasterLayer(parameters, name, context) for name in RASTER_SETTINGS
        ]
        return [
            *(file_of(gdal_source(layer)) for layer in layers if layer is not None),
            *(
                self.vector_layer_file(parameters, name, context)
                for name in ("REFERENCE", "TRAINING")
            ),
        ]

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, in which this, unlike the processing, is called.
        layers = {
            name: self.parameterAsRasterLayer(parameters, name, context) for name in RASTER_SETTINGS
        }
        self._crs = layers["INPUT"].crs()
        given = {name: layer for name, layer in layers.items() if layer is not None}
        self._rasters = {RASTER_SETTINGS[name]: gdal_source(layer) for name, layer in given.items()}
        self._classes = {
            f"{RASTER_SETTINGS[name]}_classes": raster_class_styles(layer, lowest=0)
            for name, layer in given.items()
        }
        if parameters.get("REFERENCE"):
            field = self.parameterAsString(parameters, "CLASS_FIELD", context)
            drawn = class_styles(self.vector_layer(parameters, "REFERENCE", context), field)
            self._classes["reference_classes"] = drawn
        return True

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        given: dict[str, Any] = {
            "design": self.parameterAsEnumString(parameters, "DESIGN", context),
            "count": self.parameterAsInt(parameters, "COUNT", context),
            "allocation": self.parameterAsEnumString(parameters, "ALLOCATION", context),
            "seed": self.parameterAsInt(parameters, "SEED", context),
        } | self._rasters
        given |= {name: styles for name, styles in self._classes.items() if styles}
        match = self.parameterAsEnumString(parameters, "MATCH", context)
        if match != MATCHES[0]:
            given["match"] = match
        if self.parameterAsBool(parameters, "ALLOW_EXTERNAL", context):
            given["allow_external"] = True
        fields = {}
        if parameters.get("REFERENCE"):
            fields["REFERENCE"] = self.parameterAsString(parameters, "CLASS_FIELD", context)
            given["class_field"] = fields["REFERENCE"]
        if parameters.get("TRAINING"):
            fields["TRAINING"] = self._training_field(parameters, context)
        for name, field in fields.items():
            shapes = self.write_vector_layer(parameters, name, field, self._crs, context, feedback)
            given[name.lower()] = shapes.path
        if "reference" not in given:
            # The dialog asks for a report by itself.
            feedback.pushInfo(self.tr("Without reference data there is no report."))
            given["report"] = None
        return given
