"""`zonal`: shares of the classes and mean confidence in the polygons of a layer."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from backend_support import Outcome, run
from shapely import box

from backend.common import protocol
from backend.metrics.class_map import ClassRaster
from tests.fixtures.cubes import Cube, make_cube, write_labels

pytestmark = pytest.mark.backend

CUBE = make_cube()  # stripes of soil, tree and water, each 14 columns wide; 4 rows without data
NAMES = '{"1": "soil", "2": "tree", "3": "water"}'


@pytest.fixture
def class_map(tmp_path: Path) -> Path:
    path = tmp_path / "map.tif"
    profile = CUBE.profile | {"count": 1, "dtype": "uint8"}
    with rasterio.open(path, "w", driver="GTiff", nodata=0, **profile) as file:
        file.write(CUBE.truth, 1)
        file.update_tags(GEODIFFNET_CLASSES=NAMES)
    with rasterio.open(tmp_path / "conf.tif", "w", driver="GTiff", nodata=255, **profile) as file:
        values = np.where(CUBE.truth > 0, 50 + CUBE.truth, 255)
        file.write(values.astype(np.uint8), 1)
    return path


def zones(folder: Path, shapes: list[shapely.Geometry], cube: Cube = CUBE, **options: str) -> Path:
    names = [f"parcel {number}" for number in range(len(shapes))]
    return write_labels(folder / "zones.gpkg", cube, shapes, names, **options)


def summarise(class_map: Path, layer: Path, **settings: Path | str) -> Outcome:
    folder = class_map.parent
    given = {"output": folder / "out.gpkg", "table": folder / "out.csv"} | settings
    return run("zonal", map=class_map, zones=layer, **given)


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


SHAPES = [
    box(12, 0, 16, 10),  # half soil, half tree
    box(12, 0, 16, 10).union(box(30, 0, 31, 20)),  # overlaps the first one
    box(20.1, 3.1, 20.3, 3.3),  # no pixel centre
    box(2, 24, 6, 30),  # the lower four rows have no data
    box(2, 27, 6, 30),  # no data at all
    box(900, 900, 910, 910),
]


def test_shares_confidence_and_fields_are_written(class_map: Path) -> None:
    layer = zones(class_map.parent, SHAPES)
    outcome = summarise(class_map, layer, confidence=class_map.parent / "conf.tif")
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert outcome.result.figures == {
        "zones": 6, "zones_with_pixels": 4, "classes": ["soil", "tree", "water"]
    }  # fmt: skip
    rows = read_rows(class_map.parent / "out.csv")
    assert rows[0] == {
        "feature": "1", "pixels": "40", "majority": "soil", "majority_pct": "50.0",
        "confidence": "51.5", "pct_soil": "50.0", "pct_tree": "50.0", "pct_water": "0.0",
    }  # fmt: skip
    assert [row["pixels"] for row in rows] == ["40", "60", "1", "8", "0", "0"]
    assert (rows[1]["pct_water"], rows[2]["majority"], rows[3]["pct_soil"]) == (
        "33.33", "tree", "100.0"
    )  # fmt: skip
    assert rows[4]["majority"] == rows[4]["confidence"] == rows[5]["pct_soil"] == ""
    meta, _, geometry, columns = pyogrio.raw.read(class_map.parent / "out.gpkg")
    found = dict(zip(meta["fields"], columns, strict=True))
    assert found["class"].tolist() == [f"parcel {number}" for number in range(6)]
    assert found["pixels"].tolist() == [40, 60, 1, 8, 0, 0]
    assert np.isnan(found["confidence"][4])
    _, _, before, _ = pyogrio.raw.read(layer)
    assert shapely.equals(shapely.from_wkb(geometry), shapely.from_wkb(before)).all()
    text = "\n".join(outcome.warnings)
    assert "Zones without a pixel centre, given the pixel they lie in: 1." in text
    assert "Zones without a classified pixel: 2." in text


def test_zones_in_another_coordinate_system_give_the_same_table(class_map: Path) -> None:
    layer = zones(class_map.parent, SHAPES[:2])
    assert summarise(class_map, layer).status == protocol.EXIT_DONE
    first = read_rows(class_map.parent / "out.csv")
    layer = zones(class_map.parent, SHAPES[:2], crs="EPSG:4326")
    assert summarise(class_map, layer).status == protocol.EXIT_DONE
    assert read_rows(class_map.parent / "out.csv") == first


def test_zones_across_windows_are_counted_once(
    class_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = zones(class_map.parent, SHAPES)
    assert summarise(class_map, layer).status == protocol.EXIT_DONE
    whole = read_rows(class_map.parent / "out.csv")

    def small_windows(raster: ClassRaster) -> object:
        for top in range(0, raster.grid.height, 7):
            for left in range(0, raster.grid.width, 5):
                yield rasterio.windows.Window(
                    left, top, min(5, raster.grid.width - left), min(7, raster.grid.height - top)
                )

    monkeypatch.setattr(ClassRaster, "windows", small_windows)
    assert summarise(class_map, layer).status == protocol.EXIT_DONE
    assert read_rows(class_map.parent / "out.csv") == whole


def test_names_that_differ_in_case_only_have_fields_of_their_own(class_map: Path) -> None:
    with rasterio.open(class_map, "r+") as file:
        file.update_tags(GEODIFFNET_CLASSES='{"1": "Gras", "2": "gras", "3": "=a,\\"b"}')
    layer = write_labels(
        class_map.parent / "zones.gpkg", CUBE, SHAPES[:2], ["a", "b"], field_name="PCT_GRAS"
    )
    outcome = summarise(class_map, layer)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    fields = pyogrio.read_info(class_map.parent / "out.gpkg")["fields"].tolist()
    assert fields[0] == "PCT_GRAS"
    assert len({name.casefold() for name in fields}) == len(fields) == 7
    assert list(read_rows(class_map.parent / "out.csv")[0])[-3:] == [
        "pct_Gras", "pct_gras_2", 'pct_=a,"b'
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"output": None, "table": None}, "zones.nothing_to_do"),
        ({"zones": "points"}, "zones.none"),
        ({"zones": "far"}, "labels.no_overlap"),
        ({"zones": "missing.gpkg"}, "zones.unreadable"),
    ],
)
def test_what_cannot_be_summarised_is_refused(
    class_map: Path, settings: dict[str, str | None], code: str
) -> None:
    folder = class_map.parent
    layers = {
        "points": write_labels(folder / "p.gpkg", CUBE, [shapely.Point(1, 1)], ["a"]),
        "far": write_labels(folder / "f.gpkg", CUBE, [SHAPES[-1]], ["a"]),
    }
    given = {"zones": zones(folder, SHAPES), "output": folder / "o.gpkg"} | settings
    given["zones"] = layers.get(str(given["zones"]), given["zones"])
    outcome = run("zonal", map=class_map, **given)
    assert outcome.failure.code == code, outcome.failure
    assert not (folder / "o.gpkg").exists()


def test_the_layer_of_the_zones_is_not_replaced(class_map: Path) -> None:
    layer = zones(class_map.parent, SHAPES)
    before = layer.read_bytes()
    assert summarise(class_map, layer, output=layer).status == protocol.EXIT_USER_ERROR
    assert layer.read_bytes() == before
