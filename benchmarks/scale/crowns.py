"""Tree crowns of half of some real plots, mapped with models trained on the other half.

Plots with an even number are used for training, those with an odd number are mapped by `batch`. A
crown counts as correct when most of its pixels have its species. The data are expected in
`../shared/data/idtrees_mlbs`.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyogrio
import rasterio

from backend.core.errors import UserError
from backend.labels.pixel_selection import PixelSelection
from backend.labels.vector import read_training_pixels
from backend.scene.grid import Grid

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "idtrees_mlbs"
METHODS = ("geodiffnet-f", "geodiffnet", "geospecnet", "rf", "svm")
MIN_CROWNS = 15


def main(options: argparse.Namespace) -> int:
    """Train, map and score each method; prints a table."""
    if not DATA.is_dir():
        print(f"skipped: there is no folder {DATA}")
        return 0
    with tempfile.TemporaryDirectory(prefix="geodiffnet-crowns-") as name:
        folder = Path(options.folder or name)
        folder.mkdir(parents=True, exist_ok=True)
        crowns = common_species(folder / "crowns.gpkg")
        print(
            "| method | correct crowns | average of species | correct pixels | chance | seconds |"
        )
        print("|---|---|---|---|---|---|", flush=True)
        for method in options.methods or METHODS:
            started = time.monotonic()
            crowns_found, pixels_found = score(method, crowns, folder)
            print(row(method, crowns_found, pixels_found, time.monotonic() - started), flush=True)
    return 0


def common_species(path: Path) -> Path:
    """The crowns of species with enough crowns."""
    meta, _, geometry, columns = pyogrio.raw.read(DATA / "crowns.gpkg")
    species = columns[list(meta["fields"]).index("species")]
    names, counts = np.unique(species.astype(str), return_counts=True)
    kept = np.isin(species.astype(str), names[counts >= MIN_CROWNS])
    pyogrio.raw.write(
        path,
        geometry=geometry[kept],
        field_data=[species[kept], np.flatnonzero(kept)],
        fields=["species", "crown"],
        crs=meta["crs"],
        geometry_type=meta["geometry_type"],
    )
    return path


def plots(parity: int) -> list[Path]:
    """The plots whose number has this parity."""
    numbered = {int(path.stem.rpartition("_")[2]): path for path in (DATA / "scenes").glob("*.tif")}
    return [numbered[number] for number in sorted(numbered) if number % 2 == parity]


def score(method: str, crowns: Path, folder: Path) -> tuple[np.ndarray, np.ndarray]:
    """True and mapped species of each crown, and of each pixel, of the test plots."""
    model, maps = folder / f"{method}.safetensors", folder / method
    taught = [part for path in plots(0) for part in ("--image", str(path))]
    backend(
        "train", *taught, "--labels", str(crowns), "--class-field", "species", "--method", method,
        "--model", str(model),
    )  # fmt: skip
    backend(
        "batch", "--model", str(model), "--images", *map(str, plots(1)),
        "--output-folder", str(maps),
    )  # fmt: skip
    with (maps / "summary.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found, pixels = [], []
    for entry in rows:
        truth, shown, crown = compare(Path(entry["map"]), crowns)
        pixels.append(np.column_stack([truth, shown]))
        for number in np.unique(crown):
            mine = crown == number
            found.append((truth[mine][0], np.bincount(shown[mine]).argmax()))
    return np.array(found), np.concatenate(pixels)


def compare(path: Path, crowns: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """True code, mapped code and crown number of each pixel of a crown."""
    with rasterio.open(path) as dataset:
        grid = Grid(dataset.width, dataset.height, dataset.transform, dataset.crs)
        codes = dataset.read(1)
    try:
        training_pixels = read_training_pixels(crowns, "species", grid, selection=PixelSelection())
    except UserError:  # a plot with rare species only
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, nothing
    # the same layer gives the same codes to the same names as it did in training
    truth = np.array([entry.code for entry in training_pixels.classes])[training_pixels.target]
    return (
        truth,
        codes[training_pixels.rows, training_pixels.columns].astype(np.int64),
        training_pixels.group,
    )


def row(method: str, crowns: np.ndarray, pixels: np.ndarray, seconds: float) -> str:
    """A row of the table."""
    right = crowns[:, 0] == crowns[:, 1]
    classes = np.unique(crowns[:, 0])
    average = np.mean([right[crowns[:, 0] == code].mean() for code in classes])
    chance = np.bincount(crowns[:, 0]).max() / len(
        crowns
    )  # accuracy of always mapping the most frequent species
    return (
        f"| {method} | {right.mean():.1%} of {len(crowns)} | {average:.1%} | "
        f"{(pixels[:, 0] == pixels[:, 1]).mean():.1%} | {chance:.1%} | {seconds:.0f} |"
    )


def backend(*arguments: str) -> None:
    """Run a shell command of the backend."""
    done = subprocess.run(
        [sys.executable, "-m", "backend", *arguments], check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stderr)
