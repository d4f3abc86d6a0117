"""The classification method and its settings."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterBoolean

from ...backend.common.choices import PRESETS
from ...bridge.method_titles import method_titles
from ...bridge.translation import tr
from ..base import Algorithm
from ..choices import choice_parameter
from .group import ParameterGroup
from .sections import classifier_section, feature_section
from .values import ParameterValues


class MethodParameters(ParameterGroup):
    """The method, whether it uses diffusion features, and the preset."""

    METHOD = "METHOD"
    LDA_FEATURES = "LDA_FEATURES"
    PRESET = "PRESET"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            choice_parameter(self.METHOD, tr("Method"), method_titles()),
            tr(
                "GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a "
                "diffusion model and suits most scenes. GeoDiffNet (geodiffnet) uses the spatial "
                "features only. GeoSpecNet (geospecnet, a neural network), linear discriminant "
                "analysis (lda), random forest (rf) and support vector machine (svm) use the "
                "spectrum only; lda is fitted in milliseconds. The blend of all methods (auto) "
                "weights them by cross-validation and takes longest."
            ),
            section=classifier_section(),
        )
        algorithm.add(
            QgsProcessingParameterBoolean(
                self.LDA_FEATURES,
                tr("Use diffusion features in linear discriminant analysis"),
                defaultValue=False,
            ),
            tr(
                "Only for linear discriminant analysis: fit it to the spectrum and the diffusion "
                "features. The features are computed once per scene and cached."
            ),
            advanced=True,
            section=feature_section(),
        )
        titles = {"default": tr("Default (recommended)"), "paper": tr("As published in the paper")}
        algorithm.add(
            choice_parameter(
                self.PRESET, tr("Preset"), {preset: titles[preset] for preset in PRESETS}
            ),
            tr(
                "“As published” (paper) extracts features from one composite and one decoder block "
                "and trains the networks as in the paper, for comparison. The default is more "
                "accurate."
            ),
            advanced=True,
            section=feature_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {
            "method": values.choice(self.METHOD),
            "preset": values.choice(self.PRESET),
            "lda_features": values.flag(self.LDA_FEATURES) or None,
        }
