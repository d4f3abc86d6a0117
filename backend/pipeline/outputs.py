"""The outputs of jobs with all files of each, kept apart from the files of all inputs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..files.output_files import OutputFiles, file_output, report_output
from ..files.pending_files import PendingFiles
from ..mapping.geotiff import OUTPUTS
from ..scene.input_files import InputFiles, all_input_files

#: The files of an output by the name of its setting.
OUTPUT_FILES_BY_SETTING: dict[str, Callable[[Path], OutputFiles]] = {
    "output": OUTPUTS["map"],
    "confidence": OUTPUTS["confidence"],
    "probabilities": OUTPUTS["probabilities"],
    "applicability": OUTPUTS["applicability"],
    "report": report_output,
    "model": file_output,
}


def pending_files(*inputs: Path | str | None, replace_all: bool = False) -> PendingFiles:
    """Outputs of a job that reads these inputs, none of whose files may be replaced."""
    found = all_input_files(inputs)
    input_paths = (name for name in inputs if name)
    return PendingFiles([*input_paths, *found.contents], found.companions, replace_all)


def protect(files: PendingFiles, found: InputFiles) -> None:
    """Keep the files of an input that is open now from being replaced."""
    files.protect(found.contents, found.companions)


def reserve(files: PendingFiles, settings: Any, *names: str) -> None:
    """Refuse targets that cannot be written, or cost other files, before any work is done."""
    for name in names:
        target = getattr(settings, name)
        if target:
            files.reserve(OUTPUT_FILES_BY_SETTING[name](target))
