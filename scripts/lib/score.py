"""Compares the demo's class maps with the true map and reports differences.

It reads the maps with GDAL in QGIS's Python, not with the backend: names, georeference and pixels
are checked as other programs read them.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

gdal.UseExceptions()
ogr.UseExceptions()


@dataclass(frozen=True)
class Score:
    """Agreement of a map with the truth."""

    overall: float
    average: float
    kappa: float


def class_names(dataset: gdal.Dataset) -> dict[int, str]:
    """The names of a map's codes, without that of no data; empty where GDAL finds none."""
    dataset.GetMetadata()  # makes GDAL 3.6 read the .aux.xml file beside a GeoTIFF
    band = dataset.GetRasterBand(1)
    names = band.GetCategoryNames() or []
    nodata = band.GetNoDataValue()
    return {code: name for code, name in enumerate(names) if name and code != nodata}


def numbered(dataset: gdal.Dataset, order: list[str]) -> np.ndarray:
    """The map with the index of each class in `order` as its code, and -1 for anything else."""
    pixels = dataset.GetRasterBand(1).ReadAsArray().astype(np.int64)
    result = np.full(pixels.shape, -1)
    for code, name in class_names(dataset).items():
        result[pixels == code] = order.index(name) if name in order else -1
    return result


def labelled(labels: Path, like: gdal.Dataset) -> np.ndarray:
    """The pixels that a training polygon touches."""
    mask = gdal.GetDriverByName("MEM").Create("", like.RasterXSize, like.RasterYSize, 1)
    mask.SetGeoTransform(like.GetGeoTransform())
    mask.SetSpatialRef(like.GetSpatialRef())
    source = ogr.Open(str(labels))
    gdal.RasterizeLayer(
        mask, [1], source.GetLayer(0), burn_values=[1], options=["ALL_TOUCHED=TRUE"]
    )
    return mask.GetRasterBand(1).ReadAsArray() == 1


def score(predicted: np.ndarray, truth: np.ndarray, classes: int) -> Score:
    """Compare pixel by pixel; a pixel without a class in the map is a wrong one."""
    confusion = np.zeros((classes, classes + 1))
    np.add.at(confusion, (truth, np.where(predicted < 0, classes, predicted)), 1)
    hits, total = np.diag(confusion), confusion.sum()
    overall = hits.sum() / total
    chance = (confusion.sum(axis=1) * confusion.sum(axis=0)[:classes]).sum() / total**2
    occurring = confusion.sum(axis=1) > 0
    recall = hits[occurring] / confusion.sum(axis=1)[occurring]
    return Score(overall, recall.mean(), (overall - chance) / (1 - chance))


def grid_differences(dataset: gdal.Dataset, scene: gdal.Dataset) -> list[str]:
    """In what a map's grid is not exactly the scene's."""
    differences = []
    if (dataset.RasterXSize, dataset.RasterYSize) != (scene.RasterXSize, scene.RasterYSize):
        differences.append("size")
    if dataset.GetGeoTransform() != scene.GetGeoTransform():
        differences.append("transform")
    theirs = dataset.GetSpatialRef()
    if theirs is None or not theirs.IsSame(scene.GetSpatialRef()):
        differences.append("coordinate system")
    return differences


def main() -> None:
    """Print the scores; the exit status is 0 only without differences."""
    parser = argparse.ArgumentParser(description="Score class maps against the true map.")
    for name in ("scene", "truth", "labels", "map", "control"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument(
        "--min-accuracy", type=float, required=True, help="required overall accuracy"
    )
    arguments = parser.parse_args()

    scene, truth_map = gdal.Open(str(arguments.scene)), gdal.Open(str(arguments.truth))
    order = list(class_names(truth_map).values())
    truth = numbered(truth_map, order)
    scored = (truth >= 0) & ~labelled(arguments.labels, truth_map)
    wrong: list[str] = []
    scores: dict[str, Score] = {}
    print(f"  {'':<32} {'overall':>8} {'average':>8} {'kappa':>6}")
    for title, file in (
        ("geodiffnet:classify", arguments.map),
        ("random forest on the spectra", arguments.control),
    ):
        dataset = gdal.Open(str(file))
        if differences := grid_differences(dataset, scene):
            wrong.append(f"{file.name} differs from the scene in its {', '.join(differences)}")
        names = sorted(class_names(dataset).values())
        if names != sorted(order):
            wrong.append(f"{file.name} has the classes {names}, the truth {sorted(order)}")
        if wrong:
            continue
        result = score(numbered(dataset, order)[scored], truth[scored], len(order))
        scores[title] = result
        print(f"  {title:<32} {result.overall:>8.1%} {result.average:>8.1%} {result.kappa:>6.3f}")
    if not wrong:
        ours, control = scores.values()
        print(f"  {int(scored.sum())} pixels scored; grid of both maps: exactly the scene's")
        if ours.overall < arguments.min_accuracy:
            wrong.append(f"overall accuracy is below {arguments.min_accuracy:.0%}")
        if ours.overall <= control.overall:
            wrong.append("overall accuracy is not above the random forest's")
    if wrong:
        sys.exit("\n".join(f"  Wrong: {line}." for line in wrong))


if __name__ == "__main__":
    main()
