"""Settings of the jobs that learn from labels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..common.methods import METHODS
from ..labels.pixel_selection import POLYGON_RULES
from .declaration import setting
from .feature_options import FeatureOptions


@dataclass(frozen=True, kw_only=True)
class LabelOptions(FeatureOptions):
    """Which labels, and how they are read."""

    labels: Path = setting(
        "Labelled polygons, points or lines, or a raster of class codes.", metavar="FILE"
    )
    class_field: str | None = setting(
        "Field of the labels that holds the class.", None, metavar="NAME"
    )
    report: Path | None = setting(
        "Report to write (HTML); its numbers go beside it as JSON.", None, metavar="FILE"
    )
    labels_layer: str | None = setting(
        "Layer inside the vector file; the first one by default.", None, metavar="NAME"
    )
    seed: int = setting("Same seed, same map.", 0, minimum=0, maximum=2**31 - 1)
    pixel_rule: str = setting(
        "Pixels that a polygon labels: centre inside, all touched, or covered to a share.",
        "centre",
        choices=POLYGON_RULES,
    )
    min_coverage: float = setting("That share, for the rule coverage.", 0.5)
    point_radius: float = setting("Radius of points, in pixels.", 0.0)
    line_width: float = setting("Width of lines, in pixels; 0 for all they touch.", 0.0)
    classes: tuple[dict[str, Any], ...] = setting(
        "Names and colours for values of the class field, as the layer shows them.", ()
    )


@dataclass(frozen=True, kw_only=True)
class TrainingOptions(LabelOptions):
    """And what learns from them; several scenes of one sensor may be labelled."""

    image: str = setting(
        "The hyperspectral raster, or a product's folder or metadata file; again for each further "
        "scene that is labelled.",
        metavar="FILE",
        repeated_as="more_images",
    )
    more_images: tuple[str, ...] = setting("Further scenes that are labelled.", ())
    labels: Path = setting(
        "Labelled polygons, points or lines, or a raster of class codes; again for each further "
        "scene, or one that lies over all.",
        metavar="FILE",
        repeated_as="more_labels",
    )
    more_labels: tuple[Path, ...] = setting("Their labels; none where one lies over all.", ())

    method: str = setting("Classifier to fit.", "geodiffnet-f", choices=METHODS)
    lda_features: bool = setting(
        "Let the method lda use diffusion features beside the spectrum.", False
    )
