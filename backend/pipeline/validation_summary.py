"""Summaries of a cross-validation for logs, results, reports and model files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..classifiers.validation import Validation
from ..core.reporter import Reporter
from ..labels.classes import MapClass
from ..labels.training_pixels import TrainingPixels
from ..metrics.cross_validation import ScoredPixels


def accuracy_metrics(validation: Validation) -> dict[str, Any]:
    """Accuracies; None where the training samples do not allow an estimate."""
    accuracy, is_known = validation.accuracy, validation.unknown is None
    accuracy_without = validation.without_features
    return {
        "overall_accuracy": accuracy.overall if is_known else None,
        "average_accuracy": accuracy.average if is_known else None,
        "kappa": accuracy.kappa if is_known else None,
        "overall_accuracy_without_features": accuracy_without.overall
        if is_known and accuracy_without
        else None,
    }


def class_metrics(validation: Validation) -> list[dict[str, float | None]]:
    """Recall and precision of each class; None where they cannot be estimated.

    A class that was not tested has no recall. Its pixels may be classified as any other class, so
    no precision is known as long as there is one.
    """
    accuracy = validation.accuracy
    recall = np.full_like(accuracy.recall, np.nan) if validation.folds.by_pixel else accuracy.recall
    precision = accuracy.precision if validation.unknown is None else np.full_like(recall, np.nan)
    return [
        {
            "recall": float(found) if np.isfinite(found) else None,
            "precision": float(correct) if np.isfinite(correct) else None,
        }
        for found, correct in zip(recall, precision, strict=True)
    ]


def confusion_metrics(validation: Validation) -> list[list[int]] | None:
    """Validated pixels by class (rows) and predicted class; None where no accuracy is known."""
    return validation.accuracy.confusion.tolist() if validation.unknown is None else None


def base_metrics(validation: Validation) -> list[dict[str, Any]]:
    """Weight and accuracies of each base classifier of the blend."""
    is_known = validation.unknown is None
    return [
        {
            "name": base.name,
            "uses_features": base.uses_features,
            "weight": round(base.weight, 4),
            "overall_accuracy": base.accuracy.overall if is_known else None,
            "average_accuracy": base.accuracy.average if is_known else None,
        }
        for base in validation.bases
    ]


def scored_pixels(validation: Validation, training_pixels: TrainingPixels) -> ScoredPixels:
    """The labelled pixels with their cross-validated probabilities."""
    return ScoredPixels(
        training_pixels.target[validation.scored],
        validation.probabilities,
        training_pixels.group[validation.scored],
        validation.folds.fold[validation.scored],
        validation.folds.notes,
        validation.unknown,
    )


def log_validation(validation: Validation, classes: Sequence[MapClass], reporter: Reporter) -> None:
    """Log accuracy, recall per class, and the weights of the blend."""
    for note in validation.folds.notes:
        reporter.warn(note)
    if validation.unknown is not None:
        reporter.warn(validation.unknown)
        return
    if len(validation.bases) > 1:
        for base in sorted(validation.bases, key=lambda base: -base.weight):
            reporter.info(
                f"Base classifier {base.name}: weight {base.weight:.0%}, cross-validated accuracy "
                f"{base.accuracy.overall:.1%}."
            )
    accuracy, without = validation.accuracy, validation.without_features
    if without is not None:
        reporter.info(
            f"Spatial features: {without.overall:.1%} overall accuracy without them, "
            f"{accuracy.overall:.1%} with them."
        )
    reporter.info(
        f"Accuracy by {validation.folds.count}-fold cross-validation, grouped by "
        f"{'scene' if validation.folds.by_scene else 'polygon'}: "
        f"overall {accuracy.overall:.1%}, average {accuracy.average:.1%}, "
        f"kappa {accuracy.kappa:.3f}."
    )
    recalls = [
        f"{entry.name} {recall:.0%}"
        for entry, recall in zip(classes, accuracy.recall, strict=True)
        if np.isfinite(recall)
    ]
    reporter.info(f"Recall per class (producer's accuracy): {', '.join(recalls)}.")
