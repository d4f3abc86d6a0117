"""What the tests of `batch` share: campaigns of tiny scenes, and the processes that map them."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import signal
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from backend_support import Outcome, run

from backend.common import protocol
from tests.fixtures.cubes import Cube, make_cube
from tests.fixtures.rasters import write_geotiff

#: The same sensor flown elsewhere: another zone, and no coordinates at all.
OTHER_GRID = ("EPSG:32632", Affine(20, 0, 600_000, 0, -20, 5_700_000))


def resize_cube(cube: Cube, rows: int, columns: int) -> Cube:
    """The cube in another size, its stripes repeated."""
    down, right = -(-rows // cube.truth.shape[0]), -(-columns // cube.truth.shape[1])
    return replace(
        cube,
        reflectance=np.tile(cube.reflectance, (1, down, right))[:, :rows, :columns],
        truth=np.tile(cube.truth, (down, right))[:rows, :columns],
    )


def write_scenes(folder: Path, count: int, rows: int = 30, columns: int = 42) -> list[Path]:
    """Scenes with the same classes under another light and noise each."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        write_geotiff(
            folder / f"scene{number:03d}.tif", resize_cube(make_cube(number), rows, columns)
        )
        for number in range(count)
    ]


def train(stripes: Any, model: Path, **settings: Any) -> Path:
    """A model that tells the stripes apart."""
    options = stripes.job_settings(Path("unused"), **settings)
    options.pop("output")
    outcome = run("train", model=model, **options)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    return model


def batch(model: Path, images: Iterable[Path | str], folder: Path, **settings: Any) -> Outcome:
    """A whole batch in this process, its workers in others."""
    return run("batch", model=model, images=list(images), output_folder=folder, **settings)


def scene_results(outcome: Outcome) -> dict[str, dict[str, Any]]:
    """What the result says of each scene."""
    return {entry["name"]: entry for entry in outcome.result.figures["scenes"]}


def statuses(outcome: Outcome) -> dict[str, str]:
    """What became of each scene."""
    return {name: entry["status"] for name, entry in scene_results(outcome).items()}


def rows(folder: Path) -> dict[str, dict[str, str]]:
    """The summary's table by the names of the scenes."""
    with (folder / "summary.csv").open(encoding="utf-8", newline="") as file:
        return {row["scene"]: row for row in csv.DictReader(file)}


def completion_times(folder: Path) -> dict[str, int]:
    """When each map that is complete was made."""
    return {
        path.name: path.with_suffix("").stat().st_mtime_ns for path in folder.glob("*_map.tif.json")
    }


def assert_no_leftovers(folder: Path) -> None:
    """Nothing that was only meant for the time of the work is left."""
    left = [path.name for path in folder.rglob(".*")]
    assert not left, f"left behind: {left}"


def write_crashing_vrt(path: Path, scene: Path, code: str) -> Path:
    """A virtual raster of `scene`; whoever reads its pixels runs `code`."""
    with rasterio.open(scene) as dataset:
        bands = [
            f'<VRTRasterBand dataType="Int16" band="{number}" subClass="VRTDerivedRasterBand">'
            f'<Metadata><MDI key="wavelength">{dataset.tags(number)["wavelength"]}</MDI></Metadata>'
            f"<NoDataValue>{dataset.nodata}</NoDataValue>"
            "<PixelFunctionType>f</PixelFunctionType>"
            "<PixelFunctionLanguage>Python</PixelFunctionLanguage>"
            "<PixelFunctionCode><![CDATA[\n"
            "def f(inputs, output, *arguments, **options):\n"
            f"    {code}\n"
            "    output[:] = inputs[0]\n"
            "]]></PixelFunctionCode>"
            f"<SimpleSource><SourceFilename>{scene}</SourceFilename>"
            f"<SourceBand>{number}</SourceBand></SimpleSource></VRTRasterBand>"
            for number in dataset.indexes
        ]
        text = (
            f'<VRTDataset rasterXSize="{dataset.width}" rasterYSize="{dataset.height}">'
            f"<SRS>{dataset.crs.to_string()}</SRS><GeoTransform>"
            f"{', '.join(map(str, dataset.transform.to_gdal()))}</GeoTransform>"
            f"{''.join(bands)}</VRTDataset>"
        )
    path.write_text(text)
    return path


def workers_of(processes: Iterable[int]) -> list[int]:
    """Those of some processes that are Dask's workers: spawned, and no resource tracker."""
    found = []
    for number in processes:
        try:
            line = Path(f"/proc/{number}/cmdline").read_bytes()
        except OSError:
            continue
        if b"spawn_main" in line:
            found.append(number)
    return found


def kill(process: int) -> None:
    """End a process as a lack of memory does."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def summary_numbers(folder: Path) -> dict[str, Any]:
    """The numbers beside the summary."""
    return json.loads((folder / "summary.json").read_text(encoding="utf-8"))
