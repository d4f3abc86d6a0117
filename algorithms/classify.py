"""Classify a hyperspectral image: from a scene and labelled shapes to a class map."""

from __future__ import annotations

import math
import os
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..bridge.errors import BridgeError
from ..bridge.labels import class_styles, hand_over
from ..bridge.rasters import file_of, gdal_source
from ..bridge.styling import CLASS_MAP_STYLE, CONFIDENCE_STYLE
from .base import BackendAlgorithm

METHODS = ("geodiffnet-f", "geodiffnet", "geospecnet", "rf", "svm")
DEVICES = ("auto", "cpu", "cuda", "mps")
PIXEL_RULES = ("centre", "touched", "coverage")
FEWEST_BANDS = 3
LARGEST_SEED = 2**31 - 1
#: Optional outputs of the algorithm and the job's settings that ask for them.
FILES = {
    "OUTPUT": "output",
    "CONFIDENCE": "confidence",
    "PROBABILITIES": "probabilities",
    "REPORT": "report",
    "MODEL": "model",
}
NUMBERS = {
    "OVERALL_ACCURACY": "overall_accuracy",
    "AVERAGE_ACCURACY": "average_accuracy",
    "KAPPA": "kappa",
}


class ClassifyAlgorithm(BackendAlgorithm):
    """`geodiffnet:classify`."""

    def name(self) -> str:
        return "classify"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Classify HSI with GeoDiffNet-F")

    def group(self) -> str:
        return self.tr("Classification")

    def groupId(self) -> str:  # noqa: N802
        return "classification"

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,"
            "deep learning,diffusion,random forest,support vector machine,training"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Turns a hyperspectral image and drawn examples into a class map.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Turns a hyperspectral image and the examples that you have drawn on it into a "
            "georeferenced map of classes.</p>"
            "<p>GeoDiffNet-F looks at the spectrum of each pixel and, through the features of a "
            "diffusion model pretrained on natural images, at what surrounds it. The map comes "
            "with your class names and, where the layer of examples is styled by category, with "
            "your colours.</p>"
            "<p>A few polygons a class are enough to begin with: classify, look where the map is "
            "wrong or unsure, draw there, classify again. The accuracies come from "
            "cross-validation in which no polygon is used for training and testing at once.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self._add_inputs()
        self._add_choices()
        self._add_rules()
        self._add_outputs()

    def _add_inputs(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Hyperspectral image")),
            self.tr(
                "The scene to classify, as reflectance, with at least three bands. Wavelengths and "
                "bad bands are read from its metadata where there are any. Every format and "
                "subdataset that QGIS opens as a raster layer will do."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "LABELS",
                self.tr("Labelled examples"),
                [Qgis.ProcessingSourceType.VectorAnyGeometry],
            ),
            self.tr(
                "Polygons, points or lines drawn on places whose class is known, in any coordinate "
                "system: at least two classes with three pixels each, better five to ten small "
                "polygons a class, spread over the scene. Selection, filters, joins and temporary "
                "layers count as you see them."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                "CLASS_FIELD",
                self.tr("Field with the class"),
                defaultValue="class",
                parentLayerParameterName="LABELS",
                type=Qgis.ProcessingFieldParameterDataType.Any,
            ),
            self.tr(
                "The field that says which class an example shows: a name or a whole number. "
                "Examples without a value are left out."
            ),
        )

    def _add_choices(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                "METHOD",
                self.tr("Method"),
                options=list(METHODS),
                defaultValue=METHODS[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "geodiffnet-f joins spectrum and surroundings, and is right for most scenes; "
                "geodiffnet uses the surroundings alone, geospecnet the spectrum alone; rf (random "
                "forest on the spectra) and svm (support vector machine) are quick controls to "
                "compare with."
            ),
        )
        self.add(
            QgsProcessingParameterString("BACKBONE", self.tr("Backbone"), defaultValue="bundled"),
            self.tr(
                "The pretrained diffusion model whose features describe the surroundings. "
                "“bundled” is small, comes with the plugin and needs no network; otherwise the "
                "name of a model or the path of a folder in the format of diffusers."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "DEVICE",
                self.tr("Device"),
                options=list(DEVICES),
                defaultValue=DEVICES[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "Where to compute: auto takes a graphics card where there is a suitable one; cpu "
                "the processor; cuda an NVIDIA card; mps the graphics of an Apple computer."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "SEED",
                self.tr("Seed"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=0,
                minValue=0,
                maxValue=LARGEST_SEED,
            ),
            self.tr(
                "Where chance starts from. The same inputs with the same seed give the same map; "
                "another seed shows how much of it is luck."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "MEMORY",
                self.tr("Memory limit (MB)"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                optional=True,
                minValue=256,
            ),
            self.tr(
                "How much memory the computation may use, roughly. Left empty it is chosen by what "
                "is free; set less when the computation was stopped for lack of memory."
            ),
            advanced=True,
        )

    def _add_rules(self) -> None:
        """Which pixels examples label and which bands are used: right as it is for most."""
        self.add(
            QgsProcessingParameterEnum(
                "PIXEL_RULE",
                self.tr("Pixels that a polygon labels"),
                options=list(PIXEL_RULES),
                defaultValue=PIXEL_RULES[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "centre: those whose centre it holds; touched: all that it touches; coverage: "
                "those of which it covers the share below. One too small for any labels the pixel "
                "it lies in."
            ),
            advanced=True,
        )
        for name, title, help_text, default, most in (
            (
                "MIN_COVERAGE",
                self.tr("Smallest share that a polygon must cover"),
                self.tr("For the rule coverage: from above 0 to 1, a pixel covered as a whole."),
                0.5,
                1.0,
            ),
            (
                "POINT_RADIUS",
                self.tr("Radius of points (pixels)"),
                self.tr(
                    "A point labels the pixel it lies in and those whose centre is within this "
                    "radius."
                ),
                0.0,
                100.0,
            ),
            (
                "LINE_WIDTH",
                self.tr("Width of lines (pixels)"),
                self.tr(
                    "A line of width 0 labels the pixels it touches, a wider one those whose "
                    "centre it holds."
                ),
                0.0,
                100.0,
            ),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name,
                    title,
                    type=Qgis.ProcessingNumberParameterType.Double,
                    defaultValue=default,
                    minValue=0.01 if name == "MIN_COVERAGE" else 0.0,
                    maxValue=most,
                ),
                help_text,
                advanced=True,
            )
        for name, title, help_text in (
            (
                "BAD_BANDS",
                self.tr("Bands to leave out"),
                self.tr(
                    "Numbers and ranges, such as 1-5, 130-135, besides the bands that the image "
                    "itself marks as bad or that are empty."
                ),
            ),
            (
                "RGB_BANDS",
                self.tr("Bands for red, green and blue"),
                self.tr(
                    "Three band numbers, such as 30, 20, 10, for an image without wavelengths; "
                    "otherwise they are found by wavelength."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True
            )
        self.add(
            QgsProcessingParameterBoolean(
                "DROP_WEAK_BANDS",
                self.tr("Also leave out bands without signal"),
                defaultValue=False,
            ),
            self.tr(
                "Bands in the windows of water vapour (1340–1460, 1790–1960 and above 2450 nm) and "
                "bands whose values hardly differ. The log names them."
            ),
            advanced=True,
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", self.tr("Class map")),
            self.tr(
                "The map as a GeoTIFF on the grid of the image; class names and colours stand in "
                "the file. 0 is where the image has no data."
            ),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                "CONFIDENCE", self.tr("Confidence"), optional=True, createByDefault=False
            ),
            self.tr(
                "A GeoTIFF with the probability of the chosen class in percent. Where it is low, "
                "more examples help most."
            ),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                "PROBABILITIES",
                self.tr("Probabilities of the classes"),
                optional=True,
                createByDefault=False,
            ),
            self.tr("A GeoTIFF with one band a class: the probability of that class, 0 to 1."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT",
                self.tr("Report"),
                fileFilter=self.tr("HTML files (*.html)"),
                optional=True,
                createByDefault=False,
            ),
            self.tr(
                "A web page with the accuracies, the confusion between classes, and what was read "
                "and chosen."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "MODEL",
                self.tr("Model"),
                fileFilter=self.tr("GeoDiffNet models (*.safetensors)"),
                optional=True,
                createByDefault=False,
            ),
            self.tr("The trained model, to apply it to other scenes of the same sensor."),
        )
        self.addOutput(
            QgsProcessingOutputNumber(
                "OVERALL_ACCURACY", self.tr("Overall accuracy (cross-validation by polygons)")
            )
        )
        self.addOutput(
            QgsProcessingOutputNumber(
                "AVERAGE_ACCURACY", self.tr("Average accuracy of the classes (cross-validation)")
            )
        )
        self.addOutput(QgsProcessingOutputNumber("KAPPA", self.tr("Kappa (cross-validation)")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self._check_image(parameters, context)
        self._check_labels(parameters, context)

    def _check_image(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        image = self.parameterAsRasterLayer(parameters, "INPUT", context)
        if image is None or not image.isValid():
            raise BridgeError(
                "scene.unreadable",
                self.tr("The image cannot be opened: {}").format(parameters.get("INPUT")),
                self.tr("Check that the file exists and opens in QGIS as a raster layer."),
            )
        gdal_source(image)
        if image.bandCount() < FEWEST_BANDS:
            raise BridgeError(
                "scene.too_few_bands",
                self.tr("The image {} has too few bands ({}); at least {} are needed.").format(
                    image.name(), image.bandCount(), FEWEST_BANDS
                ),
                self.tr("Choose the hyperspectral scene itself rather than a map or a band of it."),
            )

    def _check_labels(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        labels = self.parameterAsSource(parameters, "LABELS", context)
        if labels is None:
            raise BridgeError(
                "labels.unreadable",
                self.tr("The labelled examples cannot be opened: {}").format(
                    parameters.get("LABELS")
                ),
                self.tr("Check that the file exists and opens in QGIS as a vector layer."),
            )
        if labels.wkbType() == Qgis.WkbType.NoGeometry:
            raise BridgeError(
                "labels.no_shapes",
                self.tr("The labelled examples {} are a table without shapes.").format(
                    labels.sourceName()
                ),
                self.tr("Choose a layer of polygons, points or lines drawn on the image."),
            )
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        names = labels.fields().names()
        if field not in names:
            raise BridgeError(
                "labels.field_missing",
                self.tr("The labelled examples have no field “{}”.").format(field),
                self.tr("Choose one of their fields: {}.").format(
                    ", ".join(names) or self.tr("there is none")
                ),
            )

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        image = self.parameterAsRasterLayer(parameters, "INPUT", context)
        labels = self._label_layer(parameters, context)
        return [
            file_of(gdal_source(image)),
            labels.source().partition("|")[0] if labels is not None else "",
        ]

    def _label_layer(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsVectorLayer | None:
        """The layer behind the labels, be it as a whole or for its selected features only."""
        value = parameters.get("LABELS")
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        return self.parameterAsVectorLayer({"LABELS": value}, "LABELS", context)

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, in which this, unlike the processing, is called.
        image = self.parameterAsRasterLayer(parameters, "INPUT", context)
        layer = self._label_layer(parameters, context)
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        self._image = gdal_source(image)
        self._image_crs = image.crs()
        self._styles = class_styles(layer, field)
        return True

    def process(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        files = {name: self.destination(parameters, name, context) for name in FILES}
        settings = {setting: files[name] for name, setting in FILES.items()}
        settings |= self._labels(parameters, context, feedback)
        settings |= {
            "image": self._image,
            "classes": self._styles or None,
            "method": self.parameterAsEnumString(parameters, "METHOD", context),
            "backbone": self.parameterAsString(parameters, "BACKBONE", context),
            "device": self.parameterAsEnumString(parameters, "DEVICE", context),
            "seed": self.parameterAsInt(parameters, "SEED", context),
        }
        if parameters.get("MEMORY") is not None:
            settings["memory_mb"] = self.parameterAsInt(parameters, "MEMORY", context)
        settings |= self._rules(parameters, context)
        result = self.run_job(settings)
        self.style_on_load(files["OUTPUT"], CLASS_MAP_STYLE, context)
        self.style_on_load(files["CONFIDENCE"], CONFIDENCE_STYLE, context)
        figures = {name: result.figures.get(figure) for name, figure in NUMBERS.items()}
        outputs = {name: path for name, path in files.items() if path}
        # A figure may be unknown, where there are too few polygons to leave one out.
        return outputs | {
            name: float(value)
            for name, value in figures.items()
            if value is not None and math.isfinite(value)
        }

    def _rules(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The rules that apply; what is left empty is the backend's to choose."""
        rule = self.parameterAsEnumString(parameters, "PIXEL_RULE", context)
        given: dict[str, Any] = {"pixel_rule": rule} if rule != PIXEL_RULES[0] else {}
        if rule == "coverage":
            given["min_coverage"] = self.parameterAsDouble(parameters, "MIN_COVERAGE", context)
        for name in ("POINT_RADIUS", "LINE_WIDTH"):
            if length := self.parameterAsDouble(parameters, name, context):
                given[name.lower()] = length
        for name in ("BAD_BANDS", "RGB_BANDS"):
            if numbers := self.parameterAsString(parameters, name, context).strip():
                given[name.lower()] = numbers
        if self.parameterAsBool(parameters, "DROP_WEAK_BANDS", context):
            given["drop_weak_bands"] = True
        return given

    def _labels(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Write the labels to a file and give the settings that name it."""
        source = self.parameterAsSource(parameters, "LABELS", context)
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        if not source.sourceCrs().isValid():
            feedback.pushWarning(
                self.tr("The labelled examples have no coordinate system; the image's is taken.")
            )
        target = QgsProcessingUtils.generateTempFilename("labels.gpkg")
        handover = hand_over(
            source, field, target, self._image_crs, context.transformContext(), feedback
        )
        if handover.count == 0:
            raise BridgeError(
                "labels.none",
                self.tr("There are no labelled examples to learn from."),
                self.tr(
                    "Draw some, or, where “selected features only” is ticked, select some or "
                    "untick it."
                ),
            )
        if handover.repaired:
            feedback.pushWarning(
                self.tr("{} labelled shapes had crossing edges and were repaired.").format(
                    handover.repaired
                )
            )
        return {
            "labels": os.path.abspath(handover.path),
            "labels_layer": handover.layer,
            "class_field": field,
        }
