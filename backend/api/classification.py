"""Training and mapping in one call: `classify`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .class_map import ClassMap, read_class_map
from .commands import run_command
from .scenes import SceneLike, opened
from .session import ProgressCallback, scratch_folder, session
from .trained_model import TrainedModel, load_model


@dataclass(frozen=True, eq=False)
class Classification:
    """What `classify` gives."""

    map: ClassMap
    #: Cross-validated `overall_accuracy`, `average_accuracy`, `kappa` and others; None where the
    #: training samples do not suffice to estimate it.
    metrics: dict[str, Any]
    model: TrainedModel
    #: Code, name, colour, recall and number of mapped pixels of each class.
    class_table: list[dict[str, Any]]
    #: The files that were asked for.
    outputs: dict[str, Path]


def classify(
    image: SceneLike,
    labels: str | os.PathLike[str],
    class_field: str | None = None,
    *,
    wavelengths: Sequence[float] | None = None,
    progress: ProgressCallback | None = None,
    **options: Any,
) -> Classification:
    """Train on the labels of a scene and map all of it.

    Parameters
    ----------
    image : path, array (height, width, bands) or xarray.DataArray
        The scene, or a product's folder or metadata file.
    labels : path
        Polygons, points or lines with a class field, or a raster of class codes.
    class_field : str, optional
        Field of the labels that holds the class; by default one with a usual name, or the only
        text field.
    wavelengths : sequence of float, optional
        In nanometres, of the bands of an array; files and DataArrays have their own.
    progress : callable, optional
        Called with the share that is done, 0 to 1, and what is being done.
    **options
        Those of `geodiffnet classify`, with underscores: `method`, `seed`, `device`, `timesteps`,
        …; `output`, `confidence`, `probabilities`, `applicability`, `report` and `model` name files
        to write besides.

    Raises
    ------
    UserError
        For what the caller can put right: its `code` is stable, its `hint` says what to do.
    """
    allow_external = bool(options.get("allow_external", False))
    with scratch_folder() as folder, opened(image, wavelengths) as source:
        given = {
            "output": folder / "map.tif",
            "confidence": folder / "confidence.tif",
            "model": folder / "model.safetensors",
            **({"cache": folder / "cache"} if source.folder else {}),
            **{name: value for name, value in options.items() if value is not None},
            "image": source.path,
            "labels": labels,
            "class_field": class_field,
        }
        with session(progress, allow_external) as reporter:
            result = run_command("classify", given, reporter)
        written = {kind: Path(path) for kind, path in result.outputs.items()}
        model = load_model(written["model"], given.get("device", "auto"))
        class_map = read_class_map(written["map"], written["confidence"], model.classes)
    metrics = dict(result.figures)
    class_table = metrics.pop("classes")
    kept = {kind: path for kind, path in written.items() if folder not in path.parents}
    return Classification(class_map, metrics, model, class_table, kept)
