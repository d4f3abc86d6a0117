"""Writes the generated sample scene with sparse labels and the full truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..protocol import Result
from ..reporter import Reporter
from .settings import setting

SUMMARY = "Write a generated sample scene: scene.tif, train.gpkg and truth.tif."


@dataclass(frozen=True)
class Settings:
    """Where to, and which scene."""

    folder: Path = setting("Folder to write to; made where it is missing.", metavar="DIR")
    seed: int = setting("Another seed, another scene.", 0)
    size: int = setting("Pixels along each side.", 256)


def run(settings: Settings, reporter: Reporter) -> Result:
    """Write it."""
    from ..scene.sample import write_sample

    reporter.plan([("sample", 1)])
    reporter.begin("sample", "generating the sample scene")
    settings.folder.mkdir(parents=True, exist_ok=True)
    files = write_sample(settings.folder, settings.seed, settings.size, reporter.advance)
    reporter.finish()
    outputs = {"scene": files.scene, "labels": files.labels, "truth": files.truth}
    return Result({kind: str(path) for kind, path in outputs.items()})
