"""Synthetic scenes of any size and number of bands, and a model for them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

from backend.common import protocol
from backend.worker import run_job

#: About the number of EnMAP's bands without empty ones.
BANDS = 224
CLASSES = 6


def write_scene(path: Path, side: int, seed: int, bands: int = BANDS) -> Path:
    """Write a square scene of smooth patches with noise, stored as by space agencies."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, CLASSES, (side // 16 + 1, side // 16 + 1))
    truth = np.kron(coarse, np.ones((16, 16), int))[:side, :side]
    centres = np.linspace(420, 2450, bands)
    spectra = 0.15 + 0.1 * np.sin(centres / 150 + np.arange(CLASSES)[:, None] * 1.7)
    with rasterio.open(
        path, "w", driver="GTiff", width=side, height=side, count=bands, dtype="int16",
        nodata=-32768, crs="EPSG:32633", transform=Affine(30, 0, 390_000, 0, -30, 5_810_000),
        tiled=True, blockxsize=256, blockysize=256, compress="deflate", interleave="pixel",
    ) as dataset:  # fmt: skip
        light = 1 + 0.05 * rng.standard_normal((side, side))
        for band in range(bands):
            values = spectra[truth, band] * light + rng.normal(0, 0.003, (side, side))
            dataset.write(np.rint(values * 10_000).astype(np.int16), band + 1)
            dataset.update_tags(band + 1, wavelength=f"{centres[band]:.2f}")
    return path


def write_labels(path: Path, side: int, seed: int) -> Path:
    """Write a label raster of some patches of a scene."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, CLASSES, (side // 16 + 1, side // 16 + 1)) + 1
    codes = np.kron(coarse, np.pad(np.ones((4, 4), int), 6))[:side, :side].astype(np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=side, height=side, count=1, dtype="uint8",
        crs="EPSG:32633", transform=Affine(30, 0, 390_000, 0, -30, 5_810_000),
    ) as dataset:  # fmt: skip
        dataset.write(codes, 1)
    return path


def train(folder: Path, method: str = "geodiffnet-f") -> Path:
    """Train a model for such scenes."""
    model = folder / f"{method}.safetensors"
    if not model.is_file():
        settings = {
            "image": str(write_scene(folder / "training.tif", 128, 1)),
            "labels": str(write_labels(folder / "labels.tif", 128, 1)),
            "method": method,
            "model": str(model),
            "cache": str(folder / "cache"),
        }
        job("train", settings)
    return model


def job(name: str, settings: dict) -> protocol.Result:
    """Run a job in this process; returns its result."""
    import threading

    events: list[protocol.Event] = []
    line = protocol.encode_job(protocol.Job(name, settings))
    run_job(line, events.append, threading.Event())
    if not isinstance(events[-1], protocol.Result):
        raise SystemExit(str(events[-1]))
    return events[-1]
