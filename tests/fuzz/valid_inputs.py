"""The good files that cases are made of, written once; every one of them works as it is."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import pyogrio
import rasterio
import rasterio.shutil
import shapely
import torch

from backend.classifiers.ensemble_settings import EnsembleSettings
from backend.common.protocol import Job, Result, encode_job
from backend.worker import run_job
from tests.fixtures import (
    diffusion,
    hdf5_products,
    products,
    rasters,
    spectral_libraries,
    stac_products,
    tool_labels,
)
from tests.fixtures.cubes import CLASSES, Cube, label_boxes, make_cube, write_labels

TREES = 8
METHODS = ("lda", "rf", "svm", "geospecnet", "geodiffnet-f")


def write_all(folder: Path) -> None:
    """Write all good files."""
    cube = make_cube()
    scene = rasters.write_geotiff(folder / "scene.tif", cube)
    rasters.write_geotiff(folder / "plain.tif", cube, compress=None, tiled=False)
    rasters.write_geotiff(folder / "big.tif", cube, BIGTIFF="YES", compress="lzw")
    rasters.write_envi(folder / "envi.bsq", cube)
    rasters.write_netcdf(folder / "cube.nc", cube)
    rasters.write_hdf5(folder / "cube.h5", cube)
    (folder / "virtual").mkdir()
    rasters.write_vrt(folder / "virtual" / "virtual.vrt", cube)
    for name, write in (
        ("enmap", products.write_enmap),
        ("desis", products.write_desis),
        ("prisma", products.write_prisma),
        ("emit", products.write_emit),
        ("prisma_l2c", hdf5_products.write_prisma_l2c),
        ("tanager_basic", partial(hdf5_products.write_tanager, ortho=False, cloudy=True)),
        ("tanager_ortho", partial(hdf5_products.write_tanager, ortho=True, cloudy=True)),
        ("neon", hdf5_products.write_neon),
        ("aviris_ortho", partial(hdf5_products.write_aviris, geometry="ortho")),
        ("aviris_table", partial(hdf5_products.write_aviris, geometry="table")),
        ("aviris_arrays", partial(hdf5_products.write_aviris, geometry="arrays")),
        ("wyvern", stac_products.write_wyvern),
        ("hyperfield", stac_products.write_hyperfield),
    ):
        write(folder / name, cube)
    _write_readable(folder, cube)
    write_labels(folder / "labels.gpkg", cube)
    write_labels(folder / "labels.geojson", cube)
    _write_shapefile(folder / "shape" / "labels.shp", cube)
    _write_codes(folder / "codes.tif", cube)
    for method in METHODS:
        _train(folder, scene, method)
    diffusion.write_ddpm(folder / "ddpm")
    diffusion.write_latent(folder / "latent")
    torch.save({"time_embed.0.weight": torch.zeros(4, 4)}, folder / "checkpoint.pt")
    old = folder / "legacy.pt"
    torch.save({"a": torch.zeros(4, 4)}, old, _use_new_zipfile_serialization=False)


def model_of(good: Path, method: str) -> Path:
    """The model that one of the methods has learnt."""
    return good / f"{method}.safetensors"


def ask(job: str, **settings: Any) -> Result:
    """Run a job that must work."""
    import threading

    events: list[Any] = []
    plain = json.loads(json.dumps(settings, default=str))
    run_job(encode_job(Job(job, plain)), events.append, threading.Event())
    if not isinstance(events[-1], Result):
        raise RuntimeError(f"the good files do not work: {events[-1]}")
    return events[-1]


def _train(folder: Path, scene: Path, method: str) -> None:
    few = partial(EnsembleSettings, members=2, steps=8, width=8)
    with (
        mock.patch("backend.classifiers.classic.TREES", TREES),
        mock.patch("backend.pipeline.training_data.EnsembleSettings", few),
    ):
        ask(
            "train",
            image=scene,
            labels=folder / "labels.gpkg",
            class_field="class",
            method=method,
            model=model_of(folder, method),
            cache=folder / "cache",
            device="cpu",
            scales="1",
            components=4,
            composites="rgb",
        )


def _write_readable(folder: Path, cube: Cube) -> None:
    """Training samples of other tools, and spectral libraries, each in a folder of its own."""
    for name, write_samples in tool_labels.WRITERS.items():
        (folder / name).mkdir()
        write_samples(folder / name, cube, *label_boxes(cube))
    rng = np.random.default_rng(0)
    classes = [*CLASSES, *CLASSES]
    spectra = np.clip(rng.random((6, 1)) * 0.3 + rng.random((6, 2151)) * 0.1, 0.01, 1)
    for name, write_library in spectral_libraries.WRITERS.items():
        (folder / "libraries" / name).mkdir(parents=True)
        write_library(folder / "libraries" / name, spectra, classes)


def _write_shapefile(path: Path, cube: Cube) -> None:
    path.parent.mkdir()
    boxes, names = label_boxes(cube)
    shapes = shapely.transform(
        np.array(boxes), lambda points: np.array([cube.place @ tuple(p) for p in points])
    )
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(shapes),
        field_data=[np.array(names)],
        fields=["class"],
        geometry_type="Polygon",
        crs=cube.crs,
        driver="ESRI Shapefile",
    )


def _write_codes(path: Path, cube: Cube) -> None:
    """A class map with names and colours, in a file beside it too."""
    profile = cube.profile | {"driver": "GTiff", "count": 1, "dtype": "uint8", "nodata": 0}
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(cube.truth, 1)
        raster.write_colormap(1, {1: (200, 120, 40), 2: (10, 90, 30), 3: (30, 60, 200)})
    names = "".join(f"<Category>{name}</Category>" for name in ("", *CLASSES))
    Path(f"{path}.aux.xml").write_text(
        "<PAMDataset><PAMRasterBand band='1'><CategoryNames>"
        f"{names}</CategoryNames></PAMRasterBand></PAMDataset>"
    )


def copy(good: Path, name: str, folder: Path) -> Path:
    """A copy of a good file or folder to damage."""
    source, target = good / name, folder / Path(name).name
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)
    return target
