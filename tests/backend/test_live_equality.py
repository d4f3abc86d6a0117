"""The refined live map of any view is what `classify` writes there, pixel by pixel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from backend_support import run
from live_support import make_sample, read_band, view_of_pixels
from session_support import SessionChild

from backend.common import protocol
from backend.sample_scene import write_sample
from benchmarks.live.polygons import draw_polygons
from benchmarks.live.scenes import DATA, SAMPLE_CLASSES, LabelledScene, load_scene

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="sessions are measured in /proc"),
]

#: Rows and columns in view as shares of the scene's, and pixels of the screen for each.
VIEWS = {
    "whole": ((0, 1), (0, 1), 1),
    "a third of the pixels": ((0, 1), (0, 1), 1 / 3),
    "a half of the pixels of a part": ((0.21, 0.98), (0.13, 0.71), 1 / 2),
    "much smaller than the screen": ((-3, 4), (-2, 5), 1 / 7),
    "nearer": ((0.3, 0.7), (0.35, 0.8), 2),
    "close": ((0.45, 0.52), (0.61, 0.66), 30),
    "beyond a corner": ((0.9, 1.4), (-0.5, 0.2), 1.3),
}
POLYGONS = 24


@pytest.fixture(
    scope="module",
    params=[
        "sample",
        pytest.param(
            "houston",
            marks=[
                pytest.mark.slow,
                pytest.mark.skipif(
                    not (DATA / "houston2018_crop").is_dir(),
                    reason=f"the real scenes are not there: {DATA}",
                ),
            ],
        ),
    ],
)
def scene(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "houston":
        return load_scene("houston", folder, DATA)
    write_sample(folder, seed=3, size=80)
    return LabelledScene("sample", folder, SAMPLE_CLASSES)


def test_every_view_is_a_part_of_what_classify_writes(
    scene: LabelledScene, cache: Path, tmp_path: Path
) -> None:
    polygons, _ = draw_polygons(scene, POLYGONS, 0, 64, seed=1)
    whole, labels = tmp_path / "whole.tif", tmp_path / "labels.gpkg"
    geometries = [shapely.from_wkt(outline) for _, outline in polygons]
    names = [name for name, _ in polygons]
    with rasterio.open(scene.truth) as raster:
        place, (height, width), crs = raster.transform, raster.shape, raster.crs.to_wkt()
    pyogrio.raw.write(
        labels,
        np.array([shapely.to_wkb(geometry) for geometry in geometries]),
        [np.array(names, dtype=object)],
        ["class"],
        geometry_type="Polygon",
        crs=crs,
        driver="GPKG",
    )
    image = scene.folder / "scene.tif"
    targets = {"output": whole, "confidence": tmp_path / "confidence.tif", "cache": cache}
    outcome = run("classify", image=image, labels=labels, class_field="class", **targets)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    expected = {
        "map": read_band(whole), "confidence": read_band(targets["confidence"]),
    }  # fmt: skip
    samples = [make_sample(*pair) for pair in zip(geometries, names, strict=True)]
    child = SessionChild(tmp_path)
    try:
        child.wait_ready()
        for number, (name, (rows, columns, per_pixel)) in enumerate(VIEWS.items()):
            view = view_of_pixels(
                place,
                (rows[0] * height, rows[1] * height),
                (columns[0] * width, columns[1] * width),
                per_pixel,
            )
            settings = {"image": image, "samples": samples, "view": view, "cache": cache}
            edit = child.request(
                "live_map", **settings, folder=tmp_path, number=number, method="geodiffnet-f"
            )
            child.result_of(edit)
            outputs = child.updates_of(edit)["refined"].outputs
            for kind, values in expected.items():
                with rasterio.open(outputs[kind]) as found:
                    chosen = pixels_shown(found, place, values.shape)
                    assert np.array_equal(found.read(1), values[chosen]), (name, kind)
    finally:
        child.kill()


def pixels_shown(found: Any, place: Affine, shape: tuple[int, ...]) -> tuple[np.ndarray, ...]:
    """The rows and columns of the pixels that a map of a view shows: the middles of its cells."""
    step = round(found.transform.a / place.a)
    left, top = (round(number) for number in ~place @ (found.transform.c, found.transform.f))
    rows, columns = (
        np.minimum(first + step * np.arange(count) + step // 2, length - 1)
        for first, count, length in zip((top, left), found.shape, shape, strict=True)
    )
    return np.ix_(rows, columns)
