"""Output files of commands: reserved before work begins, and kept apart from all input files."""

from __future__ import annotations

from pathlib import Path

from ..files.output_files import file_output, report_output
from ..files.pending_files import PendingFiles
from ..mapping.geotiff import OUTPUTS
from ..options.map_outputs import MapOutputs
from ..scene.input_files import InputFiles, all_input_files


def pending_files(*inputs: Path | str | None, replace_all: bool = False) -> PendingFiles:
    """Output files of a command that reads these inputs, none of whose files may be replaced."""
    found = all_input_files(inputs)
    input_paths = (name for name in inputs if name)
    return PendingFiles([*input_paths, *found.contents], found.companions, replace_all)


def protect(files: PendingFiles, found: InputFiles) -> None:
    """Keep the files of an opened input from being replaced."""
    files.protect(found.contents, found.companions)


def reserve(
    files: PendingFiles,
    rasters: MapOutputs | None = None,
    report: Path | None = None,
    model: Path | None = None,
) -> None:
    """Refuse outputs that cannot be written, or would replace other files, before any work."""
    if rasters is not None:
        for kind, target in raster_targets(rasters).items():
            files.reserve(OUTPUTS[kind](target))
    if report:
        files.reserve(report_output(report))
    if model:
        files.reserve(file_output(model))


def raster_targets(rasters: MapOutputs) -> dict[str, Path]:
    """The requested rasters by their kind."""
    targets = {
        "map": rasters.output,
        "confidence": rasters.confidence,
        "probabilities": rasters.probabilities,
        "applicability": rasters.applicability,
        "second_choice": rasters.second_choice,
        "margin": rasters.margin,
    }
    return {kind: target for kind, target in targets.items() if target}
