"""Settings that every job on a scene shares, and the scene they open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..compute.device import AUTO, DEVICES
from ..compute.memory import memory_budget
from ..core.reporter import Reporter
from ..scene.bands import BandSelection, parse_band_numbers
from ..scene.raster import Scene
from .declaration import allow_external_setting, setting


@dataclass(frozen=True, kw_only=True)
class ReadingOptions:
    """Which bands of scenes are used, and what of the machine."""

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
    device: str = setting(
        "Where to compute; auto takes a graphics card, and the processor where there is none or it "
        "fails.",
        AUTO,
        choices=DEVICES,
    )
    cache: Path | None = setting(
        "Folder in which features are kept for the next run; the user's cache by default.",
        None,
        metavar="DIR",
    )
    allow_external: bool = allow_external_setting()


@dataclass(frozen=True, kw_only=True)
class SceneOptions(ReadingOptions):
    """Which scene, which of its bands, and what of the machine may be used."""

    image: str = setting(
        "The hyperspectral raster, or a product's folder or metadata file.", metavar="FILE"
    )


def open_scene(settings: SceneOptions) -> Scene:
    """The scene with the bands and the memory that the settings allow."""
    selection = BandSelection(
        parse_band_numbers(settings.bad_bands),
        settings.drop_weak_bands,
        parse_band_numbers(settings.rgb_bands),
    )
    return Scene(
        settings.image, selection, memory_budget(settings.memory_mb), settings.allow_external
    )


def log_scene(scene: Scene, reporter: Reporter) -> None:
    """What was read, for the log."""
    notes, warnings = scene.describe()
    for note in notes:
        reporter.info(note)
    for warning in warnings:
        reporter.warn(warning)
