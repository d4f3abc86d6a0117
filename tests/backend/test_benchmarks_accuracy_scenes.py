"""The data sets of the accuracy benchmark as they are split from files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine

from benchmarks.accuracy.scenes import PixelSubset, SplitDataset, load_dataset

pytestmark = pytest.mark.backend

SIDE = 24
CRS = "EPSG:32617"
#: Crowns of each species in each of two plots: fifteen in both are needed to be kept.
CROWNS = {"oak": 8, "elm": 7}


@pytest.fixture(scope="module")
def plots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two plots far from each other, and crowns of two by two pixels in both."""
    data = tmp_path_factory.mktemp("plots")
    folder = data / "idtrees_mlbs"
    (folder / "scenes").mkdir(parents=True)
    crowns, species = [], []
    for number in (1, 2):
        west, north = 5e5 + 1000 * number, 4e6
        with rasterio.open(
            folder / "scenes" / f"MLBS_{number}.tif", "w", driver="GTiff", width=SIDE, height=SIDE,
            count=4, dtype="uint16", crs=CRS, transform=Affine(1, 0, west, 0, -1, north),
        ) as dataset:  # fmt: skip
            rng = np.random.default_rng(number)
            dataset.write(rng.integers(100, 5000, (4, SIDE, SIDE)).astype(np.uint16))
        corners = [
            (row, column) for row in range(1, SIDE - 3, 4) for column in range(1, SIDE - 3, 4)
        ]
        names = [name for name, count in CROWNS.items() for _ in range(count)]
        for (row, column), name in zip(corners, names, strict=False):
            x, y = west + column, north - row
            crowns.append(shapely.box(x, y - 2, x + 2, y))
            species.append(name)
    pyogrio.raw.write(
        folder / "crowns.gpkg",
        geometry=np.array(shapely.to_wkb(crowns)),
        field_data=[np.array(species, object)],
        fields=["species"],
        geometry_type="Polygon",
        crs=CRS,
    )
    return data


def test_crowns_of_different_plots_are_different_groups(plots: Path) -> None:
    dataset = load_dataset("idtrees", plots)
    sides = dataset.training, dataset.scoring
    # sixteen oaks in two plots are enough, eight in one are not; fourteen elms are not either
    assert dataset.class_names == ("oak",)
    for side in sides:
        assert len(np.unique(side.group)) == CROWNS["oak"]
        assert np.bincount(np.unique(side.group, return_inverse=True)[1]).tolist() == [4] * 8
    assert not set(sides[0].group) & set(sides[1].group)
    assert len(np.unique(sides[0].scene)) == len(np.unique(sides[1].scene)) == 1


def made_up(has_polygons: bool, images: int = 1) -> SplitDataset:
    """Pixels of three classes in long polygons; the third class is in a corner."""
    rows, columns = (values.ravel() for values in np.indices((128, 128)))
    target = np.where((rows < 16) & (columns < 16), 2, columns // 64)
    side = PixelSubset(rows // 8 % images, rows, columns, target, rows * 4 + columns // 32)
    images_of = tuple(Path(f"{number}.tif") for number in range(images))
    return SplitDataset("made up", images_of, ("a", "b", "c"), side, side, has_polygons)


def places(side: PixelSubset) -> set[tuple[int, int]]:
    return set(zip(side.rows.tolist(), side.columns.tolist(), strict=True))


@pytest.mark.parametrize("has_polygons", [False, True])
def test_divisions_are_random_even_and_by_location(has_polygons: bool) -> None:
    dataset = made_up(has_polygons)
    found = [divided for _, divided in dataset.divisions(range(4))]
    again = [divided for _, divided in dataset.divisions([3, 0])]
    assert places(again[0].training) == places(found[3].training)
    assert places(again[1].training) == places(found[0].training)
    assert len({frozenset(places(divided.training)) for divided in found}) == 4
    for divided in found:
        trained, tested = divided.training, divided.scoring
        assert not places(trained) & places(tested)
        assert set(tested.target) <= set(trained.target)
        for index in (0, 1):
            share = (trained.target == index).mean()
            assert 0.25 < share < 0.75
        if has_polygons:
            assert not set(trained.group) & set(tested.group)
        else:
            first, second = (
                {(row // 16, column // 16) for row, column in places(one)}
                for one in (trained, tested)
            )
            assert not first & second


def test_divisions_of_several_images_divide_none_of_them() -> None:
    for _, divided in made_up(True, images=8).divisions(range(3)):
        assert not set(divided.training.scene) & set(divided.scoring.scene)
        assert len(set(divided.training.scene)) == 4
