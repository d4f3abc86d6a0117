"""`spectrallibrary`: writes spectra of polygons or of libraries as a library of a scene's bands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.band_options import BandOptions
from ..options.common_options import image_option
from ..options.compute_options import ComputeOptions
from ..options.declaration import group, option
from ..options.label_options import MultiSceneLabelOptions

SUMMARY = (
    "Write the spectra of training polygons, or of spectral libraries resampled to the bands of a "
    "scene, as a spectral library."
)

STAGES = (("start", 3), ("labels", 5), ("library", 1))


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of `spectrallibrary`."""

    image: str = image_option()
    labels: MultiSceneLabelOptions = group(MultiSceneLabelOptions)
    bands: BandOptions = group(BandOptions)
    compute: ComputeOptions = group(ComputeOptions)
    average: bool = option("Write the mean spectrum of each polygon, not of each pixel.", False)
    output: Path = option(
        "Library to write: ENVI (.sli, with its header) or a table (.csv).", metavar="FILE"
    )


def run(options: Options, reporter: Reporter) -> Result:
    """Collect the spectra and publish the library."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..labels.libraries.writing import library_files
    from ..pipeline.library_export import export_library
    from ..pipeline.outputs import pending_files, protect
    from ..pipeline.scene_access import open_scene

    labels = options.labels
    inputs = [options.image, labels.labels, *labels.more_labels, *labels.library]
    with (
        pending_files(*inputs) as files,
        open_scene(options.image, options.bands, options.compute) as scene,
    ):
        protect(files, scene.files)
        files.reserve(library_files(options.output))
        reporter.begin("labels", "reading training samples")
        metrics = export_library(
            scene, labels, options.average, options.output, files, options.compute, reporter
        )
        reporter.check()
        files.publish()
        reporter.finish()
    return Result({"library": str(options.output)}, metrics)
