"""The real scenes of the accuracy benchmark, each split into a training and a scoring side.

Training and scoring pixels are disjoint in space: different tiles (Potsdam), different squares
of a checkerboard (Houston, Samson), different plots (IDTReeS). Settings are tuned on the training
side only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import rasterio

from backend.labels.vector import read_training_pixels
from backend.scene.raster import Scene

SQUARE = 16
MIN_PIXELS = 20
#: Random divisions of a training side, of which the most even one is taken.
ATTEMPTS = 60
BUDGETS = (2, 5, 10, 20, 50, None)
#: Further budgets of the controls alone, for the label efficiency.
CONTROL_BUDGETS = (100, 200)
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@dataclass(frozen=True)
class PixelSubset:
    """Labelled pixels of one side of the split; `scene` numbers the image they are in."""

    scene: np.ndarray
    rows: np.ndarray
    columns: np.ndarray
    target: np.ndarray
    group: np.ndarray

    def __len__(self) -> int:
        return len(self.target)

    def take(self, chosen: np.ndarray, group: np.ndarray | None = None) -> PixelSubset:
        """The chosen pixels, in their groups or in others."""
        return PixelSubset(
            self.scene[chosen], self.rows[chosen], self.columns[chosen], self.target[chosen],
            self.group[chosen] if group is None else group,
        )  # fmt: skip


@dataclass(frozen=True)
class SplitDataset:
    """A data set with its two sides."""

    name: str
    images: tuple[Path, ...]
    class_names: tuple[str, ...]
    training: PixelSubset
    scoring: PixelSubset
    #: Whether the groups of pixels are polygons that were drawn, and not squares of a checkerboard.
    has_polygons: bool = True

    def draws(
        self, budget: int | None, seeds: Iterable[int] = range(5)
    ) -> Iterator[tuple[int, PixelSubset]]:
        """Random subsets with a number of pixels of each class, by seed."""
        for seed in seeds:
            rng = np.random.default_rng(seed)
            chosen = [
                rng.permutation(np.flatnonzero(self.training.target == index))[:budget]
                for index in range(len(self.class_names))
            ]
            yield seed, self.training.take(np.concatenate(chosen))

    def divisions(self, seeds: Iterable[int]) -> Iterator[tuple[int, SplitDataset]]:
        """The training side divided at random in two by location, one of which is tested; by seed.

        Which locations are tested matters more than which pixels are drawn in the others, so two
        halves are only two tests, however many draws there are. Of `ATTEMPTS` divisions, the one is
        taken that divides the classes most evenly.
        """
        locations = self._locations()
        own = np.unique(locations)
        count = np.bincount(self.training.target, minlength=len(self.class_names))
        for seed in seeds:
            rng = np.random.default_rng(seed)
            halves = [
                np.isin(locations, rng.permutation(own)[: len(own) // 2]) for _ in range(ATTEMPTS)
            ]
            shares = [
                np.bincount(self.training.target[half], minlength=len(count)) / np.maximum(count, 1)
                for half in halves
            ]
            evenness = [np.minimum(np.minimum(share, 1 - share), 0.3).sum() for share in shares]
            yield seed, self._divided(halves[int(np.argmax(evenness))])

    def _locations(self) -> np.ndarray:
        """The location of each pixel of the training side: an image, or a square of one."""
        side = self.training
        if len(self.images) > 1:
            return side.scene
        rows, columns = side.rows.astype(float), side.columns.astype(float)
        if self.has_polygons:  # which are not divided
            group = np.unique(side.group, return_inverse=True)[1]
            size = np.bincount(group)
            rows, columns = ((np.bincount(group, at) / size)[group] for at in (rows, columns))
        square = 2 * SQUARE if self.has_polygons else SQUARE
        return np.asarray(rows // square * 100_000 + columns // square)

    def _divided(self, trained: np.ndarray) -> SplitDataset:
        """Some pixels of the training side against its others of the same classes."""
        training = self.training.take(np.flatnonzero(trained))
        scoring = self.training.take(np.flatnonzero(~trained))
        known = np.isin(scoring.target, training.target)
        return replace(self, training=training, scoring=scoring.take(np.flatnonzero(known)))

    def inner(self) -> Iterator[SplitDataset]:
        """The training side split spatially in halves, each of which is tested in turn."""
        side, square = self.training, SQUARE
        half = side.scene // 2 % 2
        if len(self.images) == 1:
            # squares of a checkerboard are split by rows, and polygons are not split
            half = side.rows // square % 2
            for shape in np.unique(side.group):
                mine = side.group == shape
                half[mine] = np.round(half[mine].mean())
        for number in (0, 1):
            yield self._divided(half == number)


def load_dataset(name: str, data: Path = DATA) -> SplitDataset:
    """The data set with a name."""
    return {
        "potsdam": _potsdam, "houston": _houston, "samson": _samson, "idtrees": _idtrees,
    }[name](data)  # fmt: skip


def _potsdam(data: Path) -> SplitDataset:
    folder = data / "enmap_potsdam"
    image = folder / "scene.tif"
    with Scene(image) as scene:
        _, valid = scene.read(scene.grid.extent)
        sides = []
        for file in ("train.gpkg", "validation.gpkg"):
            training_pixels = read_training_pixels(folder / file, "class", scene.grid)
            kept = training_pixels.subset(valid[training_pixels.rows, training_pixels.columns])
            sides.append(
                PixelSubset(
                    np.zeros(len(kept), int), kept.rows, kept.columns, kept.target, kept.group
                )
            )
    return SplitDataset("potsdam", (image,), tuple(c.name for c in kept.classes), *sides)


def _houston(data: Path) -> SplitDataset:
    return _checkerboard("houston", data / "houston2018_crop")


def _samson(data: Path) -> SplitDataset:
    return _checkerboard("samson", data / "samson")


def _checkerboard(name: str, folder: Path) -> SplitDataset:
    with rasterio.open(folder / "reference.tif") as dataset:
        reference = dataset.read(1)
    rows, columns = np.nonzero(reference)
    value = reference[rows, columns]
    squares = rows // SQUARE, columns // SQUARE
    black = (squares[0] + squares[1]) % 2 == 0
    kept = [
        v
        for v in np.unique(value)
        if min((value[black] == v).sum(), (value[~black] == v).sum()) >= MIN_PIXELS
    ]
    group = squares[0] * 10_000 + squares[1]
    sides = []
    for side in (black, ~black):
        chosen = np.flatnonzero(side & np.isin(value, kept))
        target = np.searchsorted(kept, value[chosen])
        sides.append(
            PixelSubset(
                np.zeros(len(chosen), int), rows[chosen], columns[chosen], target, group[chosen]
            )
        )
    names = tuple(map(str, kept))
    return SplitDataset(name, (folder / "scene.tif",), names, sides[0], sides[1], False)


def _idtrees(data: Path) -> SplitDataset:
    folder = data / "idtrees_mlbs"
    images = sorted(
        (folder / "scenes").glob("*.tif"), key=lambda path: int(path.stem.split("_")[1])
    )
    found: list[tuple[np.ndarray, ...]] = []
    names: dict[str, int] = {}
    groups = 0  # crowns are numbered anew in every plot
    for number, image in enumerate(images):
        with Scene(image) as scene:
            try:
                training_pixels = read_training_pixels(
                    folder / "crowns.gpkg", "species", scene.grid
                )
            except Exception as error:  # a plot without crowns
                if getattr(error, "code", "") != "labels.no_overlap":
                    raise
                continue
            _, valid = scene.read(scene.grid.extent)
        training_pixels = training_pixels.subset(
            valid[training_pixels.rows, training_pixels.columns]
        )
        names = {entry.value: index for index, entry in enumerate(training_pixels.classes)}
        found.append(
            (
                np.full(len(training_pixels), number), training_pixels.rows,
                training_pixels.columns, training_pixels.target,
                training_pixels.group + groups,
            )
        )  # fmt: skip
        groups += int(training_pixels.group.max(initial=-1)) + 1
    scene, rows, columns, target, group = (
        np.concatenate(part) for part in zip(*found, strict=True)
    )
    crowns = [len(np.unique(group[target == index])) for index in range(len(names))]
    kept = [index for index, count in enumerate(crowns) if count >= 15]
    odd = np.array([int(image.stem.split("_")[1]) % 2 == 1 for image in images])
    every = list(names)
    sides = []
    for parity in (True, False):
        chosen = np.flatnonzero((odd[scene] == parity) & np.isin(target, kept))
        sides.append(
            PixelSubset(
                scene[chosen], rows[chosen], columns[chosen],
                np.searchsorted(kept, target[chosen]), group[chosen],
            )
        )  # fmt: skip
    return SplitDataset("idtrees", tuple(images), tuple(every[index] for index in kept), *sides)
