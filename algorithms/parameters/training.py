"""What algorithms that learn from labels share: labels and their rules, method, accuracies."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from .backbone import BackboneParameters
from .more_scenes import MoreScenesParameters
from .scene import SceneAlgorithm
from .training_samples import TrainingSampleParameters

PRESETS = ("default", "paper")
METHODS = ("geodiffnet-f", "geodiffnet", "geospecnet", "lda", "rf", "svm", "auto")
POLYGON_RULES = ("centre", "touched", "coverage")


class TrainingSamplesAlgorithm(BackboneParameters, TrainingSampleParameters, SceneAlgorithm):
    """An algorithm that is given labelled examples on an image."""

    RESULT_OUTPUTS: ClassVar = {
        "OVERALL_ACCURACY": "overall_accuracy",
        "AVERAGE_ACCURACY": "average_accuracy",
        "KAPPA": "kappa",
    }

    def group(self) -> str:
        return self.tr("Classification")

    def groupId(self) -> str:  # noqa: N802
        return "classification"

    def add_pixel_selection(self) -> None:
        """Add which pixels examples label; right as it is for most."""
        self.add(
            QgsProcessingParameterEnum(
                "PIXEL_RULE",
                self.tr("Pixels that a polygon labels"),
                options=list(POLYGON_RULES),
                defaultValue=POLYGON_RULES[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "centre: those whose centre it holds; touched: all that it touches; coverage: "
                "those of which it covers the share below. One too small for any labels the pixel "
                "it lies in."
            ),
            advanced=True,
        )
        for name, title, help_text, default, maximum in (
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
                    maxValue=maximum,
                ),
                help_text,
                advanced=True,
            )

    def add_accuracy_outputs(self) -> None:
        """Add the numbers that a report starts with."""
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
        super().check(parameters, context)
        self.check_labels(parameters, context)

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        labels = self.label_source(parameters, context)
        return [*super().sources(parameters, context), labels]

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        self.prepare_labels(parameters, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        job_settings = {"seed": self.parameterAsInt(parameters, "SEED", context)}
        job_settings |= self.label_settings(parameters, self._crs, context, feedback)
        job_settings |= self._pixel_selection_settings(parameters, context)
        job_settings |= self.backbone_settings(parameters, context)
        return job_settings | super().settings(parameters, context, feedback)

    def _pixel_selection_settings(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """The rules that apply; what is left empty is the backend's to choose."""
        rule = self.parameterAsEnumString(parameters, "PIXEL_RULE", context)
        job_settings: dict[str, Any] = {"pixel_rule": rule} if rule != POLYGON_RULES[0] else {}
        if rule == "coverage":
            job_settings["min_coverage"] = self.parameterAsDouble(
                parameters, "MIN_COVERAGE", context
            )
        for name in ("POINT_RADIUS", "LINE_WIDTH"):
            if length := self.parameterAsDouble(parameters, name, context):
                job_settings[name.lower()] = length
        return job_settings


class SingleMethodAlgorithm(MoreScenesParameters, TrainingSamplesAlgorithm):
    """An algorithm that learns by one method."""

    def add_training_parameters(self) -> None:
        """Add everything that is read and chosen; the outputs are the subclass's."""
        self.add_image()
        self.add_labels()
        self.add_more_scenes()
        self._add_method()
        self.add_compute_options()
        self.add_pixel_selection()
        self.add_bands()
        self.add_feature_options()

    def _add_method(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                "METHOD",
                self.tr("Method"),
                options=list(METHODS),
                defaultValue=METHODS[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "geodiffnet-f combines the spectrum with spatial features from a diffusion model "
                "and suits most scenes; geodiffnet uses these features only; geospecnet (neural "
                "network), lda (linear discriminant), rf (random forest) and svm (support vector "
                "machine) use the spectrum only. lda is fitted in milliseconds. auto blends all "
                "methods by weights from cross-validation and takes longest."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                "LDA_FEATURES", self.tr("Let lda use diffusion features"), defaultValue=False
            ),
            self.tr(
                "For the method lda only: fit it to the spectrum and the diffusion features. They "
                "are computed once for a scene and kept, as for geodiffnet-f; without them lda "
                "needs no diffusion model."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                "PRESET",
                self.tr("Preset"),
                options=list(PRESETS),
                defaultValue=PRESETS[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "paper reads one composite and one decoder block and trains plain networks, as was "
                "published, for comparison; default does better."
            ),
            advanced=True,
        )
        self.add_backbone()
        self.add_seed(
            self.tr(
                "Where chance starts from. The same inputs with the same seed give the same map; "
                "another seed shows how much of it is luck."
            )
        )

    def add_report(self) -> None:
        """Add the report and the numbers it starts with."""
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT",
                self.tr("Report"),
                fileFilter=self.tr("HTML files (*.html)"),
                optional=True,
                createByDefault=False,
            ),
            self.tr(
                "A web page with the accuracies, the confusion matrix, the weights of the base "
                "classifiers, the input data and the settings."
            ),
        )
        self.add_accuracy_outputs()

    def add_model(self, help_text: str, optional: bool) -> None:
        """Add the file to keep the trained model in."""
        self.add(
            QgsProcessingParameterFileDestination(
                "MODEL",
                self.tr("Model"),
                fileFilter=self.tr("GeoDiffNet models (*.safetensors)"),
                optional=optional,
                createByDefault=not optional,
            ),
            help_text,
        )

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        method = self.parameterAsEnumString(parameters, "METHOD", context)
        preset = self.parameterAsEnumString(parameters, "PRESET", context)
        job_settings: dict[str, Any] = {"method": method, "preset": preset}
        if self.parameterAsBool(parameters, "LDA_FEATURES", context):
            job_settings["lda_features"] = True
        return job_settings | super().settings(parameters, context, feedback)
