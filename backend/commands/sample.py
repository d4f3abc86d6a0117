"""`sample`: writes a generated sample scene with training samples and the true class map."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..files.cache_folders import make_output_folder
from ..options.common_options import seed_option
from ..options.declaration import option

SUMMARY = "Write a generated sample scene: scene.tif, train.gpkg and truth.tif."
STAGES = (("start", 1), ("sample", 9))
MIN_SIZE, MAX_SIZE = 64, 4096


@dataclass(frozen=True)
class Options:
    """Options of `sample`."""

    folder: Path = option("Folder to write to; created where it is missing.", metavar="DIR")
    seed: int = seed_option("another seed gives another scene")
    overwrite: bool = option("Replace existing files of the same names.", False)
    size: int = option("Width and height in pixels.", 256, minimum=MIN_SIZE, maximum=MAX_SIZE)


def run(options: Options, reporter: Reporter) -> Result:
    """Generate the scene and write its files."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..sample_scene import write_sample

    reporter.begin("sample", "generating the sample scene")
    make_output_folder(options.folder)
    files = write_sample(
        options.folder, options.seed, options.size, reporter.advance, options.overwrite
    )
    reporter.finish()
    outputs = {"scene": files.scene, "labels": files.labels, "truth": files.truth}
    return Result({kind: str(path) for kind, path in outputs.items()})
