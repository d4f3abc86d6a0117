"""Which training samples are used, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ..common.choices import DEFAULT_MIN_COVERAGE, POLYGON_RULES
from ..core.errors import InvalidJob
from ..labels.pixel_selection import PixelSelection
from .declaration import option

#: The class field where none is named.
FIELD_GUESS = 'one with a usual name, such as "class" or "species", or the only text field'


@dataclass(frozen=True, kw_only=True)
class _LabelOptions:
    """Training samples, if there are any, and which pixels they label."""

    labels: Path | None = option("Training samples.", None, metavar="FILE")
    class_field: str | None = option(
        f"Field of the training samples that holds the class; by default {FIELD_GUESS}.",
        None,
        metavar="NAME",
    )
    labels_layer: str | None = option(
        "Layer of the vector file; the first one by default.", None, metavar="NAME"
    )
    pixel_rule: str = option(
        "Pixel selection rule for polygons: centre (pixels whose centre lies inside), touched (all "
        "that the polygon touches) or coverage (pixels covered by a minimum share).",
        POLYGON_RULES[0],
        choices=POLYGON_RULES,
    )
    min_coverage: float = option("Minimum share, for the rule coverage.", DEFAULT_MIN_COVERAGE)
    point_radius: float = option("Radius of points, in pixels.", 0.0)
    line_width: float = option("Width of lines, in pixels; 0 for all pixels they touch.", 0.0)
    classes: tuple[dict[str, Any], ...] = option(
        "Names and colours of the values of the class field, as the layer's style has them.", ()
    )

    @property
    def selection(self) -> PixelSelection:
        """Which pixels the training samples label."""
        return PixelSelection(
            self.pixel_rule, self.min_coverage, self.point_radius, self.line_width
        )


@dataclass(frozen=True, kw_only=True)
class LabelOptions(_LabelOptions):
    """Training samples of a scene, and which pixels they label."""

    labels: Path = option(
        "Training samples: polygons, points or lines, or a raster of class codes.", metavar="FILE"
    )


@dataclass(frozen=True, kw_only=True)
class MultiSceneLabelOptions(_LabelOptions):
    """Training samples of one scene or of several of one sensor, and spectral libraries."""

    labels: Path | None = option(
        "Training samples: polygons, points or lines, or a raster of class codes; give it again "
        "for each further scene, or once for all scenes. Not needed with a spectral library.",
        None,
        metavar="FILE",
        repeated_as="more_labels",
    )
    more_labels: tuple[Path, ...] = option(
        "Training samples of the further scenes; none where one layer serves all scenes.", ()
    )
    library: tuple[Path, ...] = option(
        "Spectral library with training samples, a file or a folder: ENVI, CSV, ECOSTRESS, USGS, "
        "ASD or EnMAP-Box; may be repeated. With libraries, the method uses spectra only.",
        (),
        metavar="FILE",
    )
    library_class_field: str | None = option(
        'Field of the libraries that holds the class; by default "class", or the name of the '
        "spectrum without its number.",
        None,
        metavar="NAME",
    )

    def __post_init__(self) -> None:
        if self.labels is None and (self.more_labels or not self.library):
            raise InvalidJob(
                "The setting labels is missing.",
                "Give training samples, a spectral library, or both.",
            )

    def per_scene(self, images: Sequence[str]) -> list[LabelOptions]:
        """The training samples of each scene: one file each, or one for all; empty without any."""
        if self.labels is None:
            return []
        files = [self.labels, *self.more_labels]
        if len(files) not in (1, len(images)):
            raise InvalidJob(
                f"There are {len(images)} images and {len(files)} files of training samples.",
                "Give one file for each image, in the same order, or one for all images.",
            )
        if len(files) == 1:
            files *= len(images)
        shared = {entry.name: getattr(self, entry.name) for entry in fields(_LabelOptions)}
        return [LabelOptions(**(shared | {"labels": file})) for file in files]

    @property
    def is_shared(self) -> bool:
        """Whether one file serves all scenes."""
        return not self.more_labels
