"""Opens, samples and maps the first blocks of scenes of three sizes, each in its own process.

Prints the peak memory of each process. Fails when a peak is above the budget, or when the peaks
differ by more than a tenth, which means that more than blocks is kept in memory.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.memory import virtual

#: Sides of scenes with 1, 4 and 16 times the pixels.
SIDES = (5_000, 10_000, 20_000)
TOLERANCE = 0.10


def main() -> int:
    """Measure all sizes and print a table."""
    options = _options()
    if options.folder:
        return measure(options)
    print(
        f"GeoSpecNet, first {options.blocks} blocks, budget {options.budget_mb} MB",
        flush=True,
    )
    peaks = {}
    with tempfile.TemporaryDirectory(prefix="geodiffnet-memory-") as name:
        folder = Path(name)
        classes = virtual.write_small(folder / "small.tif")
        print(f"{'pixels':>16} {'uncompressed':>13} {'seconds':>8} {'peak':>8}")
        for side in options.sides:
            virtual.write_virtual(folder / "scene.vrt", folder / "small.tif", side)
            virtual.write_labels(folder / "labels.gpkg", classes, side)
            started = time.monotonic()
            command = [sys.executable, "-m", "benchmarks.memory", *sys.argv[1:]]
            done = subprocess.run(
                [*command, "--folder", name], check=True, stdout=subprocess.PIPE, text=True
            )
            peaks[side] = int(done.stdout.split()[-1])
            print(
                f"{f'{side:,} × {side:,}':>16} {side * side * virtual.BANDS * 2 / 1e9:10.1f} GB "
                f"{time.monotonic() - started:8.0f} {peaks[side]:5d} MB",
                flush=True,
            )
    spread = max(peaks.values()) / min(peaks.values()) - 1
    kept = max(peaks.values()) <= options.budget_mb
    print(f"largest peak {spread:.1%} above the smallest; budget {'kept' if kept else 'EXCEEDED'}")
    return 0 if kept and spread <= TOLERANCE else 1


def measure(options: argparse.Namespace) -> int:
    """Map a scene in this process, and print the peak memory in megabytes."""
    # imported here, so that the parent process stays small
    import numpy as np

    from backend.classifiers.ensemble import Ensemble
    from backend.classifiers.ensemble_settings import EnsembleSettings
    from backend.classifiers.training_data import Samples, Standardisation
    from backend.compute.memory import memory_budget
    from backend.core.reporter import Reporter
    from backend.files.pending_files import PendingFiles
    from backend.labels.training_spectra import collect_training_spectra
    from backend.labels.vector import read_training_pixels
    from backend.mapping.geotiff import MapWriter
    from backend.mapping.prediction import map_scene, output_blocks
    from backend.scene.raster import Scene
    from backend.scene.statistics import log_reflectance, sample_spectra

    reporter = Reporter(lambda event: None)
    folder = Path(options.folder)
    with (
        PendingFiles() as files,
        Scene(folder / "scene.vrt", memory=memory_budget(options.budget_mb)) as scene,
    ):
        training_pixels = read_training_pixels(folder / "labels.gpkg", "class", scene.grid)
        pixels = collect_training_spectra(scene, training_pixels, reporter)
        scale = Standardisation.of(log_reflectance(sample_spectra(scene)))
        method = Ensemble(EnsembleSettings("geospecnet", options.members))
        method.fit(
            Samples(
                spectra=scale.apply(log_reflectance(pixels.spectra)),
                features=np.zeros((len(pixels.training_pixels), 0), np.float32),
                target=pixels.training_pixels.target,
                group=pixels.training_pixels.group,
                position=np.column_stack(
                    [pixels.training_pixels.rows, pixels.training_pixels.columns]
                ),
                class_count=len(pixels.classes),
            ),
            reporter,
        )
        with MapWriter(files, scene.grid, pixels.classes, folder / "map.tif") as writer:
            map_scene(
                scene,
                output_blocks(scene)[: options.blocks],
                lambda block: np.zeros((0, block.height, block.width), np.float32),
                lambda spectra, features: method.predict_variants(
                    scale.apply(log_reflectance(spectra)), features, [0]
                )[0],
                writer,
                len(pixels.classes),
                reporter,
            )
            writer.finish()
        files.publish()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak // (2**20 if sys.platform == "darwin" else 1024))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.memory", description=__doc__)
    parser.add_argument("--budget-mb", type=int, default=1500)
    parser.add_argument("--blocks", type=int, default=200)
    parser.add_argument(
        "--members",
        type=int,
        default=1,
        help="networks in the ensemble; more of them take longer, not more memory",
    )
    parser.add_argument("--sides", type=int, nargs="+", default=list(SIDES))
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:  # the child process measures the scene in this folder
        options.sides = []
    return options


if __name__ == "__main__":
    sys.exit(main())
