"""Train a model: learn from labelled shapes on a scene, and keep what was learnt."""

from __future__ import annotations

from typing import Any

from .parameters.training import SingleMethodAlgorithm


class TrainAlgorithm(SingleMethodAlgorithm):
    """`geodiffnet:train`."""

    def name(self) -> str:
        return "train"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Train a model")

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,"
            "diffusion,linear discriminant analysis,random forest,support vector machine,fit,"
            "accuracy"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Learns classes from drawn examples and keeps the model for other scenes.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Learns to tell classes apart from the examples that you have drawn on a "
            "hyperspectral image, tells how well that works, and keeps the model in a file.</p>"
            "<p>Nothing is mapped. <i>Apply a model</i> maps this scene, or others of the same "
            "sensor, with the file; <i>Classify HSI with GeoDiffNet-F</i> does both at once.</p>"
            "<p>The accuracies come from cross-validation in which no polygon is used for training "
            "and testing at once.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_training_parameters()
        self.add_model(
            self.tr(
                "The file to keep the trained model in (.safetensors): all that is needed to map "
                "other scenes, on this or another computer. It holds no program code."
            ),
            optional=False,
        )
        self.add_report()
