"""The real scenes of the accuracy benchmark, each split into a training and a scoring side.

Training and scoring pixels are disjoint in space: different tiles (Potsdam), different squares
of a checkerboard (Houston, Samson), different plots (IDTReeS). What is tuned is tuned on the
training side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import rasterio

from backend.labels.vector import read_examples
from backend.scene.raster import Scene

SQUARE = 16
FEWEST_PIXELS = 20
BUDGETS = (2, 5, 10, 20, 50, None)
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@dataclass(frozen=True)
class Side:
    """Labelled pixels of one side of the split; `scene` numbers the image they are in."""

    scene: np.ndarray
    rows: np.ndarray
    columns: np.ndarray
    target: np.ndarray
    group: np.ndarray

    def __len__(self) -> int:
        return len(self.target)

    def take(self, chosen: np.ndarray) -> Side:
        """The chosen pixels."""
        return Side(
            self.scene[chosen], self.rows[chosen], self.columns[chosen], self.target[chosen],
            self.group[chosen],
        )  # fmt: skip


@dataclass(frozen=True)
class Contest:
    """A data set with its two sides."""

    name: str
    images: tuple[Path, ...]
    class_names: tuple[str, ...]
    training: Side
    scoring: Side

    def draws(self, budget: int | None, seeds: range = range(5)) -> Iterator[tuple[int, Side]]:
        """Seeded choices of that many pixels a class, by seed."""
        for seed in seeds:
            rng = np.random.default_rng(seed)
            chosen = [
                rng.permutation(np.flatnonzero(self.training.target == index))[:budget]
                for index in range(len(self.class_names))
            ]
            yield seed, self.training.take(np.concatenate(chosen))

    def inner(self) -> Iterator[Contest]:
        """The training side cut in two by place, each half scored in turn: for what is tuned."""
        side, square = self.training, SQUARE
        half = side.scene // 2 % 2
        if len(self.images) == 1:
            # squares of a checkerboard are split by rows, and shapes stay whole
            half = side.rows // square % 2
            for shape in np.unique(side.group):
                mine = side.group == shape
                half[mine] = np.round(half[mine].mean())
        for number in (0, 1):
            training = side.take(np.flatnonzero(half == number))
            scoring = side.take(np.flatnonzero(half != number))
            known = np.isin(scoring.target, training.target)
            yield replace(self, training=training, scoring=scoring.take(np.flatnonzero(known)))


def load_contest(name: str, data: Path = DATA) -> Contest:
    """The contest of that name."""
    return {
        "potsdam": _potsdam, "houston": _houston, "samson": _samson, "idtrees": _idtrees,
    }[name](data)  # fmt: skip


def _potsdam(data: Path) -> Contest:
    folder = data / "enmap_potsdam"
    image = folder / "scene.tif"
    with Scene(image) as scene:
        _, valid = scene.read(scene.grid.extent)
        sides = []
        for file in ("train.gpkg", "validation.gpkg"):
            examples = read_examples(folder / file, "class", scene.grid)
            kept = examples.keep(valid[examples.rows, examples.columns])
            sides.append(
                Side(np.zeros(len(kept), int), kept.rows, kept.columns, kept.target, kept.group)
            )
    return Contest("potsdam", (image,), tuple(c.name for c in kept.classes), *sides)


def _houston(data: Path) -> Contest:
    return _checkerboard("houston", data / "houston2018_crop")


def _samson(data: Path) -> Contest:
    return _checkerboard("samson", data / "samson")


def _checkerboard(name: str, folder: Path) -> Contest:
    with rasterio.open(folder / "reference.tif") as dataset:
        reference = dataset.read(1)
    rows, columns = np.nonzero(reference)
    value = reference[rows, columns]
    squares = rows // SQUARE, columns // SQUARE
    black = (squares[0] + squares[1]) % 2 == 0
    kept = [
        v
        for v in np.unique(value)
        if min((value[black] == v).sum(), (value[~black] == v).sum()) >= FEWEST_PIXELS
    ]
    group = squares[0] * 10_000 + squares[1]
    sides = []
    for side in (black, ~black):
        chosen = np.flatnonzero(side & np.isin(value, kept))
        target = np.searchsorted(kept, value[chosen])
        sides.append(
            Side(np.zeros(len(chosen), int), rows[chosen], columns[chosen], target, group[chosen])
        )
    return Contest(name, (folder / "scene.tif",), tuple(map(str, kept)), *sides)


def _idtrees(data: Path) -> Contest:
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
                examples = read_examples(folder / "crowns.gpkg", "species", scene.grid)
            except Exception as error:  # a plot without crowns
                if getattr(error, "code", "") != "labels.no_overlap":
                    raise
                continue
            _, valid = scene.read(scene.grid.extent)
        examples = examples.keep(valid[examples.rows, examples.columns])
        names = {entry.value: index for index, entry in enumerate(examples.classes)}
        found.append(
            (
                np.full(len(examples), number), examples.rows, examples.columns, examples.target,
                examples.group + groups,
            )
        )  # fmt: skip
        groups += int(examples.group.max(initial=-1)) + 1
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
            Side(
                scene[chosen], rows[chosen], columns[chosen],
                np.searchsorted(kept, target[chosen]), group[chosen],
            )
        )  # fmt: skip
    return Contest("idtrees", tuple(images), tuple(every[index] for index in kept), *sides)
