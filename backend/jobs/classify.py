"""The main job: learn from a few labels of a scene and map the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..compute.device import DEVICES
from ..labels.rules import PIXEL_RULES
from ..learning.names import METHODS
from ..protocol import Result
from ..reporter import Reporter
from .settings import setting

SUMMARY = "Learn from labelled polygons, points or lines of a scene and write its class map."

STAGES = (
    ("start", 3),
    ("labels", 2),
    ("features", 10),
    ("validation", 12),
    ("training", 3),
    ("mapping", 6),
)


@dataclass(frozen=True)
class Settings:
    """What `classify` needs and may be told."""

    image: str = setting(
        "The hyperspectral raster, or a product's folder or metadata file.", metavar="FILE"
    )
    labels: Path = setting(
        "Labelled polygons, points or lines, or a raster of class codes.", metavar="FILE"
    )
    output: Path = setting("Class map to write (GeoTIFF).", metavar="FILE")
    class_field: str | None = setting(
        "Field of the labels that holds the class.", None, metavar="NAME"
    )
    confidence: Path | None = setting("Confidence in percent to write.", None, metavar="FILE")
    probabilities: Path | None = setting(
        "Probabilities to write, one band a class.", None, metavar="FILE"
    )
    report: Path | None = setting(
        "Report to write (HTML); its numbers go beside it as JSON.", None, metavar="FILE"
    )
    labels_layer: str | None = setting(
        "Layer inside the vector file; the first one by default.", None, metavar="NAME"
    )
    method: str = setting("What learns from the labels.", "geodiffnet-f", choices=METHODS)
    backbone: str = setting(
        "Diffusion network: bundled, or a folder in diffusers format.", "bundled"
    )
    device: str = setting("Where to compute.", "auto", choices=DEVICES)
    seed: int = setting("Same seed, same map.", 0)
    cache: Path | None = setting(
        "Folder in which features are kept for the next run; the user's cache by default.",
        None,
        metavar="DIR",
    )
    bad_bands: str | None = setting(
        "Numbers of bands to leave out, such as 1-5, 130-135.", None, metavar="NUMBERS"
    )
    drop_weak_bands: bool = setting(
        "Also leave out bands in windows of water vapour or without signal.", False
    )
    rgb_bands: str | None = setting(
        "Numbers of the bands that show red, green and blue; by wavelength by default.",
        None,
        metavar="NUMBERS",
    )
    memory_mb: int | None = setting("Memory to use in megabytes; by what is free by default.", None)
    pixel_rule: str = setting(
        "Pixels that a polygon labels: centre inside, all touched, or covered to a share.",
        "centre",
        choices=PIXEL_RULES,
    )
    min_coverage: float = setting("That share, for the rule coverage.", 0.5)
    point_radius: float = setting("Radius of points, in pixels.", 0.0)
    line_width: float = setting("Width of lines, in pixels; 0 for all they touch.", 0.0)
    classes: tuple[dict[str, Any], ...] = setting(
        "Names and colours for values of the class field, as the layer shows them.", ()
    )


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    # imported here so that the door can report progress while the libraries load
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from .classification import classify

    return classify(settings, reporter)
