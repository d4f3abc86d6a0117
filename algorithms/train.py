"""Train a model: fit a classifier to training samples and write it to a file."""

from __future__ import annotations

from typing import Any

from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .parameters.reports import AccuracyOutputs
from .parameters.training import ModelOutput, training_parameters, training_report


class TrainAlgorithm(BackendAlgorithm):
    """`geodiffnet:train`."""

    GROUP = groups.CLASSIFICATION

    def name(self) -> str:
        return "train"

    def displayName(self) -> str:  # noqa: N802
        return tr("Train a model")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,"
            "diffusion,linear discriminant analysis,random forest,support vector machine,fit,"
            "accuracy"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Trains a model with training samples, to be applied to other scenes.")

    def description_html(self) -> str:
        return tr(
            "<p>Trains a model with the training samples that you have drawn on a hyperspectral "
            "image, estimates its accuracy, and writes it to a file.</p>"
            "<p>No map is created. <i>Apply a model</i> uses the file to map this scene, or others "
            "of the same sensor; <i>Classify HSI with GeoDiffNet-F</i> trains and maps in one "
            "step.</p>"
            "<p>The accuracies are cross-validated; no polygon is used for both training and "
            "testing.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_groups(
            *training_parameters(),
            ModelOutput(
                tr(
                    "The file of the trained model (.safetensors). It contains everything that is "
                    "needed to map other scenes, on this or another computer, and no program code."
                ),
                optional=False,
            ),
            training_report(),
            AccuracyOutputs(),
        )
