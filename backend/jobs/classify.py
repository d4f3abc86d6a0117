"""The main job: learn from a few labels of a scene and map the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..compute.device import DEVICES
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
    labels: Path = setting("Vector file with labelled polygons, points or lines.", metavar="FILE")
    class_field: str = setting("Field of the labels that holds the class.", metavar="NAME")
    output: Path = setting("Class map to write (GeoTIFF).", metavar="FILE")
    confidence: Path | None = setting("Confidence in percent to write.", None, metavar="FILE")
    probabilities: Path | None = setting(
        "Probabilities to write, one band a class.", None, metavar="FILE"
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
