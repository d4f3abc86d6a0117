"""`suggest`: from a trained model to a layer of pixels to label next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine

from backend.commands import suggest as job
from backend.commands import train
from backend.common.choices import SUGGESTION_REASONS
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.options.declaration import parse_options

pytestmark = pytest.mark.backend

TRANSFORM = Affine(5, 0, 300_000, 0, -5, 5_000_000)
SIDE, BANDS = 48, 8


def run(module: Any, **settings: Any) -> Any:
    """Run a command without showing its events."""
    given = {key: str(v) if isinstance(v, Path) else v for key, v in settings.items()}
    return module.run(parse_options(module.Options, given), Reporter(lambda event: None))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A scene of three land covers, one of them unlabelled, and a model of the others."""
    folder = tmp_path_factory.mktemp("suggest")
    rng = np.random.default_rng(0)
    kinds = np.zeros((SIDE, SIDE), int)
    kinds[:, 16:32], kinds[:, 32:] = 1, 2
    curves = np.array(
        [[1, 2, 3, 4, 4, 3, 2, 1], [4, 3, 2, 1, 1, 2, 3, 4], [2, 3, 2, 3, 2, 3, 2, 3]]
    )
    cube = 800 * curves[kinds].transpose(2, 0, 1) + rng.normal(0, 120, (BANDS, SIDE, SIDE))
    image = folder / "scene.tif"
    profile = {"driver": "GTiff", "count": BANDS, "dtype": "int16", "width": SIDE, "height": SIDE}
    with rasterio.open(image, "w", crs="EPSG:32633", transform=TRANSFORM, **profile) as dataset:
        dataset.write(cube.round().astype(np.int16))
        for band in range(1, BANDS + 1):
            dataset.update_tags(band, wavelength=str(400 + 60 * band))
    shapes, values = [], []
    for row in (4, 20, 36):
        for column, name in ((3, "field"), (20, "water")):
            left, top = TRANSFORM @ (column, row)
            shapes.append(shapely.box(left, top - 25, left + 25, top))
            values.append(name)
    labels = folder / "labels.gpkg"
    pyogrio.raw.write(
        labels,
        shapely.to_wkb(np.array(shapes)),
        [np.array(values, object)],
        ["kind"],
        driver="GPKG",
        geometry_type="Polygon",
        crs="EPSG:32633",
    )
    model = folder / "model.safetensors"
    cache = folder / "cache"
    given = {"image": image, "labels": labels, "class_field": "kind", "cache": cache}
    run(train, **given, model=model, method="rf", device="cpu")
    return {"image": image, "labels": labels, "model": model, "folder": folder, "cache": cache}


def suggested(files: dict[str, Path], name: str, **settings: Any) -> tuple[Any, ...]:
    """Rows and columns of the suggestions, their fields and geometries, and the result."""
    target = files["folder"] / name
    common = {"image": files["image"], "model": files["model"], "cache": files["cache"]}
    result = run(job, **common, output=target, **settings)
    meta, _, geometry, columns = pyogrio.raw.read(target)
    shapes = shapely.from_wkb(geometry)
    positions = ~TRANSFORM @ shapely.get_coordinates(shapely.centroid(shapes)).T
    rows, across = np.floor(positions[1]).astype(int), np.floor(positions[0]).astype(int)
    return rows, across, dict(zip(meta["fields"], columns, strict=True)), shapes, result


def test_unlabelled_land_cover_is_suggested_first(files: dict[str, Path]) -> None:
    rows, columns, *_ = suggested(
        files, "a.gpkg", count=12, labels=files["labels"], class_field="kind"
    )
    assert len(rows) == 12
    assert (columns >= 32).mean() > 0.7


def test_suggestions_have_an_empty_class_field_and_reasons(files: dict[str, Path]) -> None:
    rows, columns, fields, shapes, result = suggested(
        files, "b.gpkg", count=9, labels=files["labels"], class_field="kind"
    )
    assert all(value is None for value in fields["kind"])
    assert set(fields["likeliest"]) | set(fields["second"]) == {"field", "water"}
    assert set(fields["reason"]) <= set(SUGGESTION_REASONS)
    assert len(set(fields["reason"])) > 1
    assert result.outputs == {"places": str(files["folder"] / "b.gpkg")}
    assert result.figures["places"] == 9
    # each is the outline of one unlabelled pixel
    assert [shape.area for shape in shapes] == pytest.approx([25] * 9)
    for row, column in zip(rows, columns, strict=True):
        labelled = row % 16 in range(4, 9) and (column in range(3, 8) or column in range(20, 25))
        assert not labelled


def test_points_with_the_default_class_field(files: dict[str, Path]) -> None:
    _, _, fields, shapes, _ = suggested(files, "c.gpkg", count=5, shape="point")
    assert {shape.geom_type for shape in shapes} == {"Point"}
    assert "class" in fields


def test_the_same_seed_gives_the_same_suggestions(files: dict[str, Path]) -> None:
    one, two, other = (
        suggested(files, f"d{number}.gpkg", count=6, seed=seed)[:2]
        for number, seed in enumerate((1, 1, 2))
    )
    assert np.array_equal(one, two)
    # of a scene this small every pixel is a candidate, whatever the seed
    assert np.array_equal(one, other)


def test_skipped_locations_and_their_neighbours_do_not_return(files: dict[str, Path]) -> None:
    rows, columns, _, shapes, _ = suggested(files, "f.gpkg", count=8)
    centres = shapely.get_coordinates(shapely.centroid(shapes))
    skip = " ".join(f"{x!r},{y!r}" for x, y in centres.tolist())
    again_rows, again_columns, *_ = suggested(files, "g.gpkg", count=8, skip=skip)
    assert len(again_rows) == 8
    for row, column in zip(rows, columns, strict=True):
        assert (np.maximum(abs(again_rows - row), abs(again_columns - column)) > 3).all()


def test_a_scene_of_skipped_locations_gives_an_empty_layer(files: dict[str, Path]) -> None:
    centres = [TRANSFORM @ (x + 0.5, y + 0.5) for x in range(SIDE) for y in range(SIDE)]
    skip = " ".join(f"{x!r},{y!r}" for x, y in centres)
    rows, *_, result = suggested(files, "h.gpkg", count=4, skip=skip)
    assert len(rows) == 0
    assert result.figures["places"] == 0
    assert result.figures["mean_novelty"] is None


@pytest.mark.parametrize("skip", ["1", "1,2,3", "1,nan", "x,y", "1,2;3,4"])
def test_invalid_skipped_locations_are_refused(files: dict[str, Path], skip: str) -> None:
    with pytest.raises(UserError, match="A location is invalid"):
        suggested(files, "i.gpkg", skip=skip)


def test_a_count_below_one_is_refused(files: dict[str, Path]) -> None:
    with pytest.raises(UserError, match="below 1"):
        suggested(files, "e.gpkg", count=0)
    assert not (files["folder"] / "e.gpkg").exists()
