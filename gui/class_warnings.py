"""What is wrong with the samples of a class, or with its accuracy, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from ..backend.common.label_counts import RECOMMENDED_POLYGONS
from ..bridge.translation import tr
from .class_accuracy import AccuracyTable
from .map_texts import percent
from .statistics import ClassStatistics

#: With fewer, a class is hard to classify and cannot be cross-validated well.
RECOMMENDED_PIXELS = 30
#: The backend leaves out classes with fewer pixels.
MIN_PIXELS = 3
#: Lower recall or precision is a warning.
LOW_ACCURACY = 0.7


def class_warnings(
    name: str,
    samples: ClassStatistics,
    accuracy: AccuracyTable,
    overlaps: Mapping[str, int],
) -> list[str]:
    """The warnings of a class, the most important first; `overlaps` counts those by other class."""
    if samples.polygons == 0:
        return []
    return [
        *_overlap_warnings(overlaps),
        *_sample_warnings(samples),
        *_accuracy_warnings(name, samples, accuracy),
    ]


def _overlap_warnings(overlaps: Mapping[str, int]) -> list[str]:
    if not overlaps:
        return []
    names = ", ".join(sorted(overlaps))
    return [
        tr(
            "Its polygons overlap those of {} ({}): the pixels in common are not used. Correct or "
            "delete one of each pair."
        ).format(names, sum(overlaps.values()))
    ]


def _sample_warnings(samples: ClassStatistics) -> list[str]:
    is_read = samples.complete and samples.pixels is not None
    if is_read and samples.pixels == 0:
        return [tr("Its polygons are outside the scene.")]
    if is_read and samples.pixels is not None and samples.pixels < MIN_PIXELS:
        return [
            tr("It is left out of the map: at least {} pixels are necessary.").format(MIN_PIXELS)
        ]
    if samples.polygons == 1:
        return [
            tr(
                "One polygon only: draw another one in a different location, so that the accuracy "
                "can be estimated."
            )
        ]
    if samples.polygons < RECOMMENDED_POLYGONS:
        return [
            tr(
                "Few polygons, unreliable accuracy: draw at least {}, spread over the scene."
            ).format(RECOMMENDED_POLYGONS)
        ]
    if is_read and samples.pixels is not None and samples.pixels < RECOMMENDED_PIXELS:
        return [tr("Few pixels: at least {} are recommended.").format(RECOMMENDED_PIXELS)]
    return []


def _accuracy_warnings(name: str, samples: ClassStatistics, table: AccuracyTable) -> list[str]:
    if name not in table.classes:
        return []
    entry, warnings = table.of(name), []
    if entry.pixels == 0:
        warnings.append(
            tr("The map has no pixel of this class: draw polygons where it is missing.")
        )
    if entry.recall is None and table.is_validated and samples.polygons > 1:
        warnings.append(
            tr(
                "It could not be validated: its polygons are too close to each other. Draw another "
                "one in a different part of the scene."
            )
        )
    other = table.confused_with(name) or tr("other classes")
    if entry.recall is not None and entry.recall < LOW_ACCURACY:
        warnings.append(
            tr(
                "Low recall ({}\u00a0%): pixels of this class are mapped as {}. Draw more polygons "
                "of it where it looks different."
            ).format(percent(entry.recall), other)
        )
    if entry.precision is not None and entry.precision < LOW_ACCURACY:
        warnings.append(
            tr(
                "Low precision ({}\u00a0%): pixels of {} are mapped as this class. Draw more "
                "polygons of that class, or correct wrong ones."
            ).format(percent(entry.precision), other)
        )
    return warnings
