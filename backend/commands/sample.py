"""Writes the generated sample scene with sparse labels and the full truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..files.cache_folders import make_output_folder
from ..options.declaration import setting

SUMMARY = "Write a generated sample scene: scene.tif, train.gpkg and truth.tif."
MIN_SIZE, MAX_SIZE = 64, 4096


@dataclass(frozen=True)
class Settings:
    """Where to, and which scene."""

    folder: Path = setting("Folder to write to; made where it is missing.", metavar="DIR")
    seed: int = setting("Another seed, another scene.", 0, minimum=0, maximum=2**31 - 1)
    overwrite: bool = setting("Replace files of the same names that are there.", False)
    size: int = setting("Pixels along each side.", 256, minimum=MIN_SIZE, maximum=MAX_SIZE)


def run(settings: Settings, reporter: Reporter) -> Result:
    """Write it."""
    reporter.plan([("start", 1), ("sample", 9)])
    reporter.begin("start", "loading libraries")
    from ..sample_scene import write_sample

    reporter.begin("sample", "generating the sample scene")
    make_output_folder(settings.folder)
    files = write_sample(
        settings.folder, settings.seed, settings.size, reporter.advance, settings.overwrite
    )
    reporter.finish()
    outputs = {"scene": files.scene, "labels": files.labels, "truth": files.truth}
    return Result({kind: str(path) for kind, path in outputs.items()})
