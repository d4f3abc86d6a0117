"""The probe: a shrinkage discriminant on spectra and features, on training sides only.

The training side of every real scene is split spatially in halves; each half is used for training
and the other for testing, with the same draws of labelled pixels for every candidate. The
discriminant is closed-form, so a candidate takes seconds, and differences between features are
larger than with networks. The scoring sides of the accuracy benchmark are never used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backend.classifiers.discriminant import Discriminant
from backend.classifiers.training_data import Samples, Standardisation
from backend.core.reporter import Reporter
from backend.scene.band_matching import match_bands
from backend.scene.raster import Scene
from backend.scene.statistics import log_reflectance
from benchmarks.accuracy.scenes import PixelSubset, SplitDataset, load_dataset

#: Scenes and labelled pixels of each class; Samson is left out, since all methods are correct
#: there.
CELLS = {"houston": (5, 20), "idtrees": (10,), "potsdam": (5, 10, 20, 50)}
DRAWS = 5
SILENT = Reporter(lambda event: None)


@dataclass(frozen=True)
class ProbeScene:
    """A data set with what all candidates share: spectra, masks and splits."""

    dataset: SplitDataset
    budgets: tuple[int, ...]
    draws: int
    spectra: list[np.ndarray]  # (bands, height, width) of each image, standardised
    masks: list[np.ndarray]

    @classmethod
    def load(cls, name: str, budgets: Sequence[int], draws: int = DRAWS) -> ProbeScene:
        """Read the images of a data set; statistics are those of all pixels."""
        dataset = load_dataset(name)
        logs, masks = [], []
        with Scene(dataset.images[0]) as first:
            wavelengths, bands = first.wavelengths, first.band_count
        for image in dataset.images:
            with Scene(image) as scene:
                matched = match_bands(scene, () if wavelengths is None else wavelengths, bands)
                values, valid = matched.read(matched.grid.extent)
            logs.append(log_reflectance(values))
            masks.append(valid)
        return cls(dataset, tuple(budgets), draws, standardised(logs, masks), masks)

    def accuracies(self, features: Sequence[np.ndarray] | None) -> np.ndarray:
        """Overall accuracy (budgets, halves * draws) with spectra and a cube for each image."""
        joined = None if features is None else standardised(features, self.masks)
        found: list[list[float]] = [[] for _ in self.budgets]
        for half in self.dataset.inner():
            scored = self._samples(half.scoring, joined)
            for row, budget in zip(found, self.budgets, strict=True):
                for _, drawn in half.draws(budget, range(self.draws)):
                    discriminant = Discriminant("probe", joined is not None)
                    discriminant.fit(self._samples(drawn, joined), SILENT)
                    said = discriminant.predict_variants(scored.spectra, scored.features, (0,))
                    row.append(float((said[0].argmax(axis=1) == scored.target).mean()))
        return np.array(found)

    def _samples(self, side: PixelSubset, features: Sequence[np.ndarray] | None) -> Samples:
        spectra = pixels(self.spectra, side)
        chosen = spectra[:, :0] if features is None else pixels(features, side)
        position = np.column_stack([side.rows, side.columns])
        classes = len(self.dataset.class_names)
        return Samples(spectra, chosen, side.target, side.group, position, classes)


def load_scenes(names: Sequence[str] = tuple(CELLS), draws: int = DRAWS) -> list[ProbeScene]:
    """The scenes of the probe."""
    return [ProbeScene.load(name, CELLS[name], draws) for name in names]


def standardised(cubes: Sequence[np.ndarray], masks: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Standardise cubes (channels, height, width) over all valid pixels."""
    scale = Standardisation.of(
        np.concatenate([cube[:, mask].T for cube, mask in zip(cubes, masks, strict=True)])
    )
    mean, deviation = scale.mean[:, None, None], scale.deviation[:, None, None]
    return [((cube - mean) / deviation).astype(np.float32) for cube in cubes]


def pixels(cubes: Sequence[np.ndarray], side: PixelSubset) -> np.ndarray:
    """The values (pixels, channels) of the pixels of a side."""
    result = np.empty((len(side), len(cubes[0])), np.float32)
    for number in np.unique(side.scene):
        mine = side.scene == number
        result[mine] = cubes[number][:, side.rows[mine], side.columns[mine]].T
    return result
