"""A trained model, and the maps that it predicts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..classifiers.model import Model
from ..classifiers.model import load_model as read_model
from ..common.choices import AUTO
from ..files.output_files import file_output
from ..files.pending_files import PendingFiles
from ..labels.classes import MapClass
from .class_map import ClassMap, read_class_map
from .commands import run_command
from .scenes import SceneLike, opened
from .session import ProgressCallback, scratch_folder, session


class TrainedModel:
    """A model that `classify` has trained or `load_model` has read."""

    def __init__(self, model: Model, device: str = AUTO):
        self._model = model
        self._device = device

    def __repr__(self) -> str:
        names = ", ".join(entry.name for entry in self.classes)
        return f"TrainedModel(method={self.method!r}, classes=[{names}])"

    @property
    def method(self) -> str:
        """Identifier of the method."""
        return self._model.info.method

    @property
    def classes(self) -> tuple[MapClass, ...]:
        """Code, name and colour of each class."""
        return self._model.info.classes

    @property
    def wavelengths(self) -> tuple[float, ...]:
        """Wavelengths of its bands in nanometres; empty where the training scene knew none."""
        return self._model.info.wavelengths

    @property
    def validation(self) -> dict[str, Any]:
        """What cross-validation found when it was trained: accuracy and confusion matrix."""
        return dict(self._model.info.validation)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the model's file (.safetensors), for `load_model`, QGIS and the command line."""
        target = Path(path)
        with PendingFiles() as files:
            files.reserve(file_output(target))
            self._model.save(files.add(target))
            files.publish()

    def predict(
        self,
        scene: SceneLike,
        *,
        wavelengths: Sequence[float] | None = None,
        progress: ProgressCallback | None = None,
        **options: Any,
    ) -> ClassMap:
        """Classify a scene of the same sensor, or with the same range of wavelengths.

        Options are those of `geodiffnet apply`, with underscores: `output`, `confidence`,
        `probabilities` and `applicability` name rasters to write besides, for example.
        `wavelengths`, in nanometres, are those of an array's bands.
        """
        allow_external = bool(options.get("allow_external", False))
        with scratch_folder() as folder, opened(scene, wavelengths) as source:
            model = folder / "model.safetensors"
            self._model.save(model)
            given = {
                "output": folder / "map.tif",
                "confidence": folder / "confidence.tif",
                "device": self._device,
                **({"cache": folder / "cache"} if source.folder else {}),
                **{name: value for name, value in options.items() if value is not None},
                "image": source.path,
                "model": model,
            }
            with session(progress, allow_external) as reporter:
                result = run_command("apply", given, reporter)
            return read_class_map(
                Path(result.outputs["map"]), Path(result.outputs["confidence"]), self.classes
            )


def load_model(path: str | os.PathLike[str], device: str = AUTO) -> TrainedModel:
    """Read a model's file; what is damaged, foreign or too new raises `UserError`."""
    with session():
        return TrainedModel(read_model(Path(path), device), device)
